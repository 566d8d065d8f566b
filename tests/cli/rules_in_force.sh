#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# `husly rules`: what differs from its default comes first, every rule is told once, each with a source, in
# both languages; a source that rules.csv states is told as the municipality's own.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

hamlet="$SOURCE_DIR/examples/hamlet"

# names FILE: the rules' heads, in order: name, the other name, and what is said about the value.
names() {
    sed -n 's/^\([^ ()]*\) (\([^ ()]*\)): \(.*\)$/\1 \2 \3/p' "$1"
}

"$HUSLY" rules --lang en >usual.en
"$HUSLY" rules --lang da >usual.da
"$HUSLY" rules "$hamlet" >round.da
"$HUSLY" rules "$hamlet" --lang en >round.en

# Every rule of the docs once, and one source for each.
# shellcheck disable=SC2016 # the backticks are Markdown
sed '1,/^## rules.csv, line by line/d; /^## Temporary places/,$d' "$SOURCE_DIR/docs/rules.md" |
    sed -n 's/^| `\([^`]*\)` | `\([^`]*\)` | [^|]* | .*/\1/p' | grep -v '_X$' | sort >wanted
test "$(wc -l <wanted)" -gt 20
for language in en da; do
    for table in usual round; do
        names "$table.$language" >heads
        field=1
        [ "$language" = en ] || field=2
        cut -d ' ' -f "$field" heads | sort | diff -u wanted -
        test "$(grep -cE '^- (Source|Kilde)[:,]' "$table.$language")" -eq "$(wc -l <wanted)"
    done
done

# hamlet departs from the default in one rule, which leads, with the figures of its year.
test "$(names round.en | head -n 1)" = 'housing_benefit boligstøtte 2026; the default is none'
test "$(names round.da | head -n 1)" = 'boligstøtte housing_benefit 2026; standardværdien er ingen'
test "$(grep -c 'the default is' round.en)" -eq 1
grep -qF '171500' round.en
grep -qF '96200' round.da
if grep -qF '171500' usual.en; then
    echo "figures of a year that is not in force are told as if they were"
    exit 1
fi
for year in 2021 2025 2026; do
    grep -qF -e "- Shipped for $year: " usual.en
done

# The source of rules.csv, told as the municipality's own; else the shipped one and what is known of it.
grep -qF "the municipality's own: almenboligloven § 59, stk. 1; not verified by husly" round.en
grep -qF '§ 59(1): up to every fourth vacancy' usual.en
grep -q '^- Source: .*; verified$' usual.en
names round.en | grep -qx 'hb_own bs_egenbetaling not in use'

# A value of one's own without a source does not borrow the default's.
rm -rf round
cp -r "$hamlet" round
printf '\357\273\277regel;v\303\246rdi;kilde\r\nrundedato;01-03-2026;\r\nanvisningsandel;33,5;\r\n' \
    >round/regler.csv
"$HUSLY" rules round >own.da 2>said.err
test "$(names own.da | head -n 1)" = 'anvisningsandel right 33,50; standardværdien er 25'
grep -q '^- Kilde: ingen angivet for denne værdi; for reglen: ' own.da

# The default of a weight is the profile's: with it, only what departs from that is told as different.
printf '\357\273\277regel;v\303\246rdi;kilde\r\nrundedato;01-03-2026;\r\nprofil;anbefalet;\r\nv\303\246gt_j\303\246vn;0;\r\nv\303\246gt_sammen;20;\r\n' \
    >round/regler.csv
"$HUSLY" rules round --lang en >own.en 2>said.err
test "$(grep -c 'the default is' own.en)" -eq 2
names own.en | grep -qx 'profile profil recommended; the default is plain'
names own.en | grep -qx 'weight_even vægt_jævn 0; the default is 10'
names own.en | grep -qx 'weight_key vægt_nøgle 50'
rm -rf plan
"$HUSLY" solve round --lang en -o plan 2>said.err | grep -qx 'Settings apart from the default: profile = recommended, weight_even = 0'

# A round that cannot be read tells why, and no rule.
status=0
"$HUSLY" rules no/such/round >said.out 2>said.err || status=$?
test "$status" -eq 6
test ! -s said.out
echo "every rule is told with its source"
