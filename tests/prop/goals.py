# SPDX-License-Identifier: GPL-3.0-or-later
"""The goals of a placement, docs/rules.md: what each gives to a household in a dwelling."""

from kinds import ONE_HOUSEHOLD

RECOMMENDED = {
    "access": 20, "points": 1, "margin": 30, "size": 60, "reunion": 60, "early": 40, "youth": 50,
    "unchanged": 200, "together": 20, "school": 50, "daycare": 50, "even": 10, "key": 50,
}


def weights(rules):
    """{goal: the weight in force}."""
    recommended = rules.profile == "recommended"
    found = {}
    for goal, weight in RECOMMENDED.items():
        given = getattr(rules, "weight_" + goal)
        found[goal] = given if given is not None else weight if recommended else 0
    return found


def measure_weight(problem, column):
    """The weight of a column access_X or points_X."""
    given = problem.rules.measure_weights.get(column)
    return problem.weights[column.split("_", 1)[0]] if given is None else given


def access(problem, household, dwelling, column, weight):
    minutes = dwelling.area.measures.get(column) if dwelling.area else None
    if minutes is None or (column == "access_school" and household.children == 0):
        return 0, None
    near, far = problem.rules.access_near, problem.rules.access_far
    if minutes <= near:
        return weight, minutes
    return (0 if minutes >= far else weight * (far - minutes) // (far - near)), minutes


def area_points(problem, household, dwelling, column, weight):
    points = dwelling.area.measures.get(column) if dwelling.area else None
    return (0 if points is None else weight * points), points


def margin(problem, household, dwelling, weight):
    if household.budget is None:
        return 0, None
    left = household.budget - problem.net_rent(household.household_id, dwelling.dwelling_id)
    full = problem.rules.margin_full
    return weight * min(max(left, 0), full) // full, left // 100


def size(problem, household, dwelling, weight):
    difference = dwelling.rooms - household.persons
    if dwelling.kind not in ONE_HOUSEHOLD:
        return 0, None
    spare = max(0, dwelling.rooms - max(household.persons, household.expected))
    lacking = max(0, household.persons - dwelling.rooms)
    return max(0, weight - weight * spare // 2 - weight * lacking // 4), difference


def has_room(rules, persons, dwelling):
    """The first half of rule 2."""
    return persons <= rules.persons_per_room * dwelling.rooms or (
        dwelling.area_m2 is not None and dwelling.area_m2 >= rules.m2_per_person * persons)


def reunion(problem, household, dwelling, weight):
    if dwelling.kind not in ONE_HOUSEHOLD:
        return 0, None
    more = max(0, household.expected - household.persons)
    room = has_room(problem.rules, household.expected, dwelling)
    return (weight if more and room else 0), more


def early(problem, household, dwelling, weight):
    days = max(0, (dwelling.available - household.ready).days)
    horizon = max(1, problem.rules.horizon_days)
    return weight * max(0, horizon - days) // horizon, days


def youth(problem, household, dwelling, weight):
    holds = household.student and dwelling.kind == "youth"
    return (weight if holds else 0), int(holds)


def unchanged(problem, household, dwelling, weight):
    holds = (household.household_id, dwelling.dwelling_id) in problem.earlier
    return (weight if holds else 0), int(holds)


def together(problem, household, dwelling, weight):
    holds = household.group in problem.groups and dwelling.area_id is not None
    return (weight if holds else 0), int(holds)


SINGLE_GOALS = {"margin": margin, "size": size, "reunion": reunion, "early": early, "youth": youth,
                "unchanged": unchanged, "together": together}


def score(problem, household, dwelling):
    """None where scores.csv has none for the pair."""
    found = problem.dwelling_scores.get((household.household_id, dwelling.dwelling_id))
    if found is None:
        found = problem.area_scores.get((household.household_id, dwelling.area_id))
    return found


def wish(problem, household, dwelling):
    wished = dwelling.area_id in household.wishes and dwelling.area_id not in household.avoid
    return (problem.rules.wish_points if wished else 0), int(wished)


def terms(problem, h, d):
    """[(term, measure, weight, points)] of a pair, the lines of breakdown.csv."""
    household, dwelling = problem.households[h], problem.dwellings[d]
    found, scored = [], score(problem, household, dwelling)
    if scored is not None:
        found.append(("score", None, None, scored))

    def line(term, weight, goal, *more):
        if weight:
            points, measure = goal(problem, household, dwelling, *more)
            found.append((term, measure, weight, points))
    line("wish", problem.rules.wish_points, wish)
    for column in problem.measures:
        weight = measure_weight(problem, column)
        goal = access if column.startswith("access_") else area_points
        line(column, weight, goal, column, weight)
    for name, goal in SINGLE_GOALS.items():
        line(name, problem.weights[name], goal, problem.weights[name])
    return found


def fit(problem, h, d):
    return sum(points for _, _, _, points in terms(problem, h, d))
