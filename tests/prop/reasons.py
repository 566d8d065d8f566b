# SPDX-License-Identifier: GPL-3.0-or-later
"""Reason codes of unplaced households and the temporary places of contract §§ 5-6."""

from collections import Counter

import cost
import offers
import right
from check import area_breaches, section_breaches
from kinds import COUNTED, ONE_HOUSEHOLD, SEVERAL
from pair_rules import PAIR_RULES


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


def right_closed(problem, units, h, d):
    """True when the right leaves nothing here even if nobody else were placed."""
    dwelling = problem.dwellings[d]
    if not problem.open(d):
        return True
    if dwelling.kind not in COUNTED or problem.rules.right_mode == "offered":
        return False
    unit = units[right.unit_name(problem, dwelling)]
    pool = unit.pool if right.is_flexible_for(problem, unit, h) else 0
    return unit.entitlement + pool == 0 and right.extras_left(problem, unit.organisation) <= 0


def companions(problem, h):
    """The household with its party, or with those near it."""
    if h in problem.near_of:
        return problem.nears[problem.near_of[h]]
    return problem.parties.get(problem.party_of.get(h), [h])


def fill(problem, d):
    """Persons for whom rules 1-7 allow a home, single ones up to its number, within its places."""
    dwelling = problem.dwellings[d]
    sizes = [problem.households[h].persons for h in problem.households
             if all(judge(problem, h, d).values())]
    single = sizes.count(1)
    if dwelling.max_singles is not None:
        single = min(single, dwelling.max_singles)
    return min(single + sum(size for size in sizes if size > 1), dwelling.places)


def home_faults(problem, h, d):
    """What of a home is too small for the household with its party, or cannot be filled."""
    dwelling = problem.dwellings[d]
    if dwelling.kind not in SEVERAL:
        return
    party = problem.parties.get(problem.party_of.get(h), [h])
    alone = sum(problem.households[m].persons == 1 for m in party)
    if dwelling.max_singles is not None and alone > dwelling.max_singles:
        yield f"singles/{d}"
    if fill(problem, d) < (dwelling.least_persons or 0):
        yield f"least/{d}"


def near_fits(problem, label, section):
    """True when every one of the label has a lawful dwelling in the section."""
    homes = [d for d in permanent(problem) if problem.dwellings[d].section_id == section]
    return all(any(all(judge(problem, member, d).values()) for d in homes)
               for member in problem.nears[label])


def cap_faults(problem, h, d):
    """The limits that are too small for the household, with its party or those near it, alone."""
    plan = {member: d for member in companions(problem, h)}
    yield from area_breaches(problem, plan)
    yield from section_breaches(problem, plan)
    yield from home_faults(problem, h, d)


def cap_closed(problem, h, d):
    return any(cap_faults(problem, h, d))


def takes(problem, h, d):
    """Lawful by rules 1-7 for the household, with its party there and those near it beside it."""
    if not all(judge(problem, h, d).values()):
        return False
    if h in problem.party_of:
        return party_fits(problem, problem.party_of[h], d)
    if h in problem.near_of:
        return near_fits(problem, problem.near_of[h], problem.dwellings[d].section_id)
    return True


def reason(problem, h, proven):
    lawful = [d for d in permanent(problem) if all(judge(problem, h, d).values())]
    if not lawful:
        return rule_in_the_way(problem, h)
    lawful = [d for d in lawful if takes(problem, h, d)]
    if not lawful:
        return "party" if h in problem.party_of else "near"
    units = right.units(problem)
    if all(right_closed(problem, units, h, d) for d in lawful):
        return "right"
    if all(cap_closed(problem, h, d) for d in lawful):
        return "cap"
    return "competition" if proven else "not_proven"


def transit_allows(problem, h, d):
    """Section 5: rules 4, 5 and 7, available on the day, not closed, meant for the household and large enough."""
    household, dwelling = problem.households[h], problem.dwellings[d]
    judged = problem.judge(h, d)
    if dwelling.kind != "transit" or household.persons > dwelling.places:
        return False
    if any(offers.obstacles(problem, d)) or not offers.fits(getattr(dwelling, "for"), household):
        return False
    if dwelling.lease_end is not None and dwelling.lease_end < household.ready:
        return False
    if dwelling.area is not None and dwelling.area.listed:
        return False  # whatever allow_listed says: the law names temporary places too
    return (judged["access"] and judged["area"] and judged["decision"]
            and dwelling.available <= household.ready)


def transit_candidates(problem, plan):
    """Households without a permanent dwelling and without a current place, with their places."""
    waiting = [h for h, row in problem.households.items()
               if h not in plan and not row.has_place and not row.deferred]
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
        options = [add(place(index + 1), 0, fallback(problem, h))]
        persons = problem.households[h].persons
        for d in candidates[h]:
            if free[d] >= persons:
                free[d] -= persons
                options.append(add(place(index + 1), problem.households[h].need,
                                   cost.of_transit(problem, h, d)))
                free[d] += persons
        best[state] = max(options, key=lambda o: (o[0], -o[1]))
        return best[state]
    return place(0)


def add(rest, need, kroner):
    return rest[0] + need, rest[1] + kroner


def fallback(problem, h):
    """Kroner of a household that gets no transit place, contract § 5."""
    return cost.emergency(problem, problem.households[h]) or 0


def transit_of(problem, temporary):
    """(need, kroner) of a given {household: transit place or None}."""
    need = sum(problem.households[h].need for h, d in temporary.items() if d)
    kroner = sum(cost.of_transit(problem, h, d) if d else fallback(problem, h)
                 for h, d in temporary.items())
    return need, kroner
