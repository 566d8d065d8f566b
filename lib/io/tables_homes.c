/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/words.h"
#include "io/tables.h"

#define AT(field) offsetof(husly_household, field)

static const struct column household_columns[] = {
    {"household_id", "husstand", CELL_ID, true, AT(household_id), 0, 0, 0, "H1",
     WORDS_LATER("A pseudonym for the household; never a CPR number or a name.")},
    {"adults", "voksne", CELL_WHOLE, true, AT(adults), 0, PERSON_LIMIT, 0, "2",
     WORDS_LATER("Persons of 18 or older.")},
    {"children", "børn", CELL_WHOLE, true, AT(children), 0, PERSON_LIMIT, 0, "3",
     WORDS_LATER("Persons under 18.")},
    {"waiting_since", "venter_siden", CELL_DATE, false, AT(waiting_since), 0, 0, HUSLY_NO_DATE,
     "2016-01-15", WORDS_LATER("The day the household began to wait; empty: the round date.")},
    {"priority", "prioritet", CELL_WHOLE, false, AT(priority), 1, 9, 1, "1",
     WORDS_LATER("1 to 9; it multiplies the need, it does not precede it; empty: 1.")},
    {"max_rent", "maks_husleje", CELL_AMOUNT, false, AT(max_rent), 0, 0, HUSLY_NO_AMOUNT, "4500",
     WORDS_LATER("Kroner a month the household can pay after housing benefit, utilities included; "
                 "it wins over "
                 "net_income.")},
    {"net_income", "nettoindkomst", CELL_AMOUNT, false, AT(net_income), 0, 0, HUSLY_NO_AMOUNT,
     "13200",
     WORDS_LATER(
         "Kroner a month after tax, both adults together, all benefits in, housing benefit out.")},
    {"income", "indkomst", CELL_AMOUNT, false, AT(income), 0, 0, HUSLY_NO_AMOUNT, "180000",
     WORDS_LATER("Gross household income, kroner a year; without it housing benefit counts as 0.")},
    {"step_free", "trinfri", CELL_BOOL, false, AT(step_free), 0, 0, 0, "no",
     WORDS_LATER("Whether the household needs step-free access; empty: no.")},
    {"student", "studerende", CELL_BOOL, false, AT(student), 0, 0, 0, "no",
     WORDS_LATER("Whether it may get a youth dwelling: in education, or young with a special need; "
                 "empty: no.")},
    {"group", "gruppe", CELL_TEXT, false, AT(group), 0, 0, 0, WORDS_LATER("interpreter-3"),
     WORDS_LATER("A label the municipality chooses, such as interpreter language; never "
                 "nationality, origin or "
                 "religion.")},
    {"party", "følge", CELL_TEXT, false, AT(party), 0, 0, 0, "P1",
     WORDS_LATER("Households with the same label are placed together in one dwelling of several "
                 "households, or "
                 "not at all.")},
    {"wishes", "ønsker", CELL_IDS, false, AT(wishes), 0, 0, 0, "A1 A2",
     WORDS_LATER("Ids of areas it wishes, separated by blanks.")},
    {"avoid", "undgår", CELL_IDS, false, AT(avoid), 0, 0, 0, "A3",
     WORDS_LATER("Ids of areas it must not be placed in, separated by blanks; wins over wishes.")},
    {"arrival", "ankomst", CELL_DATE, false, AT(arrival), 0, 0, HUSLY_NO_DATE, "2016-03-01",
     WORDS_LATER("The day it moves to the municipality; empty: the round date.")},
    {"expected_persons", "forventet_antal", CELL_WHOLE, false, AT(expected_persons), 0,
     PERSON_LIMIT, HUSLY_NO_NUMBER, "5",
     WORDS_LATER("Persons after family reunification; empty: the persons of today.")},
    {"current_place", "nuværende_sted", CELL_TEXT, false, AT(current_place), 0, 0, 0,
     WORDS_LATER("hostel-2"), WORDS_LATER("Where it lives now, if temporarily housed.")},
    {"current_cost", "nuværende_udgift", CELL_AMOUNT, false, AT(current_cost), 0, 0,
     HUSLY_NO_AMOUNT, "9000",
     WORDS_LATER("Kroner a month the municipality pays for that; empty: the rule fallback_cost.")},
    {"municipality", "kommune", CELL_TEXT, false, AT(municipality), 0, 0, 0, "Nordby",
     WORDS_LATER("A fixed municipality, in regional rounds; empty: any.")},
    {"labels", "mærker", CELL_LABELS, false, AT(labels), 0, 0, 0, WORDS_LATER("agreement-1"),
     WORDS_LATER("Labels the municipality chooses, separated by blanks, such as an agreed target "
                 "group; never nationality, origin or religion.")},
    {"near", "nær", CELL_TEXT, false, AT(near), 0, 0, 0, "N1",
     WORDS_LATER("Households with the same label get dwellings of their own in one section, or "
                 "none of them gets one.")},
    {"small_children", "små_børn", CELL_WHOLE, false, AT(small_children), 0, PERSON_LIMIT, 0, "1",
     WORDS_LATER("Those of the children who are below school age; empty: 0.")},
    {"benefit_class", "ydelse", CELL_BENEFIT_CLASS, false, AT(benefit_class), 0, 0, 0, "",
     WORDS_LATER("integration (also for selvforsørgelses- og hjemrejseydelse) or assistance: the "
                 "benefit that the net income is worked out from where neither max_rent nor "
                 "net_income is given.")},
    {"current_rent", "nuværende_husleje", CELL_AMOUNT, false, AT(current_rent), 0, 0,
     HUSLY_NO_AMOUNT, "12000",
     WORDS_LATER("What its present place costs in all, kroner a month; read where current_cost is "
                 "empty.")},
    {"current_until", "nuværende_til", CELL_DATE, false, AT(current_until), 0, 0, HUSLY_NO_DATE,
     "2016-06-30", WORDS_LATER("The day it must leave its present place; empty: it may stay.")},
    {"hojskole_from", "højskole_fra", CELL_DATE, false, AT(hojskole_from), 0, 0, HUSLY_NO_DATE, "",
     WORDS_LATER("The day its stay at a højskole begins; empty: none.")},
};

