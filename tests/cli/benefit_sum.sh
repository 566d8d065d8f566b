#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# husly benefit from a benefit class: SHO in any case, and no factor where there is one of a thing.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

round=$SOURCE_DIR/tests/data/valid/benefit_class_sho/round

demand() {
    if ! tr -s ' ' <"$1" | grep -qxF -e "$2"; then
        echo "not said: $2"
        cat "$1"
        exit 1
    fi
}

# By hand: (12 × 6219 − 46800) × 37 % / 12 = 858.03, and 3600 are left for living.
"$HUSLY" benefit "$round" H1 >alone
demand alone '− skat: 37 % af det over 46800 om året -858,03'
demand alone '= efter skat 5360,97'
demand alone '= budget: hvad den kan betale om måneden 1760,97'

# By hand: (12 × 8703 − 46800) × 37 % / 12 = 1777.11 for each of the two.
"$HUSLY" benefit "$round" H2 --lang en >couple
demand couple '= after tax, times 2 13851.78'
demand couple '− for one child or further adult -1300'
