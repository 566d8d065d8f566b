# SPDX-License-Identifier: GPL-3.0-or-later
"""What the bench measures, chapter by chapter. A chapter gives records of plain words and numbers, which report.py
turns into tables and charts."""

import contextlib
import os
import tempfile
from dataclasses import dataclass

import rivals as others
import rounds
from engine import Engine, program_size

COLUMNS = "{:<16}{:>4}  {:<6}{:<11}{:>13}{:>13}{:>9}{:>7}{:>9}{:>9}{:>7}{:>7}{:>9}"
# The seconds that husly is given for its gap over time, one run each.
MOMENTS = (1, 2, 5, 10, 20, 30, 60)
# Households of the growth chapter; vacancies are four for three.
GROWTH = (30, 60, 120, 250, 500, 1000, 2000, 3000)
# Beyond so many columns no rival is given the program: its file alone takes hundreds of megabytes.
MOST_COLUMNS = 3_000_000


@dataclass
class Setting:
    husly: str
    rivals: list
    seconds: int
    options: list
    is_long: bool


@contextlib.contextmanager
def round_of(setting, name, seed):
    with tempfile.TemporaryDirectory(prefix="husly-bench-") as scratch:
        folder = os.path.join(scratch, "round")
        households = rounds.write(name, seed, folder)
        yield Engine(setting.husly, folder, households, scratch), scratch


def gap(value, bound):
    """In per cent; None where there is no value or no bound, or nothing to divide by."""
    if value is None or bound is None:
        return None
    if value >= bound:
        return 0.0
    return 100 * (bound - value) / abs(bound) if bound else None


def shown_gap(per_cent):
    return "-" if per_cent is None else "0" if per_cent == 0 else f"{per_cent:.3f} %"


def print_head():
    print(COLUMNS.format("round", "seed", "stage", "solver", "value", "bound", "gap", "proven", "cpu s", "clock s",
                         "MB", "rows", "columns"))


def print_row(place, solver, answer, run, size=("", "")):
    """CPU, clock and memory stand once where a run solves several stages."""
    costs = ["", "", ""] if run is None else [f"{run.cpu:.2f}", f"{run.clock:.2f}", f"{run.memory:.0f}"]
    value, bound = answer
    proven = "yes" if value is not None and value == bound else "no"
    print(COLUMNS.format(*place, solver, *("-" if number is None else number for number in answer),
                         shown_gap(gap(value, bound)), proven, *costs, *size).rstrip(), flush=True)


def cost_of(run):
    return {"cpu": round(run.cpu, 3), "clock": round(run.clock, 3), "memory": round(run.memory, 1)}


def solved_round(setting, name, seed, with_rivals=True):
    """One round by husly and, stage by stage, by the rivals."""
    with round_of(setting, name, seed) as (engine, scratch):
        run = engine.solve(*setting.options)
        paths = engine.export(run.stages)
        answers = {stage.name: {"husly": {"value": stage.value, "bound": stage.bound}} for stage in run.stages}
        for number, (stage, path) in enumerate(zip(run.stages, paths)):
            size = program_size(path) if path else ("", "")
            answers[stage.name]["size"] = size
            print_row((name, seed, stage.name), "husly", (stage.value, stage.bound), None if number else run, size)
        for stage, path in zip(run.stages, paths):
            for rival in setting.rivals if with_rivals else []:
                solved = others.solve(rival, path, setting.seconds, scratch)
                if solved is None:
                    continue
                print_row((name, seed, stage.name), solved.name, (solved.value, solved.bound), solved)
                answers[stage.name][solved.name] = {"value": solved.value, "bound": solved.bound, **cost_of(solved)}
        return {"round": name, "seed": seed, "husly": cost_of(run), "stages": answers}


def some_rounds(setting, names, seeds):
    print_head()
    return [solved_round(setting, name, seed) for name in names for seed in seeds]


