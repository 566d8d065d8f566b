# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the husly binary named by the environment variable HUSLY."""

import os
import subprocess

BINARY = os.environ.get("HUSLY", "husly")
SOURCE = os.environ.get("SOURCE_DIR") or os.path.dirname(
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def run(*words, timeout=180):
    """The finished process; its standard error holds what was said."""
    return subprocess.run([BINARY, *words], capture_output=True, text=True, timeout=timeout,
                          check=False)


def solve(folder, out, *words):
    return run("solve", folder, "-o", out, *words)


def verify(out, *words):
    return run("verify", out, *words)


def export(folder, path, stage, form, floors):
    """Writes the model of one stage with the earlier ones held at their values."""
    words = [word for name, value in floors for word in ("--floor", f"{name}={value}")]
    return run("export", folder, "-o", path, "--stage", stage, "--format", form, *words)


def said(process):
    return (process.stdout + process.stderr).strip()
