/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/words.h"
#include "io/tables.h"

#define AT(field) offsetof(husly_section, field)

static const struct column section_columns[] = {
    {"section_id", "afdeling", CELL_ID, true, AT(section_id), 0, 0, 0, "S1",
     WORDS_LATER("The section's id.")},
    {"organisation_id", "organisation", CELL_ID, false, AT(organisation_id), 0, 0, 0, "O1",
     WORDS_LATER("The housing organisation it belongs to.")},
    {"area_id", "område", CELL_ID, false, AT(area_id), 0, 0, 0, "A1",
     WORDS_LATER("The area it lies in; without one no area rule is met and no wish fulfilled.")},
    {"name", "navn", CELL_TEXT, false, AT(name), 0, 0, 0, "Birkeparken", WORDS_LATER("A label.")},
    {"right", "anvisningsandel", CELL_SHARE, false, AT(right), 0, 0, 0, "25",
     WORDS_LATER("Share of its vacancies the municipality may take, per cent or a fraction such as "
                 "1/3; empty: "
                 "the rule right.")},
    {"vacated_before", "ledige_hidtil", CELL_WHOLE, false, AT(vacated_before), 0, COUNT_LIMIT, 0,
     "12",
     WORDS_LATER(
         "Family and youth vacancies of the counting period before this round that are not in "
         "dwellings.csv again; moves within the section and exchanges are none; empty: 0.")},
    {"taken_before", "anvist_hidtil", CELL_WHOLE, false, AT(taken_before), 0, COUNT_LIMIT, 0, "3",
     WORDS_LATER("Those of them that the municipality took, for whatever citizen; empty: 0.")},
    {"reserved", "reserveret", CELL_WHOLE, false, AT(reserved), 0, COUNT_LIMIT, 0, "1",
     WORDS_LATER("Dwellings of this round's entitlement kept for other citizens; empty: 0.")},
    {"youth_vacated_before", "unge_ledige_hidtil", CELL_WHOLE, false, AT(youth_vacated_before), 0,
     COUNT_LIMIT, 0, "4",
     WORDS_LATER(
         "Youth vacancies before this round, where the rule right_kinds is apart; empty: 0.")},
    {"youth_taken_before", "unge_anvist_hidtil", CELL_WHOLE, false, AT(youth_taken_before), 0,
     COUNT_LIMIT, 0, "1", WORDS_LATER("Those of them that the municipality took; empty: 0.")},
    {"youth_reserved", "unge_reserveret", CELL_WHOLE, false, AT(youth_reserved), 0, COUNT_LIMIT, 0,
     "0", WORDS_LATER("Youth dwellings kept for other citizens; empty: 0.")},
    {"homes", "boliger_i_alt", CELL_WHOLE, false, AT(homes), 0, COUNT_LIMIT, HUSLY_NO_NUMBER, "120",
     WORDS_LATER("All homes of the section; required with max_share.")},
    {"refugee_homes", "flygtningeboliger", CELL_WHOLE, false, AT(refugee_homes), 0, COUNT_LIMIT, 0,
     "6", WORDS_LATER("Those of them with refugee households now; empty: 0.")},
    {"max_share", "maks_andel", CELL_SHARE, false, AT(max_share), 0, 0, 0, "10",
     WORDS_LATER("Largest share of homes with refugee households, per cent or a fraction.")},
    {"max_households", "maks_husstande", CELL_WHOLE, false, AT(max_households), 0, COUNT_LIMIT,
     HUSLY_NO_NUMBER, "3", WORDS_LATER("Most households placed there in this round.")},
    {"max_rent", "maks_husleje", CELL_AMOUNT, false, AT(max_rent), 0, 0, HUSLY_NO_AMOUNT, "8000",
     WORDS_LATER("Most kroner a month, utilities included; a dearer dwelling is closed; empty: no "
                 "bound.")},
    {"flexible", "fleksibel", CELL_SHARE, false, AT(flexible), 0, 0, 0, "",
     WORDS_LATER("Share of its vacancies for flexible letting, per cent or a fraction; with "
                 "flexible_for.")},
    {"flexible_taken", "fleksibel_anvist", CELL_WHOLE, false, AT(flexible_taken), 0, COUNT_LIMIT, 0,
     "", WORDS_LATER("Those of them that the municipality took; empty: 0.")},
    {"flexible_for", "fleksibel_for", CELL_LABELS, false, AT(flexible_for), 0, 0, 0, "",
     WORDS_LATER("Whom flexible letting is for: single, couple, family, minors, or labels of "
                 "households, separated by blanks.")},
    {"private_right", "privat_anvisning", CELL_SHARE, false, AT(private_right), 0, 0, 0, "",
     WORDS_LATER("Share of the owner's vacant private flats at the municipality's disposal, such "
                 "as 1/4; empty: all.")},
    {"private_vacated_before", "private_ledige_hidtil", CELL_WHOLE, false,
     AT(private_vacated_before), 0, COUNT_LIMIT, 0, "",
     WORDS_LATER("Private flats reported before this round; empty: 0.")},
};

