/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/tables.h"

#define AT(field) offsetof(husly_section, field)

static const struct column section_columns[] = {
    {"section_id", "afdeling", CELL_ID, true, AT(section_id), 0, 0, 0, "S1", "The section's id.",
     "Afdelingens id."},
    {"organisation_id", "organisation", CELL_ID, false, AT(organisation_id), 0, 0, 0, "O1",
     "The housing organisation it belongs to.", "Boligorganisationen, den hører til."},
    {"area_id", "område", CELL_ID, false, AT(area_id), 0, 0, 0, "A1",
     "The area it lies in; without one no area rule is met and no wish fulfilled.",
     "Området, den ligger i; uden det gælder ingen områderegel, og intet ønske opfyldes."},
    {"name", "navn", CELL_TEXT, false, AT(name), 0, 0, 0, "Birkeparken", "A label.", "En etiket."},
    {"right", "anvisningsandel", CELL_SHARE, false, AT(right), 0, 0, 0, "25",
     "Share of its vacancies the municipality may take, per cent or a fraction such as 1/3; empty: "
     "the rule right.",
     "Andel af de ledige boliger, som kommunen kan anvise til, procent eller en brøk som 1/3; tom: "
     "reglen anvisningsandel."},
    {"vacated_before", "ledige_hidtil", CELL_WHOLE, false, AT(vacated_before), 0, COUNT_LIMIT, 0,
     "12",
     "Family and youth vacancies of the counting period before this round that are not in "
     "dwellings.csv again; moves within the section and exchanges are none; empty: 0.",
     "Ledige familie- og ungdomsboliger i tælleperioden før denne runde, som ikke står i "
     "boliger.csv "
     "igen; interne flytninger og bytter tæller ikke; tom: 0."},
    {"taken_before", "anvist_hidtil", CELL_WHOLE, false, AT(taken_before), 0, COUNT_LIMIT, 0, "3",
     "Those of them that the municipality took, for whatever citizen; empty: 0.",
     "Dem af dem, som kommunen har anvist til, uanset hvilken borger; tom: 0."},
    {"reserved", "reserveret", CELL_WHOLE, false, AT(reserved), 0, COUNT_LIMIT, 0, "1",
     "Dwellings of this round's entitlement kept for other citizens; empty: 0.",
     "Boliger af rundens andel, der er forbeholdt andre borgere; tom: 0."},
    {"youth_vacated_before", "unge_ledige_hidtil", CELL_WHOLE, false, AT(youth_vacated_before), 0,
     COUNT_LIMIT, 0, "4",
     "Youth vacancies before this round, where the rule right_kinds is apart; empty: 0.",
     "Ledige ungdomsboliger før runden, hvor reglen anvisning_typer er hver_for_sig; tom: 0."},
    {"youth_taken_before", "unge_anvist_hidtil", CELL_WHOLE, false, AT(youth_taken_before), 0,
     COUNT_LIMIT, 0, "1", "Those of them that the municipality took; empty: 0.",
     "Dem af dem, som kommunen har anvist til; tom: 0."},
    {"youth_reserved", "unge_reserveret", CELL_WHOLE, false, AT(youth_reserved), 0, COUNT_LIMIT, 0,
     "0", "Youth dwellings kept for other citizens; empty: 0.",
     "Ungdomsboliger, der er forbeholdt andre borgere; tom: 0."},
    {"homes", "boliger_i_alt", CELL_WHOLE, false, AT(homes), 0, COUNT_LIMIT, HUSLY_NO_NUMBER, "120",
     "All homes of the section; required with max_share.",
     "Alle boliger i afdelingen; kræves sammen med maks_andel."},
    {"refugee_homes", "flygtningeboliger", CELL_WHOLE, false, AT(refugee_homes), 0, COUNT_LIMIT, 0,
     "6", "Those of them with refugee households now; empty: 0.",
     "Dem af dem, hvor der bor flygtninge nu; tom: 0."},
    {"max_share", "maks_andel", CELL_SHARE, false, AT(max_share), 0, 0, 0, "10",
     "Largest share of homes with refugee households, per cent or a fraction.",
     "Største andel af boliger med flygtninge, procent eller en brøk."},
    {"max_households", "maks_husstande", CELL_WHOLE, false, AT(max_households), 0, COUNT_LIMIT,
     HUSLY_NO_NUMBER, "3", "Most households placed there in this round.",
     "Højeste antal husstande, der placeres der i denne runde."},
};

#undef AT
#define AT(field) offsetof(husly_area, field)

