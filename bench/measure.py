# SPDX-License-Identifier: GPL-3.0-or-later
"""Solves towns with husly and, where they are installed, with CBC and glpsol: bench/README.md says how
to read the table. Called by bench/run.sh."""

import argparse
import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from types import SimpleNamespace

import town

SIZES = {"24x20": (24, 20), "60x90": (60, 90), "500x400": (500, 400)}
COLUMNS = "{:<14}{:>4}  {:<6}{:<7}{:>13}{:>13}{:>9}{:>7}{:>9}{:>9}{:>6}{:>7}{:>9}"
HUSLY_STATUS = {0: "done", 5: "limit reached", 130: "interrupted"}


def measured(command, folder):
    """Runs to the end; its output, status, CPU seconds, seconds on the clock and peak memory in MB."""
    path = os.path.join(folder, "output.txt")
    begun = time.monotonic()
    with open(path, "w", encoding="utf-8") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT,
                                   stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    with open(path, encoding="utf-8", errors="replace") as output:
        return SimpleNamespace(said=output.read(), status=process.returncode,
                               cpu=usage.ru_utime + usage.ru_stime,
                               clock=time.monotonic() - begun, memory=usage.ru_maxrss / 1024)


def gap(value, bound):
    if value is None or bound is None:
        return "-"
    if value == bound:
        return "0"
    return f"{100 * (bound - value) / abs(bound):.3f} %" if bound else "-"


def shown(number):
    return "-" if number is None else str(number)


def row(name, seed, stage, solver, answer, run, size=("", "")):
    """CPU, clock and memory stand once where a run solves several stages."""
    costs = ["", "", ""] if run is None else [f"{run.cpu:.2f}", f"{run.clock:.2f}",
                                              f"{run.memory:.0f}"]
    value, bound = answer
    proven = "yes" if value is not None and value == bound else "no"
    print(COLUMNS.format(name, seed, stage, solver, shown(value), shown(bound), gap(value, bound),
                         proven, *costs, *size).rstrip(), flush=True)


def whole(text):
    return round(float(text))


def solve_with_husly(husly, round_folder, out, scratch, options):
    run = measured([husly, "solve", round_folder, "-o", out, *options], scratch)
    if run.status not in HUSLY_STATUS:
        sys.exit(f"husly solve: status {run.status}\n{run.said}")
    with open(os.path.join(out, "summary.json"), encoding="utf-8") as file:
        return run, json.load(file)["stages"]


def read_cbc(said):
    value = re.search(r"^Objective value:\s+(\S+)", said, re.M)
    bound = re.search(r"^Upper bound:\s+(\S+)", said, re.M)
    if value and "Optimal solution found" in said:
        return whole(value.group(1)), whole(value.group(1))
    return (whole(value.group(1)) if value else None,
            math.floor(float(bound.group(1)) + 1e-6) if bound else None)


def read_glpsol(said):
    """The last line of progress; the bound is rounded down, since every value is whole."""
    progress = re.findall(r"^\+\s*\d+: (?:mip =|>>>>>)\s+(\S+|not found yet) <=\s+(\S+|tree is empty)",
                          said, re.M)
    value = next((v for v, _ in reversed(progress) if v != "not found yet"), None)
    if value and "INTEGER OPTIMAL SOLUTION FOUND" in said:
        return whole(value), whole(value)
    bound = next((b for _, b in reversed(progress) if b not in ("tree is empty", "+inf")), None)
    return (whole(value) if value else None,
            math.floor(float(bound) + 1e-6) if bound else None)


RIVALS = {
    "cbc": (lambda path, seconds: ["cbc", path, "ratio", "0", "allow", "0", "sec", str(seconds),
                                   "solve", "quit"], read_cbc),
    "glpsol": (lambda path, seconds: ["glpsol", "--lp", path, "--cuts", "--tmlim", str(seconds)],
               read_glpsol),
}


def export(husly, round_folder, stage, floors, path, scratch):
    words = [word for name, value in floors for word in ("--floor", f"{name}={value}")]
    run = measured([husly, "export", round_folder, "-o", path, "--stage", stage, "--format", "lp",
                    *words], scratch)
    if run.status != 0:
        sys.exit(f"husly export: status {run.status}\n{run.said}")


def export_stages(arguments, round_folder, stages, scratch):
    """Each stage by itself, the earlier ones held at the values that husly found."""
    floors, paths = [], []
    for stage in stages:
        path = os.path.join(scratch, stage["name"] + ".lp")
        export(arguments.husly, round_folder, stage["name"], floors, path, scratch)
        floors.append((stage["name"], stage["value"]))
        paths.append(path)
    return paths


def program_size(path):
    """Rows and columns of an exported program."""
    part, count = "", {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line.startswith(" "):
                part = line.strip()
            elif part == "Bounds" or ": " in line:
                count[part] = count.get(part, 0) + 1
    return count["Subject To"], count["Bounds"]


def run_rivals(arguments, name, seed, stage, path, scratch):
    for rival, (command, read) in RIVALS.items():
        if shutil.which(rival):
            run = measured(command(path, arguments.seconds), scratch)
            row(name, seed, stage["name"], rival, read(run.said), run)


def points_of(stage, households):
    """Value and bound, the larger the better: of cost what is saved, as the exported program has it."""
    if stage["name"] != "cost":
        return stage["value"], stage["bound"]
    without = 100 * town.ASSUMED_FALLBACK_COST * households
    return without - stage["value"], without - stage["bound"]


def run_town(arguments, size, goals, seed):
    households, vacancies = SIZES[size]
    name = size + "+goals" if goals else size
    with tempfile.TemporaryDirectory(prefix="husly-bench-") as scratch:
        round_folder, out = os.path.join(scratch, "round"), os.path.join(scratch, "out")
        town.write(town.Town(households, vacancies, seed, goals).make(), round_folder)
        run, stages = solve_with_husly(arguments.husly, round_folder, out, scratch,
                                       arguments.solve_option)
        paths = export_stages(arguments, round_folder, stages, scratch)
        for number, stage in enumerate(stages):
            row(name, seed, stage["name"], "husly", points_of(stage, households),
                run if number == 0 else None, program_size(paths[number]))
        for stage, path in zip(stages, paths):
            if not arguments.no_rivals:
                run_rivals(arguments, name, seed, stage, path, scratch)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--husly", required=True, help="the program to measure")
    parser.add_argument("--sizes", default=",".join(SIZES), help="of " + ", ".join(SIZES))
    parser.add_argument("--seconds", type=int, default=60, help="limit for each rival and stage")
    parser.add_argument("--goals", action="store_true",
                        help="each town a second time, with the recommended goals and stage cost")
    parser.add_argument("--no-rivals", action="store_true")
    parser.add_argument("--solve-option", action="append", default=[], help="handed to husly solve")
    parser.add_argument("seeds", nargs="*", type=int, default=[1])
    arguments = parser.parse_args()
    for rival in RIVALS:
        if not arguments.no_rivals and not shutil.which(rival):
            print(f"{rival} is not installed and takes no part")
    print(COLUMNS.format("town", "seed", "stage", "solver", "value", "bound", "gap", "proven",
                         "cpu s", "clock s", "MB", "rows", "columns"))
    for size in arguments.sizes.split(","):
        for seed in arguments.seeds:
            for goals in (False, True) if arguments.goals else (False,):
                run_town(arguments, size, goals, seed)


if __name__ == "__main__":
    main()
