/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_MODEL_NET_INCOME_H
#define HUSLY_MODEL_NET_INCOME_H

#include "model/benefit_rates.h"

/* Adults with one rate; amounts of one of them, øre a month. */
struct net_income_part {
    const struct benefit_rate *rate;
    int adults;
    husly_amount gross, tax, net;
};

/* Why no net income comes out. */
enum net_income_gap {
    NET_INCOME_KNOWN,
    NET_INCOME_WITHOUT_CLASS, /* or without an adult */
    NET_INCOME_WITHOUT_TAX,   /* tax_rate or tax_allowance is not set */
    NET_INCOME_WITHOUT_RATE   /* none is shipped for `lacking` on the round date */
};

/* What a benefit class gives a household, docs/rules.md. */
struct net_income {
    struct net_income_part parts[2];
    int part_count;
    husly_amount gross, net; /* of all adults, øre a month */
    enum net_income_gap gap;
    enum earner lacking;
};

struct net_income net_income_of(const husly_household *given, const husly_policy *policy);

#endif
