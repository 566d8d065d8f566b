/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_MOST_TEXT_H
#define HUSLY_REPORT_MOST_TEXT_H

#include "model/most.h"
#include "model/problem.h"

struct text;

/*
 * Tells the argument in whole sentences with every id in it, wrapped into lines that each end in a
 * newline: who can never be placed, by reason, then each group with its sum, then the bound. Says
 * that no simple argument keeps anybody out where the bound is the number of households.
 */
void most_tell(struct text *text, const husly_problem *problem, const struct most *most,
               husly_language language);

/* The same with one paragraph a line. */
void most_tell_plain(struct text *text, const husly_problem *problem, const struct most *most,
                     husly_language language);

#endif
