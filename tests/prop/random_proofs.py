# SPDX-License-Identifier: GPL-3.0-or-later
"""Any multipliers, cuts and covering leaves give a valid bound: random ones test certificate.py."""

from types import SimpleNamespace

import certificate


def line(leaf, what, unit, multiplier):
    return SimpleNamespace(stage="need", leaf=leaf, what=what, unit=unit, multiplier=multiplier)


def random_rows(random, program, leaf, cuts, in_cut):
    units = random.sample(sorted(program.rows), min(3, len(program.rows)))
    lines = []
    for unit in units:
        low = -2 * 10 ** 9 if program.rows[unit].equal else 0
        lines.append(line(leaf, "row", unit, random.randint(low, 2 * 10 ** 9) // (
            4000 if in_cut else 1)))
    if in_cut and program.of_household:
        lines.append(line(leaf, "row", "household/" + random.choice(sorted(program.of_household)),
                          random.randint(0, 10 ** 6)))
    if cuts:
        lines.append(line(leaf, "row", f"cut/{random.randint(1, cuts)}",
                          random.randint(0, 3 * 10 ** 9) // (3000 if in_cut else 1)))
    return lines


def random_leaves(random, program, depth):
    """Lists of fixings that cover all cases."""
    if depth == 0 or random.random() < 0.3:
        return [[]]
    if random.random() < 0.3 and program.units:
        unit, number = random.choice(sorted(program.units)), random.randint(0, 2)
        branches = [("at_most", unit, number), ("at_least", unit, number + 1)]
    elif program.problem.pairs:
        pair = random.choice(program.problem.pairs)
        unit = "/".join(pair) if random.random() < 0.7 else pair[0]
        branches = [("use", unit, 0), ("not", unit, 0)]
    else:
        return [[]]
    return [[branch] + rest for branch in branches
            for rest in random_leaves(random, program, depth - 1)]


def random_aside(random, program):
    """Multipliers and a level, most often one between nothing and what the multipliers bound."""
    if random.random() < 0.4:
        return []
    rows = random_rows(random, program, "aside", 0, False)
    level = line("aside", "level", "", 0)
    most = certificate.Checker(program, "need", rows + [level], []).aside_sum // certificate.MILLION
    level.multiplier = random.randint(-1, most + 1)
    return [level] + rows


def certificate_lines(random, program):
    """A random certificate for the stage need."""
    lines, cuts = random_aside(random, program), random.randint(0, 3)
    for number in range(1, cuts + 1):
        lines += random_rows(random, program, f"cut{number}", number - 1, True)
    for number, fixings in enumerate(random_leaves(random, program, 3)):
        lines += [line(str(number), *fixing) for fixing in fixings]
        rows = random_rows(random, program, str(number), cuts, False)
        # A leaf without rows is still there: a row with the multiplier 0 names it.
        lines += rows or [line(str(number), "row", sorted(program.rows)[0], 0)]
    return lines


def bound(random, program):
    """The bound of such a certificate."""
    return certificate.bound_of(program, "need", certificate_lines(random, program), [])


def self_test():
    def fix(*words):
        return [(what, unit, number) for what, unit, number in words]
    use, refuse = ("use", "a/b", 0), ("not", "a/b", 0)
    assert certificate.covers([[]])
    assert certificate.covers([fix(use), fix(refuse)])
    assert not certificate.covers([fix(use)])
    assert not certificate.covers([fix(use), fix(refuse), []])
    assert not certificate.covers([fix(use), fix(("not", "a/c", 0))])
    assert certificate.covers([fix(("at_most", "u", 1)), fix(("at_least", "u", 2))])
    assert not certificate.covers([fix(("at_most", "u", 0)), fix(("at_least", "u", 2))])
    assert certificate.covers([fix(use), fix(refuse, ("use", "a/c", 0)),
                               fix(refuse, ("not", "a/c", 0))])
