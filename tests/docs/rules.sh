#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# docs/rules.md lists exactly the rules that the reader knows, by both names.
set -eu

sed -n 's/^    {"\([^"]*\)", "\([^"]*\)", RULE_.*/\1 \2/p' "$SOURCE_DIR/lib/io/rulebook.c" >known
# shellcheck disable=SC2016 # the backticks are Markdown
sed -n 's/^| `\([^`]*\)` | `\([^`]*\)` |.*/\1 \2/p' "$SOURCE_DIR/docs/rules.md" >told

test "$(wc -l <known)" -gt 20
diff -u known told
