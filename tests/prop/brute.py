# SPDX-License-Identifier: GPL-3.0-or-later
"""Enumerates every plan of a tiny round and judges each by check.py alone."""

import check

LIMIT = 20000


def size(problem):
    count = 1
    for h in problem.households:
        count *= 1 + sum(1 for name, _ in problem.pairs if name == h)
    return count


def plans(problem):
    """Every choice of a lawful pair or none for each household; rules 8-10 not yet judged."""
    households = list(problem.households)
    choices = {h: [d for name, d in problem.pairs if name == h] for h in households}

    def extend(index, plan):
        if index == len(households):
            yield dict(plan)
            return
        h = households[index]
        yield from extend(index + 1, plan)
        for d in choices[h]:
            plan[h] = d
            yield from extend(index + 1, plan)
            del plan[h]
    yield from extend(0, {})


def lawful_plans(problem):
    return [plan for plan in plans(problem) if not check.breaches(problem, plan)]


def optima(problem):
    """[(stage, optimum)] in strict order; None when there is no lawful plan."""
    left, found = lawful_plans(problem), []
    if not left:
        return None
    for stage in problem.stages():
        best = max(problem.gain(stage, plan) for plan in left)
        left = [plan for plan in left if problem.gain(stage, plan) == best]
        found.append((stage, problem.value_of(stage, best)))
    return found
