#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every console block of README.md is run, and what husly prints is compared with what the README shows.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

rm -rf scratch
mkdir -p scratch/bin
ln -s "$SOURCE_DIR/examples" scratch/examples
ln -s "$HUSLY" scratch/bin/husly
export PATH="$PWD/scratch/bin:$PATH"

awk '/^```console$/ { inside = 1; next } /^```$/ { inside = 0 } inside' \
    "$SOURCE_DIR/README.md" >told
test "$(grep -c '^\$ husly ' told)" -ge 3

# A script that prints each command as the README does, and then runs it.
awk '/^\$ / {
        command = substr($0, 3)
        quoted = $0
        gsub(/\047/, "\047\\\047\047", quoted)
        printf "printf \047%%s\\n\047 \047%s\047\n%s\n", quoted, command
    }' told >commands
(cd scratch && sh ../commands) >seen 2>&1 || true
diff -u told seen
