#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The Danish page for those who hold a round: every console block is run, and what husly prints is compared.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"
# shellcheck source=tests/support/console.sh
. "$SOURCE_DIR/tests/support/console.sh"

console_holds "$SOURCE_DIR/docs/kom-i-gang.md"
