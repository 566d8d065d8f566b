# SPDX-License-Identifier: GPL-3.0-or-later
"""Random rounds, solved by husly and judged by this side, by enumeration, by CBC and by glpsol.

Arguments: number of rounds, first seed. Environment: HUSLY, the binary; KEEP, a folder for
the rounds that show a disagreement."""

import os
import shutil
import sys
import tempfile

import breakdown
import brute
import costs_table
import husly
import lp
import reading
import results
from model import Problem
from program import Program
from random_rounds import generate
from round_writer import DIALECTS, ENGLISH, TABBED, Writer

SIZES = [(3, 4), (5, 5), (4, 6), (8, 8), (12, 10), (5, 7), (24, 20)]
FILES = ("placements.csv", "unplaced.csv", "certificate.csv", "breakdown.csv", "costs.csv")


class Disagreement(Exception):
    """What the two sides do not agree on."""


def agree(condition, text):
    if not condition:
        raise Disagreement(text)


def canonical(folder):
    """A result's tables free of dialect: English columns, plain numbers; sentences left out."""
    tables = []
    for name in FILES:
        dialect, columns, rows = results.read_table(os.path.join(folder, name))
        for row in rows:
            vars(row).pop("detail", None)
            vars(row).pop("what_would_help", None)
            for column in results.MONEY:
                if getattr(row, column, ""):
                    setattr(row, column, reading.parse("money", getattr(row, column), dialect))
            if name == "breakdown.csv":
                row.term = breakdown.term(row.term)
                row.unit = breakdown.english_unit(row.unit)
            elif name == "costs.csv":
                for column in costs_table.COLUMNS:
                    setattr(row, column, costs_table.value(column, getattr(row, column), dialect))
        tables.append((columns, [vars(row) for row in rows]))
    return tables


def check_dialect(problem, folder, header):
    """The result has the delimiter, line ends, BOM and language of households.csv."""
    for name in FILES:
        found, columns, _ = reading.read_cells(os.path.join(folder, name))
        source = problem.dialect
        agree(found.delimiter == source.delimiter, f"{name}: delimiter {found.delimiter}")
        agree(found.line_end == source.line_end, f"{name}: line end {found.line_end!r}")
        agree(found.bom == (source.bom or source.cp1252), f"{name}: BOM {found.bom}")
    danish = "husstand" in [name.lower() for name in header]
    _, columns, _ = reading.read_cells(os.path.join(folder, "placements.csv"))
    agree(("husstand" in columns) == danish, f"placements.csv: columns {columns}")


def check_exports(problem, folder, own, work):
    """The exported model, solved by CBC and by glpsol, has the optimum of our own model."""
    floors = []
    for stage, optimum in own:
        for form in ("lp", "mps"):
            path = os.path.join(work, f"{stage}.{form}")
            made = husly.export(folder, path, stage, form, floors)
            agree(made.returncode == 0, f"export {stage} {form}: {husly.said(made)}")
            # MPS has no word for maximising that both read: its objective is the negative.
            gain = problem.gain_of(stage, optimum) * (1 if form == "lp" else -1)
            agree(lp.solve_glpsol(path, form) == gain, f"glpsol on {form}, {stage}")
            agree(lp.solve_cbc(path) == gain, f"cbc on {form}, {stage}")
        floors.append((stage, optimum))


def check_optima(result, own):
    for stage, (_, optimum) in zip(result.stages, own):
        if stage["proven"]:
            agree(stage["value"] == optimum, f"{stage}: the optimum is {optimum}")
            continue
        least, most = sorted((stage["value"], stage["bound"]))
        agree(least <= optimum <= most, f"{stage}: the optimum is {optimum}")
        return  # a later stage stands on another floor than ours


