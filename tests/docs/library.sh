#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# docs/library.md names every function that the headers declare, and no other.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

cat "$SOURCE_DIR"/include/husly/*.h | tr '\n' ' ' |
    grep -o 'HUSLY_EXPORT [^(;]*(' | grep -o 'husly_[a-z0-9_]*(' | tr -d '(' | sort -u >declared
test "$(wc -l <declared)" -gt 60

# The page names types as well, and one family of functions by its beginning.
types='husly_round|husly_problem|husly_plan|husly_explanation|husly_result|husly_error|husly_status|husly_read_options|husly_solve_options'
# shellcheck disable=SC2016 # the backticks are Markdown
grep -o '`husly_[a-z0-9_]*[`.]' "$SOURCE_DIR/docs/library.md" | tr -d '`.' | sort -u |
    grep -vxE "$types" | grep -vx 'husly_round_add_' >told
diff -u declared told
