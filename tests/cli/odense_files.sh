#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# examples/odense/make.py writes the files that lie beside it, byte for byte, and is read from other seeds too.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

odense="$SOURCE_DIR/examples/odense"
rm -rf again goals other
python3 -B "$odense/make.py" again
files=0
for file in "$odense"/*.csv; do
    cmp "$file" "again/${file##*/}"
    files=$((files + 1))
done
[ "$files" -eq "$(find again -type f | wc -l)" ]

# The dialect that the page promises.
for file in again/*.csv; do
    [ "$(head -c 3 "$file")" = "$(printf '\357\273\277')" ]
    [ "$(grep -c '' "$file")" -eq "$(grep -c "$(printf '\r')\$" "$file")" ]
done

# With the goals it is the same month: the other files have more columns, more rows, or are the same.
python3 -B "$odense/make.py" --goals goals
for file in boliger afdelinger boligorganisationer beslutninger; do
    cmp "again/$file.csv" "goals/$file.csv"
done
head -n "$(grep -c '' again/regler.csv)" goals/regler.csv | cmp - again/regler.csv
"$HUSLY" check goals >/dev/null 2>said.err
[ ! -s said.err ]

python3 -B "$odense/make.py" other 7
if cmp -s again/husstande.csv other/husstande.csv; then
    echo "the seed changes nothing"
    exit 1
fi
"$HUSLY" check other >/dev/null 2>said.err
[ ! -s said.err ]
