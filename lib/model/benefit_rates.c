/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/benefit_rates.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"

const struct benefit_rate *benefit_rate_find(husly_date day, husly_benefit_class benefit_class,
                                             enum earner earner)
{
    char wanted[16];
    date_print(day, wanted);
    for (size_t at = 0; at < data_benefit_rate_count; at++) {
        const struct benefit_rate *rate = &data_benefit_rates[at];
        if (rate->benefit_class == benefit_class && rate->earner == earner &&
            strcmp(rate->from, wanted) <= 0 && strcmp(wanted, rate->until) <= 0)
            return rate;
    }
    return NULL;
}

static bool follows(const struct benefit_rate *rate, const char *until)
{
    husly_date last = HUSLY_NO_DATE, first = HUSLY_NO_DATE;
    return until != NULL && date_parse(until, &last) == NULL &&
           date_parse(rate->from, &first) == NULL && first == last + 1;
}

void benefit_rate_periods(struct text *out, husly_benefit_class benefit_class, enum earner earner)
{
    const char *until = NULL; /* of the period being told */
    for (size_t at = 0; at < data_benefit_rate_count; at++) {
        const struct benefit_rate *rate = &data_benefit_rates[at];
        if (rate->benefit_class != benefit_class || rate->earner != earner)
            continue;
        if (until != NULL && !follows(rate, until))
            text_add_format(out, "%s, ", until);
        if (!follows(rate, until))
            text_add_format(out, "%s – ", rate->from);
        until = rate->until;
    }
    text_add_string(out, until == NULL ? "" : until);
}
