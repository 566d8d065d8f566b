# SPDX-License-Identifier: GPL-3.0-or-later
"""husly verify notices every changed cell: of each table of the result, of a proof that then proves
less, of an input; and every line of a proof that is taken away, doubled, or moved to another leaf or unit, when
certificate.py finds the proof another or none. Each must end with status 7 and a text that names the file; a proof
that says the same must pass. Arguments: rounds, first seed."""

import os
import random
import re
import sys
import tempfile
from types import SimpleNamespace

import certificate
import husly
import reading
import results
import test_prove
from model import Problem
from program import Program
from random_rounds import generate
from round_writer import DIALECTS, Writer

SIZES = [(6, 6), (10, 9), (8, 12)]
TABLES = ("placements.csv", "unplaced.csv", "breakdown.csv", "costs.csv")


class Mutant:
    """One file with one cell changed, put back at the end."""

    def __init__(self, path, old_lines, line, column, delimiter, cell):
        self.path, self.old = path, old_lines
        fields = split(old_lines[line], delimiter)
        fields[column] = cell
        self.new = list(old_lines)
        self.new[line] = delimiter.join(fields)

    def __enter__(self):
        write_lines(self.path, self.new)

    def __exit__(self, *_):
        write_lines(self.path, self.old)


def split(line, delimiter):
    """The raw fields of a line without line breaks inside, quotes kept."""
    pattern = r'(?:^|%s)("(?:[^"]|"")*"|[^%s]*)' % (re.escape(delimiter), re.escape(delimiter))
    return re.findall(pattern, line)


def read_lines(path):
    with open(path, "rb") as file:
        return file.read().decode("utf-8").split("\n")


def write_lines(path, lines):
    with open(path, "wb") as file:
        file.write("\n".join(lines).encode("utf-8"))


def changed(cell, problem, column):
    """Another cell that could stand there."""
    ids = {"household_id": problem.households, "dwelling_id": problem.dwellings,
           "section_id": problem.sections, "area_id": problem.areas}
    end = "\r" if cell.endswith("\r") else ""
    plain = cell.rstrip("\r")
    if column in ids:
        return next((name for name in ids[column] if name != plain), plain + "x") + end
    if re.fullmatch(r"-?\d+", plain):
        return str(int(plain) + 1) + end
    if plain.endswith('"'):
        return plain[:-1] + '1"' + end
    return (plain + "1" if plain else "1") + end


def expect_seven(out, name, what):
    run = husly.verify(out)
    text = husly.said(run)
    if run.returncode != 7:
        return [f"{what}: verify ended {run.returncode}: {text}"]
    if name not in text:
        return [f"{what}: verify does not name {name}: {text}"]
    return []


def table_mutants(problem, out, name):
    path = os.path.join(out, name)
    dialect, columns, rows = results.read_table(path)
    lines = read_lines(path)
    for line in range(1, len(rows) + 1):
        for number, column in enumerate(columns):
            cell = split(lines[line], dialect.delimiter)[number]
            new = changed(cell, problem, column)
            yield (Mutant(path, lines, line, number, dialect.delimiter, new), name,
                   f"{name}:{line + 1}: {column} {cell!r} to {new!r}")


def proves(problem, program, result, proof):
    """Whether a proof shows the stated bounds, no more and no less; None where it shows none."""
    floors = []
    for stage in result.stages:
        try:
            bound = certificate.bound_of(program, stage["name"], proof, floors, result.plan)
        except certificate.Unproved:
            return None
        if bound != stage["bound"]:
            return False
        floors.append((stage["name"], stage["value"]))
    return True


def weaker(problem, program, result, index, multiplier):
    """True when the proof with that multiplier no longer shows the stated bounds."""
    old = result.proof[index].multiplier
    result.proof[index].multiplier = multiplier
    shown = proves(problem, program, result, result.proof)
    result.proof[index].multiplier = old
    return not shown


def cell(text):
    return '"' + text.replace('"', '""') + '"'


def write_proof(path, rows, semicolon):
    """certificate.csv anew, in the dialect of the round as far as it shows here."""
    between = ";" if semicolon else ","
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(between.join(["stage", "leaf", "what", "unit", "multiplier"]) + "\n")
        for row in rows:
            number = "" if row.what in ("use", "not", "household") else str(row.multiplier)
            file.write(between.join([row.stage, row.leaf, row.what, cell(row.unit), number]) + "\n")


def changed_lines(draw, rows):
    """(what, rows) with one line less, twice, or with a cell of another line."""
    for index in draw.sample(range(len(rows)), min(len(rows), 12)):
        row, other = rows[index], draw.choice(rows)
        yield f"without {vars(row)}", rows[:index] + rows[index + 1:]
        yield f"twice {vars(row)}", rows[:index + 1] + rows[index:]
        for column in ("unit", "leaf", "what"):
            if getattr(other, column) != getattr(row, column):
                new = SimpleNamespace(**{**vars(row), column: getattr(other, column)})
                yield f"{vars(row)} to {vars(new)}", rows[:index] + [new] + rows[index + 1:]


