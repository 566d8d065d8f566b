#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The manual page is well formed, and every command and option that --help tells is in it.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

page="$SOURCE_DIR/docs/man/husly.1"
mandoc -T lint -W warning "$page"

# What a reader sees, without overstrikes.
mandoc -T utf8 "$page" | sed 's/.\x08//g' >seen

missing=0
demand() {
    if ! grep -qF -e "$1" seen; then
        echo "not in the manual page: $1"
        missing=1
    fi
}

"$HUSLY" --help >help
commands=$(sed -n 's/^  \([a-z][a-z]*\)  .*/\1/p' help)
test "$(echo "$commands" | wc -w)" -ge 4
for command in $commands; do
    demand "husly $command"
    "$HUSLY" "$command" --help >help
    grep -oE -e '(^|[ ,[(|])--?[a-z][a-z-]*' help | tr -d ' ,[(|' | sort -u >options
    test -s options
    while read -r option; do
        demand "$option"
    done <options
done
exit $missing
