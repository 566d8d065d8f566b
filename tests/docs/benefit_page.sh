#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# docs/benefit.md: its console blocks are run; and the sum from a benefit class, in both languages.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"
# shellcheck source=tests/support/console.sh
. "$SOURCE_DIR/tests/support/console.sh"

console_holds "$SOURCE_DIR/docs/benefit.md"

rm -rf round
mkdir round
printf 'household_id,adults,children,benefit_class\nH1,1,0,integration\n' >round/households.csv
printf 'dwelling_id,section_id,rooms,rent,kind\nD1,S1,1,1700,municipal\n' >round/dwellings.csv
printf 'rule,value,source\nround_date,2019-03-01,\ntax_rate,37,\ntax_allowance,46200,\n' >round/rules.csv

# holds LANGUAGE LINE…: the sum has each line, blanks aside.
holds() {
    language=$1
    shift
    "$HUSLY" benefit round H1 --dwelling D1 --lang "$language" 2>/dev/null | tr -s ' ' >said
    for line in "$@"; do
        grep -qxF -e "$line" said || { cat said; echo "missing: $line"; exit 1; }
    done
}
holds en 'Integration benefit, an adult without children 6072' \
    '− tax: 37 % of what is above 46200 a year -822.14' '= net income a month 5249.86' \
    '− living minimum, one adult -3600' '= budget: what it can pay a month 1649.86' \
    'Margin: budget less net rent -50.14' 'The household cannot pay: rule 3 does not hold.'
holds da 'Integrationsydelse (SHO), en voksen uden børn 6072' '= nettoindkomst om måneden 5249,86' \
    ' sats for 01-01-2019 – 31-12-2019, aktivloven § 22 (bestemmelsen er ikke slået op); efterprøvet: ja, job.herning.dk' \
    'Husstanden kan ikke betale: regel 3 er ikke opfyldt.'
"$HUSLY" benefit --help | grep -qx 'Usage: husly benefit ROUND HOUSEHOLD \[OPTION…\]'

status=0
"$HUSLY" benefit round 2>/dev/null || status=$?
test "$status" -eq 2
