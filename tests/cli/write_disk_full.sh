#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A disk without room: status 6, the earlier result intact, nothing half written.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"
# shellcheck source=tests/support/writing.sh
. "$SOURCE_DIR/tests/support/writing.sh"
rm -rf room && mkdir room && cd room

# A limit on the size of a file lets a part through before it fails, as a full disk does.
limited() {
    status=0
    (trap '' XFSZ && ulimit -f 1 && exec "$HUSLY" solve "$round" -o "$@") >/dev/null 2>../said.txt ||
        status=$?
    [ "$status" -eq 6 ] || fail "limited: status $status: $(cat ../said.txt)"
    grep -q 'File too large' ../said.txt || fail "limited: $(cat ../said.txt)"
}

limited new
for language in en da; do
    if (trap '' XFSZ && ulimit -f 1 && exec "$HUSLY" init empty --lang $language) >/dev/null 2>&1; then
        fail "init in $language: all of it was written"
    fi
    nothing_staged
done
[ ! -e new ] || fail "something was written under the final name"
nothing_staged
written out
before=$(picture .)
limited out --replace
[ "$(picture .)" = "$before" ] || fail "the earlier result was touched"
echo "file size limit: refused, intact"

mkdir disk
if ! mount -t tmpfs -o size=64k husly-test disk 2>/dev/null; then
    echo "skipped: cannot mount a small disk here"
    exit 0
fi
trap 'umount disk' EXIT
written disk/out
dd if=/dev/zero of=disk/filler bs=4k 2>/dev/null || true
before=$(picture disk)
for options in "new" "out --replace"; do
    # shellcheck disable=SC2086 # a name and perhaps an option
    solve disk/$options
    mv said.txt ../said.txt
    [ "$status" -eq 6 ] || fail "full disk: status $status: $(cat ../said.txt)"
    grep -q 'ikke mere plads på disken' ../said.txt || fail "full disk: $(cat ../said.txt)"
    [ "$(picture disk)" = "$before" ] || fail "full disk: something changed"
done
verified disk/out
echo "full disk: refused, intact"
