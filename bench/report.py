# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns what was measured into tables of Markdown and charts."""

import os
from statistics import median

import charts
from chapters import MOMENTS, gap, shown_gap

NAMES = {"husly": "husly", "highs": "HiGHS", "highs-wasm": "HiGHS (WebAssembly)", "cbc": "CBC", "glpsol": "glpsol",
         "clp": "Clp"}
# Gaps are drawn down to this; a proven stage stands at the foot of the chart.
LEAST_GAP = 0.001


def number(value, digits=2):
    if value is None:
        return "–"
    return f"{value:,.{digits}f}".replace(",", " ")


def seconds(value):
    return number(value, 2 if value is None or value < 100 else 0)


def percent(value):
    return shown_gap(value).replace("-", "–")


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    return lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows]


def chart(folder, name, title, panels):
    charts.write_chart(os.path.join(folder, name + ".svg"), title, panels, NAMES)
    return ["", f"![{title}]({name}.svg)"]


# Rounds solved whole

def answers_of(record, solver):
    return [stage[solver] for stage in record["stages"].values() if solver in stage]


def whole_cost(record, solver):
    """CPU, peak memory, whether all stages are proven, the worst gap; None where it did not take part in all."""
    answers = answers_of(record, solver)
    if len(answers) < len(record["stages"]):
        return None
    gaps = [gap(answer["value"], answer["bound"]) for answer in answers]
    runs = [record["husly"]] if solver == "husly" else answers
    return {"cpu": sum(run["cpu"] for run in runs), "memory": max(run["memory"] for run in runs),
            "proven": all(one == 0 for one in gaps), "gap": None if None in gaps else max(gaps)}


def solvers_in(records):
    there = {solver for record in records for stage in record["stages"].values() for solver in stage}
    return [name for name in NAMES if name in there]


def at_least(costs):
    """Where a limit stopped some, the ratio is no more than what it had come to."""
    return "" if all(cost["proven"] for _, cost in costs) else "≥ "


def solver_row(name, records, solver):
    costs = [(record, whole_cost(record, solver)) for record in records]
    costs = [(record, cost) for record, cost in costs if cost]
    if not costs:
        return None
    cpus = [cost["cpu"] for _, cost in costs]
    ratios = [cost["cpu"] / max(0.001, record["husly"]["cpu"]) for record, cost in costs]
    gaps = [cost["gap"] for _, cost in costs]
    return [name, NAMES[solver], len(costs), sum(cost["proven"] for _, cost in costs),
            sum(cost["proven"] and cost["cpu"] <= 1 for _, cost in costs), seconds(median(cpus)), seconds(max(cpus)),
            "1" if solver == "husly" else at_least(costs) + number(median(ratios), 1),
            percent(None if None in gaps else max(gaps)),
            number(median(cost["memory"] for _, cost in costs), 0)]


def rounds_table(records):
    rows = []
    for name in dict.fromkeys(record["round"] for record in records):
        of_name = [record for record in records if record["round"] == name]
        rows += [row for solver in solvers_in(of_name) if (row := solver_row(name, of_name, solver))]
    return table(["round", "solver", "rounds", "proven", "within 1 s", "CPU s, median", "most",
                  "× husly, median", "widest gap", "MB, median"], rows)


def proven_over_time(records, name):
    """How many rounds of a name each solver has proven after so many CPU seconds."""
    of_name = [record for record in records if record["round"] == name]
    series = []
    for solver in solvers_in(of_name):
        costs = [cost for record in of_name if (cost := whole_cost(record, solver))]
        done = sorted(cost["cpu"] for cost in costs if cost["proven"])
        points = [(0.01, 0.0)] + [(cpu, 100 * (place + 1) / len(costs)) for place, cpu in enumerate(done)]
        if done:
            series.append((solver, points + [(100, points[-1][1])], True))
    return charts.Panel(f"{name}, {len(of_name)} rounds", charts.Axis("CPU seconds, all stages", 0.01, 100),
                        charts.Shares("proven in every stage"), series)


