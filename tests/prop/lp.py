# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a Program as CPLEX LP and has CBC or glpsol solve it; nothing here comes from husly."""

import os
import re
import subprocess


class Unsolved(Exception):
    """A solver could not read or finish a model."""


def expression(terms, short):
    parts = [f"{'-' if a < 0 else '+'} {abs(a)} {short[v]}" for v, a in terms.items()]
    lines = [" ".join(parts[i:i + 8]) for i in range(0, len(parts), 8)]
    return "\n ".join(lines)


def write(program, stage, floors, path):
    """Maximise `stage` with earlier stages held at `floors`; returns False without any variable."""
    variables = [("x", h, d) for h, d in program.problem.pairs]
    variables += [("z", name) for name, bound in program.count_bound.items() if bound > 0]
    short = {v: f"v{i}" for i, v in enumerate(variables)}
    rows = list(program.rows.values())
    rows += [program.household_row(h) for h in program.of_household]
    rows += [program.floor_row(name, value) for name, value in floors]
    with open(path, "w", encoding="ascii") as file:
        points = {v: c for v, c in program.points(stage).items() if c}
        file.write("Maximize\n obj: " + (expression(points, short) or f"0 {short[variables[0]]}"))
        file.write("\nSubject To\n")
        for number, row in enumerate(rows):
            terms = {v: a for v, a in row.terms.items() if v in short}
            if terms:
                sign = "=" if row.equal else "<="
                file.write(f" r{number}: {expression(terms, short)} {sign} {row.limit}\n")
        file.write("Bounds\n")
        for h, d in program.problem.pins.items():
            file.write(f" {short['x', h, d]} = 1\n")
        for name, bound in program.count_bound.items():
            if bound > 0:
                file.write(f" 0 <= {short['z', name]} <= {bound}\n")
        file.write("Generals\n " + "\n ".join(short[v] for v in variables if v[0] == "z"))
        file.write("\nBinaries\n " + "\n ".join(short[v] for v in variables if v[0] == "x"))
        file.write("\nEnd\n")


def solve_cbc(path, seconds=60):
    """The optimum as CBC finds it, None when infeasible; raises when it did not finish."""
    out = path + ".cbc"
    run = subprocess.run(["cbc", path, "ratio", "0", "allow", "0", "sec", str(seconds), "solve",
                          "solu", out], capture_output=True, text=True, check=False)
    if not os.path.exists(out):
        # CBC writes no file when nothing is left after presolve.
        if "with 0 errors" in run.stdout and re.search(r"^Objective value: +-?0\.0+$",
                                                       run.stdout, re.M):
            return 0
        raise Unsolved(f"cbc: {run.stdout[-800:]}")
    with open(out, encoding="utf-8") as file:
        status = file.readline()
    os.remove(out)
    if re.search("infeasible", status, re.I):
        return None
    match = re.match(r"Optimal.*objective value (\S+)", status)
    if not match:
        raise Unsolved(f"cbc: {status} {run.stdout[-500:]}")
    return round(float(match.group(1)))


def solve_glpsol(path, form, seconds=60):
    """The optimum as glpsol finds it, None when infeasible; raises when it did not finish."""
    out = path + ".glp"
    words = ["glpsol", "--lp" if form == "lp" else "--freemps", path, "--tmlim", str(seconds),
             "-w", out]
    run = subprocess.run(words + ["--cuts"], capture_output=True, text=True, check=False)
    if "invalid number of columns" in run.stdout:
        # GLPK 5.0's cuts abort on a model that its presolve leaves without columns.
        run = subprocess.run(words, capture_output=True, text=True, check=False)
    if not os.path.exists(out):
        raise Unsolved(f"glpsol: {run.stdout[-500:]}")
    with open(out, encoding="utf-8") as file:
        text = file.read()
    os.remove(out)
    line = re.search(r"^s (?:mip|bas) \d+ \d+ (o|f f) (\S+)", text, re.M)
    if line:
        return round(float(line.group(2)))
    if re.search("HAS NO (PRIMAL|INTEGER) FEASIBLE", run.stdout):
        return None
    raise Unsolved(f"glpsol: {run.stdout[-500:]}")


def optimum(program, stage, floors, path):
    """The true optimum, as a result states it, by our own model and CBC; None when no plan is lawful."""
    problem = program.problem
    if any((h, d) not in problem.pair_set for h, d in problem.pins.items()):
        return None
    if not problem.pairs:
        gain = problem.gain(stage, {})
    else:
        write(program, stage, floors, path)
        gain = solve_cbc(path)
    return None if gain is None else problem.value_of(stage, gain)


def optima(problem, program, folder):
    """[(stage, optimum)] in strict order; None when there is no lawful plan."""
    found = []
    for stage in problem.stages():
        value = optimum(program, stage, found, os.path.join(folder, f"own-{stage}.lp"))
        if value is None:
            return None
        found.append((stage, value))
    return found
