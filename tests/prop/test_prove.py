# SPDX-License-Identifier: GPL-3.0-or-later
"""husly prove: the table of every stage and leaf adds up, line by line, to the L that this side computes from the certificate
and the CSV files; the page tells the same numbers. Certificates are husly's own, and random ones put into
results that were stopped early. Arguments: rounds, first seed."""

import json
import os
import random
import re
import shutil
import sys
import tempfile
from decimal import Decimal
from types import SimpleNamespace

import certificate
import husly
import parts
import random_proofs
import reading
import results
from explain_words import kroner
from model import Problem
from program import Program
from random_rounds import generate
from round_writer import DIALECTS, Writer

ENGLISH = ["stage", "leaf", "line", "unit", "dwelling", "points", "quantity", "price", "amount",
           "sum", "bound", "detail"]
DANISH = ["trin", "blad", "linje", "enhed", "bolig", "point", "antal", "pris", "beløb", "sum",
          "grænse", "forklaring"]
MILLION = certificate.MILLION
SIZES = [(8, 8), (14, 11), (20, 14)]


def millionths(cell):
    """The exact number of millionths; six decimals, always."""
    if not re.fullmatch(r"-?\d+[.,]\d{6}", cell):
        raise ValueError(f"not six decimals: {cell}")
    return int(Decimal(cell.replace(",", ".")) * MILLION)


def read_sum(path):
    """{(stage, leaf): lines}, in the order of the file."""
    _, header, rows = reading.read_cells(path)
    if header not in (ENGLISH, DANISH):
        raise ValueError(f"columns {header}")
    leaves = {}
    for row in rows:
        line = SimpleNamespace(**dict(zip(ENGLISH, row)))
        leaves.setdefault((line.stage, line.leaf), []).append(line)
    return leaves


class Leaf:
    """One leaf, recomputed."""

    def __init__(self, checker, lines):
        self.checker, self.program = checker, checker.program
        self.fixed = [line for line in lines if line.what in certificate.FIXINGS]
        self.rows = [line for line in lines if line.what == "row" and line.multiplier]
        self.total, self.limit = checker._combine(self.rows, in_cut=False)
        self.used, self.refused, self.least, self.most = checker._read_fixings(self.fixed)
        self.placed = checker.placed(self.fixed)

    def is_empty(self):
        """No plan keeps the fixings and the pins."""
        return self.checker.is_empty(self.fixed)

    def pays(self, h, d):
        return self.total.get(("x", h, d), 0)

    def keeps(self, h):
        """(the most, where it is fixed)"""
        worth = {d: self.checker.points["x", h, d] * MILLION - self.pays(h, d)
                 for d in self.program.of_household.get(h, [])}
        fixed = self.used.get(h) or self.program.problem.pins.get(h)
        return self.checker._household(h, worth, self.used.get(h), self.refused,
                                       h in self.placed), fixed

    def extras(self):
        """{unit: (number, each)} of those that change the sum."""
        found = {}
        for name, bound in self.program.count_bound.items():
            price = self.checker.points.get(("z", name), 0)
            each = price * MILLION - self.total.get(("z", name), 0)
            low, high = max(0, self.least.get(name, 0)), min(bound, self.most.get(name, bound))
            number = high if each > 0 else low
            if number * each:
                found[name] = (number, each)
        return found


def price_findings(leaf, lines):
    if [line.unit for line in lines] != [row.unit for row in leaf.rows]:
        yield "other rows have a price"
        return
    for line, row in zip(lines, leaf.rows):
        limit = leaf.checker.rows[row.unit].limit
        if (int(line.quantity), millionths(line.price)) != (limit, row.multiplier):
            yield f"{row.unit}: {line.quantity} at {line.price}"
        if millionths(line.amount) != limit * row.multiplier:
            yield f"{row.unit}: amount {line.amount}"
        if not line.detail or line.points or line.dwelling or line.sum or line.bound:
            yield f"{row.unit}: wrong cells"


def paid_in_detail(leaf, detail):
    """What "right/S × 1; floor/need × -90" adds up to at the leaf's prices."""
    paid = 0
    for part in filter(None, detail.split("; ")):
        unit, _, count = part.rpartition(" × ")
        paid += int(count) * sum(row.multiplier for row in leaf.rows if row.unit == unit)
    return paid