def towns(records, folder):
    names = list(dict.fromkeys(record["round"] for record in records))
    panels = [proven_over_time(records, name) for name in names]
    return rounds_table(records) + chart(folder, "towns", "Towns: share proven over time", panels)


def hard(records, _folder):
    return rounds_table(records)


# Gap over time

def gap_at(moments, time):
    """The best value and bound so far; None before there are both."""
    value = bound = None
    for at, found, proven in moments:
        if at <= time:
            value = found if value is None or found is not None and found > value else value
            bound = proven if bound is None or proven is not None and proven < bound else bound
    return gap(value, bound)


def stages_of(record):
    return list(record["husly"][0]["stages"])


def husly_moments(record, stage):
    return [(run["cpu"], gap(**run["stages"][stage])) for run in record["husly"]]


def shown(points):
    return [(at, max(LEAST_GAP, one)) for at, one in points if one is not None]


def gap_series(record, stage):
    series = []
    for rival in record["rivals"]:
        if rival["stage"] == stage:
            points = [(moment[0], gap_at(rival["moments"], moment[0])) for moment in rival["moments"]]
            series.append((rival["solver"], shown(points), True))
    return [*series, ("husly", shown(sorted(husly_moments(record, stage))), False)]


def gap_chart(record, folder):
    name = record["round"]
    y = charts.Axis("gap", LEAST_GAP, 100,
                    lambda tick: "proven" if tick <= LEAST_GAP else f"{tick:g} %")
    most = max([run["cpu"] for run in record["husly"]] + [rival["cpu"] for rival in record["rivals"]])
    panels = [charts.Panel("stage " + stage, charts.axis_around("CPU seconds; husly's of all stages", [0.1, most]), y,
                           gap_series(record, stage)) for stage in stages_of(record)]
    return chart(folder, "gap-" + name, f"{name}: the gap over time", panels)


def gap_table(record):
    stages = stages_of(record)
    rivals = list(dict.fromkeys(rival["solver"] for rival in record["rivals"]))
    head = ["after s", "husly: CPU s", "MB"] + [f"{stage}, husly" for stage in stages]
    head += [f"{stage}, {NAMES[rival]}" for rival in rivals for stage in stages]
    rows = []
    for run in record["husly"]:
        row = [run["seconds"], seconds(run["cpu"]), number(run["memory"], 0)]
        row += [percent(gap(**run["stages"][stage])) for stage in stages]
        row += [percent(next((gap_at(one["moments"], run["seconds"]) for one in record["rivals"]
                              if (one["solver"], one["stage"]) == (rival, stage)), None))
                for rival in rivals for stage in stages]
        rows.append(row)
    return table(head, rows)


def lp_table(record):
    """The linear programs, and when husly's certified bound first came as near as 0.01 % to them."""
    rows = []
    for stage in stages_of(record):
        linear = [one for one in record["lp"] if one["stage"] == stage]
        rows += [[stage, NAMES[one["solver"]], seconds(one["cpu"]), number(one["memory"], 0),
                  "not solved" if one["value"] is None else number(one["value"], 1)] for one in linear]
        best = [one["value"] for one in linear if one["value"] is not None]
        near = [run for run in record["husly"] if best and run["stages"][stage]["bound"] <= 1.0001 * min(best)]
        if near:
            rows.append([stage, "husly's bound, all stages", seconds(near[0]["cpu"]), number(near[0]["memory"], 0),
                         number(near[0]["stages"][stage]["bound"], 0)])
    return table(["stage", "linear program by", "CPU s", "MB", "value or bound"], rows) if rows else []


def cost_to_check(records):
    rows = []
    for record in records:
        listing = record["survey"]
        rows.append([record["round"], number(record["pairs"], 0), seconds(record["check"]["cpu"]), seconds(listing),
                     seconds(record["verify"]["cpu"]), number(record["verify"]["memory"], 0)])
    return table(["round", "lawful pairs", "check, CPU s", "survey", "verify", "verify, MB"], rows)


