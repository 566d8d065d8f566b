#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What is in the way of a result stays as it is, and status 6 says what it is.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"
# shellcheck source=tests/support/writing.sh
. "$SOURCE_DIR/tests/support/writing.sh"
rm -rf room && mkdir room && cd room

echo mine >file
refused 'ikke en mappe' file
refused 'ikke en mappe' file --replace
refused 'filen eller mappen findes ikke' missing/out

mkdir foreign && echo mine >foreign/thesis.txt
refused 'thesis.txt' foreign
refused 'thesis.txt' foreign --replace

written out
refused 'tidligere resultat' out
echo mine >out/thesis.txt
refused 'thesis.txt' out --replace
rm out/thesis.txt
mv out/summary.json out/summary.kept
refused 'summary.kept' out --replace
mv out/summary.kept summary.json
refused 'ingen summary.json' out --replace
mv summary.json out/summary.json
written out --replace

mkdir closed && chmod 555 closed
if [ "$(id -u)" -ne 0 ]; then
    refused 'adgang nægtet' closed/out
elif can_trace; then
    before=$(picture .)
    traced mkdir:error=EACCES closed/out
    grep -q 'adgang nægtet' said.txt || fail "closed/out: $(cat said.txt)"
    rm said.txt
    [ "$status" -eq 6 ] || fail "closed/out: status $status"
    [ "$(picture .)" = "$before" ] || fail "closed/out: something changed"
fi
nothing_staged
