#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every console block of README.md is run, and what husly prints is compared with what the README shows.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"
# shellcheck source=tests/support/console.sh
. "$SOURCE_DIR/tests/support/console.sh"

console_holds "$SOURCE_DIR/README.md"
