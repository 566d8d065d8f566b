# SPDX-License-Identifier: GPL-3.0-or-later
"""examples/odense, explained: every sentence of every household and of every dwelling, with little
work for the prices; and the prices of some households, solved again under a pin.

Arguments: how many households to solve again for [20], the first of them [0]; H17
first, then those with the fewest lawful dwellings. With 60, all."""

import os
import shutil
import sys
import tempfile

import husly
import reading
import results
from explain_check import Judge, Wrong, ask, check_text
from explain_prices import solved_again
from model import Problem

ROUND = os.path.join(husly.SOURCE, "examples", "odense")


class Truths:
    """Solves again for the pairs that are asked for, each once."""

    def __init__(self, problem, result, folder, work):
        self.problem, self.result, self.folder, self.work = problem, result, folder, work
        self.known = {}

    def __call__(self, h, d):
        if (h, d) not in self.known:
            self.known[h, d] = solved_again(self.folder, self.problem, self.result.plan, h, d,
                                            self.work, True)
        return self.known[h, d]


def check_sentences(judge, out):
    """Everything but prices, for all 60 x 90 pairs; prices get so little work that most are open."""
    judge.truth = lambda h, d: None
    for number, h in enumerate(judge.problem.households):
        answer = ask(out, h, "--work", "1")
        if number % 10 == 0:
            judge.check_head(check_text(out, answer, h, "--work", "1"), h)
        answer["options"] = [o for o in answer["options"] if o["standing"] != "possible"]
        for option in answer["options"]:
            judge.check_option(option)
        judge.check_household(answer, h)


def check_prices(judge, out, households):
    for h in households:
        answer = ask(out, h)
        judge.check_answer(answer, h=h)
        judge.check_head(check_text(out, answer, h), h)


def main():
    count, first = (int(word) for word in (sys.argv[1:] + ["20", "0"][len(sys.argv) - 1:]))
    with tempfile.TemporaryDirectory() as work:
        folder, out = os.path.join(work, "odense"), os.path.join(work, "out")
        shutil.copytree(ROUND, folder)
        husly.solve(folder, out)
        problem = Problem(reading.read_round(folder))
        result = results.read_result(out)
        judge = Judge(problem, result, True, None)
        choices = {h: sum(1 for name, _ in problem.pairs if name == h) for h in problem.households}
        households = sorted(choices, key=lambda h: (h != "H17", choices[h]))
        try:
            check_sentences(judge, out)
            judge.truth = Truths(problem, result, folder, work)
            check_prices(judge, out, households[first:first + count])
        except (Wrong, AssertionError) as wrong:
            print(wrong)
            return 1
        print(f"{len(problem.households)} households in words, {count} with "
              f"{judge.priced} prices solved again")
    return 0 if judge.priced else 1


if __name__ == "__main__":
    sys.exit(main())
