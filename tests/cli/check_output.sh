#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Where things are said and with which status: help, scolding, a full standard output, a reader that leaves,
# folders and files that cannot be read.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

minimal="$SOURCE_DIR/tests/data/valid/minimal/round"

# expect STATUS WORDS…: the status of husly; what it said lies in said.out and said.err.
expect() {
    wanted=$1
    shift
    status=0
    "$HUSLY" "$@" >said.out 2>said.err || status=$?
    if [ "$status" -ne "$wanted" ]; then
        echo "husly $*: status $status, expected $wanted"
        cat said.err
        exit 1
    fi
}

commands='check init survey solve verify explain prove rules export'

expect 0 --version
grep -qE '^husly [0-9]+\.[0-9]+\.[0-9]+ \(GLPK [0-9.]+\)$' said.out
expect 0 --help
for command in $commands; do
    grep -qE "^  $command  *[a-z]" said.out
done
for command in $commands; do
    expect 0 "$command" --help
    grep -q "^Usage: husly $command" said.out
    [ ! -s said.err ]
    expect 2 "$command" --no-such-option
    grep -q "unknown option --no-such-option" said.err
    grep -q "^Usage: husly $command" said.err
    [ ! -s said.out ]
done
expect 2
expect 2 frobnicate
grep -q 'frobnicate' said.err

expect 2 check
expect 2 check one two
expect 2 check --date
expect 2 init new --lang sv
expect 2 solve "$minimal"
expect 2 solve "$minimal" -o out --gap much
expect 2 solve "$minimal" -o out --gap 101
expect 2 solve "$minimal" -o out --work 0
expect 2 solve "$minimal" -o out --seconds 0
expect 2 export "$minimal"
expect 2 export "$minimal" -o out.lp --format txt
expect 2 export "$minimal" -o out.lp --stage cost
expect 2 export "$minimal" -o out.lp --stage fit
expect 2 export "$minimal" -o out.lp --stage fit --floor need=many
[ ! -e out ] && [ ! -e out.lp ]

# The default limit of work is stated.
expect 0 solve --help
grep -qE -e '--work N .*\[[1-9][0-9]+\]' said.out

expect 6 check no/such/folder
expect 6 check "$minimal/households.csv"
rm -rf strange
mkdir strange
cp "$minimal"/*.csv strange
rm strange/households.csv
mkdir strange/households.csv
expect 6 check strange
rmdir strange/households.csv
mkfifo strange/households.csv
expect 6 check strange
grep -q 'households.csv' said.err

# A link to nothing is no absent file: without areas.csv no area would be listed.
rm -rf strange
mkdir strange
cp "$minimal"/*.csv strange
ln -s nowhere.csv strange/areas.csv
expect 6 check strange
grep -q 'areas.csv: cannot open' said.err
rm -rf strange

# What a terminal would obey never reaches it, neither ESC nor the one-character CSI of Unicode.
without_controls() {
    if tr -d '\n' <said.err | LC_ALL=C grep -q "$(printf '\033\\|\302\233')"; then
        echo "a control character is told raw"
        exit 1
    fi
}
mkdir strange
cp "$minimal"/*.csv strange
printf 'household_id,adults,children,max_rent,a\033b\302\233c\nH1,1,0,5000,1\n' >strange/households.csv
expect 3 check strange --show-values
grep -q 'no column of this table' said.err
without_controls
rm -rf strange plan
expect 0 solve "$minimal" -o plan
sed 's#"round": "[^"]*"#"round": "a\\u001b[31mb\\u009bc"#' plan/summary.json >changed.json
mv changed.json plan/summary.json
expect 6 verify plan
grep -q 'a \[31mb c' said.err
without_controls
rm -rf plan

# Names of the municipality's own reach the pages that explain and prove.
mkdir strange
printf 'household_id,adults,children,max_rent,group\nH1,1,0,5000,a\033b\nH2,1,0,5000,a\033b\n' >strange/households.csv
printf 'dwelling_id,section_id,rooms,rent\nD1,S1,1,100\nD2,S1,1,100\n' >strange/dwellings.csv
printf 'section_id,area_id\nS1,A1\n' >strange/sections.csv
printf 'area_id,access_a\033b\nA1,5\n' >strange/areas.csv
printf 'rule,value\nround_date,2026-03-01\nright,100\nweight_access,10\nweight_together,7\n' >strange/rules.csv
expect 0 solve strange -o plan
"$HUSLY" prove plan --lang en >said.err
grep -q 'group a b' said.err
without_controls
"$HUSLY" explain plan H1 --lang en >said.err
grep -q 'access_a b' said.err
without_controls
rm -rf strange plan

if [ -w /dev/full ]; then
    status=0
    "$HUSLY" check "$minimal" >/dev/full 2>said.err || status=$?
    [ "$status" -eq 6 ]
    grep -q 'standard output' said.err
    status=0
    "$HUSLY" --help >/dev/full 2>said.err || status=$?
    [ "$status" -eq 6 ]
fi

# A reader that leaves early is nobody's failure, and no word is lost about it.
{ "$HUSLY" rules 2>said.err; echo $? >status; } | true
[ "$(cat status)" -eq 0 ]
[ ! -s said.err ]

# Files are nobody else's.
rm -rf fresh
expect 0 init fresh
[ "$(stat -c %a fresh/rules.csv)" = 600 ]
echo "every word and status is in its place"
