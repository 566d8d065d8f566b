/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/explain/explain_head.h"
#include "report/reason/reason_survey.h"

#include "base/memory.h"
#include "report/explain/explain_decision.h"
#include "report/explain/explain_facts.h"
#include "report/figures.h"
#include "report/verify/fit_terms.h"
#include "report/verify/right_count.h"
#include "rules/sentence.h"

/* "B04 (family, 2 rooms, 64 m²) in elmely, area midt" */
static void add_dwelling(const struct answer *answer, int dwelling)
{
    const husly_problem *problem = answer->problem;
    const struct dwelling *home = &problem->dwellings[dwelling];
    const bool danish = answer->language == HUSLY_DANISH;
    const int area = problem_area_of(problem, home);
    text_add_format(answer->out, "%s (%s, ", home->id, kind_name(home->kind, danish));
    text_add_words(answer->out, answer->language,
                   home->rooms == 1 ? WORDS_LATER("%lld room") : WORDS_LATER("%lld rooms"),
                   (long long)home->rooms);
    if (!kind_is_single(home->kind))
        text_add_words(answer->out, answer->language, ", %d places", home->places);
    if (home->area_m2 != HUSLY_NO_NUMBER)
        text_add_format(answer->out, ", %d m²", home->area_m2);
    text_add_words(answer->out, answer->language, ") in %s", problem->sections[home->section].id);
    if (area != NONE)
        text_add_words(answer->out, answer->language, ", area %s", problem->areas[area].id);
}

/* "wish 100, size 60": the terms that earn or take something. */
static void add_terms(const struct answer *answer, struct text *terms, int household, int dwelling)
{
    struct breakdown_line line;
    for (int number = 0; number < fit_term_count(answer->problem); number++) {
        if (!fit_term(answer->problem, household, dwelling, number, &line) || line.points == 0)
            continue;
        if (terms->size > 0)
            text_add_string(terms, ", ");
        term_name_add(terms, line.term, answer->language == HUSLY_DANISH);
        text_add_format(terms, " %lld", (long long)line.points);
    }
}

/* Need and fit in one line. */
static void tell_points(const struct answer *answer, struct page *page, int household, int dwelling)
{
    const long long fit = fit_points(answer->problem, household, dwelling);
    struct text terms = {0};
    add_terms(answer, &terms, household, dwelling);
    facts_add_need(answer, household);
    if (terms.size == 0)
        text_add_words(answer->out, answer->language, " Fit: %lld points.", fit);
    else
        text_add_words(answer->out, answer->language, " Fit: %lld points (%s).", fit,
                       text_string(&terms));
    answer->out->failed = answer->out->failed || terms.failed;
    text_free(&terms);
    page_end_line(page, 0);
}

static void tell_temporary(const struct answer *answer, struct page *page)
{
    const husly_explanation *explanation = answer->explanation;
    const int place = explanation->temporary[explanation->household];
    const struct household *people = &answer->problem->households[explanation->household];
    if (place != NONE)
        text_add_words(answer->out, answer->language, "It gets %s as a temporary place.",
                       answer->problem->dwellings[place].id);
    else if (people->is_deferred)
        text_add_words(answer->out, answer->language, "It stays at its højskole meanwhile.");
    else if (people->has_place)
        text_add_words(answer->out, answer->language, "It stays at its present place meanwhile.");
    else
        text_add_words(answer->out, answer->language, "It gets no temporary place either.");
    page_end_line(page, 0);
}

/* Where others come first, what would help is to see the prices, and here they follow. */
static bool is_told_by_prices(const struct answer *answer)
{
    return answer->explanation->hand_made ||
           text_equal(answer->explanation->reason, reason_code(REASON_COMPETITION));
}

static void tell_unplaced(const struct answer *answer, struct page *page)
{
    text_add_words(answer->out, answer->language, "%s gets no permanent dwelling.",
                   answer->explanation->household_id);
    page_end_line(page, 0);
    answer_add_reason(answer);
    if (answer->out->size > 0)
        page_end_line(page, 0);
    if (!is_told_by_prices(answer))
        answer_add_help(answer);
    if (answer->out->size > 0)
        page_end_line(page, 0);
    tell_temporary(answer, page);
    facts_add_need(answer, answer->explanation->household);
    page_end_line(page, 0);
    facts_tell_budget(answer, page, answer->explanation->household);
}

