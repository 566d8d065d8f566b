#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The program that README.md shows is examples/by_hand.c, compiles without a warning, and prints what README.md
# says that it prints.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

# block KIND: the first block of that kind below "As a library".
block() {
    awk -v kind="$1" '/^## / { here = $0 == "## As a library" }
        /^```$/ && inside { exit }
        inside
        here && $0 == "```" kind { inside = 1 }' "$SOURCE_DIR/README.md"
}

# cached NAME: a setting of the build, which the library was compiled under.
cached() {
    sed -n "s/^$1:[A-Z]*=//p" "$BUILD_DIR/CMakeCache.txt"
}

block c >program.c
block text >told
test -s told
diff -u "$SOURCE_DIR/examples/by_hand.c" program.c

sanitizers=$(cached HUSLY_SANITIZE)
flags="$(cached CMAKE_C_FLAGS) ${sanitizers:+-fsanitize=$sanitizers}"
if [ -f "$BUILD_DIR/lib/libhusly.a" ]; then
    flags="$flags -DHUSLY_STATIC_DEFINE"
    library="$BUILD_DIR/lib/libhusly.a -lglpk -lcsv -lm -pthread"
else
    library="$BUILD_DIR/lib/libhusly.so -Wl,-rpath,$BUILD_DIR/lib"
fi
# shellcheck disable=SC2086 # lists of words
"$(cached CMAKE_C_COMPILER)" -std=c11 -Wall -Wextra -Werror -I"$SOURCE_DIR/include" -I"$BUILD_DIR/lib/include" \
    $flags -o program program.c $library
./program >seen
diff -u told seen
