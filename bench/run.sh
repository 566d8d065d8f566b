#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The one bench command: sh bench/run.sh [--long] [--chapters …] [--sizes …] [--no-rivals] [--publish] [SEED…].
# README.md tells all. Builds husly as it is released, unless HUSLY names a program, and measures it on
# invented rounds.
set -eu
cd "$(dirname "$0")/.."

if [ -z "${HUSLY:-}" ]; then
    mkdir -p build
    if ! { cmake --preset release && cmake --build --preset release; } >build/bench.log 2>&1; then
        cat build/bench.log
        exit 1
    fi
    HUSLY=$PWD/build/release/cli/husly
fi

"$HUSLY" --version
exec python3 -B bench/measure.py --husly "$HUSLY" "$@"
