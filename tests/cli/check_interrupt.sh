#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Ctrl-C stops a long search: the best plan is written and checked, and the status is 130. A second Ctrl-C
# ends husly at once; what stands under the result's name then is whole.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

rm -rf round plan
mkdir round
awk 'BEGIN {
    srand(7)
    print "household_id,adults,children,waiting_since,net_income,wishes" >"round/households.csv"
    for (i = 1; i <= 500; i++)
        printf "H%d,%d,%d,2025-%02d-01,%d,A%d\n", i, 1 + int(rand() * 2), int(rand() * 5),
            1 + int(rand() * 12), 9000 + int(rand() * 9000), 1 + int(rand() * 9) >"round/households.csv"
    print "dwelling_id,section_id,rooms,rent" >"round/dwellings.csv"
    for (i = 1; i <= 400; i++)
        printf "D%d,S%d,%d,%d\n", i, 1 + int(rand() * 40), 1 + int(rand() * 5),
            2500 + int(rand() * 6000) >"round/dwellings.csv"
    print "section_id,area_id,right,max_households" >"round/sections.csv"
    for (i = 1; i <= 40; i++)
        printf "S%d,A%d,%d,%d\n", i, 1 + i % 9, 40 + int(rand() * 60), 1 + int(rand() * 6) >"round/sections.csv"
    print "area_id,max_persons" >"round/areas.csv"
    for (i = 1; i <= 9; i++) printf "A%d,%d\n", i, 20 + int(rand() * 20) >"round/areas.csv"
    print "rule,value" >"round/rules.csv"
    print "round_date,2026-03-01" >"round/rules.csv"
}'

# A shell without job control lets its background processes ignore Ctrl-C, so Python starts husly.
cat >interrupt.py <<'EOF'
import signal, subprocess, sys, time
signals, words = int(sys.argv[1]), sys.argv[2:]
process = subprocess.Popen(words, stdout=subprocess.DEVNULL,
                           preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
time.sleep(2)
for _ in range(signals):
    process.send_signal(signal.SIGINT)
    time.sleep(0.01)
status = process.wait(60)
sys.exit(128 - status if status < 0 else status)
EOF

status=0
python3 interrupt.py 1 "$HUSLY" solve round -o plan --work 1000000000 || status=$?
[ "$status" -eq 130 ] || { echo "one Ctrl-C: status $status"; exit 1; }
"$HUSLY" verify plan >said.out
cat said.out
grep -q 'not proven' said.out
grep -q '"interrupted"' plan/run.jsonl
rm -rf plan

status=0
python3 interrupt.py 2 "$HUSLY" solve round -o plan --work 1000000000 || status=$?
[ "$status" -eq 130 ] || { echo "two of them: status $status"; exit 1; }
[ ! -e plan ] || "$HUSLY" verify plan
