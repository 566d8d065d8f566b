# SPDX-License-Identifier: GPL-3.0-or-later
"""Solves two small rounds, then changes the results and the rounds one place at a time.

Every changed cell, number and file must make `husly verify` exit with status 7 and say where; a changed
multiplier must, wherever the bound that it proves is another one."""

import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

HUSLY = os.environ["HUSLY"]
SOURCE = pathlib.Path(os.environ["SOURCE_DIR"])
WORK = pathlib.Path("mutations")
failures = []
runs = 0

VILLAGE = {
    "households.csv": """household_id,adults,children,max_rent,party,group,waiting_since,current_place,expected_persons,current_rent,current_until,hojskole_from
H1,1,0,4000,,g,2026-01-01,,,,,
H2,2,2,9000,,,2026-02-01,,5,,,
H3,2,0,7000,,,2025-06-01,,3,,,
H4,1,0,3000,p,g,2026-01-15,,,,,
H5,1,0,3000,p,g,2026-01-15,,,,,
H6,2,3,500,,,2025-12-01,,,,,2026-01-10
H7,1,0,4000,,,2026-02-20,hotel,,12000,2026-05-01,
H8,0,1,,,,2026-02-01,,,,,
""",
    "dwellings.csv": """dwelling_id,section_id,rooms,rent,kind,places,cost,max_stay,available_from
D1,S1,2,3500,family,,300,,2026-03-12
D2,S1,3,5000,family,,,,2026-05-20
D3,S2,4,6000,family,,,,
D4,S3,3,2500,shared,3,,,
D5,S3,2,2000,transit,2,1500,61,
D6,S3,2,2000,transit,5,2500,,
""",
    "sections.csv": """section_id,organisation_id,area_id,vacated_before,max_households
S1,O1,A1,2,
S2,O1,A1,,
S3,,A2,,2
""",
    "areas.csv": """area_id,residents,refugees,max_persons,max_share,school,access_school,access_train,points_green
A1,100,2,5,20,0,12,40,3
A2,50,1,,,,31,,-2
""",
    "organisations.csv": "organisation_id,extra_dwellings,extra_used\nO1,2,1\n",
    "rules.csv": "rule,value,source\nround_date,2026-03-01,\n"
                 "group_max_persons,3,the council in May 2025\nfallback_rent,15000,\n"
                 "profile,recommended,\nselfpay,2024,\nstages,need cost fit,\n",
    "scores.csv": "household_id,dwelling_id,score\nH2,D2,7\nH2,D3,-9\n",
    "earlier.csv": "household_id,dwelling_id\nH3,D2\n",
}


def verify(out, *more):
    global runs
    runs += 1
    done = subprocess.run([HUSLY, "verify", out, "--lang", "en", *more], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def expect(status, what, out="out", *more, says=None):
    got, words = verify(WORK / out, *more)
    if got != status or (says and says not in words):
        failures.append(f"{what}: status {got} instead of {status}\n{words}")


def with_bytes(path, changed, check):
    """Runs check with the file's bytes replaced."""
    kept = path.read_bytes()
    path.write_bytes(changed)
    check()
    path.write_bytes(kept)


def delimiter_of(text):
    return ";" if text.split("\n", 1)[0].count(";") else ","


def read_table(path):
    text = path.read_bytes().decode("utf-8-sig")
    mark = delimiter_of(text)
    return mark, list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))


def write_table(mark, rows):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=mark, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()


def other(cell):
    """Another cell of the same sort."""
    if re.fullmatch(r"-?\d+", cell):
        return str(int(cell) + 1)
    if re.fullmatch(r"-?\d+[.,]\d+", cell):
        return cell[:-1] + str((int(cell[-1]) + 1) % 10)
    return cell + "x" if cell else "7"


def mutate_cells(name, changes=(other, lambda cell: ""), skip=()):
    path = WORK / "out" / name
    mark, rows = read_table(path)
    for i, row in enumerate(rows[1:], 1):
        for j, cell in enumerate(row):
            for change in changes:
                if change(cell) == cell or rows[0][j] in skip:
                    continue
                changed = [list(r) for r in rows]
                changed[i][j] = change(cell)
                with_bytes(path, write_table(mark, changed),
                           lambda: expect(7, f"{name} line {i + 1} {rows[0][j]}", says=name))


def mutate_rows(name):
    path = WORK / "out" / name
    mark, rows = read_table(path)
    for i in range(1, len(rows)):
        with_bytes(path, write_table(mark, rows[:i] + rows[i + 1:]),
                   lambda: expect(7, f"{name} without line {i + 1}"))
        with_bytes(path, write_table(mark, rows + [rows[i]]),
                   lambda: expect(7, f"{name} with line {i + 1} twice", says=name))


def mutate_columns(name):
    """Each column of the table taken away."""
    path = WORK / "out" / name
    mark, rows = read_table(path)
    for j, heading in enumerate(rows[0]):
        with_bytes(path, write_table(mark, [row[:j] + row[j + 1:] for row in rows]),
                   lambda: expect(7, f"{name} without {heading}", says=name))


