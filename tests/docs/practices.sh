#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# docs/practices.md: all rows of its table, and each miniature gives the plan that the page derives.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

rm -rf plans
mkdir plans
python3 -B "$SOURCE_DIR/tests/support/practices.py" "$SOURCE_DIR/docs/practices.md" \
    "$SOURCE_DIR/tests/data/practices" plans
