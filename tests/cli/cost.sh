#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Stage cost from the round to the proof: what is solved is proven, verified and told in kroner; costs.csv by hand.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

fail() {
    echo "$1" >&2
    exit 1
}

rm -rf room && mkdir -p room/round && cd room

# B costs 15,000 kr. a month in its hotel, the others 12,000 less their self-payment of 2,546 or 4,665 kr.
cat >round/households.csv <<'END'
household_id,adults,children,max_rent,current_place,current_cost,current_until,hojskole_from
A,1,0,5000,,,,
B,2,0,6000,hotel,15000,2026-04-15,
C,2,0,7000,,,,
D,1,0,2000,,,,2026-01-01
E,2,0,1000,,,,
END
cat >round/dwellings.csv <<'END'
dwelling_id,section_id,rooms,rent,kind,places,cost,available_from,max_stay
D1,S1,2,4500,family,,1000,2026-03-11,
D2,S1,3,4800,family,,,2026-04-20,
T1,S1,1,5000,transit,2,2000,,61
T2,S1,1,5000,transit,2,1500,,
END
printf 'section_id,vacated_before\nS1,8\n' >round/sections.csv
rules() {
    printf 'rule,value,source\nround_date,2026-03-01,\nneed_counts,households,\nfallback_rent,12000,\nselfpay,2024,\nstages,%s,\n' \
        "$1" >round/rules.csv
}

# Of A, B and C two are placed, whatever their order: that is need 2000.
rules 'need cost fit'
"$HUSLY" solve round -o plan --lang en >said 2>/dev/null
# B in D1: 15000 × 10 / 30 + 1000 × 20 / 30; A and D, at its højskole, count 9454 each, C and E 7335 each.
grep -q '^cost: 39244.66 kr., lower bound 39244.66 kr., proven$' said || fail "$(cat said)"
grep -q '^The municipality pays 28744.66 kr. until the next round, temporary places included, and [0-9.]* kr. in a year in which nothing else changes$' said ||
    fail "$(cat said)"
differ='^The two amounts until the next round differ: stage cost counts all without a permanent dwelling where they are now '
grep -q "$differ" said || fail "$(cat said)"
cat >wanted <<'END'
household_id,place,dwelling_id,until,self_payment,excess,cost_round,cost_year
A,transit,T1,2026-05-01,2546,4454,4454,54190.33
B,permanent,D1,,,1000,5666.66,16833.33
C,permanent,D2,,,0,7335,12225
D,hojskole,,2026-07-02,,9454,9454,115023.66
E,transit,T2,,4665,1835,1835,22325.83
END
sed 's/\r$//' plan/costs.csv | diff wanted - || fail "costs.csv"
"$HUSLY" verify plan --lang en | grep -q '^cost: 39244.66 kr., lower bound 39244.66 kr., proven$'
"$HUSLY" prove plan --lang en >page
grep -q 'the plan costs the municipality 39244.66 kr. until the next round' page || fail "$(cat page)"
grep -q 'No plan saves more than [0-9.]* kr., and so none costs less than [0-9.]* kr. − [0-9.]* kr. = 39244.66' page ||
    fail "$(cat page)"
"$HUSLY" explain plan A --dwelling D1 --lang en | grep -q 'costs [0-9.]* kr. more until the next round' ||
    fail "$("$HUSLY" explain plan A --dwelling D1 --lang en)"
grep -q '"value": 3924466' plan/summary.json
# Without transit places the two are one amount, and nothing is to be said of it.
rm -rf same && cp -r round same
sed '/,transit,/d' same/dwellings.csv >changed && mv changed same/dwellings.csv
"$HUSLY" solve same -o same_plan --lang en >said 2>/dev/null
grep -q '^The municipality pays 39244.66 kr. until the next round' said || fail "$(cat said)"
if grep -q "$differ" said; then fail "$(cat said)"; fi
echo "stage cost is solved, proven, verified and told"

# As the first stage it places nobody who costs less where they are, and the floor holds the rest.
rules 'cost need fit'
"$HUSLY" solve round -o cheap --lang en >said 2>/dev/null
grep -q '^cost: 39244.66 kr., lower bound 39244.66 kr., proven$' said || fail "$(cat said)"
grep -q '^need: 2000, bound 2000, proven$' said || fail "$(cat said)"
"$HUSLY" verify cheap >/dev/null
"$HUSLY" export round --stage need --floor cost=3924466 -o need.lp >/dev/null 2>&1
grep -q '^ floor(cost): .* <= -933334$' need.lp || fail "$(cat need.lp)"
echo "stage cost comes first as well"

rules 'need cost fit'
sed 's/^selfpay,2024/selfpay,2022/' round/rules.csv >changed && mv changed round/rules.csv
status=0
"$HUSLY" solve round -o none --lang en >/dev/null 2>said || status=$?
[ "$status" -eq 3 ] || fail "status $status"
grep -q '^rules.csv:5:2: value: no amounts ship for 2022; write one of 2015, 2023, 2024' said || fail "$(cat said)"
[ ! -e none ]
echo "a year that is not shipped is refused"

# The largest amounts of a round give a year's cost of more digits than any amount of a round.
cat >round/households.csv <<'END'
household_id,adults,children,max_rent,current_rent
A,1,0,5000,999999999999
B,1,0,5000,
END
cat >round/dwellings.csv <<'END'
dwelling_id,section_id,rooms,rent,kind,utilities,cost,places
D1,S1,2,999999999999,municipal,999999999999.99,999999999999,
T1,S1,1,999999999999,transit,999999999999,999999999999,2
END
printf 'rule,value\nround_date,2026-03-01\nround_days,36500\nfallback_rent,999999999999\naffordability,off\n' >round/rules.csv
"$HUSLY" solve round -o large --lang en >/dev/null 2>&1 || fail "the largest amounts: $?"
"$HUSLY" verify large >/dev/null || fail "the largest amounts: verify $?"
grep -q '^B,transit,T1,,0,2999999999997,3649999999996350,36499999999963.50' large/costs.csv || fail "$(cat large/costs.csv)"
