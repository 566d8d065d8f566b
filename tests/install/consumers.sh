#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs husly static and shared, moves the installed tree, and builds the programs of examples/ against it as
# a stranger would: by find_package and by pkg-config; and a program that takes husly by add_subdirectory.
# Compares what the shared library exports with what the headers declare.
set -eu
: "${SOURCE_DIR:=$(cd "$(dirname "$0")/../.." && pwd)}"
examples="$SOURCE_DIR/examples"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

# prints WORDS PROGRAM…: it succeeds, and the words are among what it says.
prints() {
    words=$1
    shift
    "$@" >said
    if ! grep -qF "$words" said; then
        echo "'$words' is not in what $1 said:" && cat said
        exit 1
    fi
}

# examples_run RUN…: all three do what they show; RUN takes the program's name and its arguments.
examples_run() {
    prints "family: low" "$@" by_hand
    prints "no plan is better" "$@" by_hand
    prints "H2 did not get D1." "$@" from_memory
    prints "households.csv:2: children:" "$@" from_memory
    prints "not proven" "$@" from_memory 1
    prints "placed: 5, 10, 15 and 20" "$@" glpk_host
    prints "own optimum: 11" "$@" glpk_host
}

installed() {
    kind=$1
    cmake -S "$SOURCE_DIR" -B "build-$kind" -G Ninja -DCMAKE_BUILD_TYPE=Release \
        -DBUILD_TESTING=OFF -DBUILD_SHARED_LIBS="$2" -DCMAKE_INSTALL_LIBDIR=lib
    cmake --build "build-$kind"
    cmake --install "build-$kind" --prefix "$scratch/first-$kind"
    mv "first-$kind" "moved-$kind"
}

found() {
    program=$1
    shift
    "./found-$kind/$program" "$@"
}

by_find_package() {
    kind=$1
    cmake -S "$examples" -B "found-$kind" -G Ninja -DCMAKE_PREFIX_PATH="$scratch/moved-$kind"
    cmake --build "found-$kind"
    examples_run found
}

packaged() {
    program=$1
    shift
    env LD_LIBRARY_PATH="$scratch/moved-$kind/lib" "./pkg-$kind/$program" "$@"
}

by_pkg_config() {
    kind=$1
    shift
    flags=$(PKG_CONFIG_PATH="$scratch/moved-$kind/lib/pkgconfig" pkg-config "$@" --cflags --libs husly)
    mkdir "pkg-$kind"
    for program in by_hand from_memory glpk_host; do
        own=""
        if [ "$program" = glpk_host ]; then own="-lglpk -pthread"; fi
        # shellcheck disable=SC2086 # lists of words
        gcc -Wall -Wextra -Werror -o "pkg-$kind/$program" "$examples/$program.c" $flags $own
    done
    examples_run packaged
}

by_subdirectory() {
    cmake -S "$SOURCE_DIR/tests/install/consumer" -B inside -G Ninja -DHUSLY_SOURCE="$SOURCE_DIR"
    cmake --build inside --target consumer
    prints "husly 0.1.0 on GLPK " inside/consumer
    prints ": no error, 92 days" inside/consumer
}

exports_are_declared() {
    cat "$SOURCE_DIR"/include/husly/*.h | tr '\n' ' ' |
        grep -o 'HUSLY_EXPORT [^(;]*(' | grep -o 'husly_[a-z0-9_]*(' | tr -d '(' | sort >declared
    nm -D --defined-only moved-shared/lib/libhusly.so | awk '{ print $3 }' | sort >exported
    diff declared exported
}

program_runs() {
    env LD_LIBRARY_PATH="$scratch/moved-$1/lib" "moved-$1/bin/husly" --version
}

installed static OFF
installed shared ON
by_find_package static
by_find_package shared
by_pkg_config static --static
by_pkg_config shared
by_subdirectory
exports_are_declared
program_runs static
program_runs shared
test -f moved-static/lib/cmake/husly/FindGLPK.cmake
test -f moved-static/lib/cmake/husly/FindLibCSV.cmake
test -f moved-static/share/man/man1/husly.1