#undef AT
#define AT(field) offsetof(husly_area, field)

static const struct column area_columns[] = {
    {"area_id", "område", CELL_ID, true, AT(area_id), 0, 0, 0, "A1", WORDS_LATER("The area's id.")},
    {"name", "navn", CELL_TEXT, false, AT(name), 0, 0, 0, WORDS_LATER("North"),
     WORDS_LATER("A label.")},
    {"municipality", "kommune", CELL_TEXT, false, AT(municipality), 0, 0, 0, "Nordby",
     WORDS_LATER("The municipality it lies in, in regional rounds.")},
    {"lon", "lon", CELL_DECIMAL, false, AT(lon), 0, 0, 0, "9",
     WORDS_LATER("Longitude in degrees; with lat.")},
    {"lat", "lat", CELL_DECIMAL, false, AT(lat), 0, 0, 0, "56",
     WORDS_LATER("Latitude in degrees; with lon.")},
    {"x", "x", CELL_DECIMAL, false, AT(x), 0, 0, 0, "",
     WORDS_LATER("Plane coordinate instead of lon and lat.")},
    {"y", "y", CELL_DECIMAL, false, AT(y), 0, 0, 0, "",
     WORDS_LATER("Plane coordinate instead of lon and lat.")},
    {"residents", "beboere", CELL_WHOLE, false, AT(residents), 0, COUNT_LIMIT, HUSLY_NO_NUMBER,
     "2400", WORDS_LATER("All residents; required with max_share.")},
    {"refugees", "flygtninge", CELL_WHOLE, false, AT(refugees), 0, COUNT_LIMIT, 0, "60",
     WORDS_LATER("Refugees among them now; empty: 0.")},
    {"listed", "udsat", CELL_BOOL, false, AT(listed), 0, 0, 0, "no",
     WORDS_LATER("Whether it is a listed area (udsat boligområde, or a forebyggelsesområde where "
                 "almenboligloven § 59(7) applies); empty: no.")},
    {"max_persons", "maks_personer", CELL_WHOLE, false, AT(max_persons), 0, COUNT_LIMIT,
     HUSLY_NO_NUMBER, "20", WORDS_LATER("Most persons placed there in this round.")},
    {"max_children", "maks_børn", CELL_WHOLE, false, AT(max_children), 0, COUNT_LIMIT,
     HUSLY_NO_NUMBER, "10", WORDS_LATER("Most children placed there in this round.")},
    {"max_share", "maks_andel", CELL_SHARE, false, AT(max_share), 0, 0, 0, "5",
     WORDS_LATER(
         "Largest share of refugees among the residents, per cent or a fraction; empty: the rule "
         "area_max_share.")},
    {"school", "skole", CELL_WHOLE, false, AT(school), 0, COUNT_LIMIT, HUSLY_NO_NUMBER, "15",
     WORDS_LATER("Free places at its school; empty: not stated.")},
    {"daycare", "dagtilbud", CELL_WHOLE, false, AT(daycare), 0, COUNT_LIMIT, HUSLY_NO_NUMBER, "6",
     WORDS_LATER("Free places in its day-care; empty: not stated.")},
};

#undef AT
#define AT(field) offsetof(husly_organisation, field)

