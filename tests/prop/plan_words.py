# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences of docs/explain.md about what rules 8-10 and the pins have against a pair."""

from collections import Counter
from types import SimpleNamespace

import offers
import right
from check import share_holds
from explain_words import both, counted, kroner, obstacle, pair_faults, persons, share
from kinds import ONE_HOUSEHOLD


def party_faults(problem, h, d):
    """What keeps the household's party out of a dwelling that rules 1-7 allow it."""
    members = problem.parties[problem.party_of[h]]
    dwelling, found = problem.dwellings[d], []
    if dwelling.kind in ONE_HOUSEHOLD:
        found.append(obstacle("party", "one_household", len(members), 1, (
            f"a dwelling of one household; the party has {len(members)}",
            f"en bolig til én husstand; følget er på {len(members)}"), whom=h))
    else:
        total = sum(problem.households[m].persons for m in members)
        if total > dwelling.places:
            found.append(obstacle("party", "party_places", total, dwelling.places, (
                f"places for {dwelling.places}; the party has "
                f"{persons(total, False)}",
                f"pladser til {dwelling.places}; følget er på {persons(total, True)}"), whom=h))
    for member in members:
        if member != h:
            for fault in pair_faults(problem, member, d):
                fault.english = f"{member}: {fault.english}"
                fault.danish = f"{member}: {fault.danish}"
                found.append(fault)
    return found


def near_faults(problem, h, d):
    """Those near it for whom nothing in the section is lawful."""
    section = problem.dwellings[d].section_id
    homes = [name for name, row in problem.dwellings.items() if row.section_id == section]
    return [obstacle("near", "near_none", 0, 1, (
        f"{other} is to live near, and no dwelling in {section} is lawful for it",
        f"{other} skal bo i samme afdeling, og ingen bolig i {section} er lovlig for den"),
        unit=f"near/{section}", whom=other)
        for other in problem.nears[problem.near_of[h]]
        if other != h and all(pair_faults(problem, other, name) for name in homes)]


def capacity_faults(problem, plan, d, members):
    dwelling = problem.dwellings[d]
    inside = [h for h, where in plan.items() if where == d]
    pinned = sorted((h for h in inside if h not in members), key=lambda h: h.encode())
    if dwelling.kind in ONE_HOUSEHOLD:
        if len(inside) > 1:
            yield obstacle("capacity", "pinned", len(inside), 1, (
                f"{pinned[0]} is pinned to it", f"{pinned[0]} er fastlåst til den"),
                unit=f"dwelling/{d}", whom=pinned[0])
        return
    total = sum(problem.households[h].persons for h in inside)
    if total > dwelling.places:
        yield obstacle("capacity", "pinned_full", total, dwelling.places, (
            f"places for {dwelling.places}; with those pinned there it would be {total}",
            f"pladser til {dwelling.places}; med de fastlåste ville der være {total}"),
            unit=f"dwelling/{d}")
    alone = sum(problem.households[h].persons == 1 for h in inside)
    if dwelling.max_singles is not None and alone > dwelling.max_singles:
        most = dwelling.max_singles
        yield obstacle("capacity", "singles_many", alone, most, (
            f"takes {counted(most, 'single person')}; with it {alone}",
            f"tager {counted(most, 'enlig')}; med den {alone}"), unit=f"singles/{d}")


def offer_fault(problem, h, d):
    """The first of what closes a dwelling this round."""
    what = next(offers.obstacles(problem, d), None)
    if what is None:
        return []
    row, given, limit = problem.dwellings[d], 0, 1
    if what == "above_market":
        given, limit = row.rent, row.market_rent
    elif what == "above_max_rent":
        given, limit = row.rent + row.utilities, row.section.max_rent
    elif what == "not_turn":
        given, limit = offers.turn(problem, d), None
    said = CLOSED.get(what) or both(lambda da: CLOSED_BY[what][da].format(
        *(kroner(number, da) for number in (given - limit, given, limit)))
        if limit is not None else CLOSED_BY[what][da].format(given))
    return [obstacle("right", what, given, limit, said, whom=h)]


CLOSED = {
    "waiting": ("nothing is agreed with the landlord yet", "intet er aftalt med udlejeren endnu"),
    "let": ("let already", "allerede udlejet"),
    "not_offered": ("not offered to the municipality", "ikke tilbudt kommunen"),
}
CLOSED_BY = {
    "above_market": ("{} kr. above the market rent: {} kr., at most {} kr.",
                     "{} kr. over markedslejen: {} kr., højst {} kr."),
    "above_max_rent": ("{} kr. above the section's highest rent: {} kr., at most {} kr.",
                       "{} kr. over afdelingens højeste husleje: {} kr., højst {} kr."),
    "not_turn": ("not the municipality's turn: number {} of the owner's vacancies",
                 "ikke kommunens tur: nummer {} af ejerens ledige lejligheder"),
}


