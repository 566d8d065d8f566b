/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_BRIEF_H
#define HUSLY_REPORT_BRIEF_H

#include <husly/report.h>

#include "model/outcome.h"

struct text;

/* A result in a few lines for the person who asked for it, each ended by a line feed. */
void brief_add(struct text *text, husly_language language, const husly_problem *problem,
               const husly_plan *plan, const struct outcome *outcome);

#endif
