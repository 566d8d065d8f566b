# SPDX-License-Identifier: GPL-3.0-or-later
"""What a plan with a given pair can be at best: by enumeration, or by solving again under a pin."""

import os
import shutil
from types import SimpleNamespace

import brute
import check
import husly
import lp
import names
import reading
import results
from model import Problem
from program import Program

MOST_PLANS = 4000  # that a round is enumerated for


def members(problem, h):
    return problem.parties.get(problem.party_of.get(h), [h])


def set_aside(problem, h, d):
    """Whose pins do not count for a pair: its own, its party's, and near it those elsewhere."""
    near = problem.nears.get(problem.near_of.get(h), [])
    section = problem.dwellings[d].section_id
    return members(problem, h) + [
        other for other in near if other in problem.pins
        and problem.dwellings[problem.pins[other]].section_id != section]


def without_own_pin(problem, h, d):
    """The pins in force when a pair is asked for."""
    aside = set_aside(problem, h, d)
    return {name: where for name, where in problem.pins.items() if name not in aside}


def changes(problem, plan, other):
    return sum(1 for h in problem.households if plan.get(h) != other.get(h))


class Enumeration:
    """Every lawful plan of a tiny round, kept for each set of pins that was asked for."""

    def __init__(self, problem, plan):
        self.problem, self.plan, self.known = problem, plan, {}

    def plans(self, pins):
        key = tuple(sorted(pins.items()))
        if key not in self.known:
            kept, self.problem.pins = self.problem.pins, pins
            self.known[key] = brute.lawful_plans(self.problem)
            self.problem.pins = kept
        return self.known[key]

    def best(self, h, d):
        """([value by stage], fewest changes) of the best plans with the pair, None without one."""
        left = [plan for plan in self.plans(without_own_pin(self.problem, h, d)) if plan.get(h) == d]
        if not left:
            return None
        values = []
        for stage in self.problem.stages():
            best = max(self.problem.gain(stage, plan) for plan in left)
            left = [plan for plan in left if self.problem.gain(stage, plan) == best]
            values.append(self.problem.value_of(stage, best))
        return values, min(changes(self.problem, self.plan, plan) for plan in left)


class KeepProgram(Program):
    """The program with one objective more: households that stay as a given plan has them."""

    def __init__(self, problem, plan):
        super().__init__(problem)
        self.plan = plan

    def points(self, stage):
        if stage != "keep":
            return super().points(stage)
        return {("x", h, d): -1 if h not in self.plan else int(self.plan[h] == d)
                for h, d in self.problem.pairs}


def decisions_file(folder):
    for name in ("decisions", names.FILES["decisions"]):
        if os.path.exists(os.path.join(folder, name + ".csv")):
            return os.path.join(folder, name + ".csv")
    return os.path.join(folder, "decisions.csv")


def write_pin(folder, target, dropped, h, d):
    """A copy of a round in which the pair is pinned and the households `dropped` are not."""
    shutil.copytree(folder, target)
    path = decisions_file(target)
    lines = [["household_id", "dwelling_id", "decision", "rule", "reason"]]
    if os.path.exists(path):
        for row in reading.read_round(folder).decisions:
            if (row.household_id, row.dwelling_id) == (h, d):
                continue  # an `accept`, which binds nothing
            if row.decision != "pin" or row.household_id not in dropped:
                lines.append([row.household_id, row.dwelling_id, row.decision, row.rule or "",
                              "as before"])
    lines.append([h, d, "pin", "", "asked"])
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(",".join(line) + "\n" for line in lines)


def fewest_changes(problem, plan, floors, work):
    kept = lp.optimum(KeepProgram(problem, plan), "keep", floors, os.path.join(work, "keep.lp"))
    return len(plan) - kept


def solved_by_cbc(problem, plan, h, d, work):
    """The same for a pair that a decision allows: no second decision can pin it."""
    kept, problem.pins = problem.pins, {**without_own_pin(problem, h, d),
                                        **{member: d for member in members(problem, h)}}
    floors = lp.optima(problem, Program(problem), work)
    found = None
    if floors is not None:
        found = [value for _, value in floors], fewest_changes(problem, plan, floors, work)
    problem.pins = kept
    return found


def solved_again(folder, problem, plan, h, d, work, count_changes):
    """The same by husly under a pin, its certificate read here, and the changes by CBC; None where
    no lawful plan has the pair."""
    if (h, d) in problem.allowed:
        return solved_by_cbc(problem, plan, h, d, work)
    target = os.path.join(work, f"pin-{h}-{d}")
    write_pin(folder, target, set_aside(problem, h, d), h, d)
    run = husly.solve(target, target + "-out")
    refused = h in problem.party_of or not problem.open(d)
    if run.returncode == 4 or (run.returncode == 3 and refused):
        return None
    if run.returncode not in (0, 5):
        raise AssertionError(f"{h}/{d} pinned: {run.returncode} {husly.said(run)}")
    pinned = Problem(reading.read_round(target))
    result = results.read_result(target + "-out")
    found = results.findings(pinned, result)
    if run.returncode != 0 or found:
        raise AssertionError(f"{h}/{d} pinned: {husly.said(run)} {found}")
    values = [stage["value"] for stage in result.stages]
    fewest = None
    if count_changes:
        fewest = fewest_changes(pinned, plan, list(zip(pinned.stages(), values)), work)
    shutil.rmtree(target)
    shutil.rmtree(target + "-out")
    return values, fewest


def counter_plan(plan, option):
    """The plan that an option's changes lead to."""
    other = dict(plan)
    for change in option["changes"]:
        if plan.get(change["household_id"]) != change["from"]:
            raise AssertionError(f"{change} does not begin where the plan has it")
        other.pop(change["household_id"], None)
        if change["to"] is not None:
            other[change["household_id"]] = change["to"]
    return other


def breaches_with(problem, plan, h):
    """The broken rules of a plan in which the household's own pin is set aside."""
    kept, problem.pins = problem.pins, without_own_pin(problem, h, plan[h])
    found = check.breaches(problem, plan)
    problem.pins = kept
    return found


def price(option):
    return [SimpleNamespace(**price) for price in option["prices"]]
