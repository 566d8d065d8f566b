/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/tables.h"

#define AT(field) offsetof(husly_household, field)

static const struct column household_columns[] = {
    {"household_id", "husstand", CELL_ID, true, AT(household_id), 0, 0, 0, "H1",
     "A pseudonym for the household; never a CPR number or a name.",
     "Et pseudonym for husstanden; aldrig et CPR-nummer eller et navn."},
    {"adults", "voksne", CELL_WHOLE, true, AT(adults), 0, PERSON_LIMIT, 0, "2",
     "Persons of 18 or older.", "Personer på 18 år eller ældre."},
    {"children", "børn", CELL_WHOLE, true, AT(children), 0, PERSON_LIMIT, 0, "3",
     "Persons under 18.", "Personer under 18 år."},
    {"waiting_since", "venter_siden", CELL_DATE, false, AT(waiting_since), 0, 0, HUSLY_NO_DATE,
     "2016-01-15", "The day the household began to wait; empty: the round date.",
     "Dagen, hvor husstanden begyndte at vente; tom: rundens dato."},
    {"priority", "prioritet", CELL_WHOLE, false, AT(priority), 1, 9, 1, "1",
     "1 to 9; it multiplies the need, it does not precede it; empty: 1.",
     "1 til 9; den ganger behovet, den går ikke forud for det; tom: 1."},
    {"max_rent", "maks_husleje", CELL_AMOUNT, false, AT(max_rent), 0, 0, HUSLY_NO_AMOUNT, "4500",
     "Kroner a month the household can pay after housing benefit, utilities included; it wins over "
     "net_income.",
     "Kroner om måneden, som husstanden kan betale efter boligstøtte, inklusive forbrug; den går "
     "forud for nettoindkomst."},
    {"net_income", "nettoindkomst", CELL_AMOUNT, false, AT(net_income), 0, 0, HUSLY_NO_AMOUNT,
     "13200",
     "Kroner a month after tax, both adults together, all benefits in, housing benefit out.",
     "Kroner om måneden efter skat, begge voksne tilsammen, med alle ydelser, uden boligstøtte."},
    {"income", "indkomst", CELL_AMOUNT, false, AT(income), 0, 0, HUSLY_NO_AMOUNT, "180000",
     "Gross household income, kroner a year; without it housing benefit counts as 0.",
     "Husstandens bruttoindkomst, kroner om året; uden den regnes boligstøtten som 0."},
    {"step_free", "trinfri", CELL_BOOL, false, AT(step_free), 0, 0, 0, "no",
     "Whether the household needs step-free access; empty: no.",
     "Om husstanden har brug for trinfri adgang; tom: nej."},
    {"student", "studerende", CELL_BOOL, false, AT(student), 0, 0, 0, "no",
     "Whether it may get a youth dwelling: in education, or young with a special need; empty: no.",
     "Om den kan få en ungdomsbolig: under uddannelse eller ung med et særligt behov; tom: nej."},
    {"group", "gruppe", CELL_TEXT, false, AT(group), 0, 0, 0, "interpreter-3",
     "A label the municipality chooses, such as interpreter language; never nationality, origin or "
     "religion.",
     "En etiket, som kommunen vælger, for eksempel tolkesprog; aldrig nationalitet, oprindelse "
     "eller religion."},
    {"party", "følge", CELL_TEXT, false, AT(party), 0, 0, 0, "P1",
     "Households with the same label are placed together in one dwelling of several households, or "
     "not at all.",
     "Husstande med samme etiket placeres sammen i én bolig for flere husstande eller slet ikke."},
    {"wishes", "ønsker", CELL_IDS, false, AT(wishes), 0, 0, 0, "A1 A2",
     "Ids of areas it wishes, separated by blanks.",
     "Id'er på områder, den ønsker, adskilt af blanktegn."},
    {"avoid", "undgår", CELL_IDS, false, AT(avoid), 0, 0, 0, "A3",
     "Ids of areas it must not be placed in, separated by blanks; wins over wishes.",
     "Id'er på områder, den ikke må placeres i, adskilt af blanktegn; går forud for ønsker."},
    {"arrival", "ankomst", CELL_DATE, false, AT(arrival), 0, 0, HUSLY_NO_DATE, "2016-03-01",
     "The day it moves to the municipality; empty: the round date.",
     "Dagen, hvor den flytter til kommunen; tom: rundens dato."},
    {"expected_persons", "forventet_antal", CELL_WHOLE, false, AT(expected_persons), 0,
     PERSON_LIMIT, HUSLY_NO_NUMBER, "5",
     "Persons after family reunification; empty: the persons of today.",
     "Personer efter familiesammenføring; tom: antallet i dag."},
    {"current_place", "nuværende_sted", CELL_TEXT, false, AT(current_place), 0, 0, 0, "hostel-2",
     "Where it lives now, if temporarily housed.",
     "Hvor den bor nu, hvis den er midlertidigt indkvarteret."},
    {"current_cost", "nuværende_udgift", CELL_AMOUNT, false, AT(current_cost), 0, 0,
     HUSLY_NO_AMOUNT, "9000",
     "Kroner a month the municipality pays for that; empty: the rule fallback_cost.",
     "Kroner om måneden, som kommunen betaler for det; tom: reglen udgift_uden_plads."},
    {"municipality", "kommune", CELL_TEXT, false, AT(municipality), 0, 0, 0, "Nordby",
     "A fixed municipality, in regional rounds; empty: any.",
     "En fast kommune i regionale runder; tom: enhver."},
};

