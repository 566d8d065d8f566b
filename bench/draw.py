# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws for the generators. All come from random() and the four operations, which give the same bits on
every machine; logarithms and cosines, as behind gauss(), need not."""

import csv
import os
import random


class Draw:
    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, count):
        return int(self.random() * count)

    def between(self, first, last):
        return first + self.below(last - first + 1)

    def maybe(self, chance):
        return self.random() < chance

    def of(self, things):
        return things[self.below(len(things))]

    def weighted(self, weights):
        left = self.random() * sum(weights.values())
        for thing, weight in weights.items():
            left -= weight
            if left < 0:
                return thing
        return thing

    def normal(self):
        """Mean 0, deviation 1, never beyond 3.5: a sum of four even draws."""
        draw = self.random
        return (draw() + draw() + draw() + draw() - 2) * 1.7320508

    def around(self, mean, share):
        """A whole number around the mean, that deviates by the share of it."""
        return max(1, round(mean * (1 + share * self.normal())))

    def times(self, tries, chance):
        draw = self.random
        return sum(draw() < chance for _ in range(tries))

    def several(self, things, count):
        """Different ones, in the order of the draw."""
        left = list(things)
        return [left.pop(self.below(len(left))) for _ in range(min(count, len(left)))]


def shares(total, weights):
    """The total in whole parts by weight, the largest remainders first, ties in order."""
    whole = sum(weights)
    parts = [int(total * weight / whole) for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda k: (parts[k] - total * weights[k] / whole, k))
    for k in by_remainder[:total - sum(parts)]:
        parts[k] += 1
    return parts


def beside(name):
    """The lines of a table that lies beside this file."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name)
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(tables, folder):
    """A table is its columns and its lines, which may be drawn while they are written."""
    os.makedirs(folder, exist_ok=True)
    for name, (columns, lines) in tables.items():
        with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(lines)
