# SPDX-License-Identifier: GPL-3.0-or-later
"""Rule 9: the units of the right, their entitlement, and the extras of organisations."""

from types import SimpleNamespace

import offers
from kinds import COUNTED


def unit_name(problem, dwelling):
    """The unit that counts a dwelling; None for a kind outside the count or in mode offered."""
    if dwelling.kind not in COUNTED or problem.rules.right_mode == "offered":
        return None
    return name_of(problem, dwelling.section, dwelling.kind == "youth")


def name_of(problem, section, youth):
    pooled = is_pooled(problem, section)
    name = section.organisation_id if pooled else section.section_id
    if (not pooled and problem.rules.right_unit == "organisation"
            and section.section_id in problem.organisations):
        name += "/section"
    return name + "/youth" if youth and problem.rules.right_kinds == "apart" else name


def is_pooled(problem, section):
    """Whether a section is counted together with others of its organisation."""
    return (problem.rules.right_unit == "organisation" and section.organisation_id is not None
            and section.right is None and section.flexible is None)


def is_flexible_for(problem, unit, h):
    return offers.fits(unit.section.flexible_for, problem.households[h])


def every_unit(problem):
    """{name: unit} with entitlement, pool, organisation (or None) and reported dwellings, those
    without a reported dwelling among them."""
    found = {}
    apart = problem.rules.right_kinds == "apart"
    for section in problem.sections.values():
        for youth in (False, True) if apart else (False,):
            name = name_of(problem, section, youth)
            if name not in found:
                found[name] = SimpleNamespace(
                    name=name, dwellings=[], organisation=section.organisation_id,
                    section=section, youth=youth)
    for d, dwelling in problem.dwellings.items():
        unit = unit_name(problem, dwelling)
        if unit is not None:
            found[unit].dwellings.append(d)
    for unit in found.values():
        unit.entitlement = entitlement(problem, unit)
        unit.flexible = unit.section.flexible is not None and not unit.youth
        unit.pool = pool(unit)
    return {name: found[name] for name in sorted(found, key=str.encode)}


def units(problem):
    """Those of which a dwelling is reported."""
    return {name: unit for name, unit in every_unit(problem).items() if unit.dwellings}


def members(problem, unit):
    """The sections of a unit, those without reported dwellings as well."""
    if not is_pooled(problem, unit.section):
        return [unit.section]
    return [s for s in problem.sections.values()
            if s.organisation_id == unit.organisation and is_pooled(problem, s)]


def share(problem, section):
    own = section.right
    if own is None and section.organisation_id is not None:
        own = problem.organisations[section.organisation_id].right
    return own or problem.rules.right


def entitlement(problem, unit):
    sections = members(problem, unit)
    prefix = "youth_" if unit.youth else ""

    def total(column):
        return sum(getattr(s, prefix + column) for s in sections)
    part, whole = share(problem, unit.section)
    before, taken = total("vacated_before"), total("taken_before")
    given = part * (before + len(unit.dwellings)) // whole
    if problem.rules.right_unused == "lapse":
        taken = max(taken, part * before // whole)
    return max(0, given - taken - total("reserved"))


def pool(unit):
    """Dwellings that flexible letting gives to those for whom it is."""
    section = unit.section
    if section.flexible is None or unit.youth:
        return 0
    part, whole = section.flexible
    vacancies = section.vacated_before + len(unit.dwellings)
    return max(0, part * vacancies // whole - section.flexible_taken)


def extras_left(problem, organisation):
    """None outside the days on which they count."""
    if organisation is None:
        return 0
    row, day = problem.organisations[organisation], problem.rules.round_date
    if (row.extra_from or day) > day or (row.extra_until or day) < day:
        return 0
    return row.extra_dwellings - row.extra_used
