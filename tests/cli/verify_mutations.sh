#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Whatever is changed in a good result or in its round, verify says so with status 7.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"
exec python3 -B "$SOURCE_DIR/tests/support/verify_mutations.py"
