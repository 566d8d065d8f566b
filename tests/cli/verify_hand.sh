#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What people do to a plan by hand: a plan of their own needs its round and its date, and of a household that
# was moved the broken rule is told before the figures.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

hamlet=$SOURCE_DIR/examples/hamlet
rm -rf dateless draft plan
cp -r "$hamlet" dateless
sed -i '/^rundedato;/d' dateless/regler.csv
mkdir draft
printf 'husstand;bolig\nH6;B06\n' >draft/placements.csv

status=0
"$HUSLY" verify draft --lang en 2>said.err || status=$?
[ "$status" -eq 2 ]
grep -q -e '--round' said.err
status=0
"$HUSLY" verify draft --round dateless --lang en 2>said.err || status=$?
[ "$status" -eq 2 ]
grep -q 'round date is missing' said.err
"$HUSLY" verify draft --round dateless --date 01-03-2026 --lang en >said.out
grep -q 'made by hand' said.out
# Without --lang it speaks as the round does.
"$HUSLY" verify draft --round dateless --date 01-03-2026 >said.out
grep -q 'lavet i hånden' said.out

"$HUSLY" solve "$hamlet" -o plan >said.out
sed -i 's/^H8;B02;/H8;B01;/' plan/placements.csv
status=0
"$HUSLY" verify plan --lang en 2>said.err || status=$?
[ "$status" -eq 7 ]
head -n 1 said.err | grep -q 'H8 cannot have B01 (rule 7)'
grep -q 'not what the round gives' said.err
