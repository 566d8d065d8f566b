#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs `husly check` on every round of tests/data/invalid and tests/data/valid and compares what it says,
# line by line, with what the case expects.
#   CASE/round            the round's folder
#   CASE/expected_error   all of standard error; absent: nothing is said
#   CASE/expected_status  [3 below invalid, 0 below valid]
#   CASE/arguments        further arguments of husly check
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

data=$SOURCE_DIR/tests/data
count=0
failures=0

judge() {
    case_folder=$1
    wanted=$2
    words=""
    if [ -f "$case_folder/expected_status" ]; then wanted=$(cat "$case_folder/expected_status"); fi
    if [ -f "$case_folder/arguments" ]; then words=$(cat "$case_folder/arguments"); fi
    status=0
    # shellcheck disable=SC2086 # the arguments are words
    "$HUSLY" check "$case_folder/round" $words >said.out 2>said.err || status=$?
    if [ -f "$case_folder/expected_error" ]; then
        cp "$case_folder/expected_error" expected.err
    else
        : >expected.err
    fi
    if [ "$status" -ne "$wanted" ] || ! diff -u expected.err said.err; then
        echo "FAILED: $case_folder: status $status, expected $wanted"
        failures=$((failures + 1))
    fi
    if [ "$status" -ne 0 ] && [ -s said.out ]; then
        echo "FAILED: $case_folder: mistakes, and yet something on standard output"
        failures=$((failures + 1))
    fi
    count=$((count + 1))
}

for folder in "$data"/invalid/*/; do
    if [ -d "$folder/round" ]; then judge "${folder%/}" 3; fi
done
for folder in "$data"/valid/*/; do
    if [ -d "$folder/round" ]; then judge "${folder%/}" 0; fi
done

echo "$count cases, $failures failures"
[ "$count" -ge 80 ] && [ "$failures" -eq 0 ]
