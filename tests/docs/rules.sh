#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# docs/rules.md lists exactly the rules that husly knows, by both names, with their defaults; those that end in X
# stand for as many rules as areas.csv has columns. The weights that it recommends are those that a round gets.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

"$HUSLY" rules | sed -n 's/^\([a-z0-9_]*\) (\([^)]*\)): \(.*\)$/\1;\2;\3/p' >known
# shellcheck disable=SC2016 # the backticks are Markdown
sed '1,/^## rules.csv, line by line/d; /^## Temporary places/,$d' "$SOURCE_DIR/docs/rules.md" |
    sed -n 's/^| `\([^`]*\)` | `\([^`]*\)` | \([^|]*\) |.*/\1;\2;\3/p' |
    grep -v '_X;' | sed 's/;–$/;no default/' >told

test "$(wc -l <known)" -gt 20
diff -u known told

rm -rf round
mkdir round
echo 'household_id,adults,children,max_rent' >round/households.csv
echo 'dwelling_id,section_id,rooms,rent' >round/dwellings.csv
printf 'rule,value\nround_date,2026-03-01\nprofile,recommended\n' >round/rules.csv
"$HUSLY" rules round 2>said.err | sed -n 's/^\(weight_[a-z]*\) ([^)]*): \([0-9]*\).*/\1;\2/p' | sort >given
# shellcheck disable=SC2016
sed '1,/^## Goals/d; /^## Cost/,$d' "$SOURCE_DIR/docs/rules.md" |
    sed -n 's/^| `[^`]*` |.*`\(weight_[a-z]*\)` | \([0-9]*\) |.*/\1;\2/p' | sort -u >recommended
test "$(wc -l <given)" -ge 13
diff -u given recommended

# The tables of the page are those that are shipped: rates of benefits, and self-payment.
awk -F, 'NR > 1 { mark = $6 == "derived" ? " *" : $6 == "no" ? " ?" : ""
    print $3 ";" $1 ";" $2 ";" $4 ";" $5 mark }' "$SOURCE_DIR/lib/data/benefit_rates.csv" | sort >shipped
# shellcheck disable=SC2016
sed -n 's/^| `\(integration\|assistance\)` | \([0-9-]*\) – \([0-9-]*\) | \(.*\) | .* |$/\1;\2;\3;\4/p' \
    "$SOURCE_DIR/docs/rules.md" | sed 's/,//g; s/ | /;/g' |
    awk -F';' '{ split("single_provider provider non_provider", who, " ")
        for (i = 1; i <= 3; i++) if ($(i + 3) != "–") print $1 ";" $2 ";" $3 ";" who[i] ";" $(i + 3) }' | sort >told
test "$(wc -l <told)" -gt 20
diff -u shipped told
awk -F, 'NR > 1 { print $1 ";" $2 ";" $3 ";" $4 ";" $5 }' "$SOURCE_DIR/lib/data/selfpay.csv" >shipped
sed '1,/^\*\*Self-payment/d; /^### costs.csv/,$d' "$SOURCE_DIR/docs/rules.md" |
    sed -n 's/^| \([0-9]\{4\}\) | \(.*\) | [^|]* |$/\1;\2/p' | sed 's/,//g; s/ | /;/g' >told
diff -u shipped told
