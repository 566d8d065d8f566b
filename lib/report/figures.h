/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_FIGURES_H
#define HUSLY_REPORT_FIGURES_H

#include <husly/solve.h>

#include "base/wide.h"
#include "base/words.h"

struct text;

/* A figure of a stage as a person reads it: points, or kroner of stage cost, "1234.50 kr." */
void figures_add_stage(struct text *text, husly_language language, husly_stage stage,
                       int64_t figure);

/* How far value and bound are apart; at least 0. */
wide figures_apart(const husly_stage_result *result);

/* The same in per cent of the bound, rounded up to hundredths: "0.25"; nothing where that is no
 * number. */
void figures_add_gap(struct text *text, husly_language language, const husly_stage_result *result);

#endif
