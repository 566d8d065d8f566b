# SPDX-License-Identifier: GPL-3.0-or-later
"""A row of the program: sum(a * v) <= limit, or = limit."""

from types import SimpleNamespace


def row(terms, limit, equal=False):
    return SimpleNamespace(terms={v: a for v, a in terms.items() if a}, limit=limit, equal=equal)
