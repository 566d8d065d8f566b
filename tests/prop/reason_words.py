# SPDX-License-Identifier: GPL-3.0-or-later
"""The sentence of unplaced.csv for each reason code, from the round's files alone."""

import explain_words as words
import offers
import reasons
from model import ONE_HOUSEHOLD, PAIR_RULES

RULE_NAMES = {"kind": "type", "size": "størrelse", "rent": "husleje", "access": "adgang",
              "area": "område", "time": "tidspunkt", "decision": "beslutning"}
KIND_COUNTS = (("student_only", "for students only", "kun for studerende"),
               ("single_only", "for a single person only", "kun for enlige"),
               ("minors_only", "for unaccompanied minors only", "kun for uledsagede mindreårige"),
               ("no_adult", "for households with an adult only",
                "kun for husstande med en voksen"),
               ("places_few", "too few places", "for få pladser"),
               ("reserved", "reserved for others", "forbeholdt andre"))
AREA_COUNTS = (("listed", "in a listed area", "i et udsat boligområde"),
               ("avoided", "in an area that the household avoids",
                "i et område, som husstanden undgår"),
               ("municipality", "outside its municipality", "uden for husstandens kommune"))
DECISION_COUNTS = (("forbidden", "forbidden", "forbudt"), ("declined", "declined", "afslået"),
                   ("not_agreed", "not agreed between landlord and household",
                    "ikke aftalt mellem udlejer og husstand"),
                   ("not_scored", "without points, where only pairs with points count",
                    "uden point, hvor kun par med point tæller"))
CLOSED_COUNTS = (
    ("waiting", "nothing is agreed with the landlord yet", "intet er aftalt med udlejeren endnu"),
    ("let", "let already", "allerede udlejet"),
    ("above_market", "above the market rent", "over markedslejen"),
    ("above_max_rent", "above the section's highest rent", "over afdelingens højeste husleje"),
    ("not_turn", "not the municipality's turn", "ikke kommunens tur"),
    ("not_offered", "not offered to the municipality", "ikke tilbudt kommunen"),
    ("used", "the municipality's right leaves 0 there", "kommunens anvisningsret giver 0 der"))
CAP_COUNTS = (("area_persons", "persons in the area", "personer i området"),
              ("area_children", "children in the area", "børn i området"),
              ("area_share", "share in the area", "andel i området"),
              ("section_households", "households in the section", "husstande i afdelingen"),
              ("section_share", "share in the section", "andel i afdelingen"),
              ("group", "persons of one group in the area", "personer fra én gruppe i området"),
              ("singles", "single persons in the home", "enlige i boligen"),
              ("least", "persons that the home opens with", "personer, som boligen åbner med"))


def dwellings(count, danish):
    if danish:
        return f"{count} bolig" + ("" if count == 1 else "er")
    return f"{count} dwelling" + ("" if count == 1 else "s")


def date_words(date, danish):
    return date.strftime("%d-%m-%Y") if danish else str(date)


def counted(table, found, danish):
    """" (listed: 2; avoided: 1)", without those that are 0."""
    parts = [f"{da if danish else en}: {found.count(key)}" for key, en, da in table
             if found.count(key)]
    return f" ({'; '.join(parts)})" if parts else ""


