# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans that somebody made by hand: husly verify and check.py agree on which are lawful.

Arguments: number of rounds, first seed."""

import os
import random
import shutil
import sys
import tempfile

import check
import husly
import reading
from model import Problem
from random_rounds import generate
from round_writer import ENGLISH, Writer
from test_rounds import SIZES

PLANS = 12


def greedy(problem, draw, lawful):
    """Adds pairs in random order while rules 8-10 hold; with `lawful` off, sometimes regardless."""
    plan = {}
    pairs = draw.sample(problem.pairs, len(problem.pairs))
    for h, d in list(problem.pins.items()) + pairs:
        if h in plan:
            continue
        members = problem.parties.get(problem.households[h].party, [h])
        trial = {**plan, **{member: d for member in members}}
        broken = [text for text in check.breaches(problem, trial) if not text.startswith("pin")]
        if not broken or (not lawful and draw.random() < 0.15):
            plan = trial
    return plan


def disturbed(problem, draw, plan):
    """The plan with one household moved, added or taken out, whatever the rules say."""
    plan = dict(plan)
    h = draw.choice(list(problem.households))
    if h in plan and draw.random() < 0.4:
        del plan[h]
    else:
        plan[h] = draw.choice(list(problem.dwellings))
    return plan


def write(plan, folder):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    with open(os.path.join(folder, "placements.csv"), "w", encoding="utf-8") as file:
        file.write("household_id,dwelling_id\n")
        file.writelines(f"{h},{d}\n" for h, d in plan.items())


def one_round(seed, work, counts):
    draw = random.Random(seed)
    folder, out = os.path.join(work, "round"), os.path.join(work, "out")
    Writer(ENGLISH).write(generate(seed, *SIZES[seed % len(SIZES)]), folder)
    problem = Problem(reading.read_round(folder))
    wrong = []
    for number in range(PLANS):
        plan = greedy(problem, draw, lawful=number % 3 != 0)
        if number % 3 == 2:
            plan = disturbed(problem, draw, plan)
        breaches = check.breaches(problem, plan)
        write(plan, out)
        run = husly.verify(out, "--round", folder)
        counts[bool(breaches)] += 1
        if run.returncode != (7 if breaches else 0):
            wrong.append(f"seed {seed}: {plan}: we say {breaches}, verify ended {run.returncode}: "
                         + husly.said(run))
    return wrong


def main():
    rounds, first = (int(word) for word in (sys.argv[1:] + ["40", "1"][len(sys.argv) - 1:]))
    counts, wrong = {True: 0, False: 0}, []
    for seed in range(first, first + rounds):
        with tempfile.TemporaryDirectory() as work:
            wrong += one_round(seed, work, counts)
    print("\n".join(wrong[:20]))
    print(f"{counts[False]} lawful plans and {counts[True]} others judged, {len(wrong)} otherwise")
    return 1 if wrong or not all(counts.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
