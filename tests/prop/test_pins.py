# SPDX-License-Identifier: GPL-3.0-or-later
"""Exit codes of decisions: pins that break a rule (3), pins that leave no plan (4), and a
party that fits nowhere (0)."""

import os
import sys
import tempfile

import husly
import results

HOUSEHOLDS = "household_id,adults,children,max_rent,step_free,avoid,group,party\n"
DWELLINGS = "dwelling_id,section_id,rooms,rent,kind,places,available_from\n"
RULES = "rule,value,source\nround_date,2026-09-01,\nright,100,\n"
TERMS = "dwelling_id,section_id,rooms,rent,for,status,market_rent\n"
NEAR = "household_id,adults,children,max_rent,near\n"
DECISIONS = "household_id,dwelling_id,decision,reason\n"
SECTIONS = "section_id,area_id,max_households,max_share,homes,refugee_homes\nS1,A1,,,,\n"
AREAS = "area_id,residents,refugees,listed,max_persons,max_children,max_share\nA1,,,no,,,\n"

TWO_HOMES = {
    "households": HOUSEHOLDS + "H1,2,0,9000,no,,,\nH2,2,0,9000,no,,,\n",
    "dwellings": DWELLINGS + "D1,S1,2,5000,family,,\nD2,S1,2,5000,family,,\n",
    "sections": SECTIONS, "areas": AREAS, "rules": RULES,
    "decisions": DECISIONS + "H1,D1,pin,agreed\n",
}
BOTH = DECISIONS + "H1,D1,pin,agreed\nH2,D2,pin,agreed\n"


def changed(**tables):
    return {**TWO_HOMES, **tables}


# name: (round, line of decisions.csv, words that name the fault or the clash)
BROKEN = {
    "kind": (changed(dwellings=DWELLINGS + "D1,S1,2,5000,youth,,\nD2,S1,2,5000,family,,\n"),
             2, "for students only"),
    "transit": (changed(dwellings=DWELLINGS + "D1,S1,2,5000,transit,4,\nD2,S1,2,5000,family,,\n"),
                2, "a temporary place"),
    "minors": (changed(dwellings=DWELLINGS + "D1,S1,2,5000,minors,4,\nD2,S1,2,5000,family,,\n"),
               2, "for unaccompanied minors only"),
    "site": (changed(dwellings=DWELLINGS + "D1,S1,2,5000,site,1,\nD2,S1,2,5000,family,,\n"),
             2, "too few places"),
    "size": (changed(dwellings=DWELLINGS + "D1,S1,5,5000,family,,\nD2,S1,2,5000,family,,\n"),
             2, "too many rooms"),
    "rent": (changed(dwellings=DWELLINGS + "D1,S1,2,9000.01,family,,\nD2,S1,2,5000,family,,\n"),
             2, "too dear"),
    "access": (changed(households=HOUSEHOLDS + "H1,2,0,9000,yes,,,\nH2,2,0,9000,no,,,\n"),
               2, "not step-free"),
    "listed": (changed(areas=AREAS.replace(",no,", ",yes,")), 2, "in a listed area"),
    "avoid": (changed(households=HOUSEHOLDS + "H1,2,0,9000,no,A1,,\nH2,2,0,9000,no,,,\n"),
              2, "that the household avoids"),
    "time": (changed(dwellings=DWELLINGS
                     + "D1,S1,2,5000,family,,2026-12-03\nD2,S1,2,5000,family,,\n"),
             2, "free too late"),
    "reserved": (changed(dwellings=TERMS + "D1,S1,2,5000,single,,\nD2,S1,2,5000,,,\n"),
                 2, "reserved"),
    "let": (changed(dwellings=TERMS + "D1,S1,2,5000,,let,\nD2,S1,2,5000,,,\n"), 2, "let already"),
    "market rent": (changed(dwellings=TERMS + "D1,S1,2,5000,,,4999\nD2,S1,2,5000,,,\n"),
                    2, "above the market rent"),
    "højskole": (changed(households="household_id,adults,children,max_rent,hojskole_from\n"
                         "H1,2,0,9000,2026-06-01\nH2,2,0,9000,\n"), 2, "højskole"),
    "two pins": (changed(decisions=DECISIONS + "H1,D1,pin,agreed\nH1,D2,pin,agreed\n"), 3, "pin"),
    "pin and forbid": (changed(decisions=DECISIONS + "H1,D1,pin,agreed\nH1,D1,forbid,no\n"),
                       3, "H1"),
}