/* Why it is this dwelling and no better one, in the end. */
static void tell_proof(const struct answer *answer, struct page *page)
{
    const husly_explanation *explanation = answer->explanation;
    bool proven = explanation->stage_count > 0;
    for (size_t at = 0; at < explanation->stage_count; at++)
        proven = proven && explanation->stages[at].proven;
    if (!proven)
        return;
    text_add_words(answer->out, answer->language,
                   "It is proven that no lawful plan is better for all together.");
    page_end_line(page, 0);
}

void head_tell_household(const struct answer *answer, struct page *page)
{
    const int household = answer->explanation->household;
    const int dwelling = answer->explanation->placed[household];
    if (dwelling == NONE) {
        tell_unplaced(answer, page);
    } else {
        text_add_words(answer->out, answer->language, "%s gets ",
                       answer->explanation->household_id);
        add_dwelling(answer, dwelling);
        text_add_string(answer->out, ".");
        page_end_line(page, 0);
        facts_tell_rent(answer, page, household, dwelling);
        tell_points(answer, page, household, dwelling);
    }
    decision_tell_pin(answer, page, household);
    if (dwelling != NONE)
        decision_tell_allowed(answer, page, household, dwelling);
    else
        return; /* the reason has told what is lawful */
    const int lawful = answer_lawful_dwellings(answer->problem, household);
    text_add_words(answer->out, answer->language,
                   lawful == 1
                       ? WORDS_LATER("By rules 1-7, %d of the %d permanent dwellings is lawful for "
                                     "it.")
                       : WORDS_LATER("By rules 1-7, %d of the %d permanent dwellings are lawful "
                                     "for it."),
                   lawful, survey_count_permanent(answer->problem));
    page_end_line(page, 0);
    tell_proof(answer, page);
}

/* Who has the asked dwelling, of those that a plan gives one: its homes or its temporary places. */
struct inside {
    const int *given;
    int count;
    int64_t persons;
};

static struct inside count_inside(const struct answer *answer, const int *given)
{
    struct inside inside = {.given = given};
    for (int household = 0; household < answer->problem->household_count; household++) {
        if (given[household] != answer->explanation->dwelling)
            continue;
        inside.count++;
        inside.persons += answer->problem->households[household].persons;
    }
    return inside;
}

/* "H3, H4 and H7" */
static void add_inside(const struct answer *answer, const struct inside *inside)
{
    int left = inside->count;
    for (int household = 0; household < answer->problem->household_count; household++) {
        if (inside->given[household] != answer->explanation->dwelling)
            continue;
        left--;
        text_add_string(answer->out, answer->problem->households[household].id);
        text_add_string(answer->out, left > 1    ? ", "
                                     : left == 1 ? husly_words(answer->language, " and ")
                                                 : "");
    }
}

/* "H3 and H4 get it, 2 of 3 places." */
static void tell_inside(const struct answer *answer, struct page *page)
{
    const husly_explanation *explanation = answer->explanation;
    const struct dwelling *home = &answer->problem->dwellings[explanation->dwelling];
    const bool transit = home->kind == HUSLY_KIND_TRANSIT;
    const struct inside inside =
        count_inside(answer, transit ? explanation->temporary : explanation->placed);
    static const char *const gets[] = {WORDS_LATER("Nobody gets it"), WORDS_LATER(" gets it"),
                                       WORDS_LATER(" get it")};
    static const char *const has[] = {WORDS_LATER("Nobody has a temporary place here"),
                                      WORDS_LATER(" has a temporary place here"),
                                      WORDS_LATER(" have a temporary place here")};
    const int number = inside.count < 2 ? inside.count : 2;
    add_inside(answer, &inside);
    text_add_string(answer->out,
                    husly_words(answer->language, transit ? has[number] : gets[number]));
    if (inside.count > 0 && !kind_is_single(home->kind))
        text_add_words(answer->out, answer->language, ", %lld of %d places",
                       (long long)inside.persons, home->places);
    text_add_string(answer->out, ".");
    page_end_line(page, 0);
}

static int64_t count_taken(const struct answer *answer, const struct right_count *count, int unit)
{
    int64_t taken = 0;
    for (int household = 0; household < answer->problem->household_count; household++) {
        const int dwelling = answer->explanation->placed[household];
        taken += dwelling != NONE && count->unit_of[dwelling] == unit;
    }
    return taken;
}

