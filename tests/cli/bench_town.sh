#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The bench's towns are the same for the same seed, with the goals too, and every solver that proves a stage proves one
# value; that of need is the same with and without the goals.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"
rm -rf room && mkdir room && cd room

for seed in 1 1 2; do
    python3 -B "$SOURCE_DIR/bench/town.py" 24 20 "$seed" "town$seed" && cat town"$seed"/*.csv >>"all$seed"
done
size=$(($(wc -c <all1) / 2))
head -c "$size" all1 >first
tail -c "$size" all1 | cmp first -
if cmp -s first all2; then
    echo "two seeds give one town"
    exit 1
fi

for number in 1 2; do
    python3 -B "$SOURCE_DIR/bench/town.py" --goals 24 20 1 "goals$number"
done
diff -r goals1 goals2
for file in dwellings sections scores; do
    cmp town1/$file.csv goals1/$file.csv
done

python3 -B "$SOURCE_DIR/bench/measure.py" --husly "$HUSLY" --goals --sizes 24x20 1 2 3 | tee table
awk '$8 == "yes" || $9 == "yes" {
        key = $1 " " $2 " " $3
        proofs++
        if (key in value && value[key] != $5) { print key ": two proven values"; wrong = 1 }
        value[key] = $5
        town = $1
        sub(/[+]goals/, "", town)
        if ($3 == "need") {
            if ((town $2) in need && need[town $2] != $5) { print key ": another need with the goals"; wrong = 1 }
            need[town $2] = $5
        }
        if ($4 == "husly") own++
        else others[$4] = 1
    }
    END {
        for (name in others) print "compared with " name
        print proofs " proofs, " own " by husly"
        exit wrong || own < 12
    }' table