def towns(setting, seeds):
    """Rivals take part in the first ten only: the rest shows how often husly proves."""
    seeds = seeds or range(1, 101 if setting.is_long else 11)
    print_head()
    records = [solved_round(setting, name, seed, seed <= 10) for name in ("60x40", "60x90") for seed in seeds]
    return records + [solved_round(setting, "60x90+goals", seed) for seed in list(seeds)[:5]]


def hard(setting, seeds):
    return some_rounds(setting, ("sites", "caps", "shared", "even", "key"), seeds or (1, 2, 3))


def over_time(setting, name, seed, moments, with_rivals=True, kinds=("lp", "whole")):
    """husly with more and more seconds, and the rivals on the linear and the whole programs."""
    with round_of(setting, name, seed) as (engine, scratch):
        record = {"round": name, "seed": seed, "husly": [], "rivals": [], "lp": []}
        record["pairs"], record["survey"] = engine.lawful_pairs()
        for seconds in moments:
            run = engine.solve("--seconds", str(seconds), *setting.options)
            record["husly"].append({"seconds": seconds, **cost_of(run), "stages": {
                stage.name: {"value": stage.value, "bound": stage.bound} for stage in run.stages}})
            for stage in run.stages:
                print_row((name, seed, stage.name), f"husly {seconds} s", (stage.value, stage.bound), run)
            if run.clock < 0.8 * seconds:
                break
        record["check"], record["verify"] = map(cost_of, engine.checked())
        if with_rivals and setting.rivals and (record["pairs"] or 0) <= MOST_COLUMNS:
            rivals_over_time(setting, engine, run.stages, scratch, record, kinds)
        return record


def rivals_over_time(setting, engine, stages, scratch, record, kinds):
    for stage, path in zip(stages, engine.export(stages)):
        place = (record["round"], record["seed"], stage.name)
        for rival in setting.rivals:
            if "lp" in kinds and (solved := others.solve_lp(rival, path, setting.seconds, scratch)):
                print_row(place, solved.name + " LP", (None, solved.value), solved)
                record["lp"].append({"stage": stage.name, "solver": solved.name, "value": solved.value,
                                     **cost_of(solved)})
            if "whole" in kinds and (solved := others.solve(rival, path, setting.seconds, scratch)):
                print_row(place, solved.name, (solved.value, solved.bound), solved)
                record["rivals"].append({"stage": stage.name, "solver": solved.name, "value": solved.value,
                                         "bound": solved.bound, "moments": solved.moments, **cost_of(solved)})


def city(setting, seeds):
    """The first city over time with the rivals, the others for ten seconds each."""
    seeds = list(seeds or range(1, 11 if setting.is_long else 4))
    print_head()
    first = over_time(setting, "500x400", seeds[0], MOMENTS if setting.is_long else MOMENTS[:5])
    return [first] + [over_time(setting, "500x400", seed, (10,), False) for seed in seeds[1:]]


def growth(setting, seeds):
    """Rounds of one municipality in one pool, ever larger, at most 20 seconds each."""
    print_head()
    sizes = GROWTH if setting.is_long else GROWTH[:6]
    return [over_time(setting, f"{households}x{households * 4 // 3}x1-any", seed, (20,), households <= 1000, ("whole",))
            for seed in list(seeds or (1,)) for households in sizes]


def region(setting, seeds):
    print_head()
    seed = (list(seeds) or [1])[0]
    return [over_time(setting, "region-own", seed, (1, 2, 5, 10, 20, 30)),
            over_time(setting, "region-any", seed, (10, 30, 60), kinds=("lp",))]


def nation(setting, seeds):
    print_head()
    seed = (list(seeds) or [1])[0]
    return [over_time(setting, "nation-own", seed, (10, 20, 60), kinds=("lp",)),
            over_time(setting, "nation-any", seed, (60, 120), False)]


CHAPTERS = {"towns": towns, "hard": hard, "city": city, "growth": growth, "region": region, "nation": nation}
IN_SHORT = ("towns", "hard", "city", "growth")
