#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A round of a million households is read; so is one whose last row is wrong, with its line.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

rm -rf round
mkdir round
printf 'dwelling_id,section_id,rooms,rent\nD1,S1,2,5000\n' >round/dwellings.csv
printf 'rule,value\nround_date,2026-03-01\naffordability,off\n' >round/rules.csv
awk 'BEGIN {
    print "household_id,adults,children,waiting_since"
    for (i = 1; i <= 1000000; i++) printf "H%d,%d,%d,2025-01-%02d\n", i, 1 + i % 2, i % 4, 1 + i % 28
}' >round/households.csv

"$HUSLY" check round >said.out 2>said.err
grep -q '1000000 households and 1 dwellings' said.out
[ ! -s said.err ]

echo 'H1,1,0,2025-01-01' >>round/households.csv
status=0
"$HUSLY" check round >said.out 2>said.err || status=$?
[ "$status" -eq 3 ]
grep -q '^households.csv:1000002:1: household_id: H1 is on line 2 already' said.err
rm -rf round
