#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A large round that is stopped at once still has a plan, and it says how far the plan may be from the best.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

rm -rf round plan
mkdir round
awk 'BEGIN {
    print "household_id,adults,children,max_rent,waiting_since" >"round/households.csv"
    for (i = 1; i <= 400; i++)
        printf "H%d,%d,%d,9000,2025-%02d-01\n", i, 1 + i % 2, i % 3, 1 + i % 12 >"round/households.csv"
    print "dwelling_id,section_id,rooms,rent,kind" >"round/dwellings.csv"
    for (i = 1; i <= 400; i++) printf "D%d,S%d,4,4000,municipal\n", i, i % 20 >"round/dwellings.csv"
    print "section_id,area_id" >"round/sections.csv"
    for (i = 0; i < 20; i++) printf "S%d,A%d\n", i, i % 4 >"round/sections.csv"
    print "area_id,max_persons" >"round/areas.csv"
    for (i = 0; i < 4; i++) printf "A%d,150\n", i >"round/areas.csv"
    print "rule,value" >"round/rules.csv"
    print "round_date,2026-03-01\nspare_rooms,none" >"round/rules.csv"
}'

# solve OPTION VALUE: stopped, checked, and nearly as many persons placed as the areas take.
solve() {
    rm -rf plan
    status=0
    "$HUSLY" solve round -o plan "$@" >said.out 2>said.err || status=$?
    [ "$status" -eq 5 ] || { echo "$*: status $status"; cat said.err; exit 1; }
    "$HUSLY" verify plan >said.out
    grep -q 'not proven' said.out
    persons=$(awk -F, 'NR > 1 { sum += $5 } END { print sum + 0 }' plan/placements.csv)
    if [ "$persons" -le 540 ] || [ "$persons" -gt 600 ]; then
        echo "$*: $persons persons"
        exit 1
    fi
}

solve --work 1
solve --seconds 0.01
