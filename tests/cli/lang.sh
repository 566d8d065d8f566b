#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# --lang: taken by every command and before one, found before anything is said, listed by every help; without it
# husly speaks as the round's headers do. Help stays in two columns.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

hamlet="$SOURCE_DIR/examples/hamlet"
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

expect 0 --help
sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p' said.out >commands
test "$(wc -l <commands)" -ge 6
while read -r command; do
    expect 0 "$command" --help
    grep -q '^Usage: ' said.out
    grep -q -e '^      --lang LANG ' said.out
    for words in "--help --lang da" "--lang=da --help"; do
        # shellcheck disable=SC2086 # two words
        expect 0 "$command" $words
        grep -q "^Brug: husly $command" said.out
        grep -q -e '^      --lang SPROG ' said.out
        if grep -nwE '^(Usage|Options)|the|and|with' said.out; then
            echo "husly $command $words speaks English"
            exit 1
        fi
        # What an option is for begins in the column where it begins everywhere.
        if sed -n '/^Tilvalg:/,$p' said.out | sed 1d | LC_ALL=C.UTF-8 grep -vE '^.{24} [^ ]'; then
            echo "husly $command $words is ragged"
            exit 1
        fi
    done
    expect 2 "$command" --no-such-option --lang da
    grep -q "ukendt tilvalg --no-such-option" said.err
    expect 2 "$command" --lang sv
    expect 2 "$command" --lang
done <commands

expect 0 --lang da --help
grep -q '^Brug: husly KOMMANDO' said.out
expect 0 --help --lang=da
grep -q '^Kommandoer:' said.out
expect 0 --version --lang da
grep -qE '^husly [0-9.]+ ' said.out
expect 2 --version --lang sv
grep -q -e '--lang needs da or en' said.err
expect 2 --lang da
grep -q 'mangler en kommando' said.err
expect 2 --lang=da frobnicate
grep -q 'ingen kommando med dette navn: frobnicate' said.err
expect 2 --lang da check
grep -q 'RUNDE mangler' said.err

# The round's language, where none is asked for.
expect 0 check "$hamlet"
grep -q 'ingen fejl, 0 advarsler$' said.out
expect 0 check "$hamlet" --lang en
grep -q 'no mistake, 0 warnings$' said.out
expect 0 --lang=da check "$minimal"
grep -q 'ingen fejl' said.out
rm -rf plan
expect 0 solve "$hamlet" -o plan
grep -q 'skrevet og kontrolleret$' said.out
expect 0 verify plan
grep -q '^behov: 19032, øvre grænse 19032, bevist$' said.out
expect 0 --lang en verify plan
grep -q '^need: 19032, bound 19032, proven$' said.out

# So are mistakes, and the counts around them.
rm -rf wrong
cp -r "$hamlet" wrong
sed -i 's/^H1;/H1;x/' wrong/husstande.csv
expect 3 check wrong
grep -q '^husstande.csv:2:2: voksne: ikke et helt tal; skriv 0, 1, 2 …$' said.err
grep -q '^husly: [0-9]* fejl$' said.err
expect 3 check wrong --lang en
grep -q '^husstande.csv:2:2: voksne: not a whole number; write 0, 1, 2 …$' said.err
grep -q '^husly: [0-9]* mistake' said.err
echo "every command speaks both languages"
