# SPDX-License-Identifier: GPL-3.0-or-later
"""The lines of docs/explain.md that stand above a list, from the round's files alone."""

import goals
import income
import names
import plan_goals
from explain_words import counted, kroner, persons, printable


def need_sum(problem, h):
    """(how many count, days) of 7 × (1000 × 1 + 11)."""
    household = problem.households[h]
    since = household.waiting_since or problem.rules.round_date
    since = max(since, household.stay_end or since)
    days = min(999, max(0, (problem.rules.round_date - since).days))
    return 1 if problem.rules.need_counts == "households" else household.persons, days


def need_line(problem, h, danish):
    if problem.households[h].deferred:
        return ("Behov: 0 point i denne runde; turen kommer i en senere." if danish else
                "Need: 0 points in this round; its turn comes in a later one.")
    weight, days = need_sum(problem, h)
    household = problem.households[h]
    if problem.rules.need_counts == "households":
        unit = "1 husstand" if danish else "1 household"
    else:
        unit = persons(weight, danish)
    of_days = counted(days, "dag" if danish else "day")
    return (f"{'Behov' if danish else 'Need'}: {unit} × (1000 × {household.priority} + {of_days}) "
            f"= {household.need} point{'' if danish else 's'}.")


def term_word(term, danish):
    """A goal as a cell of breakdown.csv has it."""
    prefix, _, rest = term.partition("_")
    if not danish or prefix not in names.MEASURES:
        return names.TERMS[term] if danish else term
    return f"{names.MEASURES[prefix]}_{'skole' if rest == 'school' else rest}"


def fit_line(problem, h, d, danish):
    parts = [f"{term_word(term, danish)} {points}"
             for term, _, _, points in goals.terms(problem, h, d) if points]
    told = f" ({', '.join(parts)})" if parts else ""
    total = goals.fit(problem, h, d)
    return f"{'Pasning' if danish else 'Fit'}: {total} point{'' if danish else 's'}{told}."


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
    net = household.budget + income.living_minimum(rules, household)
    parts = [kroner(net, danish), kroner(living, danish)]
    if others > 0:
        parts.append(f"{others} × {kroner(rules.living_minimum_child, danish)}")
    where = ""
    if household.net_income is None:
        where = " af ydelsen" if danish else " from its benefit class"
    why = (f"nettoindkomst{where} minus rådighedsbeløb" if danish else
           f"net income{where} less the living minimum")
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


def points_by_goal(problem, plan):
    """{term: points} of a plan, the lines of breakdown.csv added up."""
    found = {}
    lines = [(term, points) for h, d in plan.items()
             for term, _, _, points in goals.terms(problem, h, d)]
    lines += [(term, points) for term, _, _, _, points in plan_goals.lines(problem, plan)]
    for term, points in lines:
        found[term] = found.get(term, 0) + points
    return found


def goals_line(problem, plan, other, danish):
    """"" where no goal differs; a term of both tables, such as `together`, is one goal."""
    old, new = points_by_goal(problem, plan), points_by_goal(problem, other)
    order = ["score", "wish", *problem.measures, *goals.SINGLE_GOALS, *plan_goals.GOALS]
    differs = {term: new.get(term, 0) - old.get(term, 0) for term in dict.fromkeys(order)}
    parts = [f"{term_word(term, danish)} {'+' if by > 0 else '−'}{abs(by)}"
             for term, by in sorted(differs.items(), key=lambda it: -abs(it[1])) if by]
    if not parts:
        return ""
    head = ("Mål for mål afviger den plan med" if danish else
            "Goal by goal, that plan differs by")
    return f"{head}: {', '.join(parts)}."