# name: (round, words that the text must hold)
CONFLICTS = {
    "one dwelling": (changed(decisions=DECISIONS + "H1,D1,pin,agreed\nH2,D1,pin,agreed\n"),
                     ("H1", "H2", "D1")),
    "right": (changed(decisions=BOTH, rules=RULES.replace("100", "50")), ("H1", "H2", "S1")),
    "right of none": (changed(rules=RULES.replace("100", "0")), ("H1", "D1", "S1")),
    "persons": (changed(decisions=BOTH, areas=AREAS.replace("no,,,", "no,3,,")),
                ("H1", "H2", "A1")),
    "children": (changed(
        decisions=BOTH, areas=AREAS.replace("no,,,", "no,,1,"),
        households=HOUSEHOLDS + "H1,1,1,9000,no,,,\nH2,1,1,9000,no,,,\n"), ("H1", "H2", "A1")),
    "area share": (changed(decisions=BOTH, areas=AREAS.replace("A1,,,no,,,", "A1,100,8,no,,,10")),
                   ("H1", "H2", "A1")),
    "households": (changed(decisions=BOTH, sections=SECTIONS.replace("A1,,", "A1,1,")),
                   ("H1", "H2", "S1")),
    "section share": (changed(decisions=BOTH,
                              sections=SECTIONS.replace("A1,,,,", "A1,,10,20,1")),
                      ("H1", "H2", "S1")),
    "group": (changed(decisions=BOTH, rules=RULES + "group_max_persons,3,council\n",
                      households=HOUSEHOLDS + "H1,2,0,9000,no,,g,\nH2,2,0,9000,no,,g,\n"),
              ("H1", "H2", "A1")),
    "places": (changed(
        dwellings=DWELLINGS + "D1,S1,2,5000,site,3,\nD2,S1,2,5000,family,,\n",
        decisions=DECISIONS + "H1,D1,pin,agreed\nH2,D1,pin,agreed\n"), ("H1", "H2", "D1")),
    "party": (changed(
        dwellings=DWELLINGS + "D1,S1,4,5000,site,4,\nD2,S1,4,5000,site,4,\n",
        households=HOUSEHOLDS + "H1,2,0,9000,no,,,p\nH2,2,0,9000,no,,,p\n", decisions=BOTH),
        ("H1", "H2", "a party stays together")),
    "near": (changed(households=NEAR + "H1,2,0,9000,n\nH2,2,0,9000,n\n", decisions=BOTH,
                     dwellings=DWELLINGS + "D1,S1,2,5000,family,,\nD2,S2,2,5000,family,,\n",
                     sections=SECTIONS + "S2,A1,,,,\n"), ("H1", "H2", "near one another")),
    # Nothing is lawful for the second, and counts with a price do not hide that.
    "near of one": (changed(
        households=NEAR + "H1,2,0,9000,n\nH2,0,1,,n\nH3,2,3,9000,n\n",
        dwellings=DWELLINGS + "D1,S1,4,2209,site,3,\nD2,S1,4,5330,family,,\n",
        sections="section_id,organisation_id,vacated_before\nS1,O1,11\n",
        organisations="organisation_id,vacated_last_year\nO1,304\n",
        rules=RULES.replace("100", "25") + "weight_key,50,\n"), ("H1", "D1", "near one another")),
    "least": (changed(
        dwellings="dwelling_id,section_id,rooms,rent,kind,places,least_persons\n"
        "D1,S1,4,5000,site,6,5\nD2,S1,2,5000,family,,\n"), ("H1", "D1")),
}

# A pin that the other rules leave alone, and parties that fit somewhere and nowhere.
FITTING = changed(households=HOUSEHOLDS + "H1,2,0,9000,no,,,\nH2,2,0,9000,no,,,p\n"
                  "H3,2,0,9000,no,,,p\nH4,1,0,9000,no,,,q\nH5,1,0,9000,no,,,q\n",
                  dwellings=DWELLINGS + "D1,S1,2,5000,family,,\nD2,S1,2,5000,family,,\n"
                  "D3,S1,3,3000,shared,2,\n")


def write(tables, folder):
    os.makedirs(folder)
    for name, text in tables.items():
        with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8") as file:
            file.write(text)


def solved(tables, work, name):
    folder = os.path.join(work, name.replace(" ", "-"))
    write(tables, folder)
    out = folder + "-out"
    return husly.solve(folder, out), out


def check_broken(work):
    for name, (tables, line, word) in BROKEN.items():
        run, out = solved(tables, work, "broken " + name)
        text = husly.said(run)
        yield name, run.returncode == 3, f"ended {run.returncode}, not 3: {text}"
        yield name, f"decisions.csv:{line}:" in text, f"no decisions.csv:{line}: in: {text}"
        yield name, word in text.replace("decisions.csv", ""), f"no {word} in: {text}"
        yield name, not os.path.exists(out), "something was written"


def check_conflicts(work):
    for name, (tables, words) in CONFLICTS.items():
        run, out = solved(tables, work, "conflict " + name)
        text = husly.said(run)
        yield name, run.returncode == 4, f"ended {run.returncode}, not 4: {text}"
        for word in words:
            yield name, word in text, f"no {word} in: {text}"
        yield name, not os.path.exists(out), "something was written"


def check_party(work):
    run, out = solved(FITTING, work, "party")
    yield "party", run.returncode == 0, f"ended {run.returncode}: {husly.said(run)}"
    if run.returncode:
        return
    result = results.read_result(out)
    expected = {"H1": "D1", "H4": "D3", "H5": "D3"}
    yield "party", result.plan == expected, f"plan {result.plan}"
    reasons = {row.household_id: row.reason for row in result.unplaced}
    yield "party", reasons == {"H2": "party", "H3": "party"}, f"reasons {reasons}"


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as work:
        for group in (check_broken, check_conflicts, check_party):
            for name, holds, text in group(work):
                if not holds:
                    failed += 1
                    print(f"{group.__name__[6:]}: {name}: {text}")
    print(f"{len(BROKEN)} broken pins, {len(CONFLICTS)} conflicts, one party: {failed} failures")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
