#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A round of several municipalities falls into parts, each with a proof of its own; files are the same to
# the byte whatever the number of threads, and a round that is stopped has a plan of every part.
set -eu

# shellcheck source=tests/support/scratch.sh
. "$SOURCE_DIR/tests/support/scratch.sh"

rm -rf round large plan-*
python3 -B "$SOURCE_DIR/bench/country.py" --municipality own 120x160x5 1 round >said.out

for threads in 1 2 8; do
    "$HUSLY" solve round -o "plan-$threads" --threads "$threads" >said.out 2>said.err
done
for threads in 2 8; do
    diff -rq plan-1 "plan-$threads" >differ.out || true
    if [ "$(grep -cv 'run.jsonl' differ.out)" -ne 0 ]; then
        echo "$threads threads:"
        cat differ.out
        exit 1
    fi
done

# Each household with a pair is in one part, and the lines of the others speak in a part's name.
for part in 1 2 3; do
    grep -q "^need,part$part,household,H" plan-1/certificate.csv
    grep -q "^fit,part$part/0," plan-1/certificate.csv
done
awk -F, '$3 == "household" { print $4 }' plan-1/certificate.csv | sort >members
[ "$(uniq -d <members | wc -l)" -eq 0 ]
awk -F, 'NR > 1 { print $1 }' plan-1/placements.csv | sort >placed
[ "$(comm -13 members placed | wc -l)" -eq 0 ]
"$HUSLY" verify plan-1 >said.out

# What is stopped is written and checked, and says that it was stopped.
python3 -B "$SOURCE_DIR/bench/country.py" --municipality own 600x700x4 2 large >said.out
status=0
"$HUSLY" solve large -o plan-stopped --threads 2 --seconds 0.01 >said.out 2>said.err || status=$?
[ "$status" -eq 5 ] || { cat said.out said.err; echo "stopped: status $status"; exit 1; }
"$HUSLY" verify plan-stopped >said.out
status=0
python3 -B - "$HUSLY" solve large -o plan-interrupted --threads 2 --work 1000000000 <<'EOF' || status=$?
import signal, subprocess, sys, time
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL,
                           preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
time.sleep(2)
process.send_signal(signal.SIGINT)
sys.exit(process.wait())
EOF
[ "$status" -eq 130 ] || { echo "interrupted: status $status"; exit 1; }
"$HUSLY" verify plan-interrupted >said.out
