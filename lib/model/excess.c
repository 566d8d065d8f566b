/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/excess.h"

#include "model/self_payment.h"

husly_amount self_payment_of(const husly_policy *policy, int adults, int children)
{
    const struct self_payment_year *rates = self_payment_find(policy->selfpay_year);
    if (rates == NULL || adults == 0)
        return 0;
    if (adults == 1)
        return rates->single;
    if (children == 0)
        return rates->couple_0;
    return children <= 3 ? rates->couple_1_3 : rates->couple_4;
}

husly_amount excess_of(husly_amount price, husly_amount self_payment)
{
    return price > self_payment ? price - self_payment : 0;
}

husly_amount excess_of_emergency(const husly_policy *policy, husly_amount self_payment)
{
    if (policy->fallback_cost != HUSLY_NO_AMOUNT)
        return policy->fallback_cost;
    if (policy->fallback_rent != HUSLY_NO_AMOUNT)
        return excess_of(policy->fallback_rent, self_payment);
    return HUSLY_NO_AMOUNT;
}
