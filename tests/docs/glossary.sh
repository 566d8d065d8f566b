#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every column of the tables, by both names, is in docs/glossary.md.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

sed -n 's/^    {"\([^"]*\)", "\([^"]*\)", CELL_.*/\1 \2/p' "$SOURCE_DIR"/lib/io/tables_*.c >columns
test "$(wc -l <columns)" -gt 50

missing=0
while read -r english danish; do
    for name in "$english" "$danish"; do
        if ! grep -qE "(^|[^[:alnum:]_])$name([^[:alnum:]_]|\$)" "$SOURCE_DIR/docs/glossary.md"; then
            echo "not in docs/glossary.md: $name"
            missing=1
        fi
    done
done <columns
exit $missing
