#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# From a clean clone to a checked plan: installs what is missing (as root), builds husly, allocates the
# dwellings of examples/hamlet, and shows who is placed where.
set -eu
cd "$(dirname "$0")/.."

# shellcheck source=tests/support/packages.sh
. tests/support/packages.sh
# shellcheck disable=SC2086 # a list of words
need_packages $BUILD_PACKAGES

# show FILE COLUMN…: some columns of a CSV file without quoted delimiters, aligned for reading.
show() {
    file=$1
    shift
    LC_ALL=C awk -v wanted="$*" '
        # Characters, not bytes, count for the width.
        function width(text) { gsub(/[\200-\277]/, "", text); return length(text) }
        NR == 1 {
            sub(/^\357\273\277/, "")
            FS = index($0, ";") ? ";" : index($0, "\t") ? "\t" : ","
            count = split(wanted, columns, " ")
        }
        {
            sub(/\r$/, "")
            split($0, cells, FS)
            for (i = 1; i <= count; i++) {
                cell[NR, i] = cells[columns[i]]
                if (width(cell[NR, i]) > widest[i]) widest[i] = width(cell[NR, i])
            }
        }
        END {
            for (row = 1; row <= NR; row++) {
                line = " "
                for (i = 1; i <= count; i++)
                    line = line " " cell[row, i] sprintf("%" (widest[i] - width(cell[row, i]) + 1) "s", "")
                sub(/ +$/, "", line)
                print line
            }
        }' "$file"
}

log=build/quickstart.log
mkdir -p build
if ! { cmake --preset release && cmake --build --preset release; } >"$log" 2>&1; then
    cat "$log"
    exit 1
fi

husly=build/release/cli/husly
out=build/quickstart
rm -rf "$out"
"$husly" solve examples/hamlet -o "$out"
"$husly" verify "$out"

echo
echo "Who gets which dwelling, what it costs after housing benefit, and what the household can pay:"
show "$out/placements.csv" 1 2 5 9 10 11
echo
echo "Who gets none, and the reason:"
show "$out/unplaced.csv" 1 2 4
echo
echo "You see the best lawful plan for the round in examples/hamlet, which a second program has checked;"
echo "examples/hamlet/README.md solves it by eye, and all that is known about it lies in $out/."