def household_findings(leaf, lines, plan):
    if [line.unit for line in lines] != leaf.checker.households:
        yield "the households are others"
        return
    for line in lines:
        keeps, fixed = leaf.keeps(line.unit)
        if millionths(line.amount) != keeps:
            yield f"{line.unit}: keeps {line.amount}, not {keeps}"
        if not line.dwelling:
            if keeps or fixed or line.points or line.price:
                yield f"{line.unit}: without a dwelling"
            continue
        pair = (line.unit, line.dwelling)
        paid, points = leaf.pays(*pair), leaf.checker.points[("x",) + pair]
        if fixed not in (None, line.dwelling) or (fixed is None and {pair, line.unit} & leaf.refused):
            yield f"{line.unit}: in {line.dwelling} against the case"
        if (int(line.points), millionths(line.price)) != (points, paid):
            yield f"{line.unit}: {line.points} points, pays {line.price}"
        if points * MILLION - paid != keeps or paid_in_detail(leaf, line.detail) != paid:
            yield f"{line.unit}: {line.detail!r} is not {paid}"
        own = plan.get(line.unit)
        if own and own != line.dwelling and not fixed and (line.unit, own) not in leaf.refused:
            if leaf.checker.points["x", line.unit, own] * MILLION - leaf.pays(line.unit, own) == keeps:
                yield f"{line.unit}: {line.dwelling}, where the plan's own is as good"


def leaf_findings(leaf, lines, plan):
    kinds = {kind: [line for line in lines if line.line == kind]
             for kind in ("price", "household", "extras", "bound")}
    last = lines[-1]
    if sum(map(len, kinds.values())) != len(lines) or kinds["bound"] != [last]:
        yield "lines of other kinds"
    elif leaf.is_empty():
        if len(lines) != 1 or last.sum or last.bound:
            yield "a case without a plan has a sum"
    else:
        yield from price_findings(leaf, kinds["price"])
        yield from household_findings(leaf, kinds["household"], plan)
        extras = {line.unit: (int(line.quantity), millionths(line.price)) for line in kinds["extras"]}
        if extras != leaf.extras():
            yield f"extras {extras}, not {leaf.extras()}"
        total = sum(Decimal(line.amount.replace(",", ".")) for line in lines[:-1])
        L = leaf.limit + sum(leaf.keeps(h)[0] for h in leaf.checker.households) + sum(
            number * each for number, each in leaf.extras().values())
        if total * MILLION != L or millionths(last.sum) != L or int(last.bound) != L // MILLION:
            yield f"the amounts are {total}, the sum {last.sum}, the bound {last.bound}, L is {L}"


def aside_findings(checker, told, plan):
    """The sum by which pairs are set aside, and after it the level."""
    level = told.pop()
    if (level.line, level.bound) != ("level", str(checker.level)) or level.sum or level.amount:
        yield f"the level is {level.line} {level.bound}, not {checker.level}"
    kept, checker.aside = checker.aside, set()
    yield from leaf_findings(Leaf(checker, checker.aside_lines), told, plan)
    checker.aside = kept


def part_findings(stage, prefix, checker, leaves, plan):
    """(findings, the largest bound told, the lines)"""
    found, bounds, seen = [], [], []
    lists = {**({"aside": None} if checker.aside_lines else {}), **checker.leaves}
    for name, lines in lists.items():
        told = leaves.pop((stage, prefix + name), None)
        if told is None:
            found.append(f"{stage} {prefix}{name}: not told")
            continue
        seen += told
        bounds += [int(told[-1].bound)] if told[-1].bound else []
        texts = (aside_findings(checker, told, plan) if lines is None
                 else leaf_findings(Leaf(checker, lines), told, plan))
        found += [f"{stage} {prefix}{name}: {text}" for text in texts]
    return found, max(bounds, default=0), seen


def table_findings(program, result, table):
    """(findings, counts of what was seen)"""
    found, seen, floors, leaves = [], {}, [], read_sum(table)
    for stage in result.stages:
        bound = 0
        for prefix, checker in parts.checkers(program, stage["name"], result.proof, floors,
                                              result.plan):
            texts, own, told = part_findings(stage["name"], prefix, checker, leaves, result.plan)
            found += texts
            bound += own
            for key in ["leaf", *["part"] * bool(prefix), *(line.line for line in told),
                        *(line.unit.split("/")[0] for line in told if line.line == "price")]:
                seen[key] = seen.get(key, 0) + 1
        told = program.problem.gain_of(stage["name"], stage["bound"])
        if bound != told:
            found.append(f"{stage['name']}: the bounds come to {bound}, not {told}")
        floors.append((stage["name"], stage["value"]))
    return found + [f"told, but not there: {key}" for key in leaves], seen


def bound_of_argument(page, households):
    """What the counting argument allows, as the page tells it."""
    flat = re.sub(r"\s+", " ", page)
    counted = re.search(r"Of \d+ households at most (?:[^=]*= )?(\d+) can be placed", flat)
    return int(counted.group(1)) if counted else households


