/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of an explanation, whatever search filled it: prices of every shape, searches that
 * were stopped, plans that nobody proved. */
#include <husly/build.h>

#include "base/text.h"
#include "model/explanation.h"
#include "support/resolved.h"
#include "support/rows.h"

enum { HOUSEHOLDS = 3, DWELLINGS = 4 };

struct hamlet {
    husly_household households[HOUSEHOLDS];
    husly_dwelling dwellings[DWELLINGS];
    husly_section section;
    husly_area area;
    husly_round round;
    int placed[HOUSEHOLDS], temporary[HOUSEHOLDS];
    husly_option options[DWELLINGS];
    husly_explanation explanation;
};

/* H1 has D1 of the four dwellings, H2 has D2, H3 nothing. */
static void hamlet_fill(struct hamlet *hamlet)
{
    *hamlet = (struct hamlet){.households = {row_household("H1", 1, 2), row_household("H2", 1, 2),
                                             row_household("H3", 1, 2)},
                              .dwellings = {row_dwelling("D1", "S1", HUSLY_KIND_FAMILY),
                                            row_dwelling("D2", "S1", HUSLY_KIND_FAMILY),
                                            row_dwelling("D3", "S1", HUSLY_KIND_PRIVATE),
                                            row_dwelling("Ø44", "S1", HUSLY_KIND_PRIVATE)},
                              .section = row_section("S1", "A1", NULL),
                              .area = row_area("A1"),
                              .placed = {0, 1, NONE},
                              .temporary = {NONE, NONE, NONE}};
    hamlet->round = (husly_round){.households = hamlet->households,
                                  .dwellings = hamlet->dwellings,
                                  .sections = &hamlet->section,
                                  .areas = &hamlet->area,
                                  .household_count = HOUSEHOLDS,
                                  .dwelling_count = DWELLINGS,
                                  .section_count = 1,
                                  .area_count = 1,
                                  .policy = row_policy()};
    hamlet->explanation = (husly_explanation){.household_id = "H1",
                                              .household = 0,
                                              .dwelling = NONE,
                                              .placed = hamlet->placed,
                                              .temporary = hamlet->temporary,
                                              .options = hamlet->options};
    hamlet->explanation.stages[0] =
        (husly_stage_result){.stage = HUSLY_STAGE_NEED, .value = 5, .bound = 5, .proven = true};
    hamlet->explanation.stage_count = 1;
}

static husly_option *add_option(struct hamlet *hamlet, const char *dwelling,
                                husly_standing standing)
{
    husly_option *option = &hamlet->options[hamlet->explanation.option_count++];
    *option = (husly_option){.household_id = "H1",
                             .dwelling_id = dwelling,
                             .standing = standing,
                             .fewest = standing == HUSLY_POSSIBLE};
    return option;
}

static husly_option *add_possible(struct hamlet *hamlet, const char *dwelling, husly_price need,
                                  husly_price fit)
{
    husly_option *option = add_option(hamlet, dwelling, HUSLY_POSSIBLE);
    option->prices[0] = need;
    option->prices[0].stage = HUSLY_STAGE_NEED;
    option->prices[1] = fit;
    option->prices[1].stage = HUSLY_STAGE_FIT;
    option->price_count = 2;
    return option;
}

static bool note_line(const char *line, void *user)
{
    text_add_string(user, line);
    text_add_string(user, "\n");
    return true;
}

/* The whole answer, in either form. */
static void say_all(struct hamlet *hamlet, husly_language language, bool json, struct text *out)
{
    husly_problem *problem = resolved(&hamlet->round);
    husly_error error = {0};
    *out = (struct text){0};
    CHECK((json ? husly_explanation_json : husly_explanation_describe)(
              &hamlet->explanation, problem, language, note_line, out, &error) == HUSLY_OK);
    husly_problem_free(problem);
}

static void expect(struct hamlet *hamlet, husly_language language, const char *part)
{
    struct text text;
    say_all(hamlet, language, false, &text);
    CHECK(strstr(text_string(&text), part) != NULL);
    if (strstr(text_string(&text), part) == NULL)
        printf("  no [%s] in:\n%s", part, text_string(&text));
    text_free(&text);
}

static void expect_price(husly_price need, husly_price fit, const char *english, const char *danish)
{
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    add_possible(&hamlet, "D3", need, fit);
    expect(&hamlet, HUSLY_ENGLISH, english);
    expect(&hamlet, HUSLY_DANISH, danish);
}

