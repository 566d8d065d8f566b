# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Read by tests/cli/write_*.sh: solving hamlet into folders in which something is in the way.

round=$SOURCE_DIR/examples/hamlet

# Leak checking does not work in a traced process.
traced_asan=detect_leaks=0

fail() {
    echo "FAILED: $*"
    exit 1
}

# All names and contents below a folder.
picture() {
    (cd "$1" && find . -exec ls -ld --time-style=+ {} + | awk '{print $1, $NF}' &&
        find . -type f -exec sha256sum {} +) 2>/dev/null | LC_ALL=C sort
}

# solve OUT [OPTION…]: leaves the exit status in $status, what was said in said.txt.
solve() {
    out=$1
    shift
    status=0
    "$HUSLY" solve "$round" -o "$out" "$@" >said.txt 2>&1 || status=$?
}

# refused WHY OUT [OPTION…]: status 6, the reason is told, and the working directory stays as it is.
refused() {
    why=$1
    shift
    rm -f said.txt
    before=$(picture .)
    solve "$@"
    mv said.txt ../said.txt
    [ "$status" -eq 6 ] || fail "$out: status $status instead of 6: $(cat ../said.txt)"
    grep -q "$why" ../said.txt || fail "$out: '$why' is not said: $(cat ../said.txt)"
    [ "$(picture .)" = "$before" ] || fail "$out: something changed"
    echo "$out: refused and left alone: $why"
}

# written OUT [OPTION…]: done or stopped by a limit, and the result verifies.
written() {
    solve "$@"
    [ "$status" -eq 0 ] || fail "$out: status $status: $(cat said.txt)"
    rm -f said.txt
    verified "$out"
}

verified() {
    "$HUSLY" verify "$1" >said.txt 2>&1 || fail "verify $1: $(cat said.txt)"
    rm -f said.txt
}

nothing_staged() {
    left=$(find . -name '.*.husly-*')
    [ -z "$left" ] || fail "left behind: $left"
}

# Whether strace can be used here at all; says so when it cannot.
can_trace() {
    if ! command -v strace >/dev/null; then
        echo "skipped: strace is not installed"
        return 1
    fi
    if ! strace -o /dev/null true 2>/dev/null; then
        echo "skipped: this machine does not let a process be traced"
        return 1
    fi
}

# traced INJECTION OUT [OPTION…]: solve with a fault put into its system calls.
traced() {
    injection=$1
    out=$2
    shift 2
    status=0
    ASAN_OPTIONS=$traced_asan strace -f -qq -o /dev/null -e inject="$injection" \
        "$HUSLY" solve "$round" -o "$out" "$@" >said.txt 2>&1 || status=$?
}
