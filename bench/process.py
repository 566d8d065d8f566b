# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program to its end and tells what it cost."""

import ctypes
import os
import subprocess
import sys
import time
from types import SimpleNamespace

PR_SET_CHILD_SUBREAPER = 36
# The system counts the memory of whoever starts a program as the program's own, until it takes more. So a small
# shell starts it and leaves, and the program becomes our child. It begins when the shell is gone: a shell that
# saw it end would take its status and its costs.
START = """if [ "$1" -gt 0 ]; then ulimit -t "$1"; fi
shift
exec 3<&0
{ read -r go <&3; exec "$@" >"$0" 2>&1 </dev/null 3<&-; } &
echo $!"""


def can_adopt():
    if not sys.platform.startswith("linux"):
        return False
    return ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0


ADOPTS = can_adopt()


def adopted(command, path, most_cpu):
    with subprocess.Popen(["sh", "-c", START, path, str(most_cpu), *command], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE) as shell:
        pid = int(shell.stdout.readline())
        shell.wait()
        shell.stdin.write(b"go\n")
    return pid


def started(command, path, most_cpu):
    if ADOPTS:
        return adopted(command, path, most_cpu)
    with open(path, "w", encoding="utf-8") as output:
        return subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT,
                                stdin=subprocess.DEVNULL).pid


def ended(pid):
    try:
        return os.wait4(pid, 0)[1:]
    except KeyboardInterrupt:
        os.kill(pid, 15)
        os.wait4(pid, 0)
        raise


def measured(command, folder, most_cpu=0):
    """What it said, its status, CPU seconds, seconds on the clock and peak memory in MB."""
    path = os.path.join(folder, "output.txt")
    begun = time.monotonic()
    status, usage = ended(started(command, path, most_cpu))
    clock = time.monotonic() - begun
    with open(path, encoding="utf-8", errors="replace") as output:
        said = output.read()
    return SimpleNamespace(said=said, status=os.waitstatus_to_exitcode(status),
                           cpu=usage.ru_utime + usage.ru_stime, clock=clock,
                           memory=usage.ru_maxrss / 1024)