static const struct column organisation_columns[] = {
    {"organisation_id", "organisation", CELL_ID, true, AT(organisation_id), 0, 0, 0, "O1",
     WORDS_LATER("The organisation's id.")},
    {"name", "navn", CELL_TEXT, false, AT(name), 0, 0, 0, "Nordby Almene", WORDS_LATER("A label.")},
    {"vacated_last_year", "fraflytninger_sidste_år", CELL_WHOLE, false, AT(vacated_last_year), 0,
     COUNT_LIMIT, HUSLY_NO_NUMBER, "80",
     WORDS_LATER("Move-outs last year: its share of the key; empty: worked out from homes and "
                 "moves.")},
    {"extra_dwellings", "ekstra_boliger", CELL_WHOLE, false, AT(extra_dwellings), 0, COUNT_LIMIT, 0,
     "4", WORDS_LATER("Dwellings agreed beyond the right, in total; empty: 0.")},
    {"extra_used", "ekstra_brugt", CELL_WHOLE, false, AT(extra_used), 0, COUNT_LIMIT, 0, "1",
     WORDS_LATER("Those of them used so far; empty: 0.")},
    {"right", "anvisningsandel", CELL_SHARE, false, AT(right), 0, 0, 0, "25",
     WORDS_LATER("Share of the vacancies of its sections, per cent or a fraction; empty: the rule "
                 "right.")},
    {"extra_from", "ekstra_fra", CELL_DATE, false, AT(extra_from), 0, 0, HUSLY_NO_DATE,
     "2016-01-01", WORDS_LATER("First day on which the extra dwellings count; empty: open.")},
    {"extra_until", "ekstra_til", CELL_DATE, false, AT(extra_until), 0, 0, HUSLY_NO_DATE,
     "2016-12-31", WORDS_LATER("Last day on which the extra dwellings count; empty: open.")},
    {"homes_family", "familieboliger", CELL_WHOLE, false, AT(homes_family), 0, COUNT_LIMIT,
     HUSLY_NO_NUMBER, "900", WORDS_LATER("Its family dwellings; read with moves_family.")},
    {"homes_youth", "ungdomsboliger", CELL_WHOLE, false, AT(homes_youth), 0, COUNT_LIMIT,
     HUSLY_NO_NUMBER, "120", WORDS_LATER("Its youth dwellings; read with moves_youth.")},
    {"homes_elderly", "ældreboliger", CELL_WHOLE, false, AT(homes_elderly), 0, COUNT_LIMIT,
     HUSLY_NO_NUMBER, "80", WORDS_LATER("Its elderly dwellings; read with moves_elderly.")},
    {"moves_family", "fraflytning_familie", CELL_SHARE, false, AT(moves_family), 0, 0, 0, "12",
     WORDS_LATER("Yearly move-outs from family dwellings, per cent.")},
    {"moves_youth", "fraflytning_ungdom", CELL_SHARE, false, AT(moves_youth), 0, 0, 0, "40",
     WORDS_LATER("Yearly move-outs from youth dwellings, per cent.")},
    {"moves_elderly", "fraflytning_ældre", CELL_SHARE, false, AT(moves_elderly), 0, 0, 0, "10",
     WORDS_LATER("Yearly move-outs from elderly dwellings, per cent.")},
};

#undef AT

const struct table table_sections = {
    section_columns,
    sizeof section_columns / sizeof section_columns[0],
    sizeof(husly_section),
    offsetof(husly_section, line),
    offsetof(struct husly_round, sections),
    offsetof(struct husly_round, section_count),
    false,
    false,
    WORDS_LATER("One line a section, with the count of the allocation right. Without the file "
                "every section "
                "that "
                "dwellings.csv names has the defaults."),
};

const struct table table_areas = {
    area_columns,
    sizeof area_columns / sizeof area_columns[0],
    sizeof(husly_area),
    offsetof(husly_area, line),
    offsetof(struct husly_round, areas),
    offsetof(struct husly_round, area_count),
    false,
    true,
    WORDS_LATER("One line an area. Columns named access_… may hold minutes to a service, columns "
                "named points_… whole numbers."),
};

const struct table table_organisations = {
    organisation_columns,
    sizeof organisation_columns / sizeof organisation_columns[0],
    sizeof(husly_organisation),
    offsetof(husly_organisation, line),
    offsetof(struct husly_round, organisations),
    offsetof(struct husly_round, organisation_count),
    false,
    false,
    WORDS_LATER("One line a housing organisation, with dwellings agreed beyond the right."),
};
