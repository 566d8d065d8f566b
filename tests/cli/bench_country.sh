#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The bench's generators give the bytes that they gave before, and rounds that husly reads without a remark. In one
# pool some 16 % of all pairs are lawful.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"
rm -rf room && mkdir room && cd room

bytes_of() {
    for table in areas dwellings households organisations rules scores sections; do
        if [ -f "$1/$table.csv" ]; then cat "$1/$table.csv"; fi
    done | sha256sum | cut -c1-16
}

# expect HASH FOLDER GENERATOR ARGUMENT…
expect() {
    hash=$1 folder=$2 generator=$3
    shift 3
    python3 -B "$SOURCE_DIR/bench/$generator.py" "$@" "$folder"
    if [ "$(bytes_of "$folder")" != "$hash" ]; then
        echo "$folder: $(bytes_of "$folder") instead of $hash"
        exit 1
    fi
    "$HUSLY" check "$folder" >said
    grep -q ': no mistake, 0 warnings$' said || { cat said && exit 1; }
}

expect 8105da3a194507c7 town town 24 20 1
expect acf8bd2d2595919c goals town --goals 24 20 1
expect ac279084b858d452 own country 120x160x5 1
expect b3e8a2c4cb4db886 any country --municipality any 120x160x5 1
expect c8f9885869725196 whole country --municipality any 98x140x98 1
expect 0cd84528cc7344bb sites hard sites 1
expect 1fd438a23424fa5b caps hard caps 1
expect f40415ef467c79d3 shared hard shared 1
expect 281103ab23dcc87f even hard even 1
expect fd53363960d4f49b key hard key 1
for file in dwellings sections areas; do
    cmp own/$file.csv any/$file.csv
done

for round in any whole; do
    "$HUSLY" survey $round --json >$round.json
done
python3 - <<'X'
import json

for name in "any", "whole":
    with open(name + ".json", encoding="utf-8") as file:
        survey = json.load(file)
    counts = survey["counts"]
    lawful = sum(household["lawful"] for household in survey["household_list"])
    share = lawful / counts["households"] / (counts["dwellings"] + counts["transit"])
    print(f"{name}: {100 * share:.1f} % of all pairs are lawful")
    assert 0.13 < share < 0.22
X
