# SPDX-License-Identifier: GPL-3.0-or-later
"""What a household has a month: budget, net income from a benefit class, self-payment. Øre."""

import csv
import os

import husly

# year: (single, couple, couple with 1-3 children, couple with 4 or more), docs/rules.md
SELF_PAYMENT = {
    2015: (212200, 388500, 423900, 459200),
    2023: (246700, 452000, 493200, 534300),
    2024: (254600, 466500, 508900, 551400),
}


def self_payment(rules, household):
    if rules.selfpay == "none" or household.adults == 0:
        return 0
    year = rules.round_date.year if rules.selfpay == "auto" else int(rules.selfpay)
    single, couple, few, many = SELF_PAYMENT[year]
    if household.adults == 1:
        return single
    return couple if household.children == 0 else few if household.children <= 3 else many


def living_minimum(rules, household):
    living = rules.living_minimum_single
    if household.adults != 1:
        living = rules.living_minimum_couple
        living += max(0, household.adults - 2) * rules.living_minimum_child
    return living + household.children * rules.living_minimum_child


def budget(rules, household):
    """Øre a month, None where nothing is stated."""
    if household.max_rent is not None:
        return household.max_rent
    net = household.net_income
    if net is None and household.benefit_class is not None and household.adults:
        net = sum(gross - tax(rules, gross) for gross in grosses(rules, household))
    return None if net is None else net - living_minimum(rules, household)


def gross_a_year(rules, household):
    """The income of housing benefit."""
    if household.income is None and household.benefit_class is not None and household.adults:
        return 12 * sum(grosses(rules, household))
    return household.income


def grosses(rules, household):
    """Each adult's benefit a month before tax."""
    rates = rates_of(rules.round_date, household.benefit_class)
    if household.children == 0:
        return [rates["non_provider"]] * household.adults
    if household.adults == 1:
        return [rates["single_provider"]]
    return [rates["provider"]] * 2 + [rates["non_provider"]] * (household.adults - 2)


def tax(rules, gross):
    part, whole = rules.tax_rate
    return max(0, 12 * gross - rules.tax_allowance) * part // (12 * whole)


def rates_of(date, benefit_class):
    """{who: øre a month}; ValueError where none is shipped for the day."""
    path = os.path.join(husly.SOURCE, "lib", "data", "benefit_rates.csv")
    with open(path, encoding="utf-8", newline="") as file:
        rates = {row["who"]: 100 * int(row["amount"]) for row in csv.DictReader(file)
                 if row["class"] == benefit_class and row["from"] <= str(date) <= row["until"]}
    if not rates:
        raise ValueError(f"no rate of {benefit_class} on {date}")
    return rates
