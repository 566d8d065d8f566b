#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# sh bench/get_highs.sh FOLDER: builds the native HiGHS and installs it there, to be measured against; husly neither
# needs nor contains it. Takes git, cmake and a C++ compiler.
set -eu

folder=${1:?usage: sh bench/get_highs.sh FOLDER}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
source=$folder/source
if [ ! -e "$source" ]; then
    git clone --depth 1 --branch v1.15.1 "${HIGHS_SOURCE:-https://github.com/ERGO-Code/HiGHS}" "$source"
fi
cmake -S "$source" -B "$folder/build" -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF -DCMAKE_INSTALL_PREFIX="$folder"
cmake --build "$folder/build" --parallel 2 --target install
echo "HIGHS=$folder/bin/highs sh bench/run.sh"
