# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules 1-7: one household in one dwelling."""

from datetime import timedelta

import goals
import offers
from kinds import SEVERAL

PAIR_RULES = ("kind", "size", "rent", "access", "area", "time", "decision")


def kind(household, dwelling):
    if not offers.fits(getattr(dwelling, "for"), household):
        return False
    if dwelling.kind == "transit":
        return False
    if household.adults == 0 or dwelling.kind == "minors":
        return (household.adults == 0 and dwelling.kind == "minors"
                and household.persons <= dwelling.places)
    if dwelling.kind == "youth":
        return household.student
    if dwelling.kind == "shared":
        return household.persons == 1 and dwelling.places >= 1
    if dwelling.kind == "site":
        return household.persons <= dwelling.places
    return True


def size(rules, household, dwelling):
    if dwelling.kind in SEVERAL + ("transit",):
        return True
    persons = household.persons
    enough = goals.has_room(rules, persons, dwelling)
    if rules.spare_rooms is None:
        return enough
    return enough and dwelling.rooms <= max(persons, household.expected) + rules.spare_rooms


def rent(problem, household, dwelling):
    if problem.rules.affordability == "off" or household.adults == 0:
        return True
    return problem.net_rent(household.household_id, dwelling.dwelling_id) <= household.budget


def area_but_avoid(rules, household, dwelling):
    area = dwelling.area
    if area is not None and area.listed and not rules.allow_listed:
        return False
    if household.municipality:
        return area is not None and area.municipality == household.municipality
    return True


def time(rules, household, dwelling):
    if household.deferred:
        return False
    if dwelling.available > household.ready + timedelta(days=rules.horizon_days):
        return False
    if dwelling.lease_end is None or dwelling.kind == "transit":
        return True
    stay = dwelling.lease_end - max(dwelling.available, household.ready)
    return stay.days >= rules.permanent_days


def agreed(problem, h, d):
    return (not problem.dwellings[d].consent or (h, d) in problem.agreements
            or problem.pins.get(h) == d)


def judge(problem, h, d):
    """{rule: holds} of the pair rules."""
    household, dwelling = problem.households[h], problem.dwellings[d]
    lifted = problem.allowed.get((h, d))
    avoided = dwelling.area_id in household.avoid and lifted != "avoid"
    return {
        "kind": kind(household, dwelling),
        "size": lifted == "size" or size(problem.rules, household, dwelling),
        "rent": lifted == "rent" or rent(problem, household, dwelling),
        "access": dwelling.step_free or not household.step_free,
        "area": not avoided and area_but_avoid(problem.rules, household, dwelling),
        "time": time(problem.rules, household, dwelling),
        "decision": (h, d) not in problem.barred and agreed(problem, h, d),
    }
