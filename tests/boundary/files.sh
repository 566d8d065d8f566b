#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every file of code has a name of its own in the tree, fewer than 400 lines and one SPDX line; shown first
# on planted files that break each.
set -eu
cd "${SOURCE_DIR:-$(dirname "$0")/../..}"
source_dir=$PWD
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

code_files() {
    find . \( -path ./build -o -path ./.git -o -path ./tests/data \) -prune -o -type f \
        \( -name '*.[ch]' -o -name '*.sh' -o -name '*.py' -o -name '*.cmake' -o -name CMakeLists.txt \) \
        -print
}

# A public header may share its name with the one in lib/ that continues it for the library's inside.
check_names() {
    code_files | grep -v '^./include/' | sed 's:.*/::' | grep -v -e '^CMakeLists.txt$' -e '^run.sh$' | sort | uniq -d | sed 's/$/: two files/'
}

check_lengths() {
    code_files | while read -r file; do
        lines=$(wc -l <"$file")
        if [ "$lines" -ge 400 ]; then
            echo "$file: $lines lines"
        fi
    done
}

check_licences() {
    code_files | while read -r file; do
        count=$(head -n 3 "$file" | grep -c 'SPDX-License-Identifier: GPL-3.0-or-later' || true)
        if [ "$count" -ne 1 ]; then
            echo "$file: no SPDX line"
        fi
    done
}

check_all() {
    check_names
    check_lengths
    check_licences
}

spdx='/* SPDX-License-Identifier: GPL-3.0-or-later */'
mkdir -p "$scratch/lib" "$scratch/cli"
echo "$spdx" >"$scratch/lib/good.c"
cd "$scratch"
[ -z "$(check_all)" ]
echo "$spdx" >cli/good.c
[ "$(check_all)" = "good.c: two files" ]
rm cli/good.c
echo 'int x;' >lib/bare.c
[ "$(check_all)" = "./lib/bare.c: no SPDX line" ]
rm lib/bare.c
{ echo "$spdx" && yes | head -n 399; } >lib/long.c
[ "$(check_all)" = "./lib/long.c: 400 lines" ]

cd "$source_dir"
found=$(check_all)
if [ -n "$found" ]; then
    echo "$found"
    exit 1
fi
echo "names, lengths and licences are in order"
