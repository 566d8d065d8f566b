#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds the include lines of lib/ and cli/ against the table of rooms in CONTRIBUTING.md, after showing on
# planted violations that it notices them.
set -eu
cd "${SOURCE_DIR:-$(dirname "$0")/../..}"
source_dir=$PWD
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The rooms that a file may include from.
rooms_of() {
    case $1 in
        lib/base/*) echo base ;;
        lib/model/*) echo base model ;;
        lib/program/*) echo base program ;;
        lib/io/*) echo base model io ;;
        lib/rules/*) echo base model program rules ;;
        lib/solve/*) echo base program solve ;;
        lib/report/*) echo base model rules report ;;
        lib/join/*) echo base model program io rules solve report join ;;
        lib/*/*) ;; # a room that the table does not know
        lib/*) echo base model program io rules solve report join ;;
    esac
}

quoted_is_allowed() {
    room=${2%%/*}
    case $1 in
        cli/*/*) return 1 ;;
        cli/*) [ "$room" = "$2" ] && return 0 ;;
    esac
    [ "$room" = "$2" ] && return 1
    case " $(rooms_of "$1") " in
        *" $room "*) return 0 ;;
    esac
    return 1
}

# The two walls, and the one door of the command line.
angled_is_allowed() {
    case $2:$1 in
        csv.h:lib/io/csv.c | glpk.h:lib/solve/glpk.c | glpk.h:lib/solve/glpk_flow.c) return 0 ;;
        csv.h:* | glpk.h:*) return 1 ;;
        husly/husly.h:cli/*) return 0 ;;
        husly/*:cli/*) return 1 ;;
    esac
    return 0
}

# Prints every include line that the table does not allow, below the current directory.
check_includes() {
    find lib cli -name '*.[ch]' -exec grep -Hn '^[[:space:]]*#[[:space:]]*include' {} + |
        while IFS=: read -r file line text; do
            name=$(printf '%s\n' "$text" | sed 's/.*include[[:space:]]*[<"]\([^>"]*\)[>"].*/\1/')
            case $text in
                *'"'*) quoted_is_allowed "$file" "$name" || echo "$file:$line: $text" ;;
                *) angled_is_allowed "$file" "$name" || echo "$file:$line: $text" ;;
            esac
        done
}

# planted FILE INCLUDE: a tree whose only sin is that line must be refused.
planted() {
    rm -rf "$scratch/tree"
    mkdir -p "$scratch/tree/lib" "$scratch/tree/cli" "$scratch/tree/$(dirname "$1")"
    printf '#include <stdio.h>\n#include %s\n' "$2" >"$scratch/tree/$1"
    if ! (cd "$scratch/tree" && check_includes | grep -q "^$1:2:"); then
        echo "not noticed: $1 with #include $2"
        return 1
    fi
}

planted lib/base/text.c '"model/round.h"'
planted lib/base/text.h '"text.h"'
planted lib/model/round.c '"io/csv.h"'
planted lib/program/program.c '"model/problem.h"'
planted lib/io/read.c '"rules/rule.h"'
planted lib/io/read.c '<csv.h>'
planted lib/solve/search.c '"model/problem.h"'
planted lib/solve/search.c '<glpk.h>'
planted lib/report/verify/verify.c '"program/program.h"'
planted lib/report/verify/verify.c '"solve/solve.h"'
planted lib/husly.c '<glpk.h>'
planted lib/husly.c '"join_plan.h"'
planted lib/report/reason/reason.c '"join/join_plan.h"'
planted lib/join/join_plan.c '<csv.h>'
planted lib/cellar/wine.c '"base/text.h"'
planted cli/main.c '"base/text.h"'
planted cli/main.c '<husly/round.h>'

cd "$source_dir"
found=$(check_includes)
if [ -n "$found" ]; then
    echo "These lines cross a wall between rooms:"
    echo "$found"
    exit 1
fi
echo "every include line keeps to its rooms"
