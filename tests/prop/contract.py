# SPDX-License-Identifier: GPL-3.0-or-later
"""Judges a round and a result by hand: python3 contract.py ROUND [OUT].

Without OUT it prints the optimum of every stage by our own model and CBC; with OUT, every
disagreement with the result in it."""

import sys
import tempfile

import lp
import reading
import results
from model import Problem
from program import Program


def main():
    problem = Problem(reading.read_round(sys.argv[1]))
    if len(sys.argv) > 2:
        found = results.findings(problem, results.read_result(sys.argv[2]))
        print("\n".join(found) or "no disagreement")
        return 1 if found else 0
    with tempfile.TemporaryDirectory() as work:
        print(f"{len(problem.pairs)} lawful pairs, optima",
              lp.optima(problem, Program(problem), work))
    return 0


if __name__ == "__main__":
    sys.exit(main())
