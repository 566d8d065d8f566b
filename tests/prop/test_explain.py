# SPDX-License-Identifier: GPL-3.0-or-later
"""Random rounds, solved and explained: every sentence, price, displaced household and reason is
derived again from the input files, by enumeration or by solving again under a pin.

Arguments: number of rounds, first seed."""

import os
import sys
import tempfile

import brute
import husly
import reading
import results
from explain_check import Judge, Wrong, ask, check_text
from explain_prices import MOST_PLANS, Enumeration, solved_again
from model import Problem
from random_rounds import generate
from round_writer import DANISH, ENGLISH, Writer

SIZES = [(4, 5), (5, 5), (6, 6), (4, 9), (8, 8)]


def truths(problem, result, folder, work):
    """By enumeration where the round is small enough, else by solving again; each pair once."""
    if brute.size(problem) <= MOST_PLANS:
        return Enumeration(problem, result.plan).best
    known = {}

    def truth(h, d):
        if (h, d) not in known:
            known[h, d] = solved_again(folder, problem, result.plan, h, d, work, True)
        return known[h, d]
    return truth


def check_by_pin(judge, folder, work):
    """Enumeration and a solve under a pin agree with one another, for one pair a round."""
    for h, d in judge.problem.pairs:
        if judge.plan.get(h) == d or judge.faults(h, d)[0] is not None:
            continue
        pinned = solved_again(folder, judge.problem, judge.plan, h, d, work, True)
        if judge.truth(h, d) != pinned:
            raise Wrong(f"{h}/{d}: enumerated {judge.truth(h, d)}, under a pin {pinned}")
        return


def one_round(seed, work):
    dialect = DANISH if seed % 2 else ENGLISH
    folder, out = os.path.join(work, "round"), os.path.join(work, "out")
    Writer(dialect).write(generate(seed, *SIZES[seed % len(SIZES)]), folder)
    run = husly.solve(folder, out)
    if run.returncode in (3, 4):
        return 0  # pins without a lawful plan
    problem = Problem(reading.read_round(folder))
    result = results.read_result(out)
    judge = Judge(problem, result, dialect.danish, truths(problem, result, folder, work))
    possible = []
    for h in problem.households:
        answer = ask(out, h)
        judge.check_answer(answer, h=h)
        possible += [(h, option["dwelling_id"]) for option in answer["options"]
                     if option["standing"] == "possible"]
        judge.check_head(check_text(out, answer, h), h)
    d = sorted(problem.dwellings)[seed % len(problem.dwellings)]
    answer = ask(out, "--dwelling", d)
    judge.check_answer(answer, d=d)
    check_text(out, answer, "--dwelling", d)
    for h, d in [(h, d)] + possible[seed % 3::3][:2]:
        answer = ask(out, h, "--dwelling", d)
        judge.check_answer(answer, h=h, d=d)
        judge.check_head(check_text(out, answer, h, "--dwelling", d), h, d, answer)
    check_by_pin(judge, folder, work)
    return judge.priced


def main():
    rounds, first = (int(word) for word in (sys.argv[1:] + ["100", "1"][len(sys.argv) - 1:]))
    failed = priced = 0
    for seed in range(first, first + rounds):
        with tempfile.TemporaryDirectory() as work:
            try:
                priced += one_round(seed, work)
            except (Wrong, AssertionError) as wrong:
                failed += 1
                print(f"seed {seed}: {wrong}", flush=True)
    print(f"{rounds} rounds from seed {first}: {priced} prices, {failed} wrong")
    return 1 if failed or priced == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
