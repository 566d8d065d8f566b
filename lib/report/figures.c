/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figures.h"

#include "base/amount.h"
#include "base/text.h"

static char decimal_of(husly_language language)
{
    return language == HUSLY_DANISH ? ',' : '.';
}

void figures_add_stage(struct text *text, husly_language language, husly_stage stage,
                       int64_t figure)
{
    if (stage != HUSLY_STAGE_COST) {
        text_add_format(text, "%lld", (long long)figure);
        return;
    }
    amount_add(text, figure, decimal_of(language));
    text_add_string(text, " kr.");
}

wide figures_apart(const husly_stage_result *result)
{
    const wide apart = (wide)result->bound - result->value;
    return apart < 0 ? -apart : apart;
}

/* Hundredths of a per cent read like øre. */
void figures_add_gap(struct text *text, husly_language language, const husly_stage_result *result)
{
    const wide bound = result->bound < 0 ? -(wide)result->bound : result->bound;
    if (bound != 0)
        amount_add(text, (husly_amount)-wide_floor(-10000 * figures_apart(result), bound),
                   decimal_of(language));
}