static void test_prices(void)
{
    const husly_price nothing = {.least = 0, .most = 0}, five = {.least = 5, .most = 5},
                      gain = {.least = -7, .most = -7}, open = {.least = 2, .most = 9},
                      from_nothing = {.least = 0, .most = 9}, open_gain = {.least = -9, .most = -2};
    expect_price(nothing, nothing, "  D3  costs nothing; nobody else is affected\n",
                 "  D3  koster ingenting; ingen anden berøres\n");
    expect_price(five, nothing, "costs 5 points of need;", "koster 5 point i behov;");
    expect_price(nothing, five, "costs 5 points of fit;", "koster 5 point i pasning;");
    expect_price(five, five, "costs 5 points of need, and 5 of fit;",
                 "koster 5 point i behov, og 5 i pasning;");
    expect_price(five, gain, "costs 5 points of need, gains 7 points of fit;",
                 "koster 5 point i behov, giver 7 point i pasning;");
    expect_price(gain, gain, "gains 7 points of need, and 7 of fit;",
                 "giver 7 point i behov, og 7 i pasning;");
    expect_price(open, open, "costs between 2 and 9 points of need, and between 2 and 9 of fit;",
                 "koster mellem 2 og 9 point i behov, og mellem 2 og 9 i pasning;");
    expect_price(from_nothing, nothing, "costs between 0 and 9 points of need;",
                 "koster mellem 0 og 9 point i behov;");
    expect_price(open_gain, nothing, "gains between 2 and 9 points of need;",
                 "giver mellem 2 og 9 point i behov;");
}

static void test_changes(void)
{
    static const husly_change changes[] = {
        {"H1", "D1", "D3"}, {"H2", "D2", NULL}, {"H3", NULL, "D1"}, {"H4", "D7", "D2"}};
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    husly_option *option = add_possible(&hamlet, "D3", (husly_price){0}, (husly_price){0});
    option->changes = changes;
    option->change_count = 4;
    expect(&hamlet, HUSLY_ENGLISH, "; H2 loses D2, H3 gets D1, H4 gets D2 instead of D7\n");
    expect(&hamlet, HUSLY_DANISH, "; H2 går glip af D2, H3 får D1, H4 får D2 i stedet for D7\n");
    hamlet.explanation.dwelling_id = "D3";
    hamlet.explanation.dwelling = 2;
    expect(&hamlet, HUSLY_ENGLISH,
           "H1 did not get D3. A plan with H1 in D3 costs nothing: H2 loses D2, H3 gets D1, H4 "
           "gets D2 instead\nof D7.\nThe plan gives H1 D1.\n"
           "No plan that costs as little affects fewer households.\n"
           "H2 has a need of 3 × (1000 × 1 + 0 days) = 3000 points.\n"
           "To pay in D3, kroner a month: 4000 rent + 0 utilities - 0 housing benefit = 4000.\n"
           "Budget: 10000 kr. a month, as stated.\nThe rent leaves 6000 kr. of the budget.\n");
    option->fewest = false;
    expect(&hamlet, HUSLY_DANISH,
           "Søgningen blev stoppet: måske ville færre husstande blive berørt.\n");
}

/* Ids are aligned by characters; long lines break between clauses and stay under their own. */
static void test_layout(void)
{
    static const husly_obstacle obstacles[] = {
        {.rule = "area", .what = "avoided", .whom = "H1", .amount = 1, .limit = 1},
        {.rule = "time",
         .what = "late",
         .whom = "H1",
         .amount = 8,
         .given = ROUND_DAY + 100,
         .limit = ROUND_DAY + 92}};
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    add_option(&hamlet, "D1", HUSLY_CHOSEN);
    add_option(&hamlet, "D2", HUSLY_UNKNOWN);
    husly_option *closed = add_option(&hamlet, "D3", HUSLY_CLOSED);
    husly_option *forbidden = add_option(&hamlet, "Ø44", HUSLY_FORBIDDEN);
    closed->obstacles = forbidden->obstacles = obstacles;
    closed->obstacle_count = 1;
    forbidden->obstacle_count = 2;
    expect(&hamlet, HUSLY_ENGLISH,
           "\nNot known, for the search was stopped first:\n"
           "  D2   the search was stopped before a plan with it was found\n"
           "\nClosed by the right, a limit, a party or a pin, so that no lawful plan has it:\n"
           "  D3   in an area that the household avoids (A1)\n"
           "\nForbidden:\n"
           "  Ø44  in an area that the household avoids (A1);\n"
           "       free 8 days too late: 2016-06-09, at the latest 2016-06-01\n");
    expect(&hamlet, HUSLY_DANISH,
           "  Ø44  i et område, som husstanden undgår (A1); ledig 8 dage for sent: 09-06-2016, "
           "senest 01-06-2016\n");
}

