#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# System calls that fail or in which the process is killed: the old result or the new one is there, whole.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"
# shellcheck source=tests/support/writing.sh
. "$SOURCE_DIR/tests/support/writing.sh"
can_trace || exit 0
rm -rf room && mkdir room && cd room

runs() {
    wc -l <"$1/run.jsonl"
}

# fails INJECTION: status 6, and the earlier result is as it was.
fails() {
    before=$(picture out)
    traced "$1" out --replace
    [ "$status" -eq 6 ] || fail "$1: status $status: $(cat said.txt)"
    rm -f said.txt
    [ "$(picture out)" = "$before" ] || fail "$1: the earlier result was touched"
    nothing_staged
}

# killed INJECTION: what is there verifies and is one run longer, or not.
killed() {
    before=$(runs out)
    traced "$1" out --replace
    [ "$status" -ne 0 ] || fail "$1: was not killed"
    rm -f said.txt
    case $(($(runs out) - before)) in
        0) old=$((old + 1)) ;;
        1) new=$((new + 1)) ;;
        *) fail "$1: run.jsonl is neither the old one nor the new one" ;;
    esac
    verified out
}

written out

# Seven files, their folder, and the folder above it once the result has its name.
for number in 1 2 3 4 5 6 7 8 9; do
    fails "fsync:error=EIO:when=$number"
done
fails "renameat2:error=EXDEV"
fails "mkdir:error=ENOSPC"
echo "failing calls leave the earlier result"

before=$(runs out)
traced "renameat2:error=EINVAL" out --replace
[ "$status" -eq 0 ] || fail "without exchange: status $status: $(cat said.txt)"
rm said.txt
[ "$(runs out)" -eq $((before + 1)) ]
verified out
nothing_staged
echo "a file system that cannot exchange gets two renames"

# From a clean start: while files are written, at the swap, and while the old result is removed.
old=0
new=0
for call in fsync:1 fsync:7 fsync:8 renameat2:1 fsync:9 unlinkat:1 unlinkat:4 rmdir:1; do
    rm -rf .out.husly-*
    killed "${call%:*}:signal=KILL:when=${call#*:}"
done
echo "killed: $old times the old result was there, $new times the new one"
if [ "$old" -ne 4 ] || [ "$new" -ne 4 ]; then
    fail "the kills did not come four times before and four times after the swap"
fi

# While what an earlier killed run left behind is removed.
for call in unlinkat:1 unlinkat:4 rmdir:1; do
    killed "${call%:*}:signal=KILL:when=${call#*:}"
done
if [ "$old" -ne 7 ]; then
    fail "the kills did not come while the folder was cleaned up"
fi

written out --replace
nothing_staged
echo "the next run cleans up"
