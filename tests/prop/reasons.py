# SPDX-License-Identifier: GPL-3.0-or-later
"""Reason codes of unplaced households and the temporary places of contract §§ 5-6."""

from collections import Counter

import right
from check import area_breaches, section_breaches
from model import COUNTED, ONE_HOUSEHOLD, PAIR_RULES


def permanent(problem):
    return [d for d, row in problem.dwellings.items() if row.kind != "transit"]


def judge(problem, h, d):
    """Rules 1-7; where only scored pairs count, a pair without a score is a decision's doing."""
    judged = problem.judge(h, d)
    if problem.rules.only_scored_pairs and not problem.scored(h, d):
        judged["decision"] = False
    return judged


def rule_in_the_way(problem, h):
    """The pair rule whose lifting alone would open most dwellings, or `several`."""
    opened = Counter()
    for d in permanent(problem):
        broken = [rule for rule, holds in judge(problem, h, d).items() if not holds]
        if len(broken) == 1:
            opened[broken[0]] += 1
    if not opened:
        return "several"
    return max(PAIR_RULES, key=lambda rule: (opened[rule], -PAIR_RULES.index(rule)))


def party_fits(problem, label, d):
    dwelling = problem.dwellings[d]
    if dwelling.kind in ONE_HOUSEHOLD:
        return False
    members = problem.parties[label]
    persons = sum(problem.households[m].persons for m in members)
    return persons <= dwelling.places and all(
        all(judge(problem, m, d).values()) for m in members)


def right_closed(problem, units, d):
    """True when the right leaves nothing here even if nobody else were placed."""
    dwelling = problem.dwellings[d]
    if dwelling.kind not in COUNTED:
        return False
    if problem.rules.right_mode == "offered":
        return not dwelling.offered
    unit = units[right.unit_name(problem, dwelling)]
    return unit.entitlement == 0 and right.extras_left(problem, unit.organisation) <= 0


def cap_closed(problem, members, d):
    """True when a limit of the area, section or group is too small for these households alone."""
    plan = {member: d for member in members}
    return bool(list(area_breaches(problem, plan)) or list(section_breaches(problem, plan)))


def reason(problem, h, proven):
    lawful = [d for d in permanent(problem) if all(judge(problem, h, d).values())]
    if not lawful:
        return rule_in_the_way(problem, h)
    members = [h]
    if h in problem.party_of:
        label = problem.party_of[h]
        members = problem.parties[label]
        lawful = [d for d in lawful if party_fits(problem, label, d)]
        if not lawful:
            return "party"
    units = right.units(problem)
    if all(right_closed(problem, units, d) for d in lawful):
        return "right"
    if all(cap_closed(problem, members, d) for d in lawful):
        return "cap"
    return "competition" if proven else "not_proven"


def transit_allows(problem, h, d):
    """Section 5: rules 4, 5 and 7, available on the day, and large enough."""
    household, dwelling = problem.households[h], problem.dwellings[d]
    judged = problem.judge(h, d)
    if dwelling.kind != "transit" or household.persons > dwelling.places:
        return False
    if dwelling.lease_end is not None and dwelling.lease_end < household.start:
        return False
    if dwelling.area is not None and dwelling.area.listed:
        return False  # whatever allow_listed says: the law names temporary places too
    return (judged["access"] and judged["area"] and judged["decision"]
            and dwelling.available <= household.start)


def transit_candidates(problem, plan):
    """Households without a permanent dwelling and without a current place, with their places."""
    waiting = [h for h, row in problem.households.items()
               if h not in plan and not row.current_place]
    return {h: [d for d, row in problem.dwellings.items()
                if row.kind == "transit" and transit_allows(problem, h, d)] for h in waiting}


def best_transit(problem, plan):
    """(most need, least kroner for it) over all ways to give out the transit places, enumerated."""
    candidates = transit_candidates(problem, plan)
    names = list(candidates)
    free = {d: row.places for d, row in problem.dwellings.items() if row.kind == "transit"}
    best = {}

    def place(index):
        if index == len(names):
            return 0, 0
        state = (index, tuple(free.values()))
        if state in best:
            return best[state]
        h = names[index]
        options = [add(place(index + 1), 0, fallback(problem))]
        persons = problem.households[h].persons
        for d in candidates[h]:
            if free[d] >= persons:
                free[d] -= persons
                options.append(add(place(index + 1), problem.households[h].need,
                                   problem.dwellings[d].cost))
                free[d] += persons
        best[state] = max(options, key=lambda o: (o[0], -o[1]))
        return best[state]
    return place(0)


def add(rest, need, kroner):
    return rest[0] + need, rest[1] + kroner


def fallback(problem):
    """Kroner of a household that gets no transit place, contract § 5."""
    return problem.rules.fallback_cost or 0


def transit_of(problem, temporary):
    """(need, kroner) of a given {household: transit place or None}."""
    need = sum(problem.households[h].need for h, d in temporary.items() if d)
    kroner = sum(problem.dwellings[d].cost if d else fallback(problem)
                 for h, d in temporary.items())
    return need, kroner