static void test_plan(void)
{
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    add_option(&hamlet, "D1", HUSLY_CHOSEN);
    hamlet.explanation.stages[0].proven = false;
    hamlet.explanation.stages[0].bound = 8;
    expect(&hamlet, HUSLY_ENGLISH,
           "The plan is not proven to be the best in need: it has 5, and the bound is 8.\n");
    hamlet.explanation.stage_count = 0;
    hamlet.explanation.hand_made = true;
    expect(&hamlet, HUSLY_DANISH, "Planen er lavet i hånden og er måske ikke den bedste");
    hamlet.explanation.household_id = "H3";
    hamlet.explanation.household = 2;
    hamlet.explanation.reason = "not_proven";
    expect(&hamlet, HUSLY_ENGLISH,
           "H3 gets no permanent dwelling.\nThe plan, which was made by hand, gives it none.\n");
    expect(&hamlet, HUSLY_ENGLISH,
           "\nIt gets no temporary place either.\n"
           "Need: 3 persons × (1000 × 1 + 0 days) = 3000 points.\n"
           "Budget: 10000 kr. a month, as stated.\n");
    hamlet.temporary[2] = 3;
    expect(&hamlet, HUSLY_DANISH, "Den får Ø44 som midlertidig plads.\n");
}

static void test_dwelling(void)
{
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    hamlet.explanation.household_id = NULL;
    hamlet.explanation.household = NONE;
    hamlet.explanation.dwelling_id = "D1";
    hamlet.explanation.dwelling = 0;
    add_option(&hamlet, "D1", HUSLY_CHOSEN);
    hamlet.round.policy.right = (husly_share){1, 1};
    expect(&hamlet, HUSLY_ENGLISH,
           "D1 (family, 2 rooms) in S1, area A1.\nKroner a month: 4000 rent + 0 utilities.\n"
           "H1 gets it.\nThe right leaves 2 in S1; the plan takes 2.\n"
           "By rules 1-7, it is lawful for 3 of the 3 households.\n");
    hamlet.placed[0] = NONE;
    expect(&hamlet, HUSLY_DANISH,
           "Ingen får den.\nAnvisningsretten giver 2 i S1; planen bruger 1.");
    hamlet.round.policy.right_offered_only = true;
    expect(&hamlet, HUSLY_DANISH, "Den er ikke tilbudt kommunen.\n");
}

/* What several have against them stands once, where the first of them stood. */
static void test_gathered(void)
{
    static const husly_obstacle avoided = {.rule = "area", .what = "avoided", .whom = "H1"},
                                steps = {.rule = "access", .what = "steps", .whom = "H1"};
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    husly_option *options[] = {add_option(&hamlet, "D3", HUSLY_FORBIDDEN),
                               add_option(&hamlet, "D1", HUSLY_FORBIDDEN),
                               add_option(&hamlet, "Ø44", HUSLY_FORBIDDEN)};
    options[0]->obstacles = options[2]->obstacles = &avoided;
    options[1]->obstacles = &steps;
    options[0]->obstacle_count = options[1]->obstacle_count = options[2]->obstacle_count = 1;
    expect(&hamlet, HUSLY_ENGLISH,
           "\nForbidden:\n"
           "  D3, Ø44: in an area that the household avoids (A1)\n"
           "  D1   not step-free\n");
}

/* Pins and what was allowed, with the grounds that the file gives. */
static void test_decisions(void)
{
    static const husly_decision rows[] = {
        {.household_id = "H1",
         .dwelling_id = "D1",
         .decision = HUSLY_PIN,
         .by = "team\x1b",
         .reason = "bor der",
         .line = 2},
        {.household_id = "H1", .dwelling_id = "D3", .decision = HUSLY_ALLOW, .rule = "rent"}};
    struct hamlet hamlet;
    struct text text;
    hamlet_fill(&hamlet);
    hamlet.round.decisions = (husly_decision *)rows;
    hamlet.round.decision_count = 2;
    add_possible(&hamlet, "D3", (husly_price){0}, (husly_price){0});
    expect(&hamlet, HUSLY_ENGLISH, "\nPinned to D1 by a decision: bor der (team ).\n");
    expect(&hamlet, HUSLY_ENGLISH, "for the plan, as if H1 were not pinned:\n");
    expect(&hamlet, HUSLY_DANISH, "for planen, som om H1 ikke var fastlåst:\n");
    say_all(&hamlet, HUSLY_DANISH, true, &text);
    CHECK(strstr(text_string(&text), "\"decision\": \"allow\",\n        \"rule\": \"rent\",\n"
                                     "        \"by\": null,\n        \"reason\": null") != NULL);
    text_free(&text);
    hamlet.explanation.dwelling_id = "D3";
    hamlet.explanation.dwelling = 2;
    expect(&hamlet, HUSLY_ENGLISH,
           "The price is told as if it were not pinned.\nAllowed by a decision (rent).\n");
    expect(&hamlet, HUSLY_DANISH, "Tilladt ved en beslutning (husleje).\n");
}

