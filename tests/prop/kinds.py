# SPDX-License-Identifier: GPL-3.0-or-later
"""Kinds of dwelling, rule 1."""

ONE_HOUSEHOLD = ("family", "youth", "elderly", "private", "municipal")
SEVERAL = ("shared", "site", "minors")
COUNTED = ("family", "youth")  # the kinds that the right counts