#undef AT
#define AT(field) offsetof(husly_dwelling, field)

static const struct column dwelling_columns[] = {
    {"dwelling_id", "bolig", CELL_ID, true, AT(dwelling_id), 0, 0, 0, "D1",
     WORDS_LATER("The dwelling's id.")},
    {"section_id", "afdeling", CELL_ID, true, AT(section_id), 0, 0, 0, "S1",
     WORDS_LATER("The section (afdeling) it belongs to.")},
    {"rooms", "rum", CELL_WHOLE, true, AT(rooms), 1, PERSON_LIMIT, 0, "3",
     WORDS_LATER("Habitable rooms, at least 1.")},
    {"rent", "husleje", CELL_AMOUNT, true, AT(rent), 0, 0, 0, "6200",
     WORDS_LATER("Kroner a month without heating, hot water and electricity.")},
    {"area_m2", "areal", CELL_WHOLE, false, AT(area_m2), 1, COUNT_LIMIT, HUSLY_NO_NUMBER, "78",
     WORDS_LATER("Gross square metres; without them housing benefit counts as 0.")},
    {"utilities", "forbrug", CELL_AMOUNT, false, AT(utilities), 0, 0, 0, "850",
     WORDS_LATER("Heating, hot water and electricity, kroner a month on account; empty: 0.")},
    {"kind", "type", CELL_KIND, false, AT(kind), 0, 0, 0, "family",
     WORDS_LATER("family, youth, elderly, private, municipal, shared, site, minors or transit; "
                 "empty: family.")},
    {"places", "pladser", CELL_WHOLE, false, AT(places), 0, COUNT_LIMIT, HUSLY_NO_NUMBER, "4",
     WORDS_LATER(
         "Persons it can take now: required for site, minors and transit; for shared at most its "
         "rooms; "
         "elsewhere empty.")},
    {"step_free", "trinfri", CELL_BOOL, false, AT(step_free), 0, 0, 0, "no",
     WORDS_LATER("Whether access is step-free; empty: no.")},
    {"available_from", "ledig_fra", CELL_DATE, false, AT(available_from), 0, 0, HUSLY_NO_DATE,
     "2016-04-01", WORDS_LATER("The first day it can be taken; empty: the round date.")},
    {"lease_end", "lejemål_slut", CELL_DATE, false, AT(lease_end), 0, 0, HUSLY_NO_DATE,
     "2019-04-01", WORDS_LATER("The last day of the lease; empty: open.")},
    {"offered", "tilbudt", CELL_BOOL, false, AT(offered), 0, 0, 0, "yes",
     WORDS_LATER(
         "Whether it is offered to the municipality; read where the rule right_mode is offered.")},
    {"cost", "kommunal_udgift", CELL_AMOUNT, false, AT(cost), 0, 0, 0, "0",
     WORDS_LATER(
         "Kroner a month the municipality pays for each household placed in it; empty: 0.")},
    {"name", "navn", CELL_TEXT, false, AT(name), 0, 0, 0, WORDS_LATER("Birkevej 4, 1st floor"),
     WORDS_LATER("Address or label, only reported.")},
    {"deposit", "indskud", CELL_AMOUNT, false, AT(deposit), 0, 0, HUSLY_NO_AMOUNT, "21000",
     WORDS_LATER("Kroner once, only reported.")},
    {"answer_by", "svarfrist", CELL_DATE, false, AT(answer_by), 0, 0, HUSLY_NO_DATE, "2016-03-10",
     WORDS_LATER("The day by which an answer is due, only reported.")},
    {"for", "forbeholdt", CELL_LABELS, false, AT(reserved_for), 0, 0, 0, "family",
     WORDS_LATER("Whom it is reserved for, separated by blanks: single, couple, family, minors, or "
                 "labels of households; empty: nobody.")},
    {"least_persons", "mindst_personer", CELL_WHOLE, false, AT(least_persons), 0, COUNT_LIMIT,
     HUSLY_NO_NUMBER, "",
     WORDS_LATER("For shared, site and minors: so many persons are placed in it at least, or "
                 "nobody; empty: no bound.")},
    {"max_singles", "maks_enlige", CELL_WHOLE, false, AT(max_singles), 0, COUNT_LIMIT,
     HUSLY_NO_NUMBER, "",
     WORDS_LATER("For shared, site and minors: most households of one person placed in it; empty: "
                 "no bound.")},
    {"market_rent", "markedsleje", CELL_AMOUNT, false, AT(market_rent), 0, 0, HUSLY_NO_AMOUNT,
     "7000",
     WORDS_LATER("The most that may be asked for it, kroner a month; a dwelling with a higher rent "
                 "is closed; empty: no bound.")},
    {"status", "status", CELL_VACANCY, false, AT(status), 0, 0, 0, "free",
     WORDS_LATER("free, waiting (nothing is agreed with the landlord yet) or let; empty: free.")},
    {"consent", "samtykke", CELL_BOOL, false, AT(consent), 0, 0, 0, "no",
     WORDS_LATER("Whether a pair needs the decision agree, such as private lodging; empty: no.")},
    {"hearing_from", "høring_fra", CELL_DATE, false, AT(hearing_from), 0, 0, HUSLY_NO_DATE, "",
     WORDS_LATER("The day the hearing of neighbours begins, for a building used by dispensation; "
                 "empty: none.")},
    {"max_stay", "maks_ophold", CELL_WHOLE, false, AT(max_stay), 1, COUNT_LIMIT, HUSLY_NO_NUMBER,
     "", WORDS_LATER("For transit: days after which it is left; empty: no bound.")},
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
    WORDS_LATER("One line a household that waits for a dwelling."),
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
    WORDS_LATER(
        "One line a vacancy reported for this round. For shared, site, minors and transit, rent, "
        "utilities and area are those of one household's own contract."),
};
