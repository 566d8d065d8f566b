/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_MODEL_BENEFIT_RATES_H
#define HUSLY_MODEL_BENEFIT_RATES_H

#include <husly/policy.h>

struct text;

/* Whose rate it is: docs/rules.md, Net income from a benefit class. */
enum earner { EARNER_SINGLE_PROVIDER, EARNER_PROVIDER, EARNER_NON_PROVIDER };

/* What one adult gets a month before tax, in a period. */
struct benefit_rate {
    const char *from, *until; /* YYYY-MM-DD, both included */
    husly_benefit_class benefit_class;
    enum earner earner;
    husly_amount amount;
    const char *verified; /* "yes", "derived" or "no" */
    const char *provision;
    const char *source;
};

/* The rows of lib/data/benefit_rates.csv; the build writes them (embed_benefit_rates.cmake). */
extern const struct benefit_rate data_benefit_rates[];
extern const size_t data_benefit_rate_count;

/* The rate in force on a day; NULL: none is shipped. */
const struct benefit_rate *benefit_rate_find(husly_date day, husly_benefit_class benefit_class,
                                             enum earner earner);

/* "2015-09-01 – 2016-12-31, 2018-07-01 – …": the periods that have this rate. */
void benefit_rate_periods(struct text *out, husly_benefit_class benefit_class, enum earner earner);

#endif
