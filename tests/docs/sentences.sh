#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every sentence about what stands in the way is in docs/explain.md, by its code and in both languages.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

page=$SOURCE_DIR/docs/explain.md
data=$SOURCE_DIR/lib/data/danish.po

# code, English, Danish of the first table
# shellcheck disable=SC2016 # the backticks are Markdown
sed -n '/^| rule | what | English/,/^$/p' "$page" | sed '1,2d' |
    sed -n 's/^| [a-z]* | `\([a-z_]*\)`[^|]* | \(.*\) | \(.*\) |$/\1;\2;\3/p' >told
test "$(wc -l <told)" -gt 40

sed -n 's/^    {"\([a-z_]*\)", [A-Z]*,.*/\1/p' "$SOURCE_DIR/lib/rules/sentence.c" |
    grep -v '^party_split$' | LC_ALL=C sort -u >known
test "$(wc -l <known)" -gt 30
cut -d ';' -f 1 told | LC_ALL=C sort -u | diff -u known -

status=0
while IFS= read -r line; do
    said=${line#*;}
    # A sentence may hold a semicolon, so English and Danish are looked for together.
    if ! awk -v said="$said" '
        /^msgid "/ { english = substr($0, 8, length($0) - 8) }
        /^msgstr "/ && english ";" substr($0, 9, length($0) - 9) == said { found = 1 }
        END { exit !found }' "$data"; then
        echo "docs/explain.md and lib/data/danish.po differ: $said"
        status=1
    fi
done <told
exit $status