/* Where the figures come from. */
static void test_sums(void)
{
    struct hamlet hamlet;
    hamlet_fill(&hamlet);
    husly_household *people = &hamlet.households[0];
    people->max_rent = HUSLY_NO_AMOUNT;
    people->net_income = 1588000;
    people->adults = 3;
    people->waiting_since = ROUND_DAY - 1500;
    hamlet.round.policy.need_counts_households = true;
    hamlet.round.policy.living_minimum_couple = 580000;
    hamlet.round.policy.living_minimum_child = 130050;
    add_option(&hamlet, "D1", HUSLY_CHOSEN);
    expect(&hamlet, HUSLY_ENGLISH, "Need: 1 household × (1000 × 1 + 999 days) = 1999 points. Fit:");
    expect(&hamlet, HUSLY_DANISH,
           "\nBudget: 15880 − 5800 − 3 × 1300,50 = 6178,50 kr. om måneden (nettoindkomst minus "
           "rådighedsbeløb).\nHuslejen levner 2178,50 kr. af budgettet.\n");
    people->net_income = 900000;
    expect(&hamlet, HUSLY_ENGLISH, "The rent is 4701.50 kr. above the budget.\n");

    /* Providers at 8,498 kr. a month in 2019 and an adult more at 6,072, with no tax. */
    people->net_income = HUSLY_NO_AMOUNT;
    people->benefit_class = HUSLY_CLASS_INTEGRATION;
    hamlet.round.policy.round_date = husly_date_of(2019, 3, 1);
    hamlet.round.policy.tax_rate = (husly_share){0, 100};
    hamlet.round.policy.tax_allowance = 0;
    expect(&hamlet, HUSLY_ENGLISH, "\nBudget: 23068 − 5800 − 3 × 1300.50 = 13366.50 kr. a month");

    people->hojskole_from = hamlet.round.policy.round_date;
    expect(&hamlet, HUSLY_ENGLISH,
           "\nNeed: 0 points in this round; its turn comes in a later one.");
    expect(&hamlet, HUSLY_DANISH, "\nBehov: 0 point i denne runde; turen kommer i en senere.");
}

/* Transit is nobody's home, but who waits there is told. */
static void test_transit(void)
{
    struct hamlet hamlet;
    struct text text;
    hamlet_fill(&hamlet);
    hamlet.dwellings[3].kind = HUSLY_KIND_TRANSIT;
    hamlet.dwellings[3].places = 10;
    hamlet.placed[1] = NONE;
    hamlet.temporary[1] = hamlet.temporary[2] = 3;
    hamlet.explanation.household_id = NULL;
    hamlet.explanation.household = NONE;
    hamlet.explanation.dwelling_id = "Ø44";
    hamlet.explanation.dwelling = 3;
    add_option(&hamlet, "Ø44", HUSLY_FORBIDDEN);
    expect(&hamlet, HUSLY_ENGLISH, "\nH2 and H3 have a temporary place here, 6 of 10 places.\n");
    expect(&hamlet, HUSLY_DANISH, "\nH2 og H3 har en midlertidig plads her, 6 af 10 pladser.\n");
    say_all(&hamlet, HUSLY_ENGLISH, true, &text);
    CHECK(strstr(text_string(&text), "\"temporary_household_ids\": [") != NULL);
    text_free(&text);
    hamlet.temporary[1] = hamlet.temporary[2] = NONE;
    expect(&hamlet, HUSLY_ENGLISH, "\nNobody has a temporary place here.\n");
    hamlet.temporary[0] = 3;
    hamlet.explanation.household_id = "H1";
    hamlet.explanation.household = 0;
    expect(&hamlet, HUSLY_ENGLISH, "H1 has Ø44 as a temporary place.\n");
}

static void test_json(void)
{
    struct hamlet hamlet;
    struct text text;
    hamlet_fill(&hamlet);
    add_possible(&hamlet, "D3", (husly_price){.least = 2, .most = 9}, (husly_price){0});
    hamlet.households[0].max_rent = HUSLY_NO_AMOUNT;
    hamlet.round.policy.affordability = false;
    say_all(&hamlet, HUSLY_DANISH, true, &text);
    CHECK(strstr(text_string(&text), "\"budget\": null") != NULL);
    CHECK(strstr(text_string(&text), "\"least\": 2") != NULL);
    CHECK(strstr(text_string(&text), "koster mellem 2 og 9 point i behov; ingen anden berøres") !=
          NULL);
    text_free(&text);
}

int main(void)
{
    test_prices();
    test_changes();
    test_layout();
    test_plan();
    test_dwelling();
    test_gathered();
    test_decisions();
    test_sums();
    test_transit();
    test_json();
    return check_result();
}