def page_findings(problem, result, page):
    flat = re.sub(r"\s+", " ", page)
    placed = len(result.plan)
    persons = [h.persons for h in problem.households.values()]
    there = sum(problem.households[h].persons for h in result.plan)
    yield from (
        text for text in
        [f"{placed} of {len(persons)} households are placed, {there} of {sum(persons)} persons."]
        if not flat.startswith(text))
    bound = bound_of_argument(page, len(persons))
    if placed > bound:
        yield f"{placed} are placed, at most {bound} could be"
    if (placed == bound < len(persons)) != (f"No plan can place more than {placed}, because:" in flat):
        yield "the headline does not follow from the argument"
    for stage in result.stages:
        words = f"Stage {stage['name']}: the plan has {stage['value']} points"
        if stage["name"] == "cost":
            words = f"Stage cost: the plan costs the municipality {kroner(stage['value'], False)} kr. until"
        if words not in flat:
            yield f"not on the page: {words}"
    if sum(flat.count(words) for words in (
            " has more. Proven.", " have more. Proven.", " costs less. Proven.")) != sum(
            stage["proven"] for stage in result.stages):
        yield "the page says of other stages that they are proven"
    for line in page.splitlines():
        if len(line) > 100:
            yield f"a long line: {line}"
    if len(page.splitlines()) > 40 + 30 * len(result.stages):
        yield f"{len(page.splitlines())} lines are no page"


def judge(program, out, work, name):
    """(findings, counts) of husly prove on a result."""
    table = os.path.join(work, name + ".csv")
    run = husly.run("prove", out, "-o", table, "--lang", "en")
    if run.returncode != 0:
        return [f"prove ended {run.returncode}: {husly.said(run)}"], {}
    again = husly.run("prove", out, "-o", table)
    if again.returncode != 6:
        return [f"over an existing file: {again.returncode}"], {}
    result = results.read_result(out)
    found, seen = table_findings(program, result, table)
    return found + list(page_findings(program.problem, result, run.stdout)), seen


def put_random_proof(out, program, seed):
    """Another proof of need into a result that is not proven; False when it would look proven."""
    rows = random_proofs.certificate_lines(random.Random(seed), program)
    path = os.path.join(out, "summary.json")
    with open(path, encoding="utf-8") as file:
        summary = json.load(file)
    need = summary["stages"][0]
    if all(stage["proven"] for stage in summary["stages"]):
        return False
    if parts.named(results.read_result(out).proof):
        return False
    try:
        bound = certificate.Checker(program, "need", rows, []).bound()
    except certificate.Unproved:  # no plan is left in any case
        return False
    if need["name"] != "need" or bound <= need["value"]:
        return False
    need.update(bound=bound, proven=False)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(summary, file)
    rows += [line for line in results.read_result(out).proof if line.stage != "need"]
    with open(os.path.join(out, "certificate.csv"), "w", encoding="utf-8") as file:
        file.write("stage,leaf,what,unit,multiplier\n")
        for row in rows:
            multiplier = "" if row.what in ("use", "not") else row.multiplier
            file.write(f'{row.stage},{row.leaf},{row.what},"{row.unit}",{multiplier}\n')
    return True


def one_round(seed, work):
    """(findings, counts) of one round, solved to the end and stopped early."""
    folder, found, total = os.path.join(work, "round"), [], {}
    Writer(DIALECTS[seed % len(DIALECTS)], seed).write(generate(seed, *SIZES[seed % len(SIZES)]),
                                                       folder)
    program = None
    for name, words in (("whole", ()), ("stopped", ("--work", "1"))):
        out = os.path.join(work, name)
        run = husly.solve(folder, out, *words)
        if run.returncode not in (0, 5):
            continue
        program = program or Program(Problem(reading.read_round(folder)))
        results_here = [name]
        stopped = not all(stage["proven"] for stage in results.read_result(out).stages)
        if stopped:
            other = os.path.join(work, "random")
            shutil.rmtree(other, ignore_errors=True)
            shutil.copytree(out, other)
            if put_random_proof(other, program, seed):
                results_here.append("random")
        for each in results_here:
            texts, seen = judge(program, os.path.join(work, each), work, f"{name}-{each}")
            found += [f"seed {seed} {name} {each}: {text}" for text in texts]
            for key, count in {**seen, each: 1}.items():
                total[key] = total.get(key, 0) + count
    return found, total


def hamlet(work):
    out = os.path.join(work, "plan")
    folder = os.path.join(husly.SOURCE, "examples", "hamlet")
    run = husly.solve(folder, out)
    if run.returncode != 0:
        return [f"hamlet: {husly.said(run)}"]
    program = Program(Problem(reading.read_round(folder)))
    return [f"hamlet: {text}" for text in judge(program, out, work, "hamlet")[0]]


def main():
    rounds, first = (int(word) for word in (sys.argv[1:] + ["30", "1"][len(sys.argv) - 1:]))
    with tempfile.TemporaryDirectory() as work:
        failed = hamlet(work)
    total = {}
    for seed in range(first, first + rounds):
        with tempfile.TemporaryDirectory() as work:
            found, seen = one_round(seed, work)
        failed += found
        for key, count in seen.items():
            total[key] = total.get(key, 0) + count
    print("\n".join(failed[:30]))
    print(f"{rounds} rounds, {total}, {len(failed)} disagreements")
    needed = ("whole", "price", "household", "extras", "floor", "party", "cut", "right", "part", "level")
    missing = [key for key in needed if not total.get(key)]
    print(f"never seen: {missing}")
    return 1 if failed or missing else 0


if __name__ == "__main__":
    sys.exit(main())
