# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of docs/explain.md that stand above a list, from the round's files alone."""

from explain_words import counted, kroner, persons, printable


def need_sum(problem, h):
    """(how many count, days) of 7 × (1000 × 1 + 11)."""
    household = problem.households[h]
    since = household.waiting_since or problem.rules.round_date
    days = min(999, max(0, (problem.rules.round_date - since).days))
    return 1 if problem.rules.need_counts == "households" else household.persons, days


def need_line(problem, h, danish):
    weight, days = need_sum(problem, h)
    household = problem.households[h]
    if problem.rules.need_counts == "households":
        unit = "1 husstand" if danish else "1 household"
    else:
        unit = persons(weight, danish)
    of_days = counted(days, "dag" if danish else "day")
    return (f"{'Behov' if danish else 'Need'}: {unit} × (1000 × {household.priority} + {of_days}) "
            f"= {household.need} point{'' if danish else 's'}.")


def loser_line(problem, h, danish):
    weight, days = need_sum(problem, h)
    household = problem.households[h]
    of_days = counted(days, "dag" if danish else "day")
    return (f"{h} {'har et behov på' if danish else 'has a need of'} {weight} × (1000 × "
            f"{household.priority} + {of_days}) = {household.need} point{'' if danish else 's'}.")


def budget_line(problem, h, danish):
    household, rules = problem.households[h], problem.rules
    if household.budget is None:
        return ""
    total = kroner(household.budget, danish)
    month = "om måneden" if danish else "a month"
    if household.max_rent is not None:
        return f"Budget: {total} kr. {month}, {'som oplyst' if danish else 'as stated'}."
    alone = household.adults == 1
    living = rules.living_minimum_single if alone else rules.living_minimum_couple
    others = household.children + (0 if alone else household.adults - 2)
    parts = [kroner(household.net_income, danish), kroner(living, danish)]
    if others > 0:
        parts.append(f"{others} × {kroner(rules.living_minimum_child, danish)}")
    why = "nettoindkomst minus rådighedsbeløb" if danish else "net income less the living minimum"
    return f"Budget: {' − '.join(parts)} = {total} kr. {month} ({why})."


def grounds(row):
    why = f": {printable(row.reason)}" if row.reason else ""
    return why + (f" ({printable(row.by)})." if row.by else ".")


def pin_line(problem, h, danish):
    """"" for a household that is not pinned."""
    if h not in problem.pins:
        return ""
    d = problem.pins[h]
    members = problem.parties[problem.party_of[h]] if h in problem.party_of else [h]
    own = [m for m in [h] + sorted(members, key=lambda name: name.encode())
           if (m, d) in problem.decisions and problem.decisions[m, d].decision == "pin"]
    together = f" {'sammen med' if danish else 'with'} {own[0]}" if own[0] != h else ""
    words = ("Fastlåst til", "ved en beslutning") if danish else ("Pinned to", "by a decision")
    return f"{words[0]} {d}{together} {words[1]}{grounds(problem.decisions[own[0], d])}"


def allow_line(problem, h, d, danish):
    """"" where no rule is lifted."""
    if (h, d) not in problem.allowed:
        return ""
    row = problem.decisions[h, d]
    names = {"size": "størrelse", "rent": "husleje", "avoid": "undgår"}
    rule = names[row.rule] if danish else row.rule
    words = "Tilladt ved en beslutning" if danish else "Allowed by a decision"
    return f"{words} ({rule}){grounds(row)}"
