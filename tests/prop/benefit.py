# SPDX-License-Identifier: GPL-3.0-or-later
"""Housing benefit (boligsikring), law on boligstøtte §§ 14, 22, 23: øre, every division down."""

from collections import namedtuple

Parameters = namedtuple("Parameters", "threshold threshold_child own max rent_max")

YEARS = {
    2021: Parameters(14810000, 3900000, 2500000, 4384800, 8310000),
    2025: Parameters(16790000, 4420000, 2830000, 4971600, 9420000),
    2026: Parameters(17150000, 4520000, 2890000, 5076000, 9620000),
}

# Kinds whose dwellings can carry the benefit at all.
KINDS = ("family", "youth", "elderly", "private", "municipal")


def monthly(year, persons, children, rent, area, income):
    """Øre a month; rent in øre a month, income in øre a year, area in m²."""
    rent_year = 12 * rent
    free_area = 65 + 20 * (persons - 1)
    if area > free_area:
        rent_year = rent_year * free_area // area
    few = min(children, 4)
    rent_year = min(rent_year, year.rent_max * (100 + 5 * few) // 100)
    above = max(0, income - year.threshold - year.threshold_child * max(0, few - 1))
    benefit = rent_year * 60 // 100 - above * 18 // 100
    if children == 0:
        benefit = min(benefit, rent_year * 15 // 100)
    benefit = min(benefit, rent_year - year.own)
    benefit = min(benefit, year.max * 125 // 100 if children >= 4 else year.max)
    return max(0, benefit) // 12


def self_test():
    examples = [
        (2025, 1, 0, 8000000, 400000, 50, 60000), (2025, 3, 2, 15000000, 600000, 100, 360000),
        (2026, 7, 5, 30000000, 1100000, 150, 528750), (2021, 2, 1, 20000000, 650000, 100, 253650),
        (2026, 1, 0, 8000000, 275000, 40, 34166),
    ]
    for year, persons, children, income, rent, area, expected in examples:
        assert monthly(YEARS[year], persons, children, rent, area, income) == expected


if __name__ == "__main__":
    self_test()
