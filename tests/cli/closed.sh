#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Dwellings that are reserved, closed in this round, or ask for consent, and a stay at a højskole: what each command
# makes of them. H1 has the label of D1; D2 is let, D4 is the owner's second vacancy, D5 above the market rent; H5 and the
# landlord of D6 agree; H4 is at a højskole; T1 waits for its landlord, T2 is agreed with H2
# and not with H6.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

round=$SOURCE_DIR/tests/data/valid/closed_dwellings/round
rm -rf plan draft

# demand FILE LINE: the line is there as it stands.
demand() {
    if ! grep -qxF -e "$2" "$1"; then
        echo "not in $1: $2"
        cat "$1"
        exit 1
    fi
}

"$HUSLY" solve "$round" -o plan >/dev/null
cut -d , -f 1,2 plan/placements.csv >pairs
printf 'household_id,dwelling_id\nH1,D1\nH3,D3\nH5,D6\n' | diff -u - pairs
cut -d , -f 1,4,6 plan/unplaced.csv >reasons
demand reasons 'H2,right,T2'
demand reasons 'H4,time,'
demand reasons 'H6,right,'
"$HUSLY" verify plan >/dev/null

"$HUSLY" survey "$round" >counted
demand counted 'closed: let already                     1'
demand counted 'closed: above the market rent           1'
demand counted "closed: not the municipality's turn     1"
demand counted 'H1               1       4     2'
demand counted 'H2               2       1     0  right'
demand counted 'Of 6 households at most 6 − 3 = 3 can be placed in permanent dwellings.'

"$HUSLY" explain plan H2 --lang da >answer
demand answer '  D2  allerede udlejet'
demand answer '  D6  forbeholdt single; ikke aftalt mellem udlejer og husstand'
"$HUSLY" explain plan --dwelling D4 >answer
demand answer "It is closed in this round: not the municipality's turn."
demand answer "  H1, H3, H5: not the municipality's turn: number 2 of the owner's vacancies"
demand answer '  H4  at a højskole until 2026-08-02; its turn comes in a later round'

# refused PAIR SENTENCE: verify says it of a plan of this pair alone.
refused() {
    mkdir draft
    printf 'household_id,dwelling_id\n%s\n' "$1" >draft/placements.csv
    status=0
    "$HUSLY" verify draft --round "$round" --show-values 2>said || status=$?
    test "$status" -eq 7
    if ! grep -qF -e "$2" said; then
        echo "not said of $1: $2"
        cat said
        exit 1
    fi
    rm -r draft
}

refused H2,D1 'H2 cannot have D1 (rule 1): reserved for aftale7, family'
refused H4,D3 'H4 cannot have D3 (rule 6): at a højskole until 2026-08-02; its turn comes in a later round'
refused H3,D6 'H3 cannot have D6 (rule 7): not agreed between landlord and household'
refused H2,D2 'H2 cannot have D2 (rule 9): let already'
refused H3,D5 'H3 cannot have D5 (rule 9): 500 kr. above the market rent: 3000 kr., at most 2500 kr.'

# temporary OLD NEW SENTENCE: verify says it of the plan with another temporary place.
temporary() {
    sed "s/$1/$2/" plan/unplaced.csv >changed
    cp -r plan draft
    cp changed draft/unplaced.csv
    status=0
    "$HUSLY" verify draft 2>said || status=$?
    test "$status" -eq 7
    if ! grep -qF -e "$3" said; then
        echo "not said: $3"
        cat said
        exit 1
    fi
    rm -r draft
}

temporary '^\(H2.*\),T2,' '\1,T1,' 'the temporary place T1 of household H2 is closed in this round'
temporary '^\(H6.*\),,' '\1,T2,' 'the temporary place T2 of household H6 breaks rule 7, decision'

# Nor is a temporary place had that is closed or reserved for others: T1 asks for too much, T2 is for families.
rm -rf plan round
mkdir round
printf 'household_id,adults,children,max_rent\nH1,1,0,3000\n' >round/households.csv
printf '%s\n' 'dwelling_id,section_id,rooms,rent,kind,places,market_rent,for' 'T1,S1,1,4000,transit,4,3999,' \
    'T2,S1,1,4000,transit,4,,family' 'T3,S1,1,9000,transit,4,,family single' >round/dwellings.csv
printf 'rule,value\nround_date,2026-03-01\n' >round/rules.csv
"$HUSLY" solve round -o plan >/dev/null
temporary '^\(H1.*\),T3,' '\1,T1,' 'the temporary place T1 of household H1 is closed in this round'
temporary '^\(H1.*\),T3,' '\1,T2,' 'the temporary place T2 of household H1 is reserved for others'
