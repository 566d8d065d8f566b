#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs husly static and shared, moves the installed tree, and builds a stranger's program against it in
# every way a stranger may: find_package, pkg-config, add_subdirectory. Compares what the shared library
# exports with what the headers declare.
set -eu
: "${SOURCE_DIR:=$(cd "$(dirname "$0")/../.." && pwd)}"
consumer="$SOURCE_DIR/tests/install/consumer"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

wanted_start="husly 0.1.0 on GLPK "

# runs PROGRAM…: it starts and says its version.
runs() {
    said=$("$@")
    case $said in
        "$wanted_start"*": no error, 92 days") ;;
        *) echo "unexpected: $said" && exit 1 ;;
    esac
}

installed() {
    kind=$1
    cmake -S "$SOURCE_DIR" -B "build-$kind" -G Ninja -DCMAKE_BUILD_TYPE=Release \
        -DBUILD_TESTING=OFF -DBUILD_SHARED_LIBS="$2" -DCMAKE_INSTALL_LIBDIR=lib
    cmake --build "build-$kind"
    cmake --install "build-$kind" --prefix "$scratch/first-$kind"
    mv "first-$kind" "moved-$kind"
}

by_find_package() {
    cmake -S "$consumer" -B "found-$1" -G Ninja -DCMAKE_PREFIX_PATH="$scratch/moved-$1"
    cmake --build "found-$1"
    runs "found-$1/consumer"
}

by_pkg_config() {
    kind=$1
    shift
    flags=$(PKG_CONFIG_PATH="$scratch/moved-$kind/lib/pkgconfig" pkg-config "$@" --cflags --libs husly)
    # shellcheck disable=SC2086 # a list of words
    gcc -o "pkg-$kind" "$consumer/consumer.c" $flags
    runs env LD_LIBRARY_PATH="$scratch/moved-$kind/lib" "./pkg-$kind"
}

by_subdirectory() {
    cmake -S "$consumer" -B inside -G Ninja -DHUSLY_SOURCE="$SOURCE_DIR"
    cmake --build inside --target consumer
    runs inside/consumer
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
