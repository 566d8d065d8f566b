/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Net income from a benefit class, by hand. */
#include "support/check.h"
#include "support/rows.h"

#include "base/date.h"
#include "model/net_income.h"

static husly_date day(const char *text)
{
    husly_date date = 0;
    CHECK(date_parse(text, &date) == NULL);
    return date;
}

/* 37 % above 46,200 kr a year. */
static husly_policy policy_on(const char *text)
{
    husly_policy policy = row_policy();
    policy.round_date = day(text);
    policy.tax_rate = (husly_share){3700, 10000};
    policy.tax_allowance = 4620000;
    return policy;
}

static struct net_income income_of(const char *date, husly_benefit_class given_class, int adults,
                                   int children)
{
    const husly_policy policy = policy_on(date);
    husly_household given = row_household("H1", adults, children);
    given.benefit_class = given_class;
    return net_income_of(&given, &policy);
}

static void check_net(struct net_income income, husly_amount gross, husly_amount net)
{
    CHECK(income.gap == NET_INCOME_KNOWN);
    CHECK(income.gross == gross);
    CHECK(income.net == net);
}

/* (12 × 6,072 − 46,200) × 37 % / 12 = 822.14; 12,143: 3,068.41; 8,498: 1,719.76. */
static void families(void)
{
    check_net(income_of("2019-03-01", HUSLY_CLASS_INTEGRATION, 1, 0), 607200, 524986);
    check_net(income_of("2019-03-01", HUSLY_CLASS_INTEGRATION, 1, 3), 1214300, 1214300 - 306841);
    check_net(income_of("2019-03-01", HUSLY_CLASS_INTEGRATION, 2, 0), 2 * 607200, 2 * 524986);
    check_net(income_of("2019-03-01", HUSLY_CLASS_INTEGRATION, 2, 1), 2 * 849800,
              2 * (849800 - 171976));
    check_net(income_of("2019-03-01", HUSLY_CLASS_INTEGRATION, 3, 1), 2 * 849800 + 607200,
              2 * (849800 - 171976) + 524986);
    /* 15,180: (182,160 − 46,200) × 37 % / 12 = 4,192.10 */
    check_net(income_of("2019-03-01", HUSLY_CLASS_ASSISTANCE, 1, 1), 1518000, 1518000 - 419210);
}

static void periods(void)
{
    CHECK(income_of("2018-06-30", HUSLY_CLASS_INTEGRATION, 1, 0).gap == NET_INCOME_WITHOUT_RATE);
    CHECK(income_of("2018-07-01", HUSLY_CLASS_INTEGRATION, 1, 0).gross == 599700);
    CHECK(income_of("2018-12-31", HUSLY_CLASS_INTEGRATION, 1, 0).gross == 599700);
    CHECK(income_of("2019-01-01", HUSLY_CLASS_INTEGRATION, 1, 0).gross == 607200);
    CHECK(income_of("2022-03-01", HUSLY_CLASS_INTEGRATION, 1, 0).gap == NET_INCOME_WITHOUT_RATE);
    CHECK(income_of("2026-03-01", HUSLY_CLASS_ASSISTANCE, 2, 0).gap == NET_INCOME_WITHOUT_RATE);
    const struct net_income couple = income_of("2017-03-01", HUSLY_CLASS_INTEGRATION, 2, 1);
    CHECK(couple.gap == NET_INCOME_WITHOUT_RATE && couple.lacking == EARNER_PROVIDER);
    CHECK(income_of("2017-03-01", HUSLY_CLASS_INTEGRATION, 1, 1).gross == 1221100);
}

static void gaps(void)
{
    husly_policy policy = policy_on("2019-03-01");
    husly_household given = row_household("H1", 1, 0);
    CHECK(net_income_of(&given, &policy).gap == NET_INCOME_WITHOUT_CLASS);
    given.benefit_class = HUSLY_CLASS_INTEGRATION;
    policy.tax_rate.whole = 0;
    CHECK(net_income_of(&given, &policy).gap == NET_INCOME_WITHOUT_TAX);
    policy = policy_on("2019-03-01");
    policy.tax_allowance = HUSLY_NO_AMOUNT;
    CHECK(net_income_of(&given, &policy).gap == NET_INCOME_WITHOUT_TAX);
    CHECK(income_of("2019-03-01", HUSLY_CLASS_INTEGRATION, 0, 1).gap == NET_INCOME_WITHOUT_CLASS);
    policy.tax_allowance = 10000000; /* above the year's income: no tax */
    CHECK(net_income_of(&given, &policy).net == 607200);
}

int main(void)
{
    families();
    periods();
    gaps();
    return check_result();
}
