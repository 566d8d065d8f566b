#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Households near one another, homes that open with a number of persons, flexible letting, an organisation's own right and
# extras that have run out: what each command makes of them. H1 and H2 are near one another, H7 and H8 too. S1 gives two
# dwellings by its own right and one more to skilled ones, H3; S2 gives both by its organisation's. D7 opens with three
# persons and takes no single ones, D8 opens with four: H5 and H6 are three, one of them by itself.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

round=$SOURCE_DIR/tests/data/valid/near_and_homes/round
rm -rf plan draft pinned

# demand FILE LINE: the line is there as it stands.
demand() {
    if ! grep -qxF -e "$2" "$1"; then
        echo "not in $1: $2"
        cat "$1"
        exit 1
    fi
}

"$HUSLY" solve "$round" -o plan >/dev/null
cut -d , -f 1,3 plan/placements.csv >places
printf 'household_id,section_id\nH1,S2\nH2,S2\nH3,S1\nH7,S1\nH8,S1\n' | diff -u - places
cut -d , -f 1,4 plan/unplaced.csv >reasons
printf 'household_id,reason\nH4,competition\nH5,cap\nH6,cap\n' | diff -u - reasons
"$HUSLY" verify plan >/dev/null
tr -d ' \n' <plan/summary.json >summary
for unit in '"unit":"S1","organisation":"O1","reported":4,"entitlement":2,"used":3,"extras":0,"flexible":1,"flexible_used":1' \
    '"unit":"S2","organisation":"O1","reported":2,"entitlement":2,"used":2,"extras":0,"flexible":0,"flexible_used":0'; do
    grep -qF "$unit" summary
done

# The figures of flexible letting are verified too.
cp -r plan draft
sed 's/"flexible_used": 1/"flexible_used": 0/' plan/summary.json >draft/summary.json
status=0
"$HUSLY" verify draft 2>said || status=$?
test "$status" -eq 7
grep -qF 'flexible_used' said
rm -r draft

"$HUSLY" explain plan H7 >answer
demand answer '  D5  H8 is to get a dwelling in S2 near others, and with it none is left'
"$HUSLY" explain plan H5 >answer
demand answer '  D7  takes 0 single persons; with it 1'
demand answer '  D8  opens with 4 persons, and so many cannot be placed there with it'
"$HUSLY" explain plan H6 --lang da >answer
demand answer '  D7  åbner med 3 personer, og så mange kan ikke anvises dertil sammen med den'
"$HUSLY" explain plan --dwelling D2 >answer
demand answer 'The right leaves 2 in S1; the plan takes 3. Flexible letting gives 1 more.'
"$HUSLY" survey "$round" >counted
demand counted 'S1    O1                   4       0        0            2       0         1'
demand counted 'Of 8 households at most 8 − 2 − 1 = 5 can be placed in permanent dwellings.'
"$HUSLY" prove plan >proof
grep -qF 'the right in S1 without flexible letting' proof

# refused SENTENCE PAIR…: verify says it of a plan of these pairs alone.
refused() {
    sentence=$1
    shift
    mkdir draft
    echo 'household_id,dwelling_id' >draft/placements.csv
    printf '%s\n' "$@" >>draft/placements.csv
    status=0
    "$HUSLY" verify draft --round "$round" --show-values 2>said || status=$?
    test "$status" -eq 7
    if ! grep -qF -e "$sentence" said; then
        echo "not said of $*: $sentence"
        cat said
        exit 1
    fi
    rm -r draft
}

near='households that are to live near one another get dwellings in one section'
refused "rule 8: H2: $near" H1,D5
refused "rule 8: H2: $near" H1,D5 H2,D3
refused 'rule 8: D7 opens with 3 persons, and it would be 2' H6,D7
refused 'rule 8: D7 takes 0 single persons, and it would be 1' H5,D7 H6,D7
refused 'rule 9: the right leaves 2 in S1 without flexible letting, and 3 would be taken' H4,D2 H7,D3 H8,D4

# Pins that leave those whom they bind no place.
cp -r "$round" pinned
printf 'household_id,dwelling_id,decision,reason\nH5,D8,pin,x\n' >pinned/decisions.csv
status=0
"$HUSLY" solve pinned -o never >/dev/null 2>said || status=$?
test "$status" -eq 4
grep -qF 'H5 is pinned to D8 (line 2), but D8 opens with 4 persons, and it would be 1' said
printf 'household_id,dwelling_id,decision,reason\nH1,D5,pin,x\nH2,D3,pin,x\n' >pinned/decisions.csv
status=0
"$HUSLY" solve pinned -o never >/dev/null 2>said || status=$?
test "$status" -eq 4
grep -qF "H1 is pinned to D5 (line 2) and H2 to D3 (line 3), but $near" said
test ! -e never
rm -r pinned
