/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/explain/explain_head.h"

#include "base/memory.h"
#include "report/verify/right_count.h"

static void say_kroner(const struct answer *answer, const char *before, husly_amount amount)
{
    text_add_string(answer->out, husly_words(answer->language, before));
    answer_add_kroner(answer, amount);
    text_add_string(answer->out, " kr.");
}

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

static void add_gross_rent(const struct answer *answer, const struct dwelling *home)
{
    answer_add_kroner(answer, home->rent);
    text_add_words(answer->out, answer->language, " rent + ");
    answer_add_kroner(answer, home->utilities);
    text_add_words(answer->out, answer->language, " utilities");
}

void head_tell_rent(const struct answer *answer, struct page *page, int household, int dwelling)
{
    const struct answer_rent rent = answer_rent(answer->problem, household, dwelling);
    text_add_words(answer->out, answer->language,
                   "To pay in %s, kroner a month: ", answer->problem->dwellings[dwelling].id);
    add_gross_rent(answer, &answer->problem->dwellings[dwelling]);
    text_add_string(answer->out, " - ");
    answer_add_kroner(answer, rent.benefit);
    text_add_words(answer->out, answer->language, " housing benefit = ");
    answer_add_kroner(answer, rent.net);
    text_add_string(answer->out, ".");
    page_end_line(page, 0);
    if (rent.budget == HUSLY_NO_AMOUNT)
        return;
    say_kroner(answer, WORDS_LATER("The budget is "), rent.budget);
    if (rent.margin >= 0)
        say_kroner(answer, WORDS_LATER(" a month, which leaves "), rent.margin);
    else
        say_kroner(answer, WORDS_LATER(" a month, which is too little by "), -rent.margin);
    page_end_line(page, 0);
}

static int64_t wish_points(const husly_problem *problem, int household, int dwelling)
{
    const struct household *people = &problem->households[household];
    const int area = problem_area_of(problem, &problem->dwellings[dwelling]);
    for (size_t at = 0; at < people->wish_count; at++) {
        if (people->wishes[at] == area)
            return problem->policy.wish_points;
    }
    return 0;
}

static void add_need(const struct answer *answer)
    if (answer->out->size > 0)
        page_end_line(page, 0);
    answer_add_help(answer);
{
    const struct household *people = &answer->problem->households[answer->explanation->household];
    if (people->persons == 1)
        text_add_words(answer->out, answer->language, "Need: %lld points for 1 person.",
                       (long long)people->need);
    else
        text_add_words(answer->out, answer->language, "Need: %lld points for %d persons.",
                       (long long)people->need, people->persons);
}

/* Need and fit in one line. */
static void tell_points(const struct answer *answer, struct page *page, int household, int dwelling)
{
    const int64_t fit = problem_fit(answer->problem, household, dwelling);
    const int64_t wish = wish_points(answer->problem, household, dwelling);
    add_need(answer);
    if (wish == 0)
        text_add_words(answer->out, answer->language, " Fit: %lld points.", (long long)fit);
    else
        text_add_words(answer->out, answer->language,
                       " Fit: %lld points, with %lld for the wished area.", (long long)fit,
                       (long long)wish);
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
    else if (people->given->current_place != NULL)
        text_add_words(answer->out, answer->language, "It stays at its present place meanwhile.");
    else
        text_add_words(answer->out, answer->language, "It gets no temporary place either.");
    page_end_line(page, 0);
}

static void tell_unplaced(const struct answer *answer, struct page *page)
{
    text_add_words(answer->out, answer->language, "%s gets no permanent dwelling.",
                   answer->explanation->household_id);
    page_end_line(page, 0);
    answer_add_reason(answer);
    if (answer->out->size > 0)
        page_end_line(page, 0);
    tell_temporary(answer, page);
    add_need(answer);
    const struct household *people = &answer->problem->households[answer->explanation->household];
    if (people->has_budget) {
        say_kroner(answer, WORDS_LATER(" The budget is "), people->budget);
        text_add_words(answer->out, answer->language, " a month.");
    }
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
        head_tell_rent(answer, page, household, dwelling);
        tell_points(answer, page, household, dwelling);
    }
    text_add_words(answer->out, answer->language, "Rules 1-7 allow it %d of the %d dwellings.",
                   answer_lawful_dwellings(answer->problem, household),
                   answer->problem->dwelling_count);
    page_end_line(page, 0);
}

static int count_inside(const struct answer *answer, int64_t *persons)
{
    const husly_explanation *explanation = answer->explanation;
    int count = 0;
    for (int household = 0; household < answer->problem->household_count; household++) {
        if (explanation->placed[household] != explanation->dwelling)
            continue;
        count++;
        *persons += answer->problem->households[household].persons;
    }
    return count;
}

/* "H3 and H4 get it, 2 of 3 places." */
static void tell_inside(const struct answer *answer, struct page *page)
{
    const husly_explanation *explanation = answer->explanation;
    const husly_problem *problem = answer->problem;
    const struct dwelling *home = &problem->dwellings[explanation->dwelling];
    int64_t persons = 0;
    const int count = count_inside(answer, &persons);
    int left = count;
    for (int household = 0; household < problem->household_count; household++) {
        if (explanation->placed[household] != explanation->dwelling)
            continue;
        left--;
        text_add_string(answer->out, problem->households[household].id);
        text_add_string(answer->out, left > 1    ? ", "
                                     : left == 1 ? husly_words(answer->language, " and ")
                                                 : "");
    }
    if (count == 0)
        text_add_words(answer->out, answer->language, "Nobody gets it");
    else if (count == 1)
        text_add_words(answer->out, answer->language, " gets it");
    else
        text_add_words(answer->out, answer->language, " get it");
    if (count > 0 && !kind_is_single(home->kind))
        text_add_words(answer->out, answer->language, ", %lld of %d places", (long long)persons,
                       home->places);
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

static void tell_right(const struct answer *answer, struct page *page,
                       const struct right_count *count)
{
    const int dwelling = answer->explanation->dwelling;
    const int number = count->unit_of[dwelling];
    if (number == NONE)
        return;
    const struct count_unit *unit = &count->units[number];
    if (!answer->problem->policy.right_offered_only) {
        text_add_words(answer->out, answer->language,
                       "The right leaves %lld in %s; the plan takes %lld.",
                       (long long)unit->entitlement, unit->name,
                       (long long)count_taken(answer, count, number));
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
        add_gross_rent(answer, &answer->problem->dwellings[dwelling]);
        text_add_string(answer->out, ".");
        page_end_line(page, 0);
        tell_inside(answer, page);
        tell_right(answer, page, &count);
        text_add_words(
            answer->out, answer->language, "Rules 1-7 allow it to %d of the %d households.",
            answer_lawful_households(answer->problem, dwelling), answer->problem->household_count);
        page_end_line(page, 0);
    }
    arena_free(arena);
    return counted;
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
        text_add_words(answer->out, answer->language,
                       "The plan is not proven to be the best in %s: it has %lld, and the bound is "
                       "%lld.",
                       answer_stage(answer, stage->stage), (long long)stage->value,
                       (long long)stage->bound);
        page_end_line(page, 0);
    }
}
