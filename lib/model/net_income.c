/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/net_income.h"

#include "base/wide.h"

/* A year's income above the allowance, at the rate, a month. */
static husly_amount tax_of(husly_amount gross, const husly_policy *policy)
{
    const wide taxed = (wide)12 * gross - policy->tax_allowance;
    if (taxed <= 0)
        return 0;
    return (husly_amount)(taxed * policy->tax_rate.part / policy->tax_rate.whole / 12);
}

static void add_part(struct net_income *income, const husly_household *given,
                     const husly_policy *policy, enum earner earner, int adults)
{
    const struct benefit_rate *rate =
        benefit_rate_find(policy->round_date, given->benefit_class, earner);
    if (adults <= 0 || income->gap != NET_INCOME_KNOWN)
        return;
    if (rate == NULL) {
        income->gap = NET_INCOME_WITHOUT_RATE;
        income->lacking = earner;
        return;
    }
    const husly_amount tax = tax_of(rate->amount, policy);
    income->parts[income->part_count++] =
        (struct net_income_part){rate, adults, rate->amount, tax, rate->amount - tax};
    income->gross += adults * rate->amount;
    income->net += adults * (rate->amount - tax);
}

struct net_income net_income_of(const husly_household *given, const husly_policy *policy)
{
    struct net_income income = {.gap = NET_INCOME_KNOWN};
    const bool taxed = policy->tax_rate.whole > 0 && policy->tax_allowance != HUSLY_NO_AMOUNT;
    if (given->benefit_class == HUSLY_CLASS_NONE || given->adults == 0)
        income.gap = NET_INCOME_WITHOUT_CLASS;
    else if (!taxed)
        income.gap = NET_INCOME_WITHOUT_TAX;
    const int providers = given->children == 0 ? 0 : given->adults < 2 ? given->adults : 2;
    add_part(&income, given, policy, given->adults == 1 ? EARNER_SINGLE_PROVIDER : EARNER_PROVIDER,
             providers);
    add_part(&income, given, policy, EARNER_NON_PROVIDER, given->adults - providers);
    return income;
}
