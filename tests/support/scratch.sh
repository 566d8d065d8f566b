# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Read by tests that write, and remove, in the current folder: CTest gives each a folder of its own. By hand
# they are run in an empty folder, never in the source tree.
if [ -e CMakeLists.txt ] || [ -d .git ]; then
    echo "run this test by ctest, or in an empty folder" >&2
    exit 1
fi
