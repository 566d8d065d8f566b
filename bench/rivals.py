# SPDX-License-Identifier: GPL-3.0-or-later
"""Other solvers on the programs that husly exports: how each is called, and how its words are read.

Every program maximises, and every value is a whole number, so a rival may stop when less than one point is open,
and its bound is rounded down. Each is asked for a proof."""

import math
import os
import re
import shutil
import subprocess
from collections import namedtuple
from types import SimpleNamespace

from process import measured

HERE = os.path.dirname(os.path.abspath(__file__))
Moment = namedtuple("Moment", "seconds value bound")
NUMBER = r"([-+]?[\d.]+(?:e[-+]?\d+)?)"
CBC_FOUND = r"(?:Integer solution of|improved solution from \S+ to|Solution found of) " + NUMBER


def whole(text):
    return round(float(text))


def whole_bound(text):
    number = float(text)
    return math.floor(number + 1e-6 * max(1, abs(number) / 1e6)) if math.isfinite(number) else None


class Cbc:
    name, package = "cbc", "coinor-cbc"

    @staticmethod
    def command(path, seconds, _scratch):
        return ["cbc", path, "ratio", "0", "allow", "0.9", "sec", str(seconds), "solve", "quit"]

    @staticmethod
    def lp_command(path, seconds, _scratch):
        return None

    @staticmethod
    def read(said):
        value = re.search(r"^Objective value:\s+(\S+)", said, re.M)
        bound = re.search(r"^Upper bound:\s+(\S+)", said, re.M)
        if value and "Optimal solution found" in said:
            return whole(value[1]), whole(value[1])
        return (whole(value[1]) if value else None, whole_bound(bound[1]) if bound else None)

    @staticmethod
    def history(said):
        """It turns the program round to minimise, so its values have the other sign."""
        seconds, value, bound, moments = 0.0, None, None, []
        for line in said.splitlines():
            at = re.search(NUMBER + r" seconds", line)
            seconds = max(seconds, float(at[1])) if at else seconds
            if found := re.search(r"Continuous objective value is " + NUMBER, line):
                bound = float(found[1])
            elif found := re.search(r"At root node, .* to " + NUMBER + r" in", line):
                bound = -float(found[1])
            elif found := re.search(CBC_FOUND, line):
                value = max(-float(found[1]), -math.inf if value is None else value)
            elif found := re.search(NUMBER + r" best solution, best possible " + NUMBER, line):
                value, bound = (None if float(found[1]) > 1e40 else -float(found[1])), -float(found[2])
            else:
                continue
            # Below a value that it has, it says no more than that nothing better is left.
            moments.append(Moment(seconds, value, bound if value is None else max(value, bound)))
        return moments

    @staticmethod
    def version():
        return re.search(r"Version: (\S+)", output_of(["cbc", "-quit"]))[1]


class Glpsol:
    name, package = "glpsol", "glpk-utils"

    @staticmethod
    def command(path, seconds, _scratch):
        return ["glpsol", "--lp", path, "--cuts", "--tmlim", str(seconds)]

    @staticmethod
    def lp_command(path, seconds, _scratch):
        return ["glpsol", "--lp", path, "--nomip", "--tmlim", str(seconds)]

    @staticmethod
    def read(said):
        """The last line of progress."""
        progress = re.findall(r"^\+\s*\d+: (?:mip =|>>>>>)\s+(\S+|not found yet) <=\s+(\S+|tree is empty)",
                              said, re.M)
        value = next((v for v, _ in reversed(progress) if v != "not found yet"), None)
        if value and "INTEGER OPTIMAL SOLUTION FOUND" in said:
            return whole(value), whole(value)
        bound = next((b for _, b in reversed(progress) if b not in ("tree is empty", "+inf")), None)
        return whole(value) if value else None, whole_bound(bound) if bound else None

    @staticmethod
    def read_lp(said):
        found = re.findall(r"^[*#\s]+\d+: obj =\s+(\S+)", said, re.M)
        return float(found[-1]) if found and "OPTIMAL LP SOLUTION FOUND" in said else None

    @staticmethod
    def history(_said):
        """Its lines have no times."""
        return []

    @staticmethod
    def version():
        return re.search(r"Solver (\S+)", output_of(["glpsol", "--version"]))[1]


class Clp:
    """For the linear program alone."""
    name, package = "clp", "coinor-clp"

    @staticmethod
    def command(path, seconds, _scratch):
        return None

    @staticmethod
    def lp_command(path, seconds, _scratch):
        return ["clp", path, "-seconds", str(seconds), "-solve", "-quit"]

    @staticmethod
    def read_lp(said):
        found = re.search(r"Optimal objective\s+" + NUMBER, said) or re.search(r"objective value\s+" + NUMBER, said)
        return abs(float(found[1])) if found and "ptimal" in said else None

    @staticmethod
    def history(_said):
        return []

    @staticmethod
    def version():
        return re.search(r"version (\S+),", output_of(["clp", "-quit"]))[1]