def mutate_certificate():
    """A multiplier that is far off proves another bound; a word that is unknown proves nothing."""
    path = WORK / "out" / "certificate.csv"
    mark, rows = read_table(path)
    for i in range(1, len(rows)):
        for column in (0, 1, 2, 3):
            changed = [list(r) for r in rows]
            changed[i][column] += "x"
            with_bytes(path, write_table(mark, changed),
                       lambda: expect(7, f"certificate.csv line {i + 1} {rows[0][column]}"))
        if not rows[i][4]:
            continue
        statuses = []
        for multiplier in ("0", str(int(rows[i][4]) + 10 ** 15), str(int(rows[i][4]) - 10 ** 15)):
            changed = [list(r) for r in rows]
            changed[i][4] = multiplier
            with_bytes(path, write_table(mark, changed),
                       lambda: statuses.append(verify(WORK / "out")[0]))
        if 7 not in statuses or not set(statuses) <= {0, 7}:
            failures.append(f"certificate.csv line {i + 1} multiplier: statuses {statuses}")


def mutate_inputs(round_folder):
    for path in sorted(round_folder.glob("*.csv")):
        content = path.read_bytes()
        with_bytes(path, content + b"\n", lambda: expect(7, f"{path.name} grown", says=path.name))
        with_bytes(path, content[:-2], lambda: expect(7, f"{path.name} cut", says=path.name))
        path.rename(path.with_suffix(".away"))
        expect(7, f"{path.name} away", says=path.name)
        path.with_suffix(".away").rename(path)
    names = {path.name for path in round_folder.glob("*.csv")}
    if not names & {"scores.csv", "point.csv"}:
        (round_folder / "scores.csv").write_text("household_id,dwelling_id,score\n")
        expect(7, "a new scores.csv", says="scores.csv")
        (round_folder / "scores.csv").unlink()


def mutate_summary():
    """Every number and every yes or no of summary.json; every list without its first member."""
    path = WORK / "out" / "summary.json"
    kept = path.read_bytes()

    def check(what):
        path.write_bytes(json.dumps(summary).encode())
        expect(7, f"summary.json {what}")

    def walk(value, where):
        keys = value if isinstance(value, dict) else range(len(value))
        for key in keys:
            child = value[key]
            if isinstance(child, bool):
                if key == "date_from_option":  # a date given by option may be that of rules.csv
                    continue
                value[key] = not child
            elif isinstance(child, int):
                value[key] = child + 1
            elif isinstance(child, (list, dict)):
                walk(child, f"{where}.{key}")
                if not isinstance(child, list) or not child or key == "notes":
                    continue
                value[key] = child[1:]
            else:
                continue
            check(f"{where}.{key}")
            value[key] = child

    summary = json.loads(kept)
    walk(summary, "")
    for text in (b"", b"{}", b"[]", b"{", kept[:-3]):
        path.write_bytes(text)
        expect(7, f"summary.json is {text[:2]}")
    path.write_bytes(kept)


def mutate_files():
    for name in ("unplaced.csv", "breakdown.csv", "costs.csv", "certificate.csv", "summary.json"):
        path = WORK / "out" / name
        path.rename(WORK / "away")
        expect(7, f"without {name}", says=name)
        (WORK / "away").rename(path)


def check_hand_made(round_folder):
    """A placements.csv with two columns, in another dialect than the round's."""
    hand = WORK / "hand"
    hand.mkdir()
    mark, rows = read_table(WORK / "out" / "placements.csv")
    pairs = [row[:2] for row in rows]
    pairs[0] = ["dwelling_id", "Household_ID"]
    flipped = [pairs[0]] + [row[::-1] for row in pairs[1:]]
    (hand / "placements.csv").write_bytes(write_table("," if mark == ";" else ";", flipped))
    expect(2, "a plan made by hand without --round", "hand")
    expect(0, "a plan made by hand", "hand", "--round", str(round_folder), says="by hand")
    flipped[1][0], flipped[2][0] = flipped[2][0], flipped[1][0]
    (hand / "placements.csv").write_bytes(write_table("\t", flipped))
    expect(7, "a plan made by hand with two swapped", "hand", "--round", str(round_folder))
    (hand / "placements.csv").unlink()
    expect(6, "an empty folder", "hand", "--round", str(round_folder))


def run(round_folder):
    subprocess.run([HUSLY, "solve", round_folder, "-o", WORK / "out"], check=True,
                   stdout=subprocess.DEVNULL)
    expect(0, "the result as it is")
    mutate_cells("placements.csv")
    mutate_cells("unplaced.csv")
    mutate_cells("breakdown.csv")
    mutate_cells("costs.csv")
    mutate_rows("placements.csv")
    mutate_rows("unplaced.csv")
    mutate_rows("breakdown.csv")
    mutate_rows("costs.csv")
    mutate_columns("unplaced.csv")
    mutate_columns("breakdown.csv")
    mutate_columns("costs.csv")
    mutate_certificate()
    mutate_inputs(round_folder)
    mutate_summary()
    mutate_files()
    check_hand_made(round_folder)
    expect(0, "the result as it was")


def main():
    for name in ("hamlet", "village"):
        shutil.rmtree(WORK, ignore_errors=True)
        WORK.mkdir()
        if name == "hamlet":
            shutil.copytree(SOURCE / "examples" / "hamlet", WORK / "round")
        else:
            (WORK / "round").mkdir()
            for file, text in VILLAGE.items():
                (WORK / "round" / file).write_text(text)
        run(WORK / "round")
    print(f"{runs} runs, {len(failures)} wrong")
    for failure in failures:
        print(failure)
    sys.exit(1 if failures else 0)


main()
