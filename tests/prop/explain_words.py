# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentences of docs/explain.md about what stands in the way, from the round's files alone.

An obstacle is (rule, what, unit, whom, given, limit, English, Danish)."""

from datetime import timedelta
from types import SimpleNamespace

import benefit
import offers
import pair_rules
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
