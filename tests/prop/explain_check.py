# SPDX-License-Identifier: GPL-3.0-or-later
"""One answer of `husly explain --json`, held against the round's files and against other solves."""

import json

import breakdown
import explain_head as head
import explain_prices as prices
import explain_words as words
import goals
import help_words
import husly
import plan_words
import reason_words
import reasons
from check import area_breaches, section_breaches

RANKS = ("chosen", "possible", "unknown", "closed", "forbidden")
NEAREST = ("decision", "rent", "time", "size", "access", "area", "right", "kind")
STAGES = {"need": ("need", "behov"), "fit": ("fit", "pasning")}
# What only a search can find: others whom a pin binds have no place beside the pair.
SEARCHED = ("near_apart", "least_unmet", "least_bound")


class Wrong(Exception):
    """What the two sides do not agree on."""


def agree(found, expected, what):
    if found != expected:
        raise Wrong(f"{what}: {found!r}, expected {expected!r}")


def ask(out, *question):
    run = husly.run("explain", out, *question, "--json")
    if run.returncode not in (0, 5):
        raise Wrong(f"explain {question}: {run.returncode} {husly.said(run)}")
    return json.loads(run.stdout)


class Judge:
    """Knows a round and a plan of it; `truth(h, d)` gives ([value by stage], fewest changes) of
    the best plans with a pair, None where no lawful plan has it. `fewest` None is not known."""

    def __init__(self, problem, result, danish, truth):
        self.problem, self.result, self.plan = problem, result, result.plan
        self.danish, self.truth, self.base = danish, truth, None
        self.base = [problem.gain(stage, self.plan) for stage in problem.stages()]
        self.priced = 0

    def say(self, english, danish):
        return danish if self.danish else english

    # What stands in the way.

    def plan_faults(self, h, d):
        problem, members = self.problem, prices.members(self.problem, h)
        plan = {**prices.without_own_pin(problem, h, d), **{member: d for member in members}}
        found = plan_words.offer_fault(problem, h, d)
        found += plan_words.capacity_faults(problem, plan, d, members)
        if problem.rules.right_mode != "offered":
            found += plan_words.right_faults(problem, plan)
        rows = list(area_breaches(problem, plan)) + list(section_breaches(problem, plan))
        return found + list(plan_words.spread_faults(problem, plan, rows))

    def faults(self, h, d):
        """(standing or None where a plan may have it, obstacles)."""
        found = words.pair_faults(self.problem, h, d)
        if found:
            return "forbidden", found
        if h in self.problem.party_of:
            found = plan_words.party_faults(self.problem, h, d)
        if h in self.problem.near_of:
            found = plan_words.near_faults(self.problem, h, d)
        if not found:
            found = self.plan_faults(h, d)
        return ("closed" if found else None), found

    def check_obstacles(self, option, found, where):
        told = option["obstacles"]
        order = lambda it: (it[0], it[1], str(it[2]))
        agree(sorted(((o["rule"], o["what"], o["unit"], o["sentence"]) for o in told), key=order),
              sorted(((f.rule, f.what, f.unit, self.say(f.english, f.danish)) for f in found),
                     key=order), f"{where}: obstacles")
        by_words = {self.say(f.english, f.danish): f for f in found}
        for obstacle in told:
            fault = by_words[obstacle["sentence"]]
            for field in ("whom", "given", "limit", "amount"):
                if getattr(fault, field) is not None and fault.what != "transit":
                    agree(obstacle[field], getattr(fault, field), f"{where}: {fault.what} {field}")
        if told:
            agree(option["sentence"], "; ".join(o["sentence"] for o in told), f"{where}: sentence")

    # What it costs.

    def check_price(self, option, where):
        """Each price holds the true one; a search that was stopped may leave the later ones open."""
        truth = self.truth(option["household_id"], option["dwelling_id"])
        if truth is None:
            raise Wrong(f"{where}: possible, but no lawful plan has it")
        values, fewest = truth
        agree([price["stage"] for price in option["prices"]], self.problem.stages(), where)
        for price, base, value in zip(option["prices"], self.base, values):
            value = self.problem.gain_of(price["stage"], value)
            if not price["least"] <= base - value <= price["most"]:
                raise Wrong(f"{where}: {price}, the true price is {base - value}")
            if price["least"] != price["most"]:
                return
        if fewest is not None:
            told = len(option["changes"])
            if option["fewest"]:
                agree(told, fewest, f"{where}: changes")
            elif told < fewest:
                raise Wrong(f"{where}: {told} changes, no plan has fewer than {fewest}")
        self.priced += 1

    def check_changes(self, option, where):
        h, d = option["household_id"], option["dwelling_id"]
        order = [change["household_id"] for change in option["changes"]]
        agree(order, sorted(order, key=lambda name: name.encode()), f"{where}: order of changes")
        other = prices.counter_plan(self.plan, option)
        agree(other.get(h), d, f"{where}: the changes lead to")
        agree(prices.breaches_with(self.problem, other, h), [], f"{where}: the changes break")
        for price, stage, base in zip(option["prices"], self.problem.stages(), self.base):
            agree(price["most"], base - self.problem.gain(stage, other), f"{where}: {stage}")

    def price_words(self, option):
        """"costs 5 points of need, and 3 of fit; H2 loses D4", by docs/explain.md."""
        parts = []
        for price in option["prices"]:
            later = [before for before, part in zip(option["prices"], parts) if part]
            parts.append(self.one_price(price, later and later[-1]["stage"]))
        parts = [part for part in parts if part]
        text = "".join(parts) or self.say("costs nothing", "koster ingenting")
        others = [self.change_words(change) for change in option["changes"]
                  if change["household_id"] != option["household_id"]]
        return text, others

    def one_price(self, price, later):
        least, most = price["least"], price["most"]
        if least == most == 0:
            return ""
        if price["stage"] == "cost":
            return (", " if later else "") + self.price_of_cost(most) if least == most > 0 else None
        stage = STAGES[price["stage"]][self.danish]
        into = self.say(f"of {stage}", f"i {stage}")
        points = f"{most} point" + ("" if most == 1 else "s")
        if least == most and most > 0:
            if later == "cost":
                return self.say(f", costs {points} {into}", f", koster {most} point {into}")
            if later:
                return self.say(f", and {most} {into}", f", og {most} {into}")
            return self.say(f"costs {points} {into}", f"koster {most} point {into}")
        return None  # gains and intervals: only their place in the text is checked

    def price_of_cost(self, amount):
        told = words.kroner(amount, self.danish)
        return self.say(f"costs {told} kr. more until the next round",
                        f"koster {told} kr. mere til næste runde")

    def change_words(self, change):
        h, old, new = change["household_id"], change["from"], change["to"]
        if new is None:
            return self.say(f"{h} loses {old}", f"{h} går glip af {old}")
        if old is None:
            return self.say(f"{h} gets {new}", f"{h} får {new}")
        return self.say(f"{h} gets {new} instead of {old}", f"{h} får {new} i stedet for {old}")

    def check_price_words(self, option, where):
        exact = all(p["least"] == p["most"] for p in option["prices"])
        losses = exact and all(p["least"] >= 0 for p in option["prices"])
        text, others = self.price_words(option)
        if losses and not option["sentence"].startswith(text):
            raise Wrong(f"{where}: {option['sentence']!r} does not begin with {text!r}")
        for words_of_one in others:
            if words_of_one not in option["sentence"]:
                raise Wrong(f"{where}: {option['sentence']!r} lacks {words_of_one!r}")
        if not others:
            alone = self.say("nobody else is affected", "ingen anden berøres")
            if alone not in option["sentence"]:
                raise Wrong(f"{where}: {option['sentence']!r} lacks {alone!r}")

    # One option, and the answer as a whole.

    def check_figures(self, option, where):
        h, d = option["household_id"], option["dwelling_id"]
        dwelling, household = self.problem.dwellings[d], self.problem.households[h]
        net, budget = self.problem.net_rent(h, d), household.budget
        agree({key: option[key] for key in ("rent", "utilities", "housing_benefit", "net_rent",
                                            "budget", "margin", "need", "fit")},
              {"rent": dwelling.rent, "utilities": dwelling.utilities,
               "housing_benefit": self.problem.benefit(h, d), "net_rent": net, "budget": budget,
               "margin": None if budget is None else budget - net, "need": household.need,
               "fit": self.problem.fit(h, d)}, f"{where}: figures")
        agree([tuple(line[key] for key in ("term", "measure", "weight", "points"))
               for line in option["breakdown"]], goals.terms(self.problem, h, d),
              f"{where}: breakdown")
        agree([line["unit"] for line in option["breakdown"]],
              [breakdown.unit(line["term"], "") for line in option["breakdown"]], f"{where}: units")
        row = self.problem.decisions.get((h, d))
        agree(option["decision"], row and {"decision": row.decision, "rule": row.rule or None,
                                           "by": row.by or None, "reason": row.reason or None},
              f"{where}: decision")

    def check_option(self, option):
        h, d = option["household_id"], option["dwelling_id"]
        where = f"{h}/{d}"
        self.check_figures(option, where)
        if self.plan.get(h) == d:
            agree(option["standing"], "chosen", where)
            agree(option["obstacles"], [], where)
            return
        standing, found = self.faults(h, d)
        if standing is not None:
            agree(option["standing"], standing, where)
        elif option["standing"] == "closed":
            self.check_searched(option, where)
            return
        elif option["standing"] not in ("possible", "unknown"):
            raise Wrong(f"{where}: {option['standing']}, but nothing stands in the way")
        self.check_obstacles(option, found, where)
        if standing == "closed" and self.truth(h, d) is not None:
            raise Wrong(f"{where}: closed, but a lawful plan has it")
        if option["standing"] == "possible":
            self.check_changes(option, where)
            self.check_price(option, where)
            self.check_price_words(option, where)

    def check_searched(self, option, where):
        """Closed by nothing that the files alone show."""
        whats = {obstacle["what"] for obstacle in option["obstacles"]}
        if not whats or not whats <= set(SEARCHED):
            raise Wrong(f"{where}: closed by {whats}, but nothing stands in the way")
        if self.truth(option["household_id"], option["dwelling_id"]) is not None:
            raise Wrong(f"{where}: closed, but a lawful plan has it")

    def check_order(self, options):
        def rank(option):
            loss = [price["least"] for price in option["prices"]]
            most = [price["most"] for price in option["prices"]]
            told, faults = option["obstacles"], ()
            if option["standing"] == "forbidden":
                first = min(told, key=lambda it: NEAREST.index(it["rule"]))
                faults = (len(told), NEAREST.index(first["rule"]), first["what"],
                          first["amount"])
            ids = (option["household_id"].encode(), option["dwelling_id"].encode())
            exact = loss if loss == most else most
            return (RANKS.index(option["standing"]), exact, faults, ids)
        agree([rank(o) for o in options], sorted(rank(o) for o in options), "order of options")

    def lawful(self, h):
        """The permanent dwellings that rules 1-7 allow, with the whole party where there is one."""
        return [d for d in reasons.permanent(self.problem) if reasons.takes(self.problem, h, d)]

    def lawful_line(self, h):
        count, homes = len(self.lawful(h)), len(reasons.permanent(self.problem))
        return self.say(f"By rules 1-7, {count} of the {homes} permanent dwellings "
                        f"{'is' if count == 1 else 'are'} lawful for it.",
                        f"Efter regel 1-7 er {count} af de {homes} varige boliger "
                        f"{'lovlig' if count == 1 else 'lovlige'} for den.")

    def check_household(self, answer, h):
        told, household = answer["household"], self.problem.households[h]
        agree((told["household_id"], told["persons"], told["need"], told["budget"],
               told["dwelling_id"]), (h, household.persons, household.need, household.budget,
                                      self.plan.get(h)), f"{h}: household")
        agree(told["lawful_dwellings"], len(self.lawful(h)), f"{h}: lawful dwellings")
        proven = all(stage["proven"] for stage in self.result.stages)
        reason = None if h in self.plan else reasons.reason(self.problem, h, proven)
        detail = reason and reason_words.sentence(self.problem, h, reason, self.danish)
        helps = reason and help_words.sentence(self.problem, h, reason, self.danish)
        agree((told["reason"], told["detail"], told["what_would_help"]), (reason, detail, helps),
              f"{h}: reason")
        places = {row.household_id: row.temporary_dwelling_id or None
                  for row in self.result.unplaced}
        agree(told["temporary_dwelling_id"], places.get(h), f"{h}: temporary place")

    def check_dwelling(self, answer, d):
        told = answer["dwelling"]
        by_id = lambda names: sorted(names, key=lambda name: name.encode())
        agree(told["household_ids"], by_id(h for h in self.plan if self.plan[h] == d),
              f"{d}: who has it")
        agree(told["temporary_household_ids"],
              by_id(row.household_id for row in self.result.unplaced
                    if row.temporary_dwelling_id == d), f"{d}: who has it meanwhile")

    def check_head(self, spoken, h, d=None, answer=None):
        """The lines on need, budget and decisions in the text, of one household or of a pair."""
        problem, danish, home = self.problem, self.danish, self.plan.get(h)
        lines = [head.pin_line(problem, h, danish)]
        if d is None and home:
            lines.append(self.lawful_line(h))
            if all(stage["proven"] for stage in self.result.stages):
                lines.append(self.say(
                    "It is proven that no lawful plan is better for all together.",
                    "Det er bevist, at ingen lovlig plan er bedre for alle tilsammen."))
        if d is None or d == home:
            lines += [head.need_line(problem, h, danish), head.budget_line(problem, h, danish)]
            lines += [head.allow_line(problem, h, home, danish)]
            lines += [head.fit_line(problem, h, home, danish)] if home else []
        else:
            lines += [head.allow_line(problem, h, d, danish)]
            lines += [head.loser_line(problem, change["household_id"], danish)
                      for change in answer["options"][0]["changes"] if change["to"] is None]
            if answer["options"][0]["standing"] == "possible" and "fit" in problem.stages():
                other = prices.counter_plan(self.plan, answer["options"][0])
                lines.append(head.goals_line(problem, self.plan, other, danish))
        for line in lines:
            if " ".join(line.split()) not in spoken:
                raise Wrong(f"{h}/{d}: the text lacks {line!r}")

    def check_answer(self, answer, h=None, d=None):
        agree(answer["asked"], {"household_id": h, "dwelling_id": d}, "asked")
        agree([(s["name"], s["value"]) for s in answer["plan"]["stages"]],
              [(stage, self.problem.value(stage, self.plan)) for stage in self.problem.stages()],
              "stages")
        pairs = {(o["household_id"], o["dwelling_id"]) for o in answer["options"]}
        agree(pairs, {(name, home) for name in ([h] if h else self.problem.households)
                      for home in ([d] if d else self.problem.dwellings)}, "options")
        self.check_order(answer["options"])
        for option in answer["options"]:
            self.check_option(option)
        if h is not None:
            self.check_household(answer, h)
        if d is not None:
            self.check_dwelling(answer, d)


