#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# docs/rules.md lists exactly the rules that husly knows, by both names, with their defaults.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

"$HUSLY" rules | sed -n 's/^\([a-z0-9_]*\) (\([^)]*\)): \(.*\)$/\1;\2;\3/p' >known
# shellcheck disable=SC2016 # the backticks are Markdown
sed -n 's/^| `\([^`]*\)` | `\([^`]*\)` | \([^|]*\) |.*/\1;\2;\3/p' "$SOURCE_DIR/docs/rules.md" |
    sed 's/;–$/;no default/' >told

test "$(wc -l <known)" -gt 20
diff -u known told
