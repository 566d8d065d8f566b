# SPDX-License-Identifier: GPL-3.0-or-later
"""The terms of supply, the goals and the sums of money that random_rounds.py adds to a round."""

import names

LABELS = ("aftale-1", "gruppe-b")
WORDS = tuple(names.HOUSEHOLD_WORDS) + LABELS
SERVICES = ("access_bus", "access_school", "access_læge")
POINTS = ("points_parks", "points_jobs")
WEIGHTS = ("access", "points", "margin", "size", "reunion", "early", "youth", "unchanged",
           "together", "school", "daycare", "even", "key")


def add(maker):
    """Some of the terms, or none; `maker` is random_rounds.Maker with all its tables made."""
    if maker.plain or maker.maybe(0.2):
        return
    for term in (sharers, labels, nears, stays, homes, closed, consents, letting, extras,
                 present_places, childhood, classes):
        if maker.maybe(0.45):
            term(maker)
    if maker.maybe(0.6):
        goals(maker)
    if maker.maybe(0.4):
        costs(maker)


def some(maker, table, chance, where=lambda row: True):
    return [row for row in maker.tables.get(table, []) if where(row) and maker.maybe(chance)]


def rule(maker, name, value, source=None):
    rows = maker.tables["rules"]
    rows[:] = [row for row in rows if row["rule"] != name]
    rows.append({"rule": name, "value": value, "source": source})


def value_of(maker, name):
    return next((row["value"] for row in maker.tables["rules"] if row["rule"] == name), None)


def sharers(maker):
    """Reserved dwellings."""
    for row in some(maker, "dwellings", 0.3):
        row["for"] = tuple(maker.random.sample(WORDS, maker.pick(1, 1, 2)))


def labels(maker):
    for row in some(maker, "households", 0.5):
        row["labels"] = tuple(maker.random.sample(LABELS, maker.pick(1, 1, 2)))


def nears(maker):
    free = [row for row in maker.tables["households"] if "party" not in row]
    maker.random.shuffle(free)
    for label in ("nær-1", "N2"):
        for row in free[:maker.pick(1, 2, 2, 3)]:
            row["near"] = label
        del free[:3]


def stays(maker):
    """A højskole, and hearings of neighbours."""
    for row in some(maker, "households", 0.2):
        row["hojskole_from"] = maker.day(-250, 0)
    if maker.maybe(0.4):
        rule(maker, "hojskole_days", maker.pick(90, 200))
    for row in some(maker, "dwellings", 0.3):
        row["hearing_from"] = maker.day(-30, 60)
    if maker.maybe(0.3):
        rule(maker, "hearing_days", maker.pick(0, 28))


def homes(maker):
    """Homes that open with the whole group, and those that take few singles."""
    several = ("shared", "site", "minors")
    for row in some(maker, "dwellings", 0.5, lambda row: row["kind"] in several):
        row["least_persons"] = maker.random.randint(0, min(4, row.get("places") or row["rooms"]))
    for row in some(maker, "dwellings", 0.5, lambda row: row["kind"] in several):
        row["max_singles"] = maker.pick(0, 1, 1, 2)


def closed(maker):
    for row in some(maker, "dwellings", 0.1):
        row["status"] = maker.pick("waiting", "let", "free")
    for row in some(maker, "dwellings", 0.3):
        row["market_rent"] = row["rent"] + maker.pick(-100, 0, 50000, 50000)
    for row in some(maker, "sections", 0.3):
        row["max_rent"] = maker.kroner(5000, 11000)
    for row in some(maker, "sections", 0.5):
        row["private_right"] = maker.pick((1, 4), (2500, 10000), (1, 2), (2, 3))
        row["private_vacated_before"] = maker.random.randint(0, 5)


def consents(maker):
    for row in some(maker, "dwellings", 0.5, lambda row: row["kind"] in ("private", "family")):
        row["consent"] = True


def letting(maker):
    """The right of organisations, flexible letting, and what lapses."""
    for row in some(maker, "organisations", 0.5):
        row["right"] = maker.pick((1, 3), (1, 2), (2000, 10000), (6000, 10000))
    for row in some(maker, "sections", 0.5):
        row["flexible"] = maker.pick((1, 4), (1, 2), (1000, 10000), (10000, 10000))
        row["flexible_taken"] = maker.pick(0, 0, 1, 2)
        row["flexible_for"] = tuple(maker.random.sample(WORDS, maker.pick(1, 1, 2)))
    if maker.maybe(0.4):
        rule(maker, "right_unused", maker.pick("lapse", "lapse", "carry"))


