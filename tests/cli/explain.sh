#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every form of a question about the plan of hamlet, in both languages, as an officer would read it aloud.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

hamlet=$SOURCE_DIR/examples/hamlet
rm -rf plan hand rich rich_plan stale stale_plan goals goals_plan

ask() {
    "$HUSLY" explain "$@" >said 2>said.err
}

# The answer holds this line.
told() {
    if ! grep -qxF -e "$1" said; then
        echo "not told: $1"
        cat said
        exit 1
    fi
}

# Ends with this status, and says this on stderr.
refused() {
    wanted=$1 words=$2
    shift 2
    status=0
    ask "$@" || status=$?
    [ "$status" -eq "$wanted" ]
    grep -qF -e "$words" said.err
}

"$HUSLY" solve "$hamlet" -o plan >/dev/null

# A household that is placed.
ask plan H1 --lang en
told 'H1 gets B05 (family, 3 rooms, 88 m²) in elmely, area midt.'
told 'To pay in B05, kroner a month: 5900 rent + 750 utilities - 3193.50 housing benefit = 3456.50.'
told 'The rent leaves 11343.50 kr. of the budget.'
told 'Need: 5 persons × (1000 × 1 + 90 days) = 5450 points. Fit: 100 points (wish 100).'
told 'By rules 1-7, 5 of the 12 permanent dwellings are lawful for it.'
told '  B02  costs 200 points of fit; H8 gets B04 instead of B02'
told '  B03  the right leaves nothing in engparken'
told '  B06  H6 is pinned to it'
told '  B07  for students only; 2 rooms too few: 1 room for 5 persons'
[ ! -s said.err ]

# One that is not, in the round's language: the couple of the README that fails by 7,50 kr.
ask plan H5
told 'H5 får ingen varig bolig.'
told '  B01  7,50 kr. for dyr efter 622,50 kr. i boligstøtte: 4127,50 kr. at betale, højst 4120 kr.'
told '  B08  i et udsat boligområde (syd)'
ask plan H5 --lang en
told '  B01  7.50 kr. too dear after 622.50 kr. housing benefit: 4127.50 kr. to pay, at most 4120 kr.'

# A dwelling.
ask plan --dwelling B10 --lang en
told 'H3, H4 and H7 get it, 3 of 3 places.'
told '  H8  a shared dwelling for single persons; the household has 3'
ask plan --dwelling B03
told 'Ingen får den.'
told 'Anvisningsretten giver 0 i engparken; planen bruger 0.'
told '  H1, H6: anvisningsretten giver ingen bolig i engparken'

# What people have decided.
ask plan H6 --lang en
grep -q '^Pinned to B06 by a decision: ' said

# A household and a dwelling.
ask plan H1 --dwelling B02 --lang en
told 'H1 did not get B02. A plan with H1 in B02 costs 200 points of fit: H8 gets B04 instead of B02.'
told 'The plan gives H1 B05.'
told 'No plan that costs as little affects fewer households.'
ask plan H1 --dwelling B06
told 'H1 kan ikke få B06, for ingen lovlig plan har den: H6 er fastlåst til den.'
ask plan H8 --dwelling B01
told 'H8 kan ikke få B01: husstanden har afslået den.'
ask plan H1 --dwelling B05
told 'H1 får B05 (familie, 3 rum, 88 m²) i elmely, område midt.'

# With goals in force, what each of them gives, and where the plan with the pair differs.
cp -r "$hamlet" goals
printf 'profil;anbefalet;byrådet\n' >>goals/regler.csv
"$HUSLY" solve goals -o goals_plan >/dev/null
ask goals_plan H1 --dwelling B02
told 'H1 fik ikke B02. En plan med H1 i B02 koster 197 point i pasning: H8 får B04 i stedet for B02.'
told 'Mål for mål afviger den plan med: ønske −200, størrelse −15, tidlig +13, råderum +5.'
ask goals_plan H1 --lang en
told 'Need: 5 persons × (1000 × 1 + 90 days) = 5450 points. Fit: 173 points (wish 100, margin 30, size 30,'
told 'early 13).'

# As data; the sentences are those of the text.
ask plan H1 --dwelling B02 --json --lang en
told '      "sentence": "costs 200 points of fit; H8 gets B04 instead of B02"'
told '      "net_rent": 342650,'
ask plan H1 --dwelling B02 --json
told '      "sentence": "koster 200 point i pasning; H8 får B04 i stedet for B02"'

# A party stays together: what keeps one of them out is told with its name.
cp -r "$hamlet" rich
sed -i 's/^H3;1;0;15-01-2026;;;6.150;/H3;1;0;15-01-2026;;;16.150;/' rich/husstande.csv
"$HUSLY" solve rich -o rich_plan >/dev/null
ask rich_plan H3 --dwelling B01 --lang en
tr '\n' ' ' <said | grep -qF 'H3 cannot have B01, for no lawful plan has it: a dwelling of one household; the party has 2; H4: 1577.50 kr. too dear'

# A plan made by hand may be bettered; its reasons speak of no search.
mkdir hand
printf 'husstand;bolig\nH6;B06\nH8;B02\n' >hand/placements.csv
ask hand H1 --round "$hamlet" --lang en
told 'The plan, which was made by hand, gives it none.'
grep -q '^  B05  gains 8568 points of need' said

# A limit leaves a price between two numbers.
status=0
ask plan H1 --work 1 --lang en || status=$?
[ "$status" -eq 5 ]
told '  B02  costs between 0 and 200 points of fit; H8 gets B04 instead of B02'
told 'Where the search was stopped, perhaps fewer households would be affected.'
grep -q -e '--work' said.err

# What is refused.
refused 2 'der er ingen husstand H17; den nærmeste er H1' plan H17
refused 2 'there is no household h1; the nearest is H1' plan h1 --lang en
refused 2 'there is no household B05; B05 is a dwelling: write --dwelling B05' plan B05 --lang en
refused 2 'der er ingen husstand B05; B05 er en bolig: skriv --dwelling B05' plan B05
refused 2 'there is no dwelling H1; H1 is a household: write it without --dwelling' plan --dwelling H1 --lang en
refused 2 'B99' plan H1 --dwelling B99
refused 2 '--dwelling' plan
refused 2 'HUSSTAND' plan --lang da
cp -r "$hamlet" stale
"$HUSLY" solve stale -o stale_plan >/dev/null
printf 'H9;1;0;15-01-2026;;;6.150;81.600;;;\r\n' >>stale/husstande.csv
refused 7 'husstande.csv' stale_plan H1
[ ! -s said ]
