#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The files of `husly init` in both languages: they read, what is missing is said, and once it is filled in,
# the round is right. The guide names every column of every table.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

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

rm -rf en da
expect 0 init en
expect 0 init da --lang da
expect 6 init en

expect 3 check en
grep -q '^rules.csv:2:2: value: no value for round_date yet' said.err
grep -q '^rules.csv:3:2: value: no value for need_counts yet' said.err
expect 3 check da
grep -q '^regler.csv:2:2: værdi: ingen værdi for rundedato endnu' said.err

# Danish: semicolons, CRLF, a BOM, its own file names.
[ "$(head -c 3 da/husstande.csv | od -An -tx1 | tr -d ' ')" = efbbbf ]
[ "$(tr -cd '\r' <da/husstande.csv | wc -c)" -eq 1 ]
grep -q 'voksne;børn' da/husstande.csv
grep -q 'adults,children' en/households.csv

sed -i 's/^round_date,/round_date,2026-03-01/; s/^need_counts,/need_counts,persons/' en/rules.csv
sed -i 's/^rundedato;/rundedato;01-03-2026/; s/^behov_tæller;/behov_tæller;personer/' da/regler.csv
expect 0 check en
expect 0 check da

# explained GUIDE FILE DELIMITER: every header of the file has a line of its own in the guide.
explained() {
    sed '1s/^\xef\xbb\xbf//' "$2" | head -n 1 | tr -d '\r' | tr "$3" '\n' >columns
    while read -r column; do
        if ! grep -qE "^  $column( |\$)" "$1"; then
            echo "$1 does not explain $column of $2"
            exit 1
        fi
    done <columns
}
tr -d '\r' <da/LÆSMIG.txt >da.txt
for file in en/*.csv; do explained en/README.txt "$file" ','; done
for file in da/*.csv; do explained da.txt "$file" ';'; done
"$HUSLY" rules | sed -n 's/^\([a-z0-9_]*\) (.*/\1/p' >names
[ "$(wc -l <names)" -gt 25 ]
while read -r rule; do grep -qF "  $rule [" en/README.txt; done <names
# Danish throughout: defaults and sources of the rules too.
if grep -nE '\[(persons|section|together|choose|on|no|none|plain|need fit)\]|Kilde: .*(own|described|text) ' da.txt; then
    echo "LÆSMIG.txt speaks English"
    exit 1
fi
echo "the templates are explained and can be filled in"
