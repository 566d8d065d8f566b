#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A gap that was asked for and reached is done, and yet nothing calls it proven; nor may anybody afterwards.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

rm -rf plan
"$HUSLY" solve "$SOURCE_DIR/examples/hamlet" -o plan --gap 100 >said.out
grep -q "ikke bevist, afstand [0-9,]* %\$" said.out
grep -q '"proven": false' plan/summary.json
grep -q '"outcome": "gap"' plan/summary.json
grep -q '"outcome": "gap"' plan/run.jsonl
"$HUSLY" verify plan >/dev/null

sed 's/"outcome": "gap"/"outcome": "proven"/' plan/summary.json >changed
mv changed plan/summary.json
status=0
"$HUSLY" verify plan >/dev/null 2>said.err || status=$?
[ "$status" -eq 7 ]
grep -q '^summary.json: outcome: ' said.err
