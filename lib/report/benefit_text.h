/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_BENEFIT_TEXT_H
#define HUSLY_REPORT_BENEFIT_TEXT_H

#include "model/problem.h"

struct text;

/* What a household can pay, and with a dwelling (else NONE) what it would pay there, as a sum that
 * one can follow line by line. */
void benefit_text_add(struct text *text, const husly_problem *problem, int household, int dwelling,
                      husly_language language);

#endif