def over_time(records, folder):
    lines = []
    for record in records:
        lines += [f"**{record['round']}**, seed {record['seed']}, {number(record['pairs'], 0)} lawful pairs", ""]
        lines += [*gap_table(record), *gap_chart(record, folder)]
        linear = lp_table(record)
        lines += ["", *linear, ""] if linear else [""]
    return lines + ["What it costs to check: reading alone, reading and listing the pairs, verifying the result.", "",
                    *cost_to_check(records)]


def city(records, folder):
    others, lines = records[1:], over_time(records[:1], folder)
    if not others:
        return lines
    rows = []
    for stage in stages_of(others[0]):
        gaps = [gap(**record["husly"][0]["stages"][stage]) for record in others]
        known = [one for one in gaps if one is not None]
        rows.append([stage, len(gaps), percent(median(known)) if known else "–",
                     percent(max(known)) if len(known) == len(gaps) else "none",
                     number(max(record["husly"][0]["memory"] for record in others), 0)])
    return lines + ["", "The other cities, ten seconds each:", "",
                    *table(["stage", "cities", "gap, median", "widest", "MB, most"], rows)]


# Growth

def growth_costs(record, solver):
    """CPU and memory of all stages, and the widest gap."""
    if solver == "husly":
        run = record["husly"][-1]
        return run["cpu"], run["memory"], [gap(**answer) for answer in run["stages"].values()]
    runs = [run for run in record["rivals"] if run["solver"] == solver]
    if not runs:
        return None
    return (sum(run["cpu"] for run in runs), max(run["memory"] for run in runs),
            [gap(run["value"], run["bound"]) for run in runs])


def growth(records, folder):
    solvers = [name for name in NAMES if any(growth_costs(record, name) for record in records)]
    rows = []
    for record in records:
        for solver in solvers:
            if found := growth_costs(record, solver):
                cpu, memory, gaps = found
                rows.append([record["round"].split("x")[0], number(record["pairs"], 0), NAMES[solver], seconds(cpu),
                             number(memory, 0), "none" if None in gaps else percent(max(gaps))])
    lines = table(["households", "lawful pairs", "solver", "CPU s", "MB", "widest gap"], rows)
    return lines + growth_chart(records, solvers, folder) + [
        "", "What it costs to check: reading alone, reading and listing the pairs, verifying the result.", "",
        *cost_to_check(records)]


def growth_chart(records, solvers, folder):
    """A mark is hollow where not every stage is proven, its gap not being 0 or not there."""
    def panel(title, x_label, x_of, y_label, which):
        series = [(solver, [(x_of(record), found[which], set(found[2]) != {0}) for record in records
                            if x_of(record) and (found := growth_costs(record, solver))], False) for solver in solvers]
        points = [point for _, line, _ in series for point in line]
        return charts.Panel(title, charts.axis_around(x_label, [x for x, _, _ in points]),
                            charts.axis_around(y_label, [y for _, y, _ in points]), series)

    def households(record):
        return int(record["round"].split("x")[0])

    def pairs(record):
        return record["pairs"]

    return chart(folder, "growth", "Growth: what a larger round costs (hollow: not proven)", [
        panel("CPU by households", "households", households, "CPU seconds, all stages", 0),
        panel("CPU by lawful pairs", "lawful pairs", pairs, "CPU seconds, all stages", 0),
        panel("memory by lawful pairs", "lawful pairs", pairs, "MB at most", 1)])


HEADINGS = {"towns": "Towns", "hard": "Hard kinds", "city": "Cities", "growth": "Growth", "region": "Regions",
            "nation": "The nation"}
WRITERS = {"towns": towns, "hard": hard, "city": city, "growth": growth, "region": over_time, "nation": over_time}


def written(results, folder):
    """The lines of the report; its charts go into the folder."""
    lines = []
    for chapter, heading in HEADINGS.items():
        if chapter in results:
            told = results[chapter]
            lines += [f"### {heading}", "", told["about"], "", *WRITERS[chapter](told["records"], folder), ""]
    return "\n".join(lines).rstrip("\n")