def check_text(out, answer, *question):
    """Every sentence of the JSON stands in the text, which is given back as one line; what several
    options have against them stands there once, after their ids."""
    run = husly.run("explain", out, *question)
    spoken = " ".join(run.stdout.split())
    other = "household_id" if answer["asked"]["household_id"] is None else "dwelling_id"
    blocks = {}
    for option in answer["options"]:
        if option["standing"] in ("closed", "forbidden"):
            key = option["standing"], option["sentence"]
            blocks.setdefault(key, []).append(option[other])
    for (_, sentence), names in blocks.items():
        if answer["household"] and answer["dwelling"]:
            d = answer["asked"]["dwelling_id"]
            line = "" if answer["household"]["temporary_dwelling_id"] == d else sentence
        else:
            line = f"{', '.join(names)}{':' if len(names) > 1 else ''} {sentence}"
        if " ".join(line.split()) not in spoken:
            raise Wrong(f"{question}: the text lacks {line!r}")
    household = answer["household"] or {}
    helps = household.get("what_would_help")
    told_by_prices = household.get("reason") == "competition"  # they follow in the text
    if (helps and not told_by_prices and answer["dwelling"] is None
            and " ".join(helps.split()) not in spoken):
        raise Wrong(f"{question}: the text lacks {helps!r}")
    return spoken
