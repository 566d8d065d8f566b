#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# docs/rules.md lists exactly the rules that husly knows, by both names, with their defaults; those that end in X
# stand for as many rules as areas.csv has columns. The weights that it recommends are those that a round gets.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

"$HUSLY" rules | sed -n 's/^\([a-z0-9_]*\) (\([^)]*\)): \(.*\)$/\1;\2;\3/p' >known
# shellcheck disable=SC2016 # the backticks are Markdown
sed '1,/^## rules.csv, line by line/d; /^## Temporary places/,$d' "$SOURCE_DIR/docs/rules.md" |
    sed -n 's/^| `\([^`]*\)` | `\([^`]*\)` | \([^|]*\) |.*/\1;\2;\3/p' |
    grep -v '_X;' | sed 's/;–$/;no default/' >told

test "$(wc -l <known)" -gt 20
diff -u known told

rm -rf round
mkdir round
echo 'household_id,adults,children,max_rent' >round/households.csv
echo 'dwelling_id,section_id,rooms,rent' >round/dwellings.csv
printf 'rule,value\nround_date,2026-03-01\nprofile,recommended\n' >round/rules.csv
"$HUSLY" rules round 2>said.err | sed -n 's/^\(weight_[a-z]*\) ([^)]*): \([0-9]*\).*/\1;\2/p' | sort >given
# shellcheck disable=SC2016
sed '1,/^## Goals/d; /^## Cost/,$d' "$SOURCE_DIR/docs/rules.md" |
    sed -n 's/^| `[^`]*` |.*`\(weight_[a-z]*\)` | \([0-9]*\) |.*/\1;\2/p' | sort -u >recommended
test "$(wc -l <given)" -ge 13
diff -u given recommended