def extras(maker):
    """When extras count, and homes with their move-outs in place of a number."""
    for row in some(maker, "organisations", 0.5):
        row["extra_from"] = maker.day(-40, 5)
    for row in some(maker, "organisations", 0.5):
        row["extra_until"] = row.get("extra_from", maker.date) + (maker.day(0, 60) - maker.date)
    for row in some(maker, "organisations", 0.5):
        row.pop("vacated_last_year", None)
        for kind in ("family", "youth", "elderly"):
            if maker.maybe(0.6):
                row["homes_" + kind] = maker.random.randint(0, 900)
                row["moves_" + kind] = maker.pick((1, 10), (1234, 10000), (4000, 10000))


def present_places(maker):
    for row in some(maker, "households", 0.3):
        row["current_place"] = "Kaserne 3"
        row["current_until"] = maker.day(-20, 40)
    for row in some(maker, "households", 0.3):
        row["current_rent"] = maker.kroner(1000, 16000)
    if maker.maybe(0.6):
        auto = "auto" if maker.date.year == 2024 else "2024"
        rule(maker, "selfpay", maker.pick("2015", "2023", "2024", auto))
    for row in some(maker, "dwellings", 0.4, lambda row: row["kind"] == "transit"):
        row["max_stay"] = maker.random.randint(1, 400)


def classes(maker):
    """Benefit classes, in the years for which there are rates."""
    known = {2021: ("integration",), 2024: ("integration", "assistance")}.get(maker.date.year)
    if known is None:
        return
    rule(maker, "tax_rate", maker.pick((3700, 10000), (2512, 10000), (1, 3), (0, 10000)))
    rule(maker, "tax_allowance", 100 * maker.kroner(0, 600))
    for row in some(maker, "households", 0.5):
        row["benefit_class"] = maker.pick(*known)
        for column in ("net_income", "max_rent", "income"):
            if maker.maybe(0.8):
                row.pop(column, None)


def childhood(maker):
    for row in some(maker, "households", 0.7, lambda row: row["children"] > 0):
        row["small_children"] = maker.random.randint(0, row["children"])
    for row in some(maker, "areas", 0.6):
        row["school"] = maker.pick(0, 0, 1, 2, 4)
    for row in some(maker, "areas", 0.6):
        row["daycare"] = maker.pick(0, 0, 1, 2)


def goals(maker):
    if maker.maybe(0.35):
        rule(maker, "profile", "recommended")
    for name in maker.random.sample(WEIGHTS, maker.random.randint(0, 8)):
        rule(maker, "weight_" + name, maker.pick(0, 1, 7, 50, 333))
    measures(maker)
    earlier = [row for row in maker.tables["households"] if maker.maybe(0.4)]
    if earlier and maker.maybe(0.6):
        maker.tables["earlier"] = [
            {"household_id": row["household_id"],
             "dwelling_id": maker.pick(*maker.tables["dwellings"])["dwelling_id"]}
            for row in earlier]
    if maker.maybe(0.3):
        near = maker.random.randint(0, 30)
        rule(maker, "access_near", near)
        rule(maker, "access_far", near + maker.random.randint(1, 50))
    if maker.maybe(0.3):
        rule(maker, "margin_full", maker.pick(1, 45055, 500000))
    if maker.maybe(0.3):
        rule(maker, "key_dwellings", maker.random.randint(0, 8))
    # Towns small enough that a household changes the level of its area.
    for row in some(maker, "areas", 0.8, lambda row: "max_share" not in row):
        row["residents"] = maker.random.randint(0 if maker.maybe(0.1) else 20, 900)
        row["refugees"] = maker.random.randint(0, row["residents"] // 10)


def measures(maker):
    for column in maker.random.sample(SERVICES, 2):
        for row in some(maker, "areas", 0.8):
            row[column] = maker.random.randint(0, 75)
    column = maker.pick(*POINTS)
    for row in some(maker, "areas", 0.8):
        row[column] = maker.random.randint(-20, 60)
    for column in SERVICES + POINTS:
        if maker.maybe(0.3) and any(column in row for row in maker.tables.get("areas", [])):
            rule(maker, "weight_" + column, maker.pick(0, 3, 40))


def costs(maker):
    stages = maker.pick("cost", "need cost", "need fit cost", "need cost fit", "cost fit")
    rule(maker, "stages", stages)
    if maker.maybe(0.5) or value_of(maker, "fallback_cost") is None:
        rule(maker, "fallback_rent", maker.kroner(3000, 22000))
    if maker.maybe(0.3):
        rule(maker, "round_days", maker.pick(14, 31, 60))


def agreements(maker, pairs):
    """Pairs of dwellings with consent, of which most are agreed; for the table of decisions."""
    consenting = {row["dwelling_id"] for row in maker.tables["dwellings"] if row.get("consent")}
    return [pair for pair in pairs if maker.maybe(0.6 if pair[1] in consenting else 0.02)]
