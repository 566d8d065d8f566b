/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_CERTIFICATE_TERMS_H
#define HUSLY_REPORT_CERTIFICATE_TERMS_H

#include "report/certificate/certificate_bound.h"

/* Adds without overflow; false when the sum is beyond 128 bits. */
bool wide_add(wide *sum, wide value);

/*
 * The row that a `row` line names and its multiplier, when both are in order; NULL after
 * complaining, or when memory ran out. Household rows stand only in cuts.
 */
const struct certificate_row *term_read(struct certificate_check *check,
                                        const struct result_row *line, bool in_cut,
                                        int64_t *multiplier);

/* Adds multiplier × coefficient to every column's sum. False when a sum is beyond 128 bits. */
bool term_add(wide *sums, const struct certificate_row *row, int64_t multiplier);

/* What a line says it is. */
enum line_kind { LINE_ROW, LINE_USE, LINE_NOT, LINE_AT_LEAST, LINE_AT_MOST, LINE_UNKNOWN };
enum line_kind line_kind_of(const struct result_row *line);

void complain_of_line(struct certificate_check *check, const struct result_row *line, int column,
                      const char *text);

/* Turns a stage's cut into a row that later cuts and all leaves may use. */
bool cut_define(struct certificate_check *check, const struct certificate_block *block);

#endif
