/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/sentence.h"

#include <string.h>

#include "base/words.h"
#include "rules/benefit.h"
#include "rules/sentence_blanks.h"

struct clause {
    const char *what;
    enum measure measure;
    const char *sentence; /* of docs/explain.md, with its braces; NULL = only pins break it */
    const char *brief;    /* of a rule over the whole plan: what pins together meet */
};

static const struct clause clauses[] = {
    {"minors_only", PLAIN, WORDS_LATER("for unaccompanied minors only"),
     WORDS_LATER("for unaccompanied minors only")},
    {"no_adult", PLAIN, WORDS_LATER("not for a household without an adult"),
     WORDS_LATER("not for a household without an adult")},
    {"student_only", PLAIN, WORDS_LATER("for students only"), WORDS_LATER("for students only")},
    {"single_only", PLAIN,
     WORDS_LATER("a shared dwelling for single persons; the household has {n}"),
     WORDS_LATER("a shared dwelling for single persons")},
    {"places_few", PLAIN, WORDS_LATER("places for {limit}; the household has {n}"),
     WORDS_LATER("too few places")},
    {"reserved", PLAIN, WORDS_LATER("reserved for {for}"), WORDS_LATER("reserved for others")},
    {"transit", PLAIN, WORDS_LATER("a temporary place"), WORDS_LATER("a temporary place")},
    {"rooms_few", PLAIN, WORDS_LATER("{missing} too few: {rooms} for {persons}"),
     WORDS_LATER("too few rooms")},
    {"rooms_many", ROOMS, WORDS_LATER("{excess} too many: {rooms}, at most {limit} for {persons}"),
     WORDS_LATER("too many rooms")},
    {"rent_over", KRONER,
     WORDS_LATER("{amount} kr. too dear after {benefit} kr. housing benefit: {given} kr. to pay, "
                 "at most {limit} kr."),
     WORDS_LATER("too dear")},
    {"steps", PLAIN, WORDS_LATER("not step-free"), WORDS_LATER("not step-free")},
    {"listed", PLAIN, WORDS_LATER("in a listed area ({area})"), WORDS_LATER("in a listed area")},
    {"avoided", PLAIN, WORDS_LATER("in an area that the household avoids ({area})"),
     WORDS_LATER("in an area that the household avoids")},
    {"municipality", PLAIN, WORDS_LATER("outside the household's municipality ({municipality})"),
     WORDS_LATER("outside the household's municipality")},
    {"at_hojskole", DAYS,
     WORDS_LATER("at a højskole until {given}; its turn comes in a later round"),
     WORDS_LATER("at a højskole until after the next round")},
    {"late", DAYS, WORDS_LATER("free {late_days} too late: {given}, at the latest {limit}"),
     WORDS_LATER("free too late")},
    {"lease_short", PLAIN, WORDS_LATER("a lease of {lease_days}; at least {limit} are needed"),
     WORDS_LATER("too short a lease")},
    {"forbidden", PLAIN, WORDS_LATER("forbidden by a decision"),
     WORDS_LATER("forbidden by a decision")},
    {"declined", PLAIN, WORDS_LATER("the household has declined it"),
     WORDS_LATER("the household has declined it")},
    {"not_agreed", PLAIN, WORDS_LATER("not agreed between landlord and household"),
     WORDS_LATER("not agreed between landlord and household")},
    {"not_scored", PLAIN, WORDS_LATER("without points, and only pairs with points count"),
     WORDS_LATER("without points, and only pairs with points count")},
    {"waiting", PLAIN, WORDS_LATER("nothing is agreed with the landlord yet"),
     WORDS_LATER("nothing is agreed with the landlord yet")},
    {"let", PLAIN, WORDS_LATER("let already"), WORDS_LATER("let already")},
    {"above_market", KRONER,
     WORDS_LATER("{amount} kr. above the market rent: {given} kr., at most {limit} kr."),
     WORDS_LATER("above the market rent")},
    {"above_max_rent", KRONER,
     WORDS_LATER("{amount} kr. above the section's highest rent: {given} kr., at most {limit} kr."),
     WORDS_LATER("above the section's highest rent")},
    {"not_turn", PLAIN,
     WORDS_LATER("not the municipality's turn: number {given} of the owner's vacancies"),
     WORDS_LATER("not the municipality's turn")},
    {"not_offered", PLAIN, WORDS_LATER("not offered to the municipality"),
     WORDS_LATER("not offered to the municipality")},
    {"one_household", PLAIN, WORDS_LATER("a dwelling of one household; the party has {given}"),
     WORDS_LATER("a dwelling of one household")},
    {"party_places", PLAIN, WORDS_LATER("places for {limit}; the party has {given_persons}"),
     WORDS_LATER("too few places for the party")},
    {"pinned", PLAIN, WORDS_LATER("{whom} is pinned to it"),
     WORDS_LATER("{unit} is for one household")},
    {"pinned_full", PLAIN,
     WORDS_LATER("places for {limit}; with those pinned there it would be {given}"),
     WORDS_LATER("{unit} has places for {limit}, and it would be {given}")},
    {"right_used", PLAIN,
     WORDS_LATER("the right leaves {limit} in {unit}; with it {given} would be taken"),
     WORDS_LATER("the right leaves {limit} in {unit}, and {given} would be taken")},
    {"extras_used", PLAIN,
     WORDS_LATER("{unit} has agreed to {limit} beyond the right; with it {given} would be taken"),
     WORDS_LATER("{unit} has agreed to {limit} beyond the right, and {given} would be taken")},
    {"area_persons", PLAIN, WORDS_LATER("{unit} takes {limit_persons}; with it {given}"),
     WORDS_LATER("{unit} takes {limit_persons}, and it would be {given}")},
    {"area_children", PLAIN, WORDS_LATER("{unit} takes {limit_children}; with it {given}"),
     WORDS_LATER("{unit} takes {limit_children}, and it would be {given}")},
    {"area_share", PLAIN,
     WORDS_LATER("{unit} takes {limit_persons_more} (at most {share} of its residents); with it "
                 "{given}"),
     WORDS_LATER("the share of refugees in {unit} would pass its limit")},
    {"section_households", PLAIN, WORDS_LATER("{unit} takes {limit_households}; with it {given}"),
     WORDS_LATER("{unit} takes {limit_households}, and it would be {given}")},
    {"section_share", PLAIN,
     WORDS_LATER("{unit} takes {limit_households_more} (at most {share} of its homes); with it "
                 "{given}"),
     WORDS_LATER("the share of refugee homes in {unit} would pass its limit")},
    {"group", PLAIN, WORDS_LATER("{unit} takes {limit_persons} of one group; with it {given}"),
     WORDS_LATER("{unit} takes {limit_persons} of one group, and it would be {given}")},
    {"party_split", PLAIN, NULL, WORDS_LATER("a party stays together")},
    {"near_apart", PLAIN,
     WORDS_LATER("{whom} is to get a dwelling in {unit} near others, and with it none is left"),
     WORDS_LATER("households that are to live near one another get dwellings in one section")},
    {"near_none", PLAIN,
     WORDS_LATER("{whom} is to live near, and no dwelling in {unit} is lawful for it"),
     WORDS_LATER("households that are to live near one another get dwellings in one section")},
    {"least_unmet", PLAIN,
     WORDS_LATER("opens with {limit_persons}, and so many cannot be placed there with it"),
     WORDS_LATER("{unit} opens with {limit_persons}, and it would be {given}")},
    {"least_bound", PLAIN,
     WORDS_LATER("{unit} opens with {limit_persons}, and with it so many cannot be placed there"),
     WORDS_LATER("{unit} opens with {limit_persons}, and it would be {given}")},
    {"singles_many", PLAIN, WORDS_LATER("takes {limit_singles}; with it {given}"),
     WORDS_LATER("{unit} takes {limit_singles}, and it would be {given}")},
    {"ordinary_used", PLAIN,
     WORDS_LATER("the right leaves {limit} in {unit} without flexible letting; with it {given} "
                 "would be taken"),
     WORDS_LATER("the right leaves {limit} in {unit} without flexible letting, and {given} would "
                 "be taken")},
};

