#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# husly survey on hamlet, in both languages and as JSON: what examples/hamlet/README.md says by hand.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

hamlet="$SOURCE_DIR/examples/hamlet"

# demand FILE LINE: the line is there as it stands.
demand() {
    if ! grep -qxF -e "$2" "$1"; then
        echo "not in $1: $2"
        cat "$1"
        exit 1
    fi
}

"$HUSLY" survey "$hamlet" --lang en >english
demand english 'households                               8'
demand english 'permanent dwellings                     12'
demand english 'family and youth, at most by the right   5'
demand english '1 household can get no dwelling because of the size of the dwellings (size): H2.'
demand english '1 household can get no dwelling because of the rent (rent): H5.'
demand english 'Of 8 households at most 8 − 2 = 6 can be placed in permanent dwellings.'
demand english 'area  listed  dwellings  persons left  children left  wishes  lawful'
demand english 'syd   yes             2                                    0       0'
demand english 'birkevang  lindebo              2       0        0            1       0'
demand english 'elmely     lindebo              4       0        0            2       0'
demand english 'engparken  engbo                1       0        0            0       0'
demand english 'H2               9       0     0  size'
demand english 'H7               1       2     2'

# The round's headers are Danish, and so is what is said without --lang.
"$HUSLY" survey "$hamlet" >danish
"$HUSLY" survey "$hamlet" --lang da >asked
cmp danish asked
demand danish '1 husstand kan ikke få nogen bolig på grund af boligernes størrelse (størrelse): H2.'
demand danish 'H5               2        0     0  husleje'
demand danish 'Af 8 husstande kan højst 8 − 2 = 6 anvises en varig bolig.'
demand danish 'Efter størrelse'

# As many as the plan places, here: the argument cannot be better.
rm -rf plan
"$HUSLY" solve "$hamlet" -o plan >/dev/null
test "$(sed 1d plan/placements.csv | wc -l)" -eq 6

"$HUSLY" survey "$hamlet" --json --lang en | tr -d ' \n' >json
for part in '"round_date":"2026-03-01"' '"usable":5' \
    '"closed":{"waiting":0,"let":0,"above_market":0,"above_max_rent":0,"not_turn":0,"not_offered":0}' \
    '"barred":[{"household":"H2","code":"size"},{"household":"H5","code":"rent"}],"groups":[],"bound":6' \
    '{"area":"syd","listed":true,"dwellings":2,"persons_left":null'; do
    if ! grep -qF -e "$part" json; then
        echo "not in the JSON: $part"
        exit 1
    fi
done

# Another day is another round; a word too many and a folder that is none are told.
"$HUSLY" survey "$hamlet" --date 2026-02-01 --json | grep -qF '"round_date": "2026-02-01"'
status=0
"$HUSLY" survey >/dev/null 2>&1 || status=$?
test "$status" -eq 2
"$HUSLY" survey no-such-folder >/dev/null 2>&1 || status=$?
test "$status" -eq 6

# Places far beyond all persons are no work: two hundred such sites would take minutes if each place were.
rm -rf vast && mkdir vast
printf 'household_id,adults,children,max_rent\nH1,1,2,5000\n' >vast/households.csv
printf 'rule,value\nround_date,2026-03-01\n' >vast/rules.csv
echo 'dwelling_id,section_id,rooms,rent,kind,places' >vast/dwellings.csv
number=0
while [ "$number" -lt 200 ]; do
    number=$((number + 1))
    echo "D$number,S1,1,100,site,100000000" >>vast/dwellings.csv
done
"$HUSLY" survey vast >/dev/null
echo "many places are surveyed"
