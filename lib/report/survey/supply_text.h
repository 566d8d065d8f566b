/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_SUPPLY_TEXT_H
#define HUSLY_REPORT_SUPPLY_TEXT_H

#include "report/survey/supply.h"

struct text;

/* The counts, which come first, and all tables after them, with a blank line before each. */
void supply_tell_counts(struct text *text, const struct supply *supply, husly_language language);
void supply_tell_tables(struct text *text, const struct supply *supply, husly_language language);

#endif