/* Where the file says why. */
static const struct clause reasoned = {"forbidden", PLAIN,
                                       WORDS_LATER("forbidden by a decision: {reason}"),
                                       "forbidden by a decision"};

/* Where the right leaves 0. */
static const struct clause nothing_left = {
    "right_used", PLAIN, WORDS_LATER("the right leaves nothing in {unit}"),
    WORDS_LATER("the right leaves nothing in {unit}, and {given} would be taken")};

static const struct clause *clause_of(const char *what)
{
    for (size_t at = 0; at < sizeof clauses / sizeof *clauses; at++) {
        if (text_equal(clauses[at].what, what))
            return &clauses[at];
    }
    return NULL;
}

static const struct clause *clause_told(const husly_obstacle *obstacle)
{
    const bool nothing = text_equal(obstacle->what, "right_used") && obstacle->limit == 0;
    return nothing ? &nothing_left : clause_of(obstacle->what);
}

const char *sentence_brief(husly_language language, const char *what)
{
    const struct clause *clause = clause_of(what);
    return clause != NULL ? husly_words(language, clause->brief) : what;
}

/* A group bears any name, with strokes too; what follows it is an area's id, which has none. */
const char *sentence_unit(const char *row)
{
    const bool of_group = row != NULL && strncmp(row, "group/", strlen("group/")) == 0;
    const char *stroke = row == NULL ? NULL : of_group ? strrchr(row, '/') : strchr(row, '/');
    return stroke != NULL ? stroke + 1 : "";
}

