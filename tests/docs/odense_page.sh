#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# examples/odense/README.md: its console blocks are run, and its tables and sums are counted again from the
# round's files, from the plan and from the constants of make.py.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"
# shellcheck source=tests/support/console.sh
. "$SOURCE_DIR/tests/support/console.sh"

page="$SOURCE_DIR/examples/odense/README.md"
console_holds "$page"

# Where the page tells what the survey concludes.
bound='60 − 5 − 8 − 1 = 46'
grep -qF "$bound" "$page"
"$HUSLY" survey "$SOURCE_DIR/examples/odense" >said.out
grep -qF "$bound" said.out

python3 -B "$SOURCE_DIR/tests/support/odense_counts.py" "$SOURCE_DIR/examples/odense" scratch/plan >counted
test "$(wc -l <counted)" -ge 30
python3 -B "$SOURCE_DIR/tests/support/odense_goals.py" scratch/goals scratch/goals-plan scratch/plan scratch/uneven-plan \
    >>counted
test "$(wc -l <counted)" -ge 70
tr -s '\n ' '  ' <"$page" >flat
status=0
while IFS= read -r line; do
    if ! grep -qF -e "$line" flat; then
        echo "not on the page: $line"
        status=1
    fi
done <counted

# Nothing stands in these tables that was not counted; further cells of a row are not numbers.
# shellcheck disable=SC2016 # the backticks are Markdown
sed -n -e 's/^\(| [^|]* | `[A-Z][^|]*` | [^|]* |\).*/\1/p' -e '/^| \(family\|youth\|elderly\|private\) |/p' \
    -e '/^| \(municipal\|shared\|minors\|transit\|[0-9]*\) |/p' "$page" >rows
sed -n '/^## The same month with/,/^## What is real/s/^\(| .*[0-9−].* |\)$/\1/p' "$page" >>rows
test "$(wc -l <rows)" -ge 55
if grep -vxF -f counted rows; then
    echo "on the page, but not counted"
    status=1
fi
exit $status
