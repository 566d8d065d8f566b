/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/tables.h"

#define AT(field) offsetof(husly_score, field)

static const struct column score_columns[] = {
    {"household_id", "husstand", CELL_ID, true, AT(household_id), 0, 0, 0, "H1", "The household.",
     "Husstanden."},
    {"dwelling_id", "bolig", CELL_ID, false, AT(dwelling_id), 0, 0, 0, "D1",
     "The dwelling; either this or the area.", "Boligen; enten den eller området."},
    {"area_id", "område", CELL_ID, false, AT(area_id), 0, 0, 0, "",
     "The area; either this or the dwelling.", "Området; enten det eller boligen."},
    {"score", "point", CELL_POINTS, true, AT(score), -1000000000, 1000000000, 0, "120",
     "A whole number, larger is better, at most 10^9 in size.",
     "Et helt tal, større er bedre, højst 10^9 i størrelse."},
};

#undef AT
#define AT(field) offsetof(husly_decision, field)

static const struct column decision_columns[] = {
    {"household_id", "husstand", CELL_ID, true, AT(household_id), 0, 0, 0, "H1", "The household.",
     "Husstanden."},
    {"dwelling_id", "bolig", CELL_ID, true, AT(dwelling_id), 0, 0, 0, "D1", "The dwelling.",
     "Boligen."},
    {"decision", "beslutning", CELL_VERDICT, true, AT(decision), 0, 0, 0, "pin",
     "pin, forbid, allow, accept or decline.", "fastlås, forbyd, tillad, accept eller afslag."},
    {"rule", "regel", CELL_PAIR_RULE, false, AT(rule), 0, 0, 0, "",
     "For allow: the rule lifted for the pair: size, rent or avoid.",
     "For tillad: reglen, der fraviges for parret: størrelse, husleje eller undgår."},
    {"by", "af", CELL_TEXT, false, AT(by), 0, 0, 0, "officer-2", "Who decided.",
     "Hvem der har besluttet."},
    {"reason", "begrundelse", CELL_TEXT, false, AT(reason), 0, 0, 0, "school next door",
     "Why; required for pin, forbid and allow.", "Hvorfor; kræves for fastlås, forbyd og tillad."},
};

#undef AT
#define AT(field) offsetof(struct setting, field)

static const struct column rule_columns[] = {
    {"rule", "regel", CELL_TEXT, true, AT(rule), 0, 0, 0, "right", "The rule's name.",
     "Reglens navn."},
    {"value", "værdi", CELL_RULE_VALUE, true, AT(value), 0, 0, 0, "25", "Its value.",
     "Dens værdi."},
    {"source", "kilde", CELL_TEXT, false, AT(source), 0, 0, 0, "council decision of 3 March",
     "Who decided it and when; required for allow_listed and group_max_persons.",
     "Hvem der har besluttet det og hvornår; kræves for tillad_udsat og gruppe_maks_personer."},
};

#undef AT

const struct table table_scores = {
    score_columns,
    sizeof score_columns / sizeof score_columns[0],
    sizeof(husly_score),
    offsetof(husly_score, line),
    offsetof(struct husly_round, scores),
    offsetof(struct husly_round, score_count),
    false,
    false,
    "Points for a household in a dwelling or an area, from whatever model you trust.",
    "Point for en husstand i en bolig eller et område, fra den model, man har tillid til.",
};

const struct table table_decisions = {
    decision_columns,
    sizeof decision_columns / sizeof decision_columns[0],
    sizeof(husly_decision),
    offsetof(husly_decision, line),
    offsetof(struct husly_round, decisions),
    offsetof(struct husly_round, decision_count),
    false,
    false,
    "What people have decided about a household and a dwelling; one line a pair.",
    "Hvad mennesker har besluttet om en husstand og en bolig; én linje pr. par.",
};

const struct table table_rules = {
    rule_columns,
    sizeof rule_columns / sizeof rule_columns[0],
    sizeof(struct setting),
    offsetof(struct setting, line),
    offsetof(struct husly_round, settings),
    offsetof(struct husly_round, setting_count),
    false,
    false,
    "The municipality's decisions; a rule that is not here has its default.",
    "Kommunens beslutninger; en regel, der ikke står her, har sin standardværdi.",
};
