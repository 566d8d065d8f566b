/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_CERTIFICATE_TERMS_H
#define HUSLY_REPORT_CERTIFICATE_TERMS_H

#include "report/certificate/certificate_bound.h"

/* Adds without overflow; false when the sum is beyond 128 bits. */
bool wide_add(wide *sum, wide value);

/* What a line stands in: household rows only in cuts, cuts not where pairs are set aside. */
enum term_place { TERM_IN_LEAF, TERM_IN_CUT, TERM_IN_ASIDE };

/* The row that a `row` line names and its multiplier, when both are in order; NULL after
 * complaining, or when memory ran out. */
const struct certificate_row *term_read(struct certificate_check *check,
                                        const struct result_row *line, enum term_place place,
                                        int64_t *multiplier);

/* What a line says it is. */
enum line_kind {
    LINE_ROW,
    LINE_USE,
    LINE_NOT,
    LINE_AT_LEAST,
    LINE_AT_MOST,
    LINE_LEVEL,
    LINE_UNKNOWN
};
enum line_kind line_kind_of(const struct result_row *line);

/* Puts the rows of a block into the price table, which is emptied first; false after complaining.
 */
bool terms_load(struct certificate_check *check, const struct certificate_block *block,
                enum term_place place);

void complain_of_line(struct certificate_check *check, const struct result_row *line, int column,
                      const char *text);

/* Turns a part's cut into a row that later cuts and all leaves may use. */
bool cut_define(struct certificate_check *check, const struct certificate_block *block);

/* Sets pairs of the part in hand aside, and says by which level; false after complaining. */
bool aside_apply(struct certificate_check *check, const struct certificate_block *block,
                 struct part_proof *proof);

#endif