#undef AT
#define AT(field) offsetof(husly_dwelling, field)

static const struct column dwelling_columns[] = {
    {"dwelling_id", "bolig", CELL_ID, true, AT(dwelling_id), 0, 0, 0, "D1", "The dwelling's id.",
     "Boligens id."},
    {"section_id", "afdeling", CELL_ID, true, AT(section_id), 0, 0, 0, "S1",
     "The section (afdeling) it belongs to.", "Afdelingen, den hører til."},
    {"rooms", "rum", CELL_WHOLE, true, AT(rooms), 1, PERSON_LIMIT, 0, "3",
     "Habitable rooms, at least 1.", "Beboelsesrum, mindst 1."},
    {"rent", "husleje", CELL_AMOUNT, true, AT(rent), 0, 0, 0, "6200",
     "Kroner a month without heating, hot water and electricity.",
     "Kroner om måneden uden varme, varmt vand og el."},
    {"area_m2", "areal", CELL_WHOLE, false, AT(area_m2), 1, COUNT_LIMIT, HUSLY_NO_NUMBER, "78",
     "Gross square metres; without them housing benefit counts as 0.",
     "Bruttokvadratmeter; uden dem regnes boligstøtten som 0."},
    {"utilities", "forbrug", CELL_AMOUNT, false, AT(utilities), 0, 0, 0, "850",
     "Heating, hot water and electricity, kroner a month on account; empty: 0.",
     "Varme, varmt vand og el, kroner om måneden a conto; tom: 0."},
    {"kind", "type", CELL_KIND, false, AT(kind), 0, 0, 0, "family",
     "family, youth, elderly, private, municipal, shared, site, minors or transit; empty: family.",
     "familie, ungdom, ældre, privat, kommunal, delt, fælles, unge eller midlertidig; tom: "
     "familie."},
    {"places", "pladser", CELL_WHOLE, false, AT(places), 0, COUNT_LIMIT, HUSLY_NO_NUMBER, "4",
     "Persons it can take now: required for site, minors and transit; for shared at most its "
     "rooms; "
     "elsewhere empty.",
     "Personer, den kan tage nu: kræves for fælles, unge og midlertidig; for delt højst antallet "
     "af rum; ellers tom."},
    {"step_free", "trinfri", CELL_BOOL, false, AT(step_free), 0, 0, 0, "no",
     "Whether access is step-free; empty: no.", "Om der er trinfri adgang; tom: nej."},
    {"available_from", "ledig_fra", CELL_DATE, false, AT(available_from), 0, 0, HUSLY_NO_DATE,
     "2016-04-01", "The first day it can be taken; empty: the round date.",
     "Første dag, den kan overtages; tom: rundens dato."},
    {"lease_end", "lejemål_slut", CELL_DATE, false, AT(lease_end), 0, 0, HUSLY_NO_DATE,
     "2019-04-01", "The last day of the lease; empty: open.",
     "Lejemålets sidste dag; tom: ubegrænset."},
    {"offered", "tilbudt", CELL_BOOL, false, AT(offered), 0, 0, 0, "yes",
     "Whether it is offered to the municipality; read where the rule right_mode is offered.",
     "Om den er tilbudt kommunen; læses, hvor reglen anvisningsform er tilbudt."},
    {"cost", "kommunal_udgift", CELL_AMOUNT, false, AT(cost), 0, 0, 0, "0",
     "Kroner a month the municipality pays for each household placed in it; empty: 0.",
     "Kroner om måneden, som kommunen betaler for hver husstand, der placeres i den; tom: 0."},
    {"name", "navn", CELL_TEXT, false, AT(name), 0, 0, 0, "Birkevej 4, 1st floor",
     "Address or label, only reported.", "Adresse eller etiket, kun til udskrift."},
    {"deposit", "indskud", CELL_AMOUNT, false, AT(deposit), 0, 0, HUSLY_NO_AMOUNT, "21000",
     "Kroner once, only reported.", "Kroner én gang, kun til udskrift."},
    {"answer_by", "svarfrist", CELL_DATE, false, AT(answer_by), 0, 0, HUSLY_NO_DATE, "2016-03-10",
     "The day by which an answer is due, only reported.",
     "Dagen, hvor der senest skal svares, kun til udskrift."},
};

#undef AT

const struct table table_households = {
    household_columns,
    sizeof household_columns / sizeof household_columns[0],
    sizeof(husly_household),
    offsetof(husly_household, line),
    offsetof(struct husly_round, households),
    offsetof(struct husly_round, household_count),
    true,
    false,
    "One line a household that waits for a dwelling.",
    "Én linje pr. husstand, der venter på en bolig.",
};

const struct table table_dwellings = {
    dwelling_columns,
    sizeof dwelling_columns / sizeof dwelling_columns[0],
    sizeof(husly_dwelling),
    offsetof(husly_dwelling, line),
    offsetof(struct husly_round, dwellings),
    offsetof(struct husly_round, dwelling_count),
    true,
    false,
    "One line a vacancy reported for this round. For shared, site, minors and transit, rent, "
    "utilities and area are those of one household's own contract.",
    "Én linje pr. ledig bolig, der er meldt til runden. For delt, fælles, unge og midlertidig er "
    "husleje, forbrug og areal dem i den enkelte husstands egen kontrakt.",
};
