# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Read by tests that hold a page to what its ```console blocks show. Needs HUSLY, SOURCE_DIR and an empty folder.

# console_holds PAGE: runs the blocks of the page one after the other in the folder scratch, where husly can be
# called by name and examples lies beside, and compares what is printed with what the page shows.
console_holds() {
    rm -rf scratch
    mkdir -p scratch/bin
    ln -s "$SOURCE_DIR/examples" scratch/examples
    ln -s "$HUSLY" scratch/bin/husly

    awk '/^```console$/ { inside = 1; next } /^```$/ { inside = 0 } inside' "$1" >told
    test "$(grep -c '^\$ husly ' told)" -ge 3

    # A script that prints each command as the page does, and then runs it.
    awk '/^\$ / {
            command = substr($0, 3)
            quoted = $0
            gsub(/\047/, "\047\\\047\047", quoted)
            printf "printf \047%%s\\n\047 \047%s\047\n%s\n", quoted, command
        }' told >commands
    (PATH="$PWD/scratch/bin:$PATH" && export PATH && cd scratch && sh ../commands) >seen 2>&1 || true
    diff -u told seen
}
