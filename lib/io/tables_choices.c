/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/words.h"
#include "io/tables.h"

#define AT(field) offsetof(husly_score, field)

static const struct column score_columns[] = {
    {"household_id", "husstand", CELL_ID, true, AT(household_id), 0, 0, 0, "H1",
     WORDS_LATER("The household.")},
    {"dwelling_id", "bolig", CELL_ID, false, AT(dwelling_id), 0, 0, 0, "D1",
     WORDS_LATER("The dwelling; either this or the area.")},
    {"area_id", "område", CELL_ID, false, AT(area_id), 0, 0, 0, "",
     WORDS_LATER("The area; either this or the dwelling.")},
    {"score", "point", CELL_POINTS, true, AT(score), -1000000000, 1000000000, 0, "120",
     WORDS_LATER("A whole number, larger is better, at most 10^9 in size.")},
};

#undef AT
#define AT(field) offsetof(husly_decision, field)

static const struct column decision_columns[] = {
    {"household_id", "husstand", CELL_ID, true, AT(household_id), 0, 0, 0, "H1",
     WORDS_LATER("The household.")},
    {"dwelling_id", "bolig", CELL_ID, true, AT(dwelling_id), 0, 0, 0, "D1",
     WORDS_LATER("The dwelling.")},
    {"decision", "beslutning", CELL_VERDICT, true, AT(decision), 0, 0, 0, "pin",
     WORDS_LATER("pin, forbid, allow, accept, decline or agree.")},
    {"rule", "regel", CELL_PAIR_RULE, false, AT(rule), 0, 0, 0, "",
     WORDS_LATER("For allow: the rule lifted for the pair: size, rent or avoid.")},
    {"by", "af", CELL_TEXT, false, AT(by), 0, 0, 0, WORDS_LATER("officer-2"),
     WORDS_LATER("Who decided.")},
    {"reason", "begrundelse", CELL_TEXT, false, AT(reason), 0, 0, 0,
     WORDS_LATER("school next door"), WORDS_LATER("Why; required for pin, forbid and allow.")},
};

#undef AT
#define AT(field) offsetof(husly_earlier, field)

static const struct column earlier_columns[] = {
    {"household_id", "husstand", CELL_ID, true, AT(household_id), 0, 0, 0, "H1",
     WORDS_LATER("The household.")},
    {"dwelling_id", "bolig", CELL_ID, true, AT(dwelling_id), 0, 0, 0, "D1",
     WORDS_LATER("The dwelling it had in the earlier plan.")},
};

#undef AT
#define AT(field) offsetof(struct setting, field)

static const struct column rule_columns[] = {
    {"rule", "regel", CELL_TEXT, true, AT(rule), 0, 0, 0, "right", WORDS_LATER("The rule's name.")},
    {"value", "værdi", CELL_RULE_VALUE, true, AT(value), 0, 0, 0, "25", WORDS_LATER("Its value.")},
    {"source", "kilde", CELL_TEXT, false, AT(source), 0, 0, 0,
     WORDS_LATER("council decision of 3 March"),
     WORDS_LATER("Who decided it and when; required for allow_listed and group_max_persons.")},
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
    WORDS_LATER("Points for a household in a dwelling or an area, from whatever model you trust."),
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
    WORDS_LATER("What people have decided about a household and a dwelling; one line a pair."),
};

const struct table table_earlier = {
    earlier_columns,
    sizeof earlier_columns / sizeof earlier_columns[0],
    sizeof(husly_earlier),
    offsetof(husly_earlier, line),
    offsetof(struct husly_round, earlier),
    offsetof(struct husly_round, earlier_count),
    false,
    false,
    WORDS_LATER("Pairs of an earlier plan that the new one should keep; one line a household."),
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
    WORDS_LATER("The municipality's decisions; a rule that is not here has its default."),
};
