# SPDX-License-Identifier: GPL-3.0-or-later
"""The bench reads other solvers' words as they mean them, and its charts are well-formed."""

import os
import sys
import tempfile
import xml.etree.ElementTree

sys.path.insert(0, os.path.join(os.environ["SOURCE_DIR"], "bench"))

import report
import rivals

HIGHS = """
        Nodes      |    B&B Tree     |            Objective Bounds              |  Dynamic Constraints |       Work
Src  Proc. InQueue |  Leaves   Expl. | BestBound       BestSol              Gap |   Cuts   InLp Confl. | LpIters     Time

 z       0       0         0   0.00%   inf             -0                 Large        0      0      0         0     1.6s
 R       0       0         0   0.00%   204969.5        145096            41.26%        0      0      0       379     2.3s
         1       0         1 100.00%   204930          204916             0.01%      153     18      0       516     4.5s

Solving report
  Status            Time limit reached
  Primal bound      204916
  Dual bound        204930.25
  Solution status   feasible
"""

CBC = """
Continuous objective value is 1.16062e+06 - 0.70 seconds
Cbc0038I Mini branch and bound improved solution from -1.13571e+06 to -1.15068e+06 (3.47 seconds)
Cbc0012I Integer solution of -1158587 found by feasibility pump after 0 iterations and 0 nodes (12.89 seconds)
Cbc0010I After 100 nodes, 50 on tree, -1158587 best solution, best possible -1160600 (14.20 seconds)
Cbc0010I After 200 nodes, 50 on tree, -1158587 best solution, best possible -1160500 (15.20 seconds)
Result - Stopped on time limit

Objective value:                1158587.00000000
Upper bound:                    1160500.250
"""

GLPSOL = """
*   412: obj =   2.049695000e+05 inf =   1.065e-14 (0) 2
OPTIMAL LP SOLUTION FOUND
+   500: mip =     not found yet <=              +inf        (1; 0)
+   600: >>>>>   2.049000000e+05 <=   2.049695000e+05   0.1% (5; 0)
+   700: mip =   2.049000000e+05 <=   2.049300000e+05 < 0.1% (9; 3)
TIME LIMIT EXCEEDED; SEARCH TERMINATED
"""

CLP = "Optimal - objective value 204969.5\nOptimal objective 204969.5 - 342 iterations time 0.012, Presolve 0.00\n"


def equal(found, wanted):
    assert found == wanted, (found, wanted)


def read_solvers():
    equal(rivals.Highs.read(HIGHS), (204916, 204930))
    equal(rivals.Highs.history(HIGHS), [(1.6, 0, None), (2.3, 145096, 204969.5), (4.5, 204916, 204930)])
    equal(rivals.Cbc.read(CBC), (1158587, 1160500))
    equal(rivals.Cbc.history(CBC), [(0.7, None, 1160620), (3.47, 1150680, 1160620), (12.89, 1158587, 1160620),
                                    (14.2, 1158587, 1160600), (15.2, 1158587, 1160500)])
    equal(rivals.Glpsol.read(GLPSOL), (204900, 204930))
    equal(rivals.Glpsol.read_lp(GLPSOL), 204969.5)
    equal(rivals.Clp.read_lp(CLP), 204969.5)
    proven = HIGHS.replace("Time limit reached", "Optimal")
    equal(rivals.Highs.read(proven), (204916, 204916))
    nothing = HIGHS.replace("feasible", "-").replace("Primal bound      204916", "Primal bound      -inf")
    equal(rivals.Highs.read(nothing), (None, 204930))


def record(name, cpu):
    cost = {"cpu": cpu, "clock": cpu, "memory": 10.0}
    runs = [{"seconds": given, **cost, "stages": {"need": {"value": 90 + given, "bound": 100}}} for given in (1, 10)]
    moments = [(0.5, None, 120.0), (0.7, 80.0, 110.0), (2.0, 100.0, 100.0)]
    return {"round": name, "seed": 1, "pairs": 1000, "survey": 0.1, "check": cost, "verify": cost, "husly": runs,
            "lp": [{"stage": "need", "solver": "clp", "value": 100.5, **cost}],
            "rivals": [{"stage": "need", "solver": "highs", "value": 100, "bound": 100, "moments": moments, **cost}]}


def draw_report():
    stages = {"need": {"husly": {"value": 5, "bound": 5}, "size": [3, 4],
                       "highs": {"value": 5, "bound": 6, "cpu": 2.0, "clock": 2.0, "memory": 9.0}}}
    town = {"round": "60x40", "seed": 1, "husly": {"cpu": 0.5, "clock": 0.5, "memory": 8.0}, "stages": stages}
    results = {"towns": {"about": "about", "records": [town]},
               "growth": {"about": "about", "records": [record("30x40x1-any", 0.1), record("60x80x1-any", 0.3)]},
               "city": {"about": "about", "records": [record("500x400", 3), record("500x400", 4)]}}
    with tempfile.TemporaryDirectory() as folder:
        written = report.written(results, folder)
        for name in "towns", "growth", "gap-500x400":
            xml.etree.ElementTree.parse(os.path.join(folder, name + ".svg"))
            assert f"({name}.svg)" in written, written
    for line in ("| 60x40 | husly | 1 | 1 | 1 | 0.50 | 0.50 | 1 | 0 | 8 |",
                 "| 60x40 | HiGHS | 1 | 0 | 0 | 2.00 | 2.00 | ≥ 4.0 | 16.667 % | 9 |",
                 "| 1 | 3.00 | 10 | 9.000 % | 27.273 % |", "| 10 | 3.00 | 10 | 0 | 0 |"):
        assert line in written, (line, written)


def main():
    read_solvers()
    draw_report()
    print("the bench reads five kinds of words, and its charts can be read")


if __name__ == "__main__":
    sys.exit(main())