def check_other_dialects(tables, seed, work, first):
    for dialect in DIALECTS + ((TABBED,) if seed % 4 == 0 else ()):
        folder, out = os.path.join(work, dialect.name), os.path.join(work, dialect.name + "-out")
        Writer(dialect, seed + 1).write(tables, folder)
        run = husly.solve(folder, out)
        agree(run.returncode in (0, 5), f"{dialect.name}: solve {husly.said(run)}")
        agree(canonical(out) == first, f"{dialect.name}: another result")
        source = reading.read_round(folder)
        check_dialect(source, out, source.header)


def check_bytes(tables, seed, work):
    """The same dialect, rows in another order: the same bytes."""
    folder, out = os.path.join(work, "again"), os.path.join(work, "again-out")
    Writer(ENGLISH).write({name: rows[::-1] for name, rows in tables.items()}, folder)
    run = husly.solve(folder, out)
    agree(run.returncode in (0, 5), f"rows reversed: solve {husly.said(run)}")
    for name in FILES:
        with open(os.path.join(out, name), "rb") as a, \
                open(os.path.join(work, "out", name), "rb") as b:
            agree(a.read() == b.read(), f"rows reversed: {name} differs")


def check_limited(problem, program, folder, own, work):
    """Stopped after little work: a lawful plan, a bound that holds, and `not_proven` where it is so."""
    out = os.path.join(work, "limited-out")
    run = husly.solve(folder, out, "--work", "1")
    if run.returncode == 8 and problem.pins:
        return  # with pins that bind others, a plan of any sort has to be looked for
    agree(run.returncode in (0, 5), f"limited: {run.returncode} {husly.said(run)}")
    result = results.read_result(out)
    proven = all(stage["proven"] for stage in result.stages)
    agree(proven == (run.returncode == 0), f"limited: {run.returncode} with {result.stages}")
    found = results.findings(problem, result, program)
    agree(not found, "limited: " + "\n".join(found))
    check_optima(result, own)


def one_round(seed, work):
    tables = generate(seed, *SIZES[seed % len(SIZES)])
    folder, out = os.path.join(work, "round"), os.path.join(work, "out")
    Writer(ENGLISH).write(tables, folder)
    problem = Problem(reading.read_round(folder))
    program = Program(problem)
    own = lp.optima(problem, program, work)
    if brute.size(problem) <= brute.LIMIT:
        agree(brute.optima(problem) == own, "our own sides disagree")
    run = husly.solve(folder, out)
    if own is None:
        status = 3 if problem.unlawful_pins() else 4
        agree(run.returncode == status, f"no lawful plan: {run.returncode} {husly.said(run)}")
        agree(not os.path.exists(out), "a result without a lawful plan")
        return "conflict"
    agree(run.returncode in (0, 5), f"solve: {run.returncode} {husly.said(run)}")
    verified = husly.verify(out)
    agree(verified.returncode == 0, f"verify: {verified.returncode} {husly.said(verified)}")
    result = results.read_result(out)
    found = results.findings(problem, result, program)
    agree(not found, "\n".join(found))
    check_optima(result, own)
    check_limited(problem, program, folder, own, work)
    check_exports(problem, folder, own, work)
    check_other_dialects(tables, seed, work, canonical(out))
    check_bytes(tables, seed, work)
    proven = all(stage["proven"] for stage in result.stages)
    agree(proven == (run.returncode == 0), f"solve: {run.returncode} with {result.stages}")
    return "proven" if proven else "bounded"


def main():
    rounds, first = (int(word) for word in (sys.argv[1:] + ["100", "1"][len(sys.argv) - 1:]))
    counts, failed = {}, 0
    for seed in range(first, first + rounds):
        with tempfile.TemporaryDirectory() as work:
            try:
                end = one_round(seed, work)
            except (Disagreement, lp.Unsolved) as wrong:
                end, failed = "wrong", failed + 1
                print(f"seed {seed}: {wrong}", flush=True)
                if os.environ.get("KEEP"):
                    shutil.copytree(work, os.path.join(os.environ["KEEP"], str(seed)),
                                    dirs_exist_ok=True)
            counts[end] = counts.get(end, 0) + 1
    print(f"{rounds} rounds from seed {first}: {counts}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
