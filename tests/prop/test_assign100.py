# SPDX-License-Identifier: GPL-3.0-or-later
"""The public benchmark assign100: husly proves its published optimum."""

import os
import sys
import tempfile

import husly
import reading
import results
from model import Problem

FOLDER = os.path.join(husly.SOURCE, "tests", "data", "rounds", "assign100")


def main():
    with tempfile.TemporaryDirectory() as work:
        out = os.path.join(work, "out")
        run = husly.solve(FOLDER, out)
        assert run.returncode == 0, husly.said(run)
        verified = husly.verify(out)
        assert verified.returncode == 0, husly.said(verified)
        result = results.read_result(out)
        found = results.findings(Problem(reading.read_round(FOLDER)), result)
    assert not found, "\n".join(found)
    assert len(result.plan) == 100, len(result.plan)
    fit = next(stage for stage in result.stages if stage["name"] == "fit")
    assert fit["value"] == fit["bound"] == 99695, fit
    assert all(stage["proven"] for stage in result.stages), result.stages
    print("assign100: 100 placed, fit 99695, proven")


if __name__ == "__main__":
    sys.exit(main())
