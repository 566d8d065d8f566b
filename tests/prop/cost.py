# SPDX-License-Identifier: GPL-3.0-or-later
"""Stage cost: the municipality's øre until the next round."""

import income


def temporary(problem, household):
    """Kroner (in øre) a month without a permanent dwelling; None where nothing is stated."""
    selfpay = income.self_payment(problem.rules, household)
    if not household.has_left:
        if household.current_cost is not None:
            return household.current_cost
        if household.current_rent is not None:
            return max(0, household.current_rent - selfpay)
    return emergency(problem, household)


def emergency(problem, household):
    """What an emergency place costs the municipality a month."""
    rules = problem.rules
    if rules.fallback_cost is not None:
        return rules.fallback_cost
    if rules.fallback_rent is not None:
        return max(0, rules.fallback_rent - income.self_payment(rules, household))
    return None


def waiting_days(problem, household, dwelling):
    days = (dwelling.available - household.start).days
    return min(max(0, days), problem.rules.round_days)


def without(problem, h):
    """Øre until the next round without a permanent dwelling."""
    return problem.households[h].temporary * problem.rules.round_days // 30


def with_dwelling(problem, h, d):
    household, dwelling = problem.households[h], problem.dwellings[d]
    days = waiting_days(problem, household, dwelling)
    return (household.temporary * days
            + dwelling.cost * (problem.rules.round_days - days)) // 30


def saving(problem, h, d):
    return without(problem, h) - with_dwelling(problem, h, d)


def nothing_saved(problem):
    """The value of stage cost when nobody is placed."""
    return sum(without(problem, h) for h in problem.households)


def of_transit(problem, h, d):
    """Øre a month in a transit place: its cost, and what it costs beyond the self-payment."""
    dwelling = problem.dwellings[d]
    paid = income.self_payment(problem.rules, problem.households[h])
    return dwelling.cost + max(0, dwelling.rent + dwelling.utilities - paid)
