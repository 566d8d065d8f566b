/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_BASE_AMOUNT_H
#define HUSLY_BASE_AMOUNT_H

#include <husly/round.h>

struct text;

/* How numbers are written in a file: decimal mark, and whether points may group thousands. */
struct number_style {
    char decimal;   /* ',' or '.' */
    bool thousands; /* true with ';' or tab */
};

/* Why a number was refused, as a sentence part for a finding ("not a whole number; write 0, 1, 2
 * …"); NULL when it was read. The value is set only then. Blanks around must be gone. */
const char *amount_parse(const char *text, struct number_style style, husly_amount *out);
/* The same for what a result works out, such as the cost of a year, which may be longer. */
const char *amount_parse_derived(const char *text, struct number_style style, husly_amount *out);
const char *whole_parse(const char *text, struct number_style style, int64_t low, int64_t high,
                        int64_t *out);
const char *share_parse(const char *text, struct number_style style, husly_share *out);
/* lon, lat, x, y: a signed decimal without thousands marks; `out` gets it with a point, 32 bytes.
 */
const char *decimal_parse(const char *text, struct number_style style, char out[32]);

/* Writes kroner; øre only when not 00; no thousands mark; nothing for HUSLY_NO_AMOUNT. */
void amount_add(struct text *text, husly_amount amount, char decimal);

#endif
