# SPDX-License-Identifier: GPL-3.0-or-later
"""Rule 9: the units of the right, their entitlement, and the extras of organisations."""

from types import SimpleNamespace

from model import COUNTED, key


def unit_name(problem, dwelling):
    """The unit that counts a dwelling; None for a kind outside the count or in mode offered."""
    if dwelling.kind not in COUNTED or problem.rules.right_mode == "offered":
        return None
    section = dwelling.section
    pooled = (problem.rules.right_unit == "organisation" and section.organisation_id
              and section.right is None)
    name = section.organisation_id if pooled else section.section_id
    if (not pooled and problem.rules.right_unit == "organisation"
            and section.section_id in problem.organisations):
        name += "/section"
    apart = problem.rules.right_kinds == "apart" and dwelling.kind == "youth"
    return name + "/youth" if apart else name


def units(problem):
    """{name: unit} with entitlement, organisation (or None) and reported dwellings.

    A unit exists where at least one of its dwellings is reported."""
    found = {}
    for name, dwelling in problem.dwellings.items():
        unit = unit_name(problem, dwelling)
        if unit is None:
            continue
        if unit not in found:
            found[unit] = SimpleNamespace(name=unit, dwellings=[],
                                          organisation=dwelling.section.organisation_id,
                                          youth=unit.endswith("/youth"))
        found[unit].dwellings.append(name)
    for unit in found.values():
        unit.entitlement = entitlement(problem, unit)
    return {name: found[name] for name in sorted(found, key=key)}


def members(problem, unit):
    """The sections of a unit, those without reported dwellings as well."""
    name = unit.name[:-len("/youth")] if unit.youth else unit.name
    first = problem.dwellings[unit.dwellings[0]].section
    if name in (first.section_id, first.section_id + "/section") and not (
            problem.rules.right_unit == "organisation" and first.organisation_id
            and first.right is None):
        return [first]
    return [s for s in problem.sections.values()
            if s.organisation_id == name and s.right is None]


def entitlement(problem, unit):
    sections = members(problem, unit)
    prefix = "youth_" if unit.youth else ""

    def total(column):
        return sum(getattr(s, prefix + column) for s in sections)
    part, whole = sections[0].right or problem.rules.right
    vacancies = total("vacated_before") + len(unit.dwellings)
    return max(0, part * vacancies // whole - total("taken_before") - total("reserved"))


def extras_left(problem, organisation):
    if organisation is None:
        return 0
    row = problem.organisations[organisation]
    return row.extra_dwellings - row.extra_used