const char *sentence_limit(const husly_problem *problem, const char *row)
{
    static const char *const forms[][2] = {{"right", "right_used"},
                                           {"extra", "extras_used"},
                                           {"ordinary", "ordinary_used"},
                                           {"party", "party_split"},
                                           {"near", "near_apart"},
                                           {"least", "least_unmet"},
                                           {"singles", "singles_many"},
                                           {"area_persons", "area_persons"},
                                           {"area_children", "area_children"},
                                           {"area_share", "area_share"},
                                           {"section_households", "section_households"},
                                           {"section_share", "section_share"},
                                           {"group", "group"}};
    size_t size = strcspn(row, "/");
    for (size_t at = 0; at < sizeof forms / sizeof *forms; at++) {
        if (strlen(forms[at][0]) == size && strncmp(forms[at][0], row, size) == 0)
            return forms[at][1];
    }
    int dwelling = problem_find_dwelling(problem, sentence_unit(row));
    return kind_is_single(problem->dwellings[dwelling].kind) ? "pinned" : "pinned_full";
}

/* Why no housing benefit was counted, where that is for want of a figure. */
static void add_missing_figure(const struct telling *telling)
{
    const enum benefit_gap gap =
        benefit_gap(telling->problem, telling->household, telling->dwelling);
    if (gap == BENEFIT_WITHOUT_INCOME)
        text_add_words(telling->out, telling->language, " (no income is stated)");
    else if (gap == BENEFIT_WITHOUT_AREA)
        text_add_words(telling->out, telling->language, " (no m² are stated)");
}

static bool gives_reason(const struct sentence_pair *pair, int household)
{
    const struct decision *row = problem_decision(pair->problem, household, pair->dwelling);
    return row != NULL && row->given->reason != NULL && row->given->reason[0] != '\0';
}

/* What binds one household may bind another of its party; the unit of a row is nobody's. */
static int household_meant(const struct sentence_pair *pair, const husly_obstacle *obstacle)
{
    if (obstacle->unit != NULL || obstacle->whom == NULL)
        return pair->household;
    int meant = problem_find_household(pair->problem, obstacle->whom);
    return meant != NONE ? meant : pair->household;
}

void sentence_add(struct text *out, const struct sentence_pair *pair,
                  const husly_obstacle *obstacle)
{
    const struct clause *clause = clause_told(obstacle);
    if (clause == NULL || clause->sentence == NULL)
        return;
    int meant = household_meant(pair, obstacle);
    if (text_equal(clause->what, "forbidden") && gives_reason(pair, meant))
        clause = &reasoned;
    const struct telling telling = {.out = out,
                                    .problem = pair->problem,
                                    .people = &pair->problem->households[meant],
                                    .home = &pair->problem->dwellings[pair->dwelling],
                                    .household = meant,
                                    .dwelling = pair->dwelling,
                                    .language = pair->language,
                                    .obstacle = obstacle,
                                    .measure = clause->measure};
    if (meant != pair->household)
        text_add_format(out, "%s: ", telling.people->id);
    sentence_fill(&telling, husly_words(pair->language, clause->sentence));
    if (text_equal(clause->what, "rent_over"))
        add_missing_figure(&telling);
}

void sentence_add_pinned(struct text *out, husly_language language, const husly_obstacle *obstacle)
{
    const struct telling telling = {.out = out, .language = language, .obstacle = obstacle};
    const struct clause *clause = clause_told(obstacle);
    sentence_fill(&telling, clause != NULL ? husly_words(language, clause->brief) : obstacle->what);
}
