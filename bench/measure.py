# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures husly and other solvers on invented rounds. bench/README.md says how to read what it writes; bench/run.sh
calls it."""

import argparse
import datetime
import json
import os
import platform
import re
import subprocess

import chapters
import report
import rivals
import rounds

HERE = os.path.dirname(os.path.abspath(__file__))
MARKS = "<!-- results: begin -->", "<!-- results: end -->"
# Seconds for each rival and stage.
LIMITS = {"towns": 10, "hard": 10, "city": 20, "growth": 20, "region": 60, "nation": 60}
LONG_LIMITS = {**LIMITS, "city": 60}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--husly", required=True, help="the program to measure")
    parser.add_argument("--long", action="store_true", help="more seeds, and regions and the nation too")
    parser.add_argument("--chapters", help="only these of " + ", ".join(chapters.CHAPTERS))
    parser.add_argument("--sizes", help="no chapters but these rounds: " + rounds.NAMES)
    parser.add_argument("--goals", action="store_true", help="with --sizes: each town with the goals, too")
    parser.add_argument("--seconds", type=int, help="limit for each rival and stage")
    parser.add_argument("--no-rivals", action="store_true")
    parser.add_argument("--solve-option", action="append", default=[], help="handed to husly solve")
    parser.add_argument("--out", default="build/bench", help="folder for results, tables and charts")
    parser.add_argument("--redraw", action="store_true", help="measure nothing; tables and charts of what is there")
    parser.add_argument("--publish", action="store_true", help="tables and charts into bench/ and its README.md")
    parser.add_argument("seeds", nargs="*", type=int)
    return parser.parse_args()


def setting_of(given, solvers, seconds):
    return chapters.Setting(given.husly, solvers, given.seconds or seconds, given.solve_option, given.long)


def machine():
    model = "unknown processor"
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = (re.findall(r"model name\s*: (.*)", file.read()) or [model])[0]
    try:
        system = platform.freedesktop_os_release()["PRETTY_NAME"]
    except (AttributeError, OSError, KeyError):
        system = platform.system()
    return f"{os.cpu_count()} cores of {model.strip()}, {system}"


def about(given, solvers, limit):
    """When, where, with what, and how busy the machine was already."""
    version = subprocess.run([given.husly, "--version"], stdout=subprocess.PIPE, check=True).stdout.decode().strip()
    programs = [version] + [f"{report.NAMES[rival.name]} {rival.version()}" for rival in solvers]
    load = os.getloadavg()[0]
    busy = f", other work beside it (load {load:.1f} before it began)" if load > 0.5 else ""
    return (f"{datetime.date.today()}, {machine()}{busy}; {', '.join(programs)}; "
            f"{limit} s for each rival and stage.")


def results_in(folder):
    path = os.path.join(folder, "results.json")
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def keep(results, folder):
    with open(os.path.join(folder, "results.json"), "w", encoding="utf-8") as file:
        json.dump(results, file)
    with open(os.path.join(folder, "report.md"), "w", encoding="utf-8") as file:
        file.write(report.written(results, folder) + "\n")


def run_chapters(given, solvers, results):
    names = given.chapters.split(",") if given.chapters else chapters.CHAPTERS if given.long else chapters.IN_SHORT
    for name in names:
        limit = given.seconds or (LONG_LIMITS if given.long else LIMITS)[name]
        told = about(given, solvers, limit)
        results[name] = {"about": told,
                         "records": chapters.CHAPTERS[name](setting_of(given, solvers, limit), given.seeds)}
        keep(results, given.out)


def run_rounds(given, solvers):
    names = [name for size in given.sizes.split(",")
             for name in ([size, size + "+goals"] if given.goals and re.fullmatch(r"\d+x\d+", size) else [size])]
    chapters.some_rounds(setting_of(given, solvers, 60), names, given.seeds or [1])


def publish(results):
    path = os.path.join(HERE, "README.md")
    with open(path, encoding="utf-8") as file:
        before, rest = file.read().split(MARKS[0])
    after = rest.split(MARKS[1])[1]
    written = report.written(results, HERE)
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{before}{MARKS[0]}\n\n{written}\n\n{MARKS[1]}{after}")


def main():
    given = arguments()
    solvers = [] if given.no_rivals or given.redraw else rivals.found_rivals(print)
    if given.sizes:
        run_rounds(given, solvers)
        return
    os.makedirs(given.out, exist_ok=True)
    results = results_in(given.out)
    if not given.redraw:
        run_chapters(given, solvers, results)
    keep(results, given.out)
    if given.publish:
        publish(results)


if __name__ == "__main__":
    main()
