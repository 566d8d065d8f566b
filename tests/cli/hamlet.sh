#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# hamlet: the plan that examples/hamlet/README.md derives by hand is the plan that husly finds and proves.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

hamlet="$SOURCE_DIR/examples/hamlet"
rm -rf plan
"$HUSLY" solve "$hamlet" -o plan >/dev/null

for file in placements.csv unplaced.csv breakdown.csv costs.csv; do
    cmp "plan/$file" "$hamlet/expected/$file"
done
"$HUSLY" verify plan >/dev/null

# The README's own table of the plan says the same.
sed -n '/^## The plan/,/^## How/s/^| \(H[0-9]*\) | \(B[0-9]*\) |.*/\1;\2/p' "$hamlet/README.md" >told
sed -n 's/^\(H[0-9]*;B[0-9]*\);.*/\1/p' plan/placements.csv >found
test -s told
diff -u told found

# Both stages are proven, with the values of the README.
tr -d ' \n' <plan/summary.json >summary
for stage in '"name":"need","value":19032,"bound":19032,"proven":true' \
    '"name":"fit","value":200,"bound":200,"proven":true'; do
    grep -qF "$stage" summary
done
