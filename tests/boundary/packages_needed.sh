#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What the two README commands do where packages are missing, tried with stand-ins for id, dpkg-query and
# apt-get: root gets them installed, anybody else is told the exact line, and nothing is done in vain.
set -eu
: "${SOURCE_DIR:=$(cd "$(dirname "$0")/../.." && pwd)}"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
mkdir bin

stand_in() {
    { echo '#!/bin/sh' && cat; } >"bin/$1"
    chmod +x "bin/$1"
}

stand_in id <<'END'
cat "$SCRATCH/uid"
END
stand_in dpkg-query <<'END'
grep -qx "$4" "$SCRATCH/installed" && printf 'install ok installed'
END
stand_in apt-get <<'END'
echo "$*" >>"$SCRATCH/apt"
END

# need UID PACKAGE…: what need_packages does, as that user, with cmake and gcc installed.
need() {
    echo "$1" >uid
    shift
    printf 'cmake\ngcc\n' >installed
    : >apt
    # shellcheck disable=SC2016 # expanded by the inner shell
    SCRATCH=$scratch PATH="$scratch/bin:$PATH" \
        sh -eu -c '. "$0" && need_packages "$@"' "$SOURCE_DIR/tests/support/packages.sh" "$@" \
        >said 2>&1
}

need 1000 cmake gcc
[ ! -s said ] && [ ! -s apt ]

if need 1000 cmake libglpk-dev gcc libcsv-dev; then
    echo "a user without the right to install went on"
    exit 1
fi
grep -qx '  sudo apt-get install -y --no-install-recommends libglpk-dev libcsv-dev' said
[ ! -s apt ]

need 0 cmake gcc
[ ! -s apt ]

need 0 cmake libglpk-dev gcc libcsv-dev
[ "$(sed -n 1p apt)" = 'update -qq' ]
[ "$(sed -n 2p apt)" = 'install -y -qq --no-install-recommends libglpk-dev libcsv-dev' ]
