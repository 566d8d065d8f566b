#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# områder.csv is read also where a system has stored its å as an a and a ring, and never twice.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

split=$(printf 'split/omra\314\212der.csv')
rm -rf split plan
cp -r "$SOURCE_DIR/examples/hamlet" split
mv split/områder.csv "$split"
[ ! -e split/områder.csv ]
"$HUSLY" check split 2>said.err
[ ! -s said.err ]
"$HUSLY" solve split -o plan >said.out
cmp plan/placements.csv "$SOURCE_DIR/examples/hamlet/expected/placements.csv"
"$HUSLY" verify plan >said.out

cp "$split" split/områder.csv
status=0
"$HUSLY" check split --lang en 2>said.err || status=$?
[ "$status" -eq 3 ]
grep -q '^områder.csv: two files bear this name' said.err
