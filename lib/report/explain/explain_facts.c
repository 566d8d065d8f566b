/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a household as sums that a reader can do again. */
#include "report/explain/explain_facts.h"

#include "base/amount.h"

static void add_amount(const struct answer *answer, struct text *sum, husly_amount amount)
{
    amount_add(sum, amount, answer->language == HUSLY_DANISH ? ',' : '.');
}

/* A sum that has been told. */
static void drop(const struct answer *answer, struct text *sum)
{
    answer->out->failed = answer->out->failed || sum->failed;
    text_free(sum);
}

static int64_t weight_of(const struct answer *answer, int household)
{
    return answer->problem->policy.need_counts_households
               ? 1
               : answer->problem->households[household].persons;
}

static const char *days_word(const struct answer *answer, int days)
{
    return husly_words(answer->language, days == 1 ? WORDS_LATER("day") : WORDS_LATER("days"));
}

void facts_add_need(const struct answer *answer, int household)
{
    const struct household *people = &answer->problem->households[household];
    if (people->is_deferred) {
        text_add_words(answer->out, answer->language,
                       "Need: 0 points in this round; its turn comes in a later one.");
        return;
    }
    const int64_t weight = weight_of(answer, household);
    const int days = problem_days_counted(people);
    const char *unit = answer->problem->policy.need_counts_households ? WORDS_LATER("household")
                       : weight == 1                                  ? WORDS_LATER("person")
                                                                      : WORDS_LATER("persons");
    text_add_words(
        answer->out, answer->language, "Need: %lld %s × (%d × %lld + %d %s) = %lld points.",
        (long long)weight, husly_words(answer->language, unit), NEED_OF_PRIORITY,
        (long long)people->given->priority, days, days_word(answer, days), (long long)people->need);
}

static void tell_need_of(const struct answer *answer, struct page *page, int household)
{
    const struct household *people = &answer->problem->households[household];
    const int days = problem_days_counted(people);
    text_add_words(
        answer->out, answer->language, "%s has a need of %lld × (%d × %lld + %d %s) = %lld points.",
        people->id, (long long)weight_of(answer, household), NEED_OF_PRIORITY,
        (long long)people->given->priority, days, days_word(answer, days), (long long)people->need);
    page_end_line(page, 0);
}

void facts_tell_losers(const struct answer *answer, struct page *page, const husly_option *option)
{
    for (size_t at = 0; at < option->change_count; at++) {
        const husly_change *change = &option->changes[at];
        const int household = problem_find_household(answer->problem, change->household_id);
        if (change->to == NULL && household != NONE)
            tell_need_of(answer, page, household);
    }
}

/* "15880 − 5800 − 5 × 1300 = 3580"; a net income that a benefit class gives is the budget with what
 * is taken off it. */
static void add_budget_sum(const struct answer *answer, struct text *sum,
                           const struct household *people)
{
    const husly_policy *policy = &answer->problem->policy;
    const bool alone = people->given->adults == 1;
    const int64_t more = people->given->children + (alone ? 0 : (int64_t)people->given->adults - 2);
    const husly_amount living =
        alone ? policy->living_minimum_single : policy->living_minimum_couple;
    add_amount(answer, sum, people->budget + living + more * policy->living_minimum_child);
    text_add_string(sum, " − ");
    add_amount(answer, sum, living);
    if (more > 0) {
        text_add_format(sum, " − %lld × ", (long long)more);
        add_amount(answer, sum, policy->living_minimum_child);
    }
    text_add_string(sum, " = ");
    add_amount(answer, sum, people->budget);
}

void facts_tell_budget(const struct answer *answer, struct page *page, int household)
{
    const struct household *people = &answer->problem->households[household];
    struct text sum = {0};
    if (!people->has_budget)
        return;
    if (people->given->max_rent != HUSLY_NO_AMOUNT) {
        add_amount(answer, &sum, people->budget);
        text_add_words(answer->out, answer->language, "Budget: %s kr. a month, as stated.",
                       text_string(&sum));
    } else {
        add_budget_sum(answer, &sum, people);
        text_add_words(answer->out, answer->language,
                       people->given->net_income != HUSLY_NO_AMOUNT
                           ? WORDS_LATER("Budget: %s kr. a month (net income less the living "
                                         "minimum).")
                           : WORDS_LATER("Budget: %s kr. a month (net income from its benefit "
                                         "class less the living minimum)."),
                       text_string(&sum));
    }
    drop(answer, &sum);
    page_end_line(page, 0);
}

void facts_add_gross_rent(const struct answer *answer, int dwelling)
{
    const struct dwelling *home = &answer->problem->dwellings[dwelling];
    answer_add_kroner(answer, home->rent);
    text_add_words(answer->out, answer->language, " rent + ");
    answer_add_kroner(answer, home->utilities);
    text_add_words(answer->out, answer->language, " utilities");
}

static void tell_margin(const struct answer *answer, struct page *page, husly_amount margin)
{
    struct text sum = {0};
    add_amount(answer, &sum, margin >= 0 ? margin : -margin);
    if (margin >= 0)
        text_add_words(answer->out, answer->language, "The rent leaves %s kr. of the budget.",
                       text_string(&sum));
    else
        text_add_words(answer->out, answer->language, "The rent is %s kr. above the budget.",
                       text_string(&sum));
    drop(answer, &sum);
    page_end_line(page, 0);
}

void facts_tell_rent(const struct answer *answer, struct page *page, int household, int dwelling)
{
    const struct answer_rent rent = answer_rent(answer->problem, household, dwelling);
    text_add_words(answer->out, answer->language,
                   "To pay in %s, kroner a month: ", answer->problem->dwellings[dwelling].id);
    facts_add_gross_rent(answer, dwelling);
    text_add_string(answer->out, " - ");
    answer_add_kroner(answer, rent.benefit);
    text_add_words(answer->out, answer->language, " housing benefit = ");
    answer_add_kroner(answer, rent.net);
    text_add_string(answer->out, ".");
    page_end_line(page, 0);
    facts_tell_budget(answer, page, household);
    if (rent.budget != HUSLY_NO_AMOUNT)
        tell_margin(answer, page, rent.margin);
}
