/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds built by hand: what is wrong between rows is told when the round is finished. */
#include "support/handmade.h"

/* What is wrong between rows: told when the round is finished, which it then is not. */
#define UNFINISHED(source, field, words)                                                           \
    do {                                                                                           \
        husly_error error = {.language = HUSLY_ENGLISH};                                           \
        int told[2] = {0, 0};                                                                      \
        const husly_status status = husly_round_finish(round, handmade_count, told, &error);       \
        handmade_refused(status, &error, source, field, words);                                    \
        CHECK_NUMBER(told[HUSLY_MISTAKE], 1);                                                      \
        husly_problem *problem = NULL;                                                             \
        CHECK_NUMBER(husly_problem_new(&problem, round, NULL, NULL), HUSLY_E_ARGUMENT);            \
        CHECK(problem == NULL);                                                                    \
    } while (0)

/* Adds a row to a good round, which can then not be finished. */
#define CLASH(noun, id, change, source, field, words)                                              \
    do {                                                                                           \
        husly_round *round = handmade_pair();                                                      \
        husly_##noun row = handmade_##noun(id);                                                    \
        change;                                                                                    \
        CHECK_NUMBER(husly_round_add_##noun(round, &row, NULL), HUSLY_OK);                         \
        UNFINISHED(source, field, words);                                                          \
        UNFINISHED(source, field, words); /* and is as it was */                                   \
        husly_round_free(round);                                                                   \
    } while (0)

static void test_clashes(void)
{
    CLASH(household, "H1", (void)0, "households.csv", "household_id", "H1 is row 1 already");
    CLASH(household, "H3", row.wishes = "A7", "households.csv", "wishes",
          "H3: A7 is not in areas.csv; the nearest is A1");
    CLASH(household, "H3", row.avoid = "A1 A7", "households.csv", "avoid", "A7 is not in");
    CLASH(dwelling, "D2", (void)0, "dwellings.csv", "dwelling_id", "D2 is row 2 already");
    CLASH(dwelling, "D3", row.section_id = "S2", "dwellings.csv", "section_id",
          "D3: S2 is not in sections.csv; the nearest is S1");
    CLASH(section, "S1", (void)0, "sections.csv", "section_id", "S1 is row 1 already");
    CLASH(section, "S2", row.area_id = "A2", "sections.csv", "area_id", "S2: A2 is not in");
    CLASH(area, "A1", (void)0, "areas.csv", "area_id", "A1 is row 1 already");
    CLASH(score, "D7", (void)0, "scores.csv", "dwelling_id", "H1/D7: D7 is not in");
    CLASH(score, NULL, row.area_id = "A7", "scores.csv", "area_id", "H1/A7: A7 is not in");
    CLASH(score, "D1", row.household_id = "H7", "scores.csv", "household_id", "H7 is not in");
    CLASH(decision, "D7", (void)0, "decisions.csv", "dwelling_id", "H1/D7: D7 is not in");
    CLASH(decision, "D1", row.household_id = "H7", "decisions.csv", "household_id", "H7 is not in");
    CLASH(decision, "D1", row.decision = HUSLY_PIN;
          row.household_id = "H7", "decisions.csv", "household_id", "H7 is not in");
}

/* Measures of areas that are not there, numbers given twice, and weights of what nobody measures.
 */
static void test_measures(void)
{
    CLASH(earlier, "D7", (void)0, "earlier.csv", "dwelling_id", "H1/D7: D7 is not in");
    CLASH(earlier, "D1", row.household_id = "H7", "earlier.csv", "household_id", "H7 is not in");
    CLASH(measure, "access_bus", row.area_id = "A7", "areas.csv", "access_bus", "A7 is not in");
    CLASH(measure_weight, "access_bus", (void)0, "rules.csv", "weight_access_bus",
          "areas.csv has no column that this rule weighs");

    husly_round *round = handmade_pair();
    const husly_measure twice = handmade_measure("Access_skole");
    const husly_measure_weight weight = handmade_measure_weight("access_SCHOOL");
    husly_error twin = {.language = HUSLY_ENGLISH};
    husly_round_add_measure_weight(round, &weight, NULL);
    CHECK_NUMBER(husly_round_add_measure_weight(round, &weight, &twin), HUSLY_E_INPUT);
    CHECK_TEXT(twin.text, "access_school: the measure has a weight already; give it once");
    husly_round_add_measure(round, &twice, NULL);
    husly_round_add_measure(round, &twice, NULL);
    UNFINISHED("areas.csv", "access_school", "A1 has this number already");
    husly_round_free(round);

    round = handmade_pair();
    const husly_earlier earlier = handmade_earlier("D1");
    husly_round_add_earlier(round, &earlier, NULL);
    husly_round_add_earlier(round, &earlier, NULL);
    UNFINISHED("earlier.csv", "household_id", "H1 has an earlier dwelling in row 1 already");
    husly_round_free(round);
}

static void test_twice(void)
{
    husly_round *round = handmade_pair();
    husly_score score = handmade_score("D1");
    husly_round_add_score(round, &score, NULL);
    husly_round_add_score(round, &score, NULL);
    UNFINISHED("scores.csv", "dwelling_id", "H1 has a score for D1 in row 1 already");
    husly_round_free(round);

    round = handmade_pair();
    husly_decision decision = handmade_decision("D1");
    husly_round_add_decision(round, &decision, NULL);
    husly_round_add_decision(round, &decision, NULL);
    UNFINISHED("decisions.csv", "decision", "row 1 decides on H1 and D1 already");
    husly_round_free(round);

    round = handmade_pair();
    decision.decision = HUSLY_PIN;
    husly_round_add_decision(round, &decision, NULL);
    decision.dwelling_id = "D2";
    husly_round_add_decision(round, &decision, NULL);
    UNFINISHED("decisions.csv", "decision", "H1 has a pin in row 1 already");
    husly_round_free(round);
}

/* The pin is judged by the law, after everything else is right. */
static void test_pin(void)
{
    husly_round *round = handmade_round();
    husly_household poor = handmade_household("H1");
    poor.max_rent = 100;
    husly_dwelling dear = handmade_dwelling("D1");
    husly_decision pin = handmade_decision("D1");
    pin.decision = HUSLY_PIN;
    husly_round_add_household(round, &poor, NULL);
    husly_round_add_dwelling(round, &dear, NULL);
    husly_round_add_decision(round, &pin, NULL);
    UNFINISHED("decisions.csv", "decision", "D1");
    husly_round_free(round);
}

static void test_sources(void)
{
    husly_policy policy = handmade_policy();
    policy.allow_listed = true;
    husly_round *round = NULL;
    CHECK_NUMBER(husly_round_new(&round, &policy, NULL), HUSLY_OK);
    UNFINISHED("rules.csv", "allow_listed", "needs a text that says who decided it");
    husly_error error = {0};
    CHECK_NUMBER(husly_round_add_source(round, "allow_listet", "x", &error), HUSLY_E_INPUT);
    CHECK(strstr(error.text, "the nearest is allow_listed") != NULL);
    husly_error_clear(&error);
    CHECK_NUMBER(husly_round_add_source(round, "allow_listed", "by 120390-1234", &error),
                 HUSLY_E_INPUT);
    CHECK_TEXT(error.field, "allow_listed");
    CHECK_NUMBER(husly_round_add_source(round, "tillad_udsat", "the council, 3 March", NULL),
                 HUSLY_OK);
    CHECK_NUMBER(husly_round_add_source(round, "right", "law", NULL), HUSLY_OK);
    CHECK_NUMBER(husly_round_finish(round, NULL, NULL, NULL), HUSLY_OK);
    CHECK(husly_round_policy(round)->allow_listed);
    husly_round_free(round);
}

int main(void)
{
    test_clashes();
    test_twice();
    test_measures();
    test_pin();
    test_sources();
    return check_result();
}
