#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# odense: a month's round of a city is solved and proven in both stages, verified, and tells what its page is about.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

odense="$SOURCE_DIR/examples/odense"
rm -rf plan
"$HUSLY" check "$odense" >/dev/null 2>said.err
[ ! -s said.err ]
"$HUSLY" solve "$odense" -o plan >/dev/null
"$HUSLY" verify plan >/dev/null

tr -d ' \n' <plan/summary.json >summary
[ "$(grep -o '"proven":true' summary | wc -l)" -eq 2 ]
grep -qF '"outcome":"proven"' summary

# Between three and four of five are placed, and the others for various reasons.
placed=$(tail -n +2 plan/placements.csv | wc -l)
[ "$placed" -ge 36 ]
[ "$placed" -le 48 ]
cut -d';' -f4 plan/unplaced.csv | tail -n +2 | sort -u >reasons
printf '%s\n' cap competition rent right size | diff - reasons

# The question of the tour: H17 has no dwelling, and H34 has D4.
grep -q '^H17;7;[0-9]*;competition;' plan/unplaced.csv
grep -q '^H34;D4;' plan/placements.csv
