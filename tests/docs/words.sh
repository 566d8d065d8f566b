#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Everything that husly says to a person passes through lib/data/danish.po, and has its Danish there; shown first
# on planted texts. The tools are gettext's: xgettext knows a text by the function that takes it.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"
export LC_ALL=C.UTF-8

# function:argument that is a text in English, handed to husly_words() by the function itself.
keywords="husly_words:2 WORDS_LATER:1 text_add_words:3 words_print:4 error_set:4 file_failed:3 name_failed:4
    finding_mistake:3 finding_warning:3 finding_cell:3 refuse_as:2 tally_warn:5 unread:5 complain:3
    complain_of_line:4 phrase_add:2 brief_line:2 prove_page_say:2 say:2 options_scold:2"

# Sentences that are told in no language: what files hold, the formats of other programs, and what is told
# beside the words of GLPK.
cat >exceptions <<'END'
need fit
behov pasning
Nordby Almene
NAME husly FREE\n
Subject To\n
 empty: nothing <= 0\n
 FX BND 
 UP BND 
no maximum flow
END

# extract FOLDER OPTION...: the texts of its C files as a PO file. A text that is empty stands for the header.
extract() {
    (
        cd "$1"
        shift
        find lib cli -name '*.[ch]' | sort | xgettext -L C --from-code=UTF-8 --no-wrap "$@" -f - -o -
    ) 2>/dev/null | sed 's/charset=CHARSET/charset=UTF-8/' |
        awk 'BEGIN { RS = ""; ORS = "\n\n" } NR == 1 || !/\nmsgid ""\nmsgstr ""/'
}

# One line an entry: its English.
english() {
    awk 'BEGIN { RS = ""; FS = "\n" }
        NR > 1 {
            text = ""; inside = 0
            for (i = 1; i <= NF; i++) {
                if ($i ~ /^msgid /) inside = 1
                if ($i ~ /^msgstr /) inside = 0
                if (inside) { sub(/^[^"]*"/, "", $i); sub(/"$/, "", $i); text = text $i }
            }
            print text
        }' "$1" | sort -u
}

# A format such as "%s: %s" reads the same in both languages.
with_words() {
    grep -E '(^|[^%[:alpha:]])[[:alpha:]]{2}|^[[:alpha:]]{2}' || true
}

# faults FOLDER: everything that is wrong, a line each.
faults() {
    po=$1/lib/data/danish.po
    set -- "$1" -k
    for keyword in $keywords; do set -- "$@" "--keyword=$keyword"; done
    extract "$@" >marked.po
    extract "$1" -a >all.po
    english marked.po >marked
    english all.po >all
    english "$po" >danish
    comm -23 marked danish | with_words | sed 's/^/no Danish: /'
    comm -13 marked danish | sed 's/^/nobody says: /'
    comm -23 all marked | grep -E '(^|[^%[:alnum:]])[[:alpha:]]{2,}[,;:]? +[[:alpha:]]' | grep -vxFf exceptions |
        sed 's/^/passes the table by: /'
    grep -F '<PRI' marked | sed 's/^/its format differs between systems: /'
    msgattrib --untranslated --no-wrap "$po" | english - | sed 's/^/empty: /'
    msgattrib --only-fuzzy --no-wrap "$po" | english - | sed 's/^/fuzzy: /'
    # msgmerge doubts an entry whose formats do not agree.
    msgmerge --quiet --no-fuzzy-matching --no-wrap "$po" marked.po |
        msgattrib --only-fuzzy --no-wrap | english - | sed 's/^/its formats differ: /'
}

# notices LINE: it stands among the faults of the planted tree.
notices() {
    if ! grep -qxF "$1" noticed; then
        echo "not noticed: $1"
        cat noticed
        exit 1
    fi
}

rm -rf planted
mkdir planted
cp -r "$SOURCE_DIR/lib" "$SOURCE_DIR/cli" planted
cat >planted/cli/planted.c <<'END'
say(stdout, "three planted words");
say(stdout, one ? "a planted %d" : "another planted %s");
say(stdout, "%" PRId64 " planted");
printf("planted by printf\n");
say(stdout, "planted and empty");
END
cat >>planted/lib/data/danish.po <<'END'

msgid "a planted %d"
msgstr "plantet %s"

msgid "planted for nobody"
msgstr "plantet for ingen"

msgid "planted and empty"
msgstr ""
END
faults planted >noticed || true
notices "no Danish: three planted words"
notices "passes the table by: another planted %s"
notices "its format differs between systems: %<PRId64> planted"
notices "passes the table by: planted by printf\\n"
notices "nobody says: planted for nobody"
notices "empty: planted and empty"
notices "its formats differ: a planted %d"

faults "$SOURCE_DIR" >found || true
cat found
test ! -s found
test "$(wc -l <danish)" -gt 300