/* What closes the dwelling by itself; a want of offers is told with the right. */
static bool tell_closed(const struct answer *answer, struct page *page)
{
    const int dwelling = answer->explanation->dwelling;
    if (!survey_closed_otherwise(answer->problem, dwelling))
        return false;
    text_add_words(answer->out, answer->language, "It is closed in this round: %s.",
                   sentence_brief(answer->language, survey_closed(answer->problem, dwelling).what));
    page_end_line(page, 0);
    return true;
}

static void tell_right(const struct answer *answer, struct page *page,
                       const struct right_count *count)
{
    const int dwelling = answer->explanation->dwelling;
    const int number = count->unit_of[dwelling];
    if (tell_closed(answer, page) || number == NONE)
        return;
    const struct count_unit *unit = &count->units[number];
    if (!answer->problem->policy.right_offered_only) {
        text_add_words(answer->out, answer->language,
                       "The right leaves %lld in %s; the plan takes %lld.",
                       (long long)unit->entitlement, unit->name,
                       (long long)count_taken(answer, count, number));
        if (unit->pool > 0)
            text_add_words(answer->out, answer->language, " Flexible letting gives %lld more.",
                           (long long)unit->pool);
        if (unit->extras > 0)
            text_add_words(answer->out, answer->language,
                           " Beyond the right %lld extra may be taken as agreed.",
                           (long long)unit->extras);
    } else if (answer->problem->dwellings[dwelling].offered) {
        text_add_words(answer->out, answer->language, "It is offered to the municipality.");
    } else {
        text_add_words(answer->out, answer->language, "It is not offered to the municipality.");
    }
    page_end_line(page, 0);
}

bool head_tell_dwelling(const struct answer *answer, struct page *page)
{
    struct arena *arena = arena_new();
    struct right_count count;
    const int dwelling = answer->explanation->dwelling;
    const bool counted = arena != NULL && right_count_find(&count, answer->problem, arena);
    if (counted) {
        add_dwelling(answer, dwelling);
        text_add_string(answer->out, ".");
        page_end_line(page, 0);
        text_add_words(answer->out, answer->language, "Kroner a month: ");
        facts_add_gross_rent(answer, dwelling);
        text_add_string(answer->out, ".");
        page_end_line(page, 0);
        tell_inside(answer, page);
        tell_right(answer, page, &count);
        text_add_words(answer->out, answer->language,
                       "By rules 1-7, it is lawful for %d of the %d households.",
                       answer_lawful_households(answer->problem, dwelling),
                       answer->problem->household_count);
        page_end_line(page, 0);
    }
    arena_free(arena);
    return counted;
}

static void tell_open_stage(const struct answer *answer, const husly_stage_result *stage)
{
    struct text value = {0}, bound = {0};
    figures_add_stage(&value, answer->language, stage->stage, stage->value);
    figures_add_stage(&bound, answer->language, stage->stage, stage->bound);
    if (stage->stage == HUSLY_STAGE_COST)
        text_add_words(
            answer->out, answer->language,
            "The plan is not proven to be the cheapest: it costs %s, and the lower bound "
            "is %s",
            text_string(&value), text_string(&bound));
    else
        text_add_words(answer->out, answer->language,
                       "The plan is not proven to be the best in %s: it has %s, and the bound is "
                       "%s.",
                       answer_stage(answer, stage->stage), text_string(&value),
                       text_string(&bound));
    answer->out->failed = answer->out->failed || value.failed || bound.failed;
    text_free(&value);
    text_free(&bound);
}

void head_tell_plan(const struct answer *answer, struct page *page)
{
    const husly_explanation *explanation = answer->explanation;
    if (explanation->hand_made) {
        text_add_words(answer->out, answer->language,
                       "The plan was made by hand and may not be the best: another dwelling may "
                       "bring a gain.");
        page_end_line(page, 0);
        return;
    }
    for (size_t at = 0; at < explanation->stage_count; at++) {
        const husly_stage_result *stage = &explanation->stages[at];
        if (stage->proven)
            continue;
        tell_open_stage(answer, stage);
        page_end_line(page, 0);
    }
}
