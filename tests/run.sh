#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The one test command. Installs what is missing (as root), builds with gcc and sanitizers and with clang
# and clang-tidy, runs every test, and ends with "N passed, N failed".
set -u
cd "$(dirname "$0")/.." || exit 1

# shellcheck source=tests/support/packages.sh
. tests/support/packages.sh
# shellcheck disable=SC2086 # a list of words
need_packages $TEST_PACKAGES || exit 1

export LC_ALL=C.UTF-8
export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1
export UBSAN_OPTIONS=print_stacktrace=1
export CTEST_PARALLEL_LEVEL="${CTEST_PARALLEL_LEVEL:-$(nproc)}"
export CMAKE_BUILD_PARALLEL_LEVEL="${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}"

passed=0
failed=0
mkdir -p build
log=$(mktemp build/run.XXXXXX)
trap 'rm -f "$log"' EXIT

# step NAME COMMAND…: one thing that passes or fails; its output is shown when it fails.
step() {
    name=$1
    status=0
    shift
    if "$@" >"$log" 2>&1 </dev/null; then
        passed=$((passed + 1))
        echo "passed: $name"
    else
        failed=$((failed + 1))
        echo "FAILED: $name"
        status=1
        grep -v '^\[[0-9]*/[0-9]*\] [A-Z][a-z]*ing ' "$log" | tail -n 100
    fi
    return $status
}

build() {
    cmake --preset "$1" && cmake --build --preset "$1"
}

format_check() {
    find include lib cli tests examples bench -name '*.[ch]' -exec \
        clang-format --dry-run --Werror {} +
}

shell_check() {
    find . -path ./build -prune -o -name '*.sh' -exec shellcheck -x {} + && shellcheck -x .ci/run
}

# Runs the tests and adds CTest's own counts; a run without any counts as a failure.
run_tests() {
    ctest --preset dev </dev/null 2>&1 | tee "$log"
    counts=$(sed -n 's/.*tests passed, \([0-9]*\) tests* failed out of \([0-9]*\).*/\1 \2/p' "$log")
    if [ -z "$counts" ]; then
        failed=$((failed + 1))
        return
    fi
    failed=$((failed + ${counts% *}))
    passed=$((passed + ${counts#* } - ${counts% *}))
}

if step "build with gcc and sanitizers (preset dev)" build dev; then
    run_tests
fi
step "build with clang, read by clang-tidy (preset tidy)" build tidy
step "clang-format" format_check
step "shellcheck" shell_check

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
