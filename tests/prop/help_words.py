# SPDX-License-Identifier: GPL-3.0-or-later
"""The column what_would_help of unplaced.csv, from the round's files and the reason alone."""

from datetime import timedelta

import explain_words as words
import offers
import pair_rules
import reason_words
import reasons
import right
from model import ONE_HOUSEHOLD, PAIR_RULES

AT_MOST = 3


def listing(parts, last):
    """"B1, B2 or B3"."""
    return last.join(filter(None, [", ".join(parts[:-1]), parts[-1]]))


class Helper(reason_words.Teller):
    """What would change the reason of one household."""

    def dwellings(self, count):
        return reason_words.dwellings(count, self.danish)

    def or_list(self, parts):
        return listing(parts, self.say(" or ", " eller "))

    def and_list(self, parts):
        return self.say(" and ", " og ").join(parts)

    def days(self, count):
        return words.counted(count, self.say("day", "dag"))

    # One rule alone.

    def nearest(self, rule):
        alone = [(faults[0].amount, d.encode(), d, faults[0]) for d in self.permanent
                 for faults in [self.faults(d)] if [f.rule for f in faults] == [rule]]
        return [(d, fault) for _, _, d, fault in sorted(alone, key=lambda it: it[:2])[:AT_MOST]]

    def by_rule(self, rule):
        groups = []
        for d, fault in self.nearest(rule):
            condition = getattr(self, "if_" + rule)(d, fault.what, fault)
            if groups and groups[-1][1] == condition:
                groups[-1][0].append(d)
            else:
                groups.append(([d], condition))
        lines = [self.or_list(homes) + self.say(" if ", ", hvis ") + condition
                 for homes, condition in groups]
        text = self.say("Rules 1-7 would allow it ", "Regel 1-7 ville tillade ")
        text += "; ".join(lines) + "."
        allowed = [d for d, _ in self.nearest(rule) if self.may_allow(rule, d)]
        if allowed:
            text += self.say(" A decision could instead allow it ",
                             " En beslutning kunne i stedet tillade ")
            text += self.or_list(allowed) + "."
        return text + self.whole_party()

    def may_allow(self, rule, d):
        """True where one more `allow` makes the pair lawful by rules 1-7."""
        if (self.h, d) in self.problem.allowed:
            return False
        if self.problem.dwellings[d].consent and (self.h, d) in self.problem.agreements:
            return False  # a pair has one decision
        for lifted in ("size", "rent", "avoid"):
            self.problem.allowed[self.h, d] = lifted
            lawful = all(reasons.judge(self.problem, self.h, d).values())
            del self.problem.allowed[self.h, d]
            if lawful:
                return True
        return False

    def whole_party(self):
        if self.h in self.problem.near_of:
            return self.say(
                " Those near it would have to be allowed a dwelling in its section.",
                " De, der skal bo nær den, skulle også være tilladt en bolig i dens afdeling.")
        if len(self.members()) == 1:
            return ""
        return self.say(" All of its party would have to be allowed there too.",
                        " Hele følget skulle også være tilladt der.")

    def if_kind(self, d, what, _):
        row, n = self.problem.dwellings[d], self.household.persons
        words_of = ", ".join(row.for_as_written)
        if what == "reserved":
            return self.say(f"it were not reserved for {words_of}",
                            f"den ikke var forbeholdt {words_of}")
        text = self.say(*{
            "places_few": (f"it had places for {n}", f"den havde pladser til {n}"),
            "student_only": ("it were not for students only", "den ikke kun var for studerende"),
            "single_only": ("it were not for single persons only",
                            "den ikke kun var for enlige"),
            "minors_only": ("it took households with an adult",
                            "den tog husstande med en voksen"),
            "no_adult": ("it took households without an adult",
                         "den tog husstande uden voksne")}[what])
        if what != "places_few" and row.kind not in ONE_HOUSEHOLD and n > row.places:
            text += self.say(f" and had places for {n}", f" og havde pladser til {n}")
        if not offers.fits(getattr(row, "for"), self.household):
            text += self.say(f" and were not reserved for {words_of}",
                             f" og ikke var forbeholdt {words_of}")
        return text

    def if_size(self, _, what, fault):
        rules, n = self.problem.rules, self.household.persons
        if what == "rooms_many":
            most = words.rooms(fault.limit, self.danish)
            return self.say(f"it had at most {most}", f"den havde højst {most}")
        wanted = words.rooms(-(-n // rules.persons_per_room), self.danish)
        m2 = n * rules.m2_per_person
        return self.say(f"it had {wanted} or {m2} m²", f"den havde {wanted} eller {m2} m²")

    def if_rent(self, _, __, fault):
        missing = words.kroner(fault.amount, self.danish)
        return self.say(f"the household could pay {missing} kr. more a month",
                        f"husstanden kunne betale {missing} kr. mere om måneden")

    def if_access(self, *_):
        return self.say("it were step-free", "den var trinfri")

    def if_area(self, d, *_):
        row, found, town = self.problem.dwellings[d], [], self.household.municipality
        name = row.area_id
        if row.area is not None and row.area.listed and not self.problem.rules.allow_listed:
            found.append(self.say(f"area {name} were not listed",
                                  f"området {name} ikke var et udsat boligområde"))
        if name in self.household.avoid and self.problem.allowed.get((self.h, d)) != "avoid":
            found.append(self.say(f"the household did not avoid {name}",
                                  f"husstanden ikke undgik {name}"))
        if town and (row.area is None or row.area.municipality != town):
            found.append(self.say(f"it lay in the household's municipality ({town})",
                                  f"den lå i husstandens kommune ({town})"))
        return self.and_list(found)

    def if_time(self, d, what, _):
        rules, row = self.problem.rules, self.problem.dwellings[d]
        lasting = self.days(rules.permanent_days)
        if what == "lease_short":
            return self.say(f"its lease were of at least {lasting}",
                            f"lejemålet var på mindst {lasting}")
        if what == "at_hojskole":
            return self.if_stay(row, lasting)
        last = self.household.ready + timedelta(days=rules.horizon_days)
        day = reason_words.date_words(last, self.danish)
        text = self.say(f"it were free by {day}", f"den var ledig senest {day}")
        if row.lease_end is not None and (row.lease_end - last).days < rules.permanent_days:
            text += self.say(f" with a lease of at least {lasting}",
                             f" med et lejemål på mindst {lasting}")
        return text

    def if_stay(self, row, lasting):
        """With the stay ending as late as it may."""
        rules = self.problem.rules
        end = rules.round_date + timedelta(days=rules.round_days)
        ready = max(self.household.start, end)
        last = ready + timedelta(days=rules.horizon_days)
        day = reason_words.date_words(end, self.danish)
        text = self.say(f"the household's stay at the højskole ended by {day}",
                        f"husstandens ophold på højskole sluttede senest {day}")
        free = row.available
        if free > last:
            day, free = reason_words.date_words(last, self.danish), last
            text += self.say(f" and it were free by {day}", f" og den var ledig senest {day}")
        if row.lease_end is not None and (
                (row.lease_end - max(free, ready)).days < rules.permanent_days):
            text += self.say(f" and its lease were of at least {lasting}",
                             f" og lejemålet var på mindst {lasting}")
        return text

    def if_decision(self, d, what, _):
        points = self.say("the pair had points", "parret havde point")
        if what == "not_scored":
            return points
        agreed = self.say("landlord and household agreed on it",
                          "udlejer og husstand var enige om den")
        found = [agreed if what == "not_agreed" else
                 self.say("the decision that forbids it were taken back",
                          "den beslutning, der forbyder den, blev taget tilbage")
                 if what == "forbidden" else
                 self.say("the household took back that it declined it",
                          "husstanden tog sit afslag tilbage")]
        if what != "not_agreed" and not pair_rules.agreed(self.problem, self.h, d):
            found.append(agreed)
        if self.problem.rules.only_scored_pairs and not self.problem.scored(self.h, d):
            found.append(points)
        return self.and_list(found)

    # The other reasons.

    def several(self):
        def distance(d):
            faults = self.faults(d)
            return (len(faults), PAIR_RULES.index(faults[0].rule), faults[0].amount, d.encode())
        if not self.permanent:
            return self.say("The round would need a permanent dwelling.",
                            "Runden skulle have en varig bolig.") + self.whole_party()
        d = min(self.permanent, key=distance)
        faults = "; ".join(self.say(f.english, f.danish) for f in self.faults(d))
        stop = "" if faults.endswith(".") else "."
        return self.say(f"The nearest is {d}, where all of this would have to change: ",
                        f"Nærmest er {d}, hvor alt dette skulle ændres: "
                        ) + faults + stop + self.whole_party()

    def party(self):
        total = sum(self.problem.households[m].persons for m in self.members())
        alone = self.dwellings(sum(1 for d in self.permanent if not self.faults(d)))
        people = words.persons(total, self.danish)
        return self.say(
            f"A dwelling for several households with places for {people}, which the rules allow "
            "each of them, would take the party. Without the party (column party) rules 1-7 allow "
            f"the household {alone}.",
            f"En bolig til flere husstande med pladser til {people}, som reglerne tillader hver "
            "af dem, kunne tage følget. Uden følget (kolonnen følge) tillader regel 1-7 "
            f"husstanden {alone}.")

    def near(self):
        alone = self.dwellings(sum(1 for d in self.permanent if not self.faults(d)))
        return self.say(
            "A section with a dwelling that the rules allow for each of them would take them all. "
            f"Without the label (column near) rules 1-7 allow the household {alone}.",
            "En afdeling med en bolig, som reglerne tillader, til hver af dem kunne tage dem alle. "
            f"Uden mærket (kolonnen nær) tillader regel 1-7 husstanden {alone}.")

    def more_vacancies(self, unit):
        """The least number of further vacancies with which the unit gives one; None up to 1000."""
        extra, kept = 0, unit.dwellings
        pooled = right.is_flexible_for(self.problem, unit, self.h)
        while extra <= 1000 and right.entitlement(self.problem, unit) < 1 and not (
                pooled and right.pool(unit) >= 1):
            extra += 1
            unit.dwellings = kept + kept[:1] * extra
        unit.dwellings = kept
        return extra if extra <= 1000 else None

    def way(self, unit):
        missing, found = self.more_vacancies(unit), []
        if unit.organisation:
            found.append(self.say(f" with one extra dwelling agreed with {unit.organisation}",
                                  f" med én ekstra bolig aftalt med {unit.organisation}"))
        if missing == 1:
            found.append(self.say(" with 1 more vacancy", " med 1 ledig bolig mere"))
        elif missing:
            found.append(self.say(f" with {missing} more vacancies",
                                  f" med {missing} ledige boliger mere"))
        return self.say(" or", " eller").join(found) or self.say(
            " with a larger right", " med en større anvisningsret")

    def right(self):
        homes = [d for d in self.lawful() if self.problem.open(d)]
        if not homes:
            return self.closed()
        units, names = right.units(self.problem), []
        for d in homes:
            names.append(right.unit_name(self.problem, self.problem.dwellings[d]))
        names = list(dict.fromkeys(names))[:AT_MOST]
        ways = [self.say("in ", "i ") + name + self.way(units[name]) for name in names]
        return self.say("One dwelling could be taken ", "Der kunne tages én bolig "
                        ) + "; ".join(ways) + "."

    def first_closed(self, d):
        return next(offers.obstacles(self.problem, d))

    def closed(self):
        """Where every lawful dwelling is closed."""
        homes = [d for d in self.lawful() if self.first_closed(d) == "not_offered"]
        if homes:
            told = ", ".join(homes[:AT_MOST]) + (", …" if len(homes) > AT_MOST else "")
            if len(homes) == 1:
                return self.say(f"{told} would have to be offered to the municipality.",
                                f"{told} skulle tilbydes kommunen.")
            count = self.dwellings(len(homes))
            return self.say(f"One of {count} would have to be offered to the municipality: {told}.",
                            f"Én af {count} skulle tilbydes kommunen: {told}.")
        could = [d for d in self.lawful() if self.opening(d)][:AT_MOST]
        if not could:
            return self.say("What is let, or not the municipality's turn, cannot be had in this "
                            "round.",
                            "Det, der er udlejet, eller hvor det ikke er kommunens tur, kan ikke "
                            "fås i denne runde.")
        return self.say("Rule 9 would allow ", "Regel 9 ville tillade ") + "; ".join(
            d + self.say(" if ", ", hvis ") + self.opening(d) for d in could) + "."

    def opening(self, d):
        """What would open a closed dwelling, None where nothing does."""
        row = self.problem.dwellings[d]
        what, found = list(offers.obstacles(self.problem, d)), []
        if "let" in what or "not_turn" in what:
            return None
        if "waiting" in what:
            found.append(self.say("its landlord agreed to it", "udlejeren gik med til det"))
        if "above_market" in what:
            most = words.kroner(row.market_rent, self.danish)
            found.append(self.say(f"its rent were at most {most} kr. a month",
                                  f"huslejen højst var {most} kr. om måneden"))
        if "above_max_rent" in what:
            most = words.kroner(row.section.max_rent, self.danish)
            found.append(self.say(f"its rent with utilities were at most {most} kr. a month",
                                  f"husleje og forbrug højst var {most} kr. om måneden"))
        if "not_offered" in what:
            found.append(self.say("it were offered to the municipality",
                                  "den blev tilbudt kommunen"))
        return self.and_list(found)

    def percent(self, part, base, unit):
        """The smallest share in hundredths of a per cent with part <= share x base."""
        least = next((p for p in range(10001) if part * 10000 <= p * base), None)
        if base <= 0 or least is None:
            return self.say(f"no limit on the share in {unit}",
                            f"ingen grænse for andelen i {unit}")
        told = words.kroner(least, self.danish)
        return self.say(f"a share of {told} % in {unit}", f"en andel på {told} % i {unit}")

    def limit(self, row):
        """What a row of rule 10 that the household breaks alone would need."""
        people = [self.problem.households[m] for m in reasons.companions(self.problem, self.h)]
        persons, children = (sum(getattr(p, it) for p in people) for it in ("persons", "children"))
        what, unit = row.split("/", 1)
        if what == "singles":
            alone = sum(self.problem.households[m].persons == 1 for m in self.members())
            told = self.say(words.counted(alone, "single person"), words.counted(alone, "enlig"))
            return self.say(f"a limit of {told} in {unit}", f"en grænse på {told} i {unit}")
        if what == "least":
            most = words.persons(reasons.fill(self.problem, unit), self.danish)
            return self.say(f"{unit} opening with {most}", f"at {unit} åbner med {most}")
        if what == "area_share":
            area = self.problem.areas[unit]
            return self.percent(area.refugees + persons, area.residents + persons, unit)
        if what == "section_share":
            section = self.problem.sections[unit]
            return self.percent(section.refugee_homes + len(people), section.homes, unit)
        if what == "group":
            groups = {p.group for p in people if p.group}
            most = max(sum(p.persons for p in people if p.group == g) for g in groups)
            told = words.persons(most, self.danish)
            return self.say(f"a limit of {told} of one group in an area",
                            f"en grænse på {told} fra én gruppe i et område")
        told = {"area_persons": words.persons(persons, self.danish),
                "area_children": words.counted(children, self.say("child", "barn")),
                "section_households": words.counted(len(people),
                                                    self.say("household", "husstand"))}[what]
        return self.say(f"a limit of {told} in {unit}", f"en grænse på {told} i {unit}")

    def cap(self):
        order = [what for what, _, _ in reason_words.CAP_COUNTS]
        ways = []
        for d in self.lawful():
            rows = list(reasons.cap_faults(self.problem, self.h, d))
            rows.sort(key=lambda row: order.index(row.split("/")[0]))
            ways.append(self.and_list(list(dict.fromkeys(self.limit(row) for row in rows))))
        ways = list(dict.fromkeys(ways))[:AT_MOST]
        one = self.say("This", "Dette"), self.say("One of these", "Én af disse")
        return one[len(ways) > 1] + self.say(" would let it in, if nobody else were placed: ",
                                             " ville give plads, hvis ingen andre blev anvist: "
                                             ) + "; ".join(ways) + "."

    def competition(self):
        count = len(self.lawful())
        told = self.dwellings(count)
        if count == 1:
            return self.say(
                f"{told} is lawful; husly explain tells what it would cost, or why no plan has it.",
                f"{told} er lovlig; husly explain fortæller, hvad den ville koste, eller hvorfor "
                "ingen plan har den.")
        return self.say(
            f"{told} are lawful; husly explain tells what each would cost, or why no plan has it.",
            f"{told} er lovlige; husly explain fortæller, hvad hver af dem ville koste, eller "
            "hvorfor ingen plan har den.")

    def not_proven(self):
        return self.competition() + self.say(
            " More work for the search (--work) may find it a place.",
            " Mere arbejde til søgningen (--work) kan måske finde en bolig til den.")


def sentence(problem, h, reason, danish):
    helper = Helper(problem, h, danish)
    return helper.by_rule(reason) if reason in PAIR_RULES else getattr(helper, reason)()
