# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Read by examples/quickstart.sh and tests/run.sh: the Debian 12 packages that each of them needs.

# shellcheck disable=SC2034 # used by those who read this file
BUILD_PACKAGES="cmake ninja-build gcc libc6-dev libglpk-dev libcsv-dev"

# shellcheck disable=SC2034
TEST_PACKAGES="$BUILD_PACKAGES pkg-config python3 clang libclang-rt-14-dev clang-tidy clang-format
    coinor-cbc glpk-utils mandoc shellcheck strace gettext"

# Prints those of its arguments that are not installed.
missing_packages() {
    for package in "$@"; do
        case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
            *' installed') ;;
            *) printf ' %s' "$package" ;;
        esac
    done
}

# Installs what is missing of its arguments, or says how to and ends the script.
need_packages() {
    if ! command -v dpkg-query >/dev/null; then
        echo "This is no Debian system; what is needed is what these packages hold: $*"
        return
    fi
    missing=$(missing_packages "$@")
    if [ -z "$missing" ]; then
        return
    fi
    if [ "$(id -u)" -ne 0 ]; then
        echo "Some packages are missing. Please run this, then start again:" >&2
        echo "  sudo apt-get install -y --no-install-recommends$missing" >&2
        exit 1
    fi
    echo "Installing:$missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq </dev/null
    # shellcheck disable=SC2086 # a list of words
    apt-get install -y -qq --no-install-recommends $missing </dev/null >/dev/null
}