class Highs:
    """The native program, one thread."""
    name, package = "highs", None

    @staticmethod
    def program():
        return os.environ.get("HIGHS") or shutil.which("highs")

    @classmethod
    def with_options(cls, path, seconds, scratch, options):
        settings = os.path.join(scratch, "highs.options")
        with open(settings, "w", encoding="utf-8") as file:
            file.write("mip_rel_gap = 0\nmip_abs_gap = 0.9\nparallel = off\nthreads = 1\n"
                       f"log_file = {settings}.log\n{options}")
        return [cls.program(), "--time_limit", str(seconds), "--options_file", settings, path]

    @classmethod
    def command(cls, path, seconds, scratch):
        return cls.with_options(path, seconds, scratch, "")

    @classmethod
    def lp_command(cls, path, seconds, scratch):
        return cls.with_options(path, seconds, scratch, "solve_relaxation = true\n")

    @staticmethod
    def read(said):
        value = re.search(r"^\s+Primal bound\s+(\S+)", said, re.M)
        bound = re.search(r"^\s+Dual bound\s+(\S+)", said, re.M)
        found = value and "-inf" not in value[1] and re.search(r"Solution status\s+feasible", said)
        if found and re.search(r"Status\s+Optimal", said):
            return whole(value[1]), whole(value[1])
        return whole(value[1]) if found else None, whole_bound(bound[1]) if bound else None

    @staticmethod
    def read_lp(said):
        value = re.search(r"^Objective value\s*:\s*(\S+)", said, re.M)
        return float(value[1]) if value and re.search(r"Model status\s*:\s*Optimal", said) else None

    @staticmethod
    def history(said):
        line = re.compile(r"^.*?\d\.\d+%\s+(\S+)\s+(\S+)\s+\S+(?:\s+\S+){4}\s+([\d.]+)s\s*$", re.M)
        moments = []
        for bound, value, seconds in line.findall(said):
            moments.append(Moment(float(seconds), None if "inf" in value else float(value),
                                  None if "inf" in bound else float(bound)))
        return moments

    @classmethod
    def version(cls):
        return re.search(r"HiGHS version (\S+)", output_of([cls.program(), "--version"]))[1]


class HighsWasm(Highs):
    """The npm registry's build, which runs as WebAssembly and is slower than the native one."""
    name = "highs-wasm"

    @staticmethod
    def command(path, seconds, _scratch):
        return ["node", os.path.join(HERE, "highs_wasm.cjs"), path, str(seconds)]

    @staticmethod
    def lp_command(path, seconds, _scratch):
        return None

    @classmethod
    def version(cls):
        return output_of(["node", os.path.join(HERE, "highs_wasm.cjs")]).strip()


def output_of(command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          check=False).stdout.decode("utf-8", "replace")


def has_wasm():
    """The script beside this file tells the version, or fails where the package is not there."""
    return bool(shutil.which("node")) and re.fullmatch(r"[\d.]+", HighsWasm.version()) is not None


def found_rivals(say):
    """Those that are installed, and a line about each that is not."""
    rivals = []
    for rival in Cbc, Glpsol, Clp:
        if shutil.which(rival.name):
            rivals.append(rival)
        else:
            say(f"{rival.name} is not installed and takes no part (Debian package {rival.package})")
    if Highs.program():
        return rivals + [Highs]
    if has_wasm():
        say("no native highs on PATH or in HIGHS: its WebAssembly build takes part, which is slower")
        return rivals + [HighsWasm]
    say("highs is not installed and takes no part (a native one on PATH or in HIGHS, or npm's package highs)")
    return rivals


def solve(rival, path, seconds, scratch):
    """The run with value, bound and moments; None where the rival knows linear programs only."""
    command = rival.command(path, seconds, scratch)
    if command is None or path is None:
        return None
    run = measured(command, scratch, 2 * seconds + 60)
    value, bound = rival.read(run.said)
    # What is on the clock of a busy machine is less on the processor's.
    pace = min(1.0, run.cpu / run.clock) if rival is not Cbc else 1.0
    moments = [moment._replace(seconds=pace * moment.seconds) for moment in rival.history(run.said)]
    if value is not None:
        moments.append(Moment(run.cpu, value, bound))
    return SimpleNamespace(name=rival.name, value=value, bound=bound, moments=moments, cpu=run.cpu,
                           clock=run.clock, memory=run.memory)


def solve_lp(rival, path, seconds, scratch):
    """The run with the linear program's value; None where the rival has no such call."""
    command = rival.lp_command(path, seconds, scratch)
    if command is None or path is None:
        return None
    run = measured(command, scratch, 2 * seconds + 60)
    return SimpleNamespace(name=rival.name, value=rival.read_lp(run.said), cpu=run.cpu, clock=run.clock,
                           memory=run.memory)
