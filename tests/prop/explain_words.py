# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences of docs/explain.md about what stands in the way, from the round's files alone.

An obstacle is (rule, what, unit, whom, given, limit, English, Danish)."""

from collections import Counter
from datetime import timedelta
from types import SimpleNamespace

import benefit
import offers
import pair_rules
import right
from check import share_holds
from model import ONE_HOUSEHOLD, SEVERAL


def kroner(amount, danish):
    sign, amount = ("-", -amount) if amount < 0 else ("", amount)
    whole, rest = divmod(amount, 100)
    return f"{sign}{whole}" + (f"{',' if danish else '.'}{rest:02d}" if rest else "")


def rooms(count, danish):
    return f"{count} rum" if danish else f"{count} room" + ("" if count == 1 else "s")


def persons(count, danish):
    if count == 1:
        return "1 person"
    return f"{count} " + ("personer" if danish else "persons")


PLURALS = {"person": "persons", "child": "children", "household": "households", "day": "days",
           "single person": "single persons", "enlig": "enlige", "dag": "dage", "barn": "børn", "husstand": "husstande"}


def counted(count, word):
    return f"{count} {word if count == 1 else PLURALS[word]}"


def date(day, danish):
    return day.strftime("%d-%m-%Y") if danish else str(day)


def share(part, whole, danish):
    if whole != 10000:
        return f"{part}/{whole}"
    percent = f"{part // 100}.{part % 100:02d}".rstrip("0").rstrip(".")
    return f"{percent.replace('.', ',') if danish else percent} %"


def printable(text):
    return "".join(" " if ord(c) < 32 or 127 <= ord(c) < 160 else c for c in text)


def both(template):
    """One template for each language, filled by a function of `danish`."""
    return template(False), template(True)


def obstacle(rule, what, given, limit, words, unit=None, whom=None):
    return SimpleNamespace(rule=rule, what=what, unit=unit, whom=whom, given=given, limit=limit,
                           amount=None if limit is None else abs(given - limit), english=words[0], danish=words[1])


def kind_fault(household, dwelling):
    n = household.persons
    if dwelling.kind == "transit":
        return obstacle("kind", "transit", 0, 0, ("a temporary place", "en midlertidig plads"))
    if household.adults == 0 and dwelling.kind != "minors":
        return obstacle("kind", "no_adult", 0, 1, ("not for a household without an adult",
                                                   "ikke for en husstand uden voksne"))
    if household.adults > 0 and dwelling.kind == "minors":
        return obstacle("kind", "minors_only", household.adults, 0,
                        ("for unaccompanied minors only", "kun for uledsagede mindreårige"))
    if dwelling.kind == "youth" and not household.student:
        return obstacle("kind", "student_only", 0, 1,
                        ("for students only", "kun for studerende"))
    if dwelling.kind == "shared" and n > 1:
        return obstacle("kind", "single_only", n, 1, (
            f"a shared dwelling for single persons; the household has {n}",
            f"en delt bolig for enlige; husstanden er på {n}"))
    if dwelling.kind not in ONE_HOUSEHOLD and n > dwelling.places:
        return obstacle("kind", "places_few", n, dwelling.places, (
            f"places for {dwelling.places}; the household has {n}",
            f"pladser til {dwelling.places}; husstanden er på {n}"))
    reserved = getattr(dwelling, "for")
    if not offers.fits(reserved, household):
        told = printable(", ".join(dwelling.for_as_written))
        return obstacle("kind", "reserved", 0, 1, (f"reserved for {told}",
                                                   f"forbeholdt {told}"))
    return None


def size_fault(problem, household, dwelling):
    rules, n = problem.rules, household.persons
    if dwelling.kind in SEVERAL + ("transit",):
        return None
    room = rules.persons_per_room * dwelling.rooms
    if n > room and (dwelling.area_m2 is None or dwelling.area_m2 < rules.m2_per_person * n):
        missing = -(-n // rules.persons_per_room) - dwelling.rooms
        return obstacle("size", "rooms_few", room, n, both(
            lambda da: f"{rooms(missing, da)} {'for lidt' if da else 'too few'}: "
                       f"{rooms(dwelling.rooms, da)} {'til' if da else 'for'} {persons(n, da)}"))
    if rules.spare_rooms is None:
        return None
    expected = max(n, household.expected)
    most = expected + rules.spare_rooms
    if dwelling.rooms <= most:
        return None
    return obstacle("size", "rooms_many", dwelling.rooms, most, both(
        lambda da: f"{rooms(dwelling.rooms - most, da)} {'for meget' if da else 'too many'}: "
                   f"{rooms(dwelling.rooms, da)}, {'højst' if da else 'at most'} "
                   f"{rooms(most, da)} {'til' if da else 'for'} {persons(expected, da)}"))


def missing_figure(problem, household, dwelling):
    """What is said where housing benefit counts as 0 for want of a figure."""
    if problem.rules.housing_benefit == "none" or dwelling.kind not in benefit.KINDS:
        return "", ""
    if household.gross is None:
        return " (no income is stated)", " (ingen indkomst er oplyst)"
    if dwelling.area_m2 is None:
        return " (no m² are stated)", " (intet areal er oplyst)"
    return "", ""


def rent_fault(problem, household, dwelling):
    if problem.rules.affordability == "off" or household.adults == 0:
        return None
    pair = household.household_id, dwelling.dwelling_id
    net, support = problem.net_rent(*pair), problem.benefit(*pair)
    if net <= household.budget:
        return None
    over, budget = net - household.budget, household.budget
    extra = missing_figure(problem, household, dwelling)
    return obstacle("rent", "rent_over", net, budget, (
        f"{kroner(over, False)} kr. too dear after {kroner(support, False)} kr. housing "
        f"benefit: {kroner(net, False)} kr. to pay, at most {kroner(budget, False)} kr."
        + extra[0],
        f"{kroner(over, True)} kr. for dyr efter {kroner(support, True)} kr. i boligstøtte: "
        f"{kroner(net, True)} kr. at betale, højst {kroner(budget, True)} kr." + extra[1]))


def area_fault(problem, household, dwelling, lifted):
    area, name = dwelling.area, dwelling.area_id
    if area is not None and area.listed and not problem.rules.allow_listed:
        return obstacle("area", "listed", 0, 1, (f"in a listed area ({name})",
                                                 f"i et udsat boligområde ({name})"))
    if name in household.avoid and lifted != "avoid":
        return obstacle("area", "avoided", 0, 1, (
            f"in an area that the household avoids ({name})",
            f"i et område, som husstanden undgår ({name})"))
    town = household.municipality
    if town and (area is None or area.municipality != town):
        return obstacle("area", "municipality", 0, 1, (
            f"outside the household's municipality ({town})",
            f"uden for husstandens kommune ({town})"))
    return None


EPOCH_OFFSET = 719163  # of date.toordinal() for 1970-01-01


def day_number(date):
    return date.toordinal() - EPOCH_OFFSET


def time_fault(problem, household, dwelling):
    rules = problem.rules
    if household.deferred:
        end, most = household.stay_end, rules.round_date + timedelta(days=rules.round_days)
        return obstacle("time", "at_hojskole", day_number(end), day_number(most), (
            f"at a højskole until {end}; its turn comes in a later round",
            f"på højskole til {date(end, True)}; turen kommer i en senere runde"))
    last = day_number(household.ready) + rules.horizon_days
    free = day_number(dwelling.available)
    if free > last:
        late = dwelling.available.fromordinal(last + EPOCH_OFFSET)
        return obstacle("time", "late", free, last, (
            f"free {counted(free - last, 'day')} too late: {dwelling.available}, at the latest "
            f"{late}",
            f"ledig {counted(free - last, 'dag')} for sent: {date(dwelling.available, True)}, "
            f"senest {date(late, True)}"))
    if dwelling.lease_end is None or dwelling.kind == "transit":
        return None
    stay = (dwelling.lease_end - max(dwelling.available, household.ready)).days
    if stay >= rules.permanent_days:
        return None
    wanted = rules.permanent_days
    return obstacle("time", "lease_short", stay, wanted, (
        f"a lease of {counted(stay, 'day')}; at least {wanted} are needed",
        f"et lejemål på {counted(stay, 'dag')}; der kræves mindst {wanted}"))


def decision_fault(problem, h, d):
    if (h, d) in problem.barred:
        forbidden = (h, d) in problem.forbidden
        if forbidden:
            why = problem.decisions[h, d].reason
            why = f": {printable(why)}" if why else ""
            words = f"forbidden by a decision{why}", f"forbudt ved en beslutning{why}"
        else:
            words = "the household has declined it", "husstanden har afslået den"
        return obstacle("decision", "forbidden" if forbidden else "declined", 0, 1, words)
    if not pair_rules.agreed(problem, h, d):
        return obstacle("decision", "not_agreed", 0, 1, (
            "not agreed between landlord and household",
            "ikke aftalt mellem udlejer og husstand"))
    if problem.rules.only_scored_pairs and not problem.scored(h, d):
        return obstacle("decision", "not_scored", 0, 1, (
            "without points, and only pairs with points count",
            "uden point, og kun par med point tæller"))
    return None


def pair_faults(problem, h, d):
    """Everything of rules 1-7 that bars the pair, in order of the rules."""
    household, dwelling = problem.households[h], problem.dwellings[d]
    lifted = problem.allowed.get((h, d))
    found = [
        kind_fault(household, dwelling),
        None if lifted == "size" else size_fault(problem, household, dwelling),
        None if lifted == "rent" else rent_fault(problem, household, dwelling),
        obstacle("access", "steps", 0, 1, ("not step-free", "ikke trinfri"))
        if household.step_free and not dwelling.step_free else None,
        area_fault(problem, household, dwelling, lifted),
        time_fault(problem, household, dwelling),
        decision_fault(problem, h, d)]
    for fault in filter(None, found):
        fault.whom = h
    return [fault for fault in found if fault]


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
    taken, over = set(plan.values()), Counter()
    for name, unit in right.units(problem).items():
        used = sum(1 for d in unit.dwellings if d in taken)
        excess = max(0, used - unit.entitlement)
        if excess and right.extras_left(problem, unit.organisation) <= 0:
            words = (f"the right leaves nothing in {name}",
                     f"anvisningsretten giver ingen bolig i {name}")
            if unit.entitlement > 0:
                words = (f"the right leaves {unit.entitlement} in {name}; with it {used} would be "
                         "taken", f"anvisningsretten giver {unit.entitlement} i {name}; med den "
                         f"ville {used} blive brugt")
            yield obstacle("right", "right_used", used, unit.entitlement, words,
                           unit=f"right/{name}")
        elif excess:
            over[unit.organisation] += excess
    for name, excess in over.items():
        agreed = right.extras_left(problem, name)
        if excess > agreed:
            yield obstacle("right", "extras_used", excess, agreed, (
                f"{name} has agreed to {agreed} beyond the right; with it {excess} would be taken",
                f"{name} har aftalt {agreed} ud over anvisningsretten; med den ville {excess} "
                "blive brugt"), unit=f"extra/{name}")


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