def in_order(rows):
    """Whether the file keeps the order that certificate.py does not ask about."""
    seen, last = set(), {}
    for before, row in zip([None, *rows], rows):
        here = (row.stage, row.leaf)
        if before and here != (before.stage, before.leaf) and here in seen:
            return False
        seen.add(here)
        prefix, _, name = row.leaf.rpartition("/")
        kind, number = ("cut", name[3:]) if name.startswith("cut") else ("leaf", name)
        if not number.isdigit():
            continue
        place = (row.stage, prefix, kind)
        least = last.get(place, 0 if kind == "cut" else -1)
        if int(number) < least or (kind == "cut" and int(number) > least + 1):
            return False
        last[place] = int(number)
    return True


def line_findings(problem, out, seed):
    """(how many were tried, what verify thinks other than certificate.py)"""
    path = os.path.join(out, "certificate.csv")
    result, program = results.read_result(out), Program(problem)
    kept, tried, wrong = read_lines(path), 0, []
    draw, semicolon = random.Random(seed), ";" in kept[0]
    for what, rows in changed_lines(draw, result.proof):
        if not in_order(rows):
            continue
        try:
            shown = proves(problem, program, result, rows)
        except (ValueError, KeyError):
            shown = None
        write_proof(path, rows, semicolon)
        ended = husly.verify(out).returncode
        tried += 1
        if (ended == 0) != bool(shown) or ended not in (0, 7):
            wrong.append(f"seed {seed}: {what}: verify ended {ended}, the proof shows {shown}")
    write_lines(path, kept)
    return tried, wrong


def proof_mutants(problem, out):
    path = os.path.join(out, "certificate.csv")
    dialect, columns, rows = results.read_table(path)
    result, program = results.read_result(out), Program(problem)
    lines, place = read_lines(path), columns.index("multiplier")
    for index, row in enumerate(rows[:200]):
        old = int(row.multiplier or 0)
        for new in (old + 3000000, max(0, old - 3000000), -old - 1, 10 * old + 1):
            if new == old or not weaker(problem, program, result, index, new):
                continue
            end = "\r" if lines[index + 1].endswith("\r") and place == len(columns) - 1 else ""
            yield (Mutant(path, lines, index + 1, place, dialect.delimiter, f"{new}{end}"),
                   "certificate.csv", f"certificate.csv:{index + 2}: {row.unit} {old} to {new}")


def input_mutants(problem, folder):
    """One changed byte in each input, the last digit of its last line with one."""
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        lines = read_lines(path)
        for line in range(len(lines) - 1, 0, -1):
            digits = list(re.finditer(r"\d", lines[line]))
            if digits:
                at = digits[-1].start()
                digit = str((int(lines[line][at]) + 1) % 10)
                mutant = Mutant(path, lines, 0, 0, "\0", lines[0])
                mutant.new[line] = lines[line][:at] + digit + lines[line][at + 1:]
                yield mutant, name, f"{name}:{line + 1}: a digit"
                break


def one_round(seed, work):
    """(mutants tried by kind, disagreements)."""
    dialect = DIALECTS[seed % 2]  # both write UTF-8, which the mutants need
    folder, out = os.path.join(work, "round"), os.path.join(work, "out")
    Writer(dialect, seed).write(generate(seed, *SIZES[seed % len(SIZES)]), folder)
    run = husly.solve(folder, out)
    if run.returncode in (3, 4):
        return {}, []
    if run.returncode not in (0, 5):
        return {}, [f"seed {seed}: solve ended {run.returncode}: {husly.said(run)}"]
    problem = Problem(reading.read_round(folder))
    counts, wrong = {}, []
    kinds = {name: table_mutants(problem, out, name) for name in TABLES
             if os.path.exists(os.path.join(out, name))}
    kinds.update(proof=proof_mutants(problem, out), input=input_mutants(problem, folder))
    for kind, mutants in kinds.items():
        for mutant, name, what in mutants:
            with mutant:
                wrong += expect_seven(out, name, f"seed {seed}: {what}")
            counts[kind] = counts.get(kind, 0) + 1
    counts["line"], found = line_findings(problem, out, seed)
    wrong += found
    stopped = os.path.join(work, "stopped")
    if husly.solve(folder, stopped, "--work", "1").returncode in (0, 5) and (
            test_prove.put_random_proof(stopped, Program(problem), seed)):
        counts["random"], found = line_findings(problem, stopped, seed)
        wrong += found
    untouched = husly.verify(out)
    if untouched.returncode != 0:
        wrong.append(f"seed {seed}: verify of the untouched result: {husly.said(untouched)}")
    return counts, wrong


def main():
    rounds, first = (int(word) for word in (sys.argv[1:] + ["6", "1"][len(sys.argv) - 1:]))
    total, failed = {}, []
    for seed in range(first, first + rounds):
        with tempfile.TemporaryDirectory() as work:
            counts, wrong = one_round(seed, work)
        failed += wrong
        for kind, count in counts.items():
            total[kind] = total.get(kind, 0) + count
    print("\n".join(failed[:30]))
    print(f"{rounds} rounds, mutants {total}, {len(failed)} not noticed")
    return 1 if failed or not all(total.get(kind) for kind in TABLES + ("proof", "input", "line", "random")) else 0


if __name__ == "__main__":
    sys.exit(main())
