/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/rule_value.h"

#include <husly/solve.h>

#include <inttypes.h>

#include "base/amount.h"
#include "base/date.h"
#include "base/text.h"
#include "base/wide.h"

static void add_date(struct text *text, husly_date date)
{
    char written[16];
    date_print(date, written);
    text_add_string(text, written);
}

static void add_share(struct text *text, husly_share share)
{
    const wide basis_points = (wide)share.part * 10000;
    if (share.whole == 0)
        text_add_string(text, "none");
    else if (basis_points % share.whole != 0)
        text_add_format(text, "%" PRId64 "/%" PRId64, share.part, share.whole);
    else /* hundredths of a per cent read like øre */
        amount_add(text, (husly_amount)(basis_points / share.whole), '.');
}

static void add_stages(struct text *text, const husly_policy *policy)
{
    for (int i = 0; i < policy->stage_count; i++) {
        if (i > 0)
            text_add_string(text, " ");
        text_add_string(text, husly_stage_name(policy->stages[i]));
    }
}

static void add_benefit(struct text *text, const husly_policy *policy)
{
    switch (policy->housing_benefit) {
    case HUSLY_BENEFIT_NONE:
        text_add_string(text, "none");
        break;
    case HUSLY_BENEFIT_YEAR:
        text_add_format(text, "%" PRId32, policy->benefit_year);
        break;
    case HUSLY_BENEFIT_TABLE:
        text_add_string(text, "table");
        break;
    }
}

static void add_whole(struct text *text, int32_t number)
{
    if (number == HUSLY_NO_NUMBER)
        text_add_string(text, "none");
    else
        text_add_format(text, "%" PRId32, number);
}

static void add_kroner(struct text *text, husly_amount amount)
{
    if (amount == HUSLY_NO_AMOUNT)
        text_add_string(text, "none");
    else
        amount_add(text, amount, '.');
}

void rule_add_value(struct text *text, const struct rule_entry *entry, const husly_policy *policy)
{
    const void *const field = (const char *)policy + entry->offset;
    switch (entry->kind) {
    case RULE_DATE:
        add_date(text, *(const husly_date *)field);
        break;
    case RULE_WHOLE:
        add_whole(text, *(const int32_t *)field);
        break;
    case RULE_POINTS:
        text_add_format(text, "%" PRId64, *(const int64_t *)field);
        break;
    case RULE_AMOUNT:
        add_kroner(text, *(const husly_amount *)field);
        break;
    case RULE_SHARE:
        add_share(text, *(const husly_share *)field);
        break;
    case RULE_BOOL:
        text_add_string(text, *(const bool *)field ? "yes" : "no");
        break;
    case RULE_WORDS:
        text_add_string(text, entry->words[*(const bool *)field ? 1 : 0].english);
        break;
    case RULE_STAGES:
        add_stages(text, policy);
        break;
    case RULE_BENEFIT:
        add_benefit(text, policy);
        break;
    }
}

bool rule_is_in_force(const struct rule_entry *entry, const husly_policy *policy)
{
    const bool is_parameter = entry->kind == RULE_AMOUNT && entry->fallback[0] == '\0';
    return !is_parameter || policy->housing_benefit == HUSLY_BENEFIT_TABLE;
}
