/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_ROW_WORDS_H
#define HUSLY_REPORT_ROW_WORDS_H

#include "base/words.h"
#include "report/certificate/kept_pairs.h"

/* Says what a row of the certificate counts, such as "area nord, persons". */
void row_words_add(struct text *text, const struct kept_pairs *kept, husly_language language,
                   const char *unit, const struct certificate_row *row);

/* Says a pair: "H1 in D4". */
void row_words_pair(struct text *text, const husly_problem *problem, husly_language language,
                    int household, int dwelling);

/* Says a count: "extra dwellings in S1". */
void row_words_count(struct text *text, husly_language language, const char *name);

#endif