def right_faults(problem, plan):
    holder, over = {d: h for h, d in plan.items()}, Counter()
    for name, unit in right.units(problem).items():
        taken = [d for d in unit.dwellings if d in holder]
        others = [d for d in taken if not right.is_flexible_for(problem, unit, holder[d])]
        excess = max(0, len(taken) - min(unit.pool, len(taken) - len(others)) - unit.entitlement)
        if excess and right.extras_left(problem, unit.organisation) <= 0:
            if len(taken) > unit.entitlement + unit.pool:
                yield right_used(name, unit.entitlement + unit.pool, len(taken))
            elif unit.flexible and len(others) > unit.entitlement:
                yield ordinary_used(name, unit.entitlement, len(others))
        elif excess:
            over[unit.organisation] += excess
    for name, excess in over.items():
        agreed = right.extras_left(problem, name)
        if excess > agreed:
            yield obstacle("right", "extras_used", excess, agreed, (
                f"{name} has agreed to {agreed} beyond the right; with it {excess} would be taken",
                f"{name} har aftalt {agreed} ud over anvisningsretten; med den ville {excess} "
                "blive brugt"), unit=f"extra/{name}")


def right_used(name, limit, used):
    words = (f"the right leaves nothing in {name}",
             f"anvisningsretten giver ingen bolig i {name}")
    if limit > 0:
        words = (f"the right leaves {limit} in {name}; with it {used} would be taken",
                 f"anvisningsretten giver {limit} i {name}; med den ville {used} blive brugt")
    return obstacle("right", "right_used", used, limit, words, unit=f"right/{name}")


def ordinary_used(name, limit, used):
    return obstacle("right", "ordinary_used", used, limit, (
        f"the right leaves {limit} in {name} without flexible letting; with it {used} would be "
        "taken",
        f"anvisningsretten giver {limit} i {name} uden fleksibel udlejning; med den ville {used} "
        "blive brugt"), unit=f"ordinary/{name}")


def area_counts(problem, plan):
    counts = {"area_persons": Counter(), "area_children": Counter(), "group": Counter()}
    for h, d in plan.items():
        household, area = problem.households[h], problem.dwellings[d].area_id
        if area is not None:
            counts["area_persons"][area] += household.persons
            counts["area_children"][area] += household.children
            if household.group:
                counts["group"][household.group, area] += household.persons
    return counts


def limit_words(unit, limit, what, given):
    if what in ("area_persons", "group"):
        english, danish = persons(limit, False), persons(limit, True)
    else:
        words = {"area_children": ("child", "barn"), "section_households":
                 ("household", "husstand")}[what]
        english, danish = (counted(limit, word) for word in words)
    one_group = (" of one group", " fra én gruppe") if what == "group" else ("", "")
    return (f"{unit} takes {english}{one_group[0]}; with it {given}",
            f"{unit} tager {danish}{one_group[1]}; med den {given}")


def more(count, english, danish):
    """How many more: "1 more person", "1 person mere"."""
    return (f"{count} more {english}{'' if count == 1 else 's'}",
            f"{counted(count, danish) if danish != 'person' else persons(count, True)} mere")


def share_words(name, limit, given, of_area, allowed):
    english, danish = more(limit, *(("person", "person") if of_area else ("household", "husstand")))
    whom = ("residents", "beboerne") if of_area else ("homes", "boligerne")
    return (f"{name} takes {english} (at most {share(*allowed, False)} of its {whom[0]}); with it "
            f"{given}",
            f"{name} har plads til {danish} (højst {share(*allowed, True)} af {whom[1]}); med den "
            f"{given}")


def share_room(already, base, allowed, grows, given):
    """How many a share lets in, of those given, who are too many."""
    return max(n for n in range(given) if share_holds(already, n, base, allowed, grows))


def spread_faults(problem, plan, breaches):
    """Rule 10 by the rows that check.py finds broken, in their words."""
    counts = area_counts(problem, plan)
    sections = Counter(problem.dwellings[d].section_id for d in plan.values())
    for row in breaches:
        what, name = row.split("/", 1)
        given = limit = None
        if what in ("area_persons", "area_children"):
            column = {"area_persons": "max_persons", "area_children": "max_children"}[what]
            given, limit = counts[what][name], getattr(problem.areas[name], column)
            words = limit_words(name, limit, what, given)
        elif what == "section_households":
            given, limit = sections[name], problem.sections[name].max_households
            words = limit_words(name, limit, what, given)
        elif what == "group":
            group, area = next(key for key in counts["group"] if "/".join(key) == name)
            given, limit = counts["group"][group, area], problem.rules.group_max_persons
            words = limit_words(area, limit, what, given)
        elif what == "area_share":
            area = problem.areas[name]
            allowed = area.max_share or problem.rules.area_max_share
            given = counts["area_persons"][name]
            limit = share_room(area.refugees, area.residents, allowed, True, given)
            words = share_words(name, limit, given, True, allowed)
        else:
            section, given = problem.sections[name], sections[name]
            limit = share_room(section.refugee_homes, section.homes, section.max_share, False,
                               given)
            words = share_words(name, limit, given, False, section.max_share)
        yield SimpleNamespace(rule="spread", what=what, unit=row, whom=None, given=given,
                              limit=limit, amount=None, english=words[0], danish=words[1])
