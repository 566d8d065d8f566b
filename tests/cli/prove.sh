#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# husly prove on hamlet: the page in both languages, the table in the round's dialect, and what it refuses.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

hamlet="$SOURCE_DIR/examples/hamlet"
rm -rf plan hand round ./*.csv
"$HUSLY" solve "$hamlet" -o plan >/dev/null

says() { # FILE TEXT
    tr -s ' \n' ' ' <"$1" | grep -qF -- "$2" || { echo "$1 does not say: $2"; exit 1; }
}

refuses() { # STATUS TEXT ARGUMENT...
    wanted=$1 text=$2 status=0
    shift 2
    "$HUSLY" prove "$@" >refused.out 2>refused.err || status=$?
    [ "$status" -eq "$wanted" ] || { echo "prove $*: status $status, not $wanted"; exit 1; }
    [ ! -s refused.out ] || { echo "prove $*: something was told all the same"; exit 1; }
    says refused.err "$text"
}

# The page, in the language of the round and in the one asked for.
"$HUSLY" prove plan >danish
"$HUSLY" prove plan --lang en >english
says english '6 of 8 households are placed, 15 of 26 persons.'
says english 'No plan can place more than 6, because:'
says english 'Stage need: the plan has 19032 points, and no lawful plan has more. Proven.'
says english 'no lawful plan with at least 19032 points of need has more. Proven.'
says english 'the right in elmely 2 100.000000 200.000000'
says english 'H6 in B06 (fixed)'
says english 'The round falls into 2 parts'
says english 'part 2, 2 households 0'
says english 'together 200.000000'
says danish '6 af 8 husstande får en bolig, 15 af 26 personer.'
says danish 'anvisningsretten i elmely 2 100,000000 200,000000'
says danish 'Runden falder i 2 dele'
if grep -nE 'household|points|plan has|dwelling' danish; then
    echo "not Danish"
    exit 1
fi
for page in danish english; do
    test "$(wc -l <$page)" -le 60
    test "$(LC_ALL=C.UTF-8 awk 'length($0) > most { most = length($0) } END { print most }' $page)" -le 104
done

# docs/prove.md works with the same numbers.
sed -n '/^## An example/,/^## What the lines/p' "$SOURCE_DIR/docs/prove.md" >example
awk '/^  H[0-9] (in|[(])/ && $NF ~ /[.]/ { print $1, $NF }' english >kept
test "$(wc -l <kept)" -eq 4
while read -r household amount; do
    if ! grep -E "^\| $household " example | grep -qF "| $amount |"; then
        echo "docs/prove.md does not say that $household keeps $amount"
        exit 1
    fi
done <kept

# The table: semicolons, decimal commas, CRLF and a byte order mark, as in the round's files.
"$HUSLY" prove plan -o sum.csv >page
head -n "$(wc -l <danish)" page | cmp - danish
test "$(head -c 3 sum.csv | od -An -tx1 | tr -d ' ')" = efbbbf
test "$(grep -c "$(printf '\r')\$" sum.csv)" -eq "$(wc -l <sum.csv)"
says sum.csv 'trin;blad;linje;enhed;bolig;point;antal;pris;beløb;sum;grænse;forklaring'
says sum.csv 'fit;part1/0;price;right/elmely;;;2;100,000000;200,000000;;;anvisningsretten i elmely'
says sum.csv 'fit;part1/0;household;H1;B05;100;;-75,015850;175,015850;;;'
says sum.csv 'fit;part1/0;bound;;;;;;;200,000000;200;'
says sum.csv 'fit;part2/0;bound;;;;;;;0,000000;0;'
test "$(stat -c %a sum.csv)" = 600

# An existing file, or a link, stays as it is; a folder that is not there makes none.
echo mine >taken.csv
refuses 6 'taken.csv' plan -o taken.csv
test "$(cat taken.csv)" = mine
ln -s nowhere link.csv
refuses 6 'link.csv' plan -o link.csv
test ! -e nowhere
refuses 6 'missing/sum.csv' plan -o missing/sum.csv

# A plan made by hand: the rules and the count, and no prices.
mkdir hand
printf 'household_id,dwelling_id\nH1,B05\nH6,B06\n' >hand/placements.csv
refuses 2 'round' hand
"$HUSLY" prove hand --round "$hamlet" --lang en -o hand.csv >page
says page '2 of 8 households are placed, 9 of 26 persons.'
says page 'at most 6 can be placed'
says page 'Whether a lawful plan places more than this one is not known.'
says page 'The plan was made by hand'
test "$(wc -l <hand.csv)" -eq 1

# Nothing is proved of a plan that breaks a rule, or whose round has changed.
printf 'household_id,dwelling_id\nH1,B09\nH6,B06\n' >hand/placements.csv
refuses 7 'H1' hand --round "$hamlet" --lang en
cp -r "$hamlet" round
echo >>round/husstande.csv
refuses 7 'husstande.csv' plan --round round --lang en
