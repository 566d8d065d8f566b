#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The same plan gives the same bytes; --replace carries run.jsonl on; files are for their owner alone.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"
# shellcheck source=tests/support/writing.sh
. "$SOURCE_DIR/tests/support/writing.sh"
rm -rf room && mkdir room && cd room

written one
mkdir empty
written empty
for file in placements.csv unplaced.csv breakdown.csv costs.csv summary.json certificate.csv; do
    cmp "one/$file" "empty/$file"
done
[ "$(wc -l <one/run.jsonl)" -eq 1 ]

cp one/run.jsonl first.jsonl
cp -r one kept
written one --replace
[ "$(wc -l <one/run.jsonl)" -eq 2 ]
head -n 1 one/run.jsonl | cmp - first.jsonl
for file in placements.csv unplaced.csv breakdown.csv costs.csv summary.json certificate.csv; do
    cmp "one/$file" "kept/$file"
    hash=$(sha256sum "one/$file" | cut -d ' ' -f 1)
    tail -n 1 one/run.jsonl | grep -q "$hash" || fail "run.jsonl lacks the hash of $file"
done
python3 -c 'import json, sys
for line in open(sys.argv[1], encoding="utf-8"):
    json.loads(line)' one/run.jsonl

[ "$(stat -c %a one)" = 700 ]
[ "$(stat -c %a one/* | sort -u)" = 600 ]
nothing_staged
echo "same bytes, two runs on record"