static const struct column area_columns[] = {
    {"area_id", "område", CELL_ID, true, AT(area_id), 0, 0, 0, "A1", "The area's id.",
     "Områdets id."},
    {"name", "navn", CELL_TEXT, false, AT(name), 0, 0, 0, "North", "A label.", "En etiket."},
    {"municipality", "kommune", CELL_TEXT, false, AT(municipality), 0, 0, 0, "Nordby",
     "The municipality it lies in, in regional rounds.",
     "Kommunen, det ligger i, i regionale runder."},
    {"lon", "lon", CELL_DECIMAL, false, AT(lon), 0, 0, 0, "9", "Longitude in degrees; with lat.",
     "Længdegrad; sammen med lat."},
    {"lat", "lat", CELL_DECIMAL, false, AT(lat), 0, 0, 0, "56", "Latitude in degrees; with lon.",
     "Breddegrad; sammen med lon."},
    {"x", "x", CELL_DECIMAL, false, AT(x), 0, 0, 0, "", "Plane coordinate instead of lon and lat.",
     "Plan koordinat i stedet for lon og lat."},
    {"y", "y", CELL_DECIMAL, false, AT(y), 0, 0, 0, "", "Plane coordinate instead of lon and lat.",
     "Plan koordinat i stedet for lon og lat."},
    {"residents", "beboere", CELL_WHOLE, false, AT(residents), 0, COUNT_LIMIT, HUSLY_NO_NUMBER,
     "2400", "All residents; required with max_share.",
     "Alle beboere; kræves sammen med maks_andel."},
    {"refugees", "flygtninge", CELL_WHOLE, false, AT(refugees), 0, COUNT_LIMIT, 0, "60",
     "Refugees among them now; empty: 0.", "Flygtninge blandt dem nu; tom: 0."},
    {"listed", "udsat", CELL_BOOL, false, AT(listed), 0, 0, 0, "no",
     "Whether it is a listed area (udsat boligområde, or a forebyggelsesområde where "
     "almenboligloven § 59(7) applies); empty: no.",
     "Om det er et udsat boligområde, eller et forebyggelsesområde, hvor almenboligloven § 59, "
     "stk. "
     "7, gælder; tom: nej."},
    {"max_persons", "maks_personer", CELL_WHOLE, false, AT(max_persons), 0, COUNT_LIMIT,
     HUSLY_NO_NUMBER, "20", "Most persons placed there in this round.",
     "Højeste antal personer, der placeres der i denne runde."},
    {"max_children", "maks_børn", CELL_WHOLE, false, AT(max_children), 0, COUNT_LIMIT,
     HUSLY_NO_NUMBER, "10", "Most children placed there in this round.",
     "Højeste antal børn, der placeres der i denne runde."},
    {"max_share", "maks_andel", CELL_SHARE, false, AT(max_share), 0, 0, 0, "5",
     "Largest share of refugees among the residents, per cent or a fraction; empty: the rule "
     "area_max_share.",
     "Største andel af flygtninge blandt beboerne, procent eller en brøk; tom: reglen "
     "område_maks_andel."},
};

#undef AT
#define AT(field) offsetof(husly_organisation, field)

static const struct column organisation_columns[] = {
    {"organisation_id", "organisation", CELL_ID, true, AT(organisation_id), 0, 0, 0, "O1",
     "The organisation's id.", "Organisationens id."},
    {"name", "navn", CELL_TEXT, false, AT(name), 0, 0, 0, "Nordby Almene", "A label.",
     "En etiket."},
    {"vacated_last_year", "fraflytninger_sidste_år", CELL_WHOLE, false, AT(vacated_last_year), 0,
     COUNT_LIMIT, HUSLY_NO_NUMBER, "80", "Vacancies last year, only reported.",
     "Fraflytninger sidste år, kun til udskrift."},
    {"extra_dwellings", "ekstra_boliger", CELL_WHOLE, false, AT(extra_dwellings), 0, COUNT_LIMIT, 0,
     "4", "Dwellings agreed beyond the right, in total; empty: 0.",
     "Boliger aftalt ud over anvisningsretten, i alt; tom: 0."},
    {"extra_used", "ekstra_brugt", CELL_WHOLE, false, AT(extra_used), 0, COUNT_LIMIT, 0, "1",
     "Those of them used so far; empty: 0.", "Dem af dem, der er brugt indtil nu; tom: 0."},
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
    "One line a section, with the count of the allocation right. Without the file every section "
    "that "
    "dwellings.csv names has the defaults.",
    "Én linje pr. afdeling med optællingen af anvisningsretten. Uden filen har enhver afdeling, "
    "som "
    "boliger.csv nævner, standardværdierne.",
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
    "One line an area. Columns named access_… may hold minutes to a service.",
    "Én linje pr. område. Kolonner med navnet adgang_… kan indeholde minutter til en service.",
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
    "One line a housing organisation, with dwellings agreed beyond the right.",
    "Én linje pr. boligorganisation med boliger aftalt ud over anvisningsretten.",
};