class Teller:
    """The sentences about one household."""

    def __init__(self, problem, h, danish):
        self.problem, self.h, self.danish = problem, h, danish
        self.household = problem.households[h]
        self.permanent = reasons.permanent(problem)

    def say(self, english, danish):
        return danish if self.danish else english

    def faults(self, d):
        """Rules 1-7, whatever the right says."""
        return [fault for fault in words.pair_faults(self.problem, self.h, d)
                if fault.rule != "right"]

    def rule(self, rule):
        alone = {d: self.faults(d)[0] for d in self.permanent
                 if [fault.rule for fault in self.faults(d)] == [rule]}
        count = len(alone)
        verb = " fits" if count == 1 else " fit"
        return (dwellings(count, self.danish)
                + self.say(f"{verb} in all but ", " opfylder alle krav undtagen ")
                + getattr(self, rule)(alone))

    def table(self, english, danish, table, alone):
        return (self.say(english, danish)
                + counted(table, [fault.what for fault in alone.values()], self.danish) + ".")

    def kind(self, alone):
        return self.table("their kind", "typen", KIND_COUNTS, alone)

    def area(self, alone):
        return self.table("the area", "området", AREA_COUNTS, alone)

    def decision(self, alone):
        return self.table("a decision", "en beslutning", DECISION_COUNTS, alone)

    def access(self, alone):
        if len(alone) == 1:
            return self.say("access: it is not step-free.", "adgangen: den er ikke trinfri.")
        return self.say("access: none of them is step-free.",
                        "adgangen: ingen af dem er trinfri.")

    def room_for(self, d):
        rules, row = self.problem.rules, self.problem.dwellings[d]
        by_area = 0
        if row.area_m2 is not None and rules.m2_per_person > 0:
            by_area = row.area_m2 // rules.m2_per_person
        return max(rules.persons_per_room * row.rooms, by_area)

    def size(self, alone):
        small = [d for d in alone if alone[d].what == "rooms_few"]
        large = [d for d in alone if alone[d].what == "rooms_many"]
        text = self.say("the size.", "størrelsen.")
        if small:
            most = max(self.room_for(d) for d in small)
            text += self.say(" Too small for ", " For små til ")
            text += words.persons(self.household.persons, self.danish) + f": {len(small)}"
            text += self.say("; the largest has room for ", "; den største har plads til ")
            text += words.persons(most, self.danish) + "."
        if large:
            fewest = min(self.problem.dwellings[d].rooms for d in large)
            most = alone[large[0]].limit
            text += self.say(f" Too many rooms: {len(large)}; the smallest has {fewest} rooms, "
                             f"and at most {most} are allowed.",
                             f" For mange rum: {len(large)}; den mindste har {fewest} rum, "
                             f"og højst {most} er tilladt.")
        return text

    def rent(self, alone):
        d = min(alone, key=lambda name: alone[name].amount)  # the first of the cheapest
        over = words.kroner(alone[d].amount, self.danish)
        support = words.kroner(self.problem.benefit(self.h, d), self.danish)
        which = (self.say("It is", "Den er") if len(alone) == 1 else
                 self.say("The cheapest of them is", "Den billigste af dem er"))
        text = self.say(f"the rent. {which} {over} kr. a month too dear after {support} kr. "
                        "housing benefit.",
                        f"huslejen. {which} {over} kr. om måneden for dyr efter {support} kr. "
                        "i boligstøtte.")
        missing = words.missing_figure(self.problem, self.household, self.problem.dwellings[d])[0]
        if "income" in missing:
            text += self.say(
                " Housing benefit counts as 0, because the household's income is not stated.",
                " Boligstøtte regnes som 0, fordi husstandens indkomst ikke er oplyst.")
        elif missing:
            text += self.say(" Housing benefit counts as 0, because its area in m² is not stated.",
                             " Boligstøtte regnes som 0, fordi boligens areal ikke er oplyst.")
        return text

    def time(self, alone):
        late = [d for d in alone if alone[d].what == "late"]
        brief = [d for d in alone if alone[d].what == "lease_short"]
        text = self.say("the time.", "tidspunktet.")
        if self.household.deferred:
            end = date_words(self.household.stay_end, self.danish)
            return text + self.say(
                f" The household is at a højskole until {end}; its turn comes in a later round.",
                f" Husstanden er på højskole til {end}; turen kommer i en senere runde.")
        if late:
            day = min(self.problem.dwellings[d].available for d in late)
            last = day.fromordinal(alone[late[0]].limit + words.EPOCH_OFFSET)
            day, last = (date_words(date, self.danish) for date in (day, last))
            text += self.say(f" Too late: {len(late)}; the earliest is available from {day}, and "
                             f"the last possible day is {last}.",
                             f" For sent ledige: {len(late)}; den tidligste er ledig fra {day}, "
                             f"og den sidste mulige dag er {last}.")
        if brief:
            longest = max(alone[d].given for d in brief)
            wanted = alone[brief[0]].limit
            text += self.say(f" Lease too short: {len(brief)}; the longest lasts {longest} days, "
                             f"and {wanted} are needed.",
                             f" For kort lejemål: {len(brief)}; det længste varer {longest} "
                             f"dage, og {wanted} kræves.")
        return text

    def several(self):
        if not self.permanent:
            return self.say("The round has no permanent dwelling.",
                            "Runden har ingen varig bolig.")
        broken = [fault.rule for d in self.permanent for fault in self.faults(d)]
        table = [(rule, rule, RULE_NAMES[rule]) for rule in PAIR_RULES]
        count = len(self.permanent)
        return self.say(f"No dwelling is kept out by one rule alone. Of the {count} permanent "
                        "dwellings of the round these break several each",
                        f"Ingen bolig falder på én regel alene. Af rundens {count} varige boliger "
                        "bryder disse flere hver") + counted(table, broken, self.danish) + "."

    def members(self):
        return self.problem.parties.get(self.problem.party_of.get(self.h), [self.h])

    def party(self):
        members = self.members()
        total = sum(self.problem.households[m].persons for m in members)
        people = words.persons(total, self.danish)
        text = self.say(f"The party is of {len(members)} households with {people}, and no "
                        "dwelling takes all of them together. ",
                        f"Følget er på {len(members)} husstande med {people}, og ingen bolig kan "
                        "tage dem alle sammen. ")
        places = [row.places for row in self.problem.dwellings.values()
                  if row.kind not in ONE_HOUSEHOLD + ("transit",)]
        enough = sum(1 for count in places if count >= total)
        if enough:
            text += self.say("Places enough for all: ", "Pladser nok til alle: ")
            text += dwellings(enough, self.danish)
            return text + self.say(", but the rules do not allow every member there.",
                                   ", men reglerne tillader ikke alle i følget der.")
        most = max(places, default=0)
        return text + self.say(f"The largest dwelling for several households has {most} places.",
                               f"Den største bolig for flere husstande har {most} pladser.")

    def near(self):
        count = len(self.problem.nears[self.problem.near_of[self.h]]) - 1
        others = self.say(f"{count} other household" + ("" if count == 1 else "s"),
                          "1 anden husstand" if count == 1 else f"{count} andre husstande")
        alone = dwellings(sum(1 for d in self.permanent if not self.faults(d)), self.danish)
        return self.say(
            f"It is to live near {others}, and in no section is there a lawful dwelling for each of "
            f"them. Lawful for the household by itself: {alone}.",
            f"Den skal bo nær {others}, og i ingen afdeling er der en lovlig bolig til hver af dem. "
            f"Lovlige for husstanden alene: {alone}.")

    def lawful(self):
        return [d for d in self.permanent if reasons.takes(self.problem, self.h, d)]

    def lawful_words(self):
        if self.h in self.problem.near_of:
            count = dwellings(len(self.lawful()), self.danish)
            return self.say("Lawful for the household, in sections where those near it may live "
                            f"too: {count}. ",
                            "Lovlige for husstanden, i afdelinger hvor også de, der skal bo nær "
                            f"den, kan bo: {count}. ")
        together = self.h in self.problem.party_of
        return (self.say("Lawful for the household", "Lovlige for husstanden")
                + (self.say(" with its whole party", " med hele følget") if together else "")
                + f": {dwellings(len(self.lawful()), self.danish)}. ")

    def all_lie(self):
        one = len(self.lawful()) == 1
        return self.lawful_words() + (self.say("It lies where ", "Den ligger, hvor ") if one else
                                      self.say("All of them lie where ", "Alle ligger, hvor "))

    def right(self):
        homes = self.lawful()
        closed = [next(offers.obstacles(self.problem, d), None) for d in homes]
        if not any(closed):
            return self.all_lie() + self.say(
                "the municipality's right leaves 0 in this round and no extra dwelling is agreed.",
                "kommunens anvisningsret giver 0 i denne runde, og hvor der ikke er aftalt en "
                "ekstra bolig.")
        if set(closed) == {"not_offered"}:
            return self.lawful_words() + (self.say(
                "It is not offered to the municipality in this round.",
                "Den er ikke tilbudt kommunen i denne runde.") if len(homes) == 1 else self.say(
                "None of them is offered to the municipality in this round.",
                "Ingen af dem er tilbudt kommunen i denne runde."))
        return self.lawful_words() + (self.say(
            "It cannot be had in this round", "Den kan ikke fås i denne runde")
            if len(homes) == 1 else self.say(
            "None of them can be had in this round", "Ingen af dem kan fås i denne runde")
        ) + counted(CLOSED_COUNTS, [what or "used" for what in closed], self.danish) + "."

    def cap(self):
        found = []
        for d in self.lawful():
            kinds = [row.split("/")[0] for row in reasons.cap_faults(self.problem, self.h, d)]
            found.append(min(kinds, key=[key for key, _, _ in CAP_COUNTS].index))
        return self.all_lie() + self.say(
            "a limit leaves too little for it, even if nobody else were placed",
            "en grænse giver for lidt plads, selv hvis ingen andre blev anvist"
        ) + counted(CAP_COUNTS, found, self.danish) + "."

    def competition(self):
        return self.lawful_words() + self.say(
            "It is proven that no lawful plan which gives the household a dwelling is better for "
            "all together.",
            "Det er bevist, at ingen lovlig plan, som giver husstanden en bolig, er bedre for alle "
            "tilsammen.")

    def not_proven(self):
        return self.lawful_words() + self.say(
            "The best plan that was found gives it none. The search stopped before it was proven "
            "that no plan is better.",
            "Den bedste plan, der blev fundet, giver den ingen. Søgningen stoppede, før det var "
            "bevist, at ingen plan er bedre.")


def sentence(problem, h, reason, danish):
    teller = Teller(problem, h, danish)
    return teller.rule(reason) if reason in PAIR_RULES else getattr(teller, reason)()
