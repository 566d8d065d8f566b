/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/explain/explain_words.h"

#include "base/amount.h"
#include "report/reason/reason_survey.h"
#include "rules/benefit.h"
#include "rules/sentence.h"

struct answer_rent answer_rent(const husly_problem *problem, int household, int dwelling)
{
    const struct household *people = &problem->households[household];
    const struct dwelling *home = &problem->dwellings[dwelling];
    struct answer_rent rent = {.rent = home->rent,
                               .utilities = home->utilities,
                               .benefit = benefit_of_pair(problem, household, dwelling),
                               .budget = HUSLY_NO_AMOUNT,
                               .margin = HUSLY_NO_AMOUNT};
    rent.net = rent.rent + rent.utilities - rent.benefit;
    if (people->has_budget) {
        rent.budget = people->budget;
        rent.margin = people->budget - rent.net;
    }
    return rent;
}

int answer_lawful_dwellings(const husly_problem *problem, int household)
{
    int count = 0;
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++)
        count += survey_takes(problem, household, dwelling);
    return count;
}

int answer_lawful_households(const husly_problem *problem, int dwelling)
{
    int count = 0;
    for (int household = 0; household < problem->household_count; household++)
        count += survey_takes(problem, household, dwelling);
    return count;
}

void answer_add_kroner(const struct answer *answer, husly_amount amount)
{
    amount_add(answer->out, amount, answer->language == HUSLY_DANISH ? ',' : '.');
}

const char *answer_stage(const struct answer *answer, husly_stage stage)
{
    return husly_words(answer->language, husly_stage_name(stage));
}

/* A stage after another that loses, or gains, too. */
static void add_price_also(const struct answer *answer, const char *stage, int64_t least,
                           int64_t most)
{
    if (least == most)
        text_add_words(answer->out, answer->language, ", and %lld of %s", (long long)least, stage);
    else
        text_add_words(answer->out, answer->language, ", and between %lld and %lld of %s",
                       (long long)least, (long long)most, stage);
}

static void add_price_alone(const struct answer *answer, const char *stage, bool gains,
                            int64_t least, int64_t most)
{
    const husly_language language = answer->language;
    if (least == most && most == 1)
        text_add_words(
            answer->out, language,
            gains ? WORDS_LATER("gains 1 point of %s") : WORDS_LATER("costs 1 point of %s"), stage);
    else if (least == most && gains)
        text_add_words(answer->out, language, "gains %lld points of %s", (long long)least, stage);
    else if (least == most)
        text_add_words(answer->out, language, "costs %lld points of %s", (long long)least, stage);
    else if (gains)
        text_add_words(answer->out, language, "gains between %lld and %lld points of %s",
                       (long long)least, (long long)most, stage);
    else
        text_add_words(answer->out, language, "costs between %lld and %lld points of %s",
                       (long long)least, (long long)most, stage);
}

/* What a plan costs more, or saves, in stage cost: kroner until the next round. */
static void add_price_kroner(const struct answer *answer, bool gains, int64_t least, int64_t most)
{
    const husly_language language = answer->language;
    struct text low = {0}, high = {0};
    amount_add(&low, least, language == HUSLY_DANISH ? ',' : '.');
    amount_add(&high, most, language == HUSLY_DANISH ? ',' : '.');
    if (least == most && gains)
        text_add_words(answer->out, language, "saves %s kr. until the next round",
                       text_string(&low));
    else if (least == most)
        text_add_words(answer->out, language, "costs %s kr. more until the next round",
                       text_string(&low));
    else if (gains)
        text_add_words(answer->out, language, "saves between %s and %s kr. until the next round",
                       text_string(&low), text_string(&high));
    else
        text_add_words(answer->out, language,
                       "costs between %s and %s kr. more until the next round", text_string(&low),
                       text_string(&high));
    answer->out->failed = answer->out->failed || low.failed || high.failed;
    text_free(&low);
    text_free(&high);
}

/* What the last stage that was told does, for the next to join. */
enum told { TOLD_NOTHING, TOLD_COST, TOLD_GAIN, TOLD_KRONER };

static enum told add_stage_price(const struct answer *answer, const husly_price *price,
                                 enum told before)
{
    const bool gains = price->most <= 0;
    const enum told now = gains ? TOLD_GAIN : TOLD_COST;
    const int64_t least = gains ? -price->most : price->least;
    const int64_t most = gains ? -price->least : price->most;
    const char *stage = answer_stage(answer, price->stage);
    if (price->stage == HUSLY_STAGE_COST) {
        text_add_string(answer->out, before != TOLD_NOTHING ? ", " : "");
        add_price_kroner(answer, gains, least, most);
        return TOLD_KRONER;
    }
    if (now == before) {
        add_price_also(answer, stage, least, most);
    } else {
        text_add_string(answer->out, before != TOLD_NOTHING ? ", " : "");
        add_price_alone(answer, stage, gains, least, most);
    }
    return now;
}

void answer_add_price(const struct answer *answer, const husly_option *option)
{
    enum told told = TOLD_NOTHING;
    for (size_t at = 0; at < option->price_count; at++) {
        if (option->prices[at].least != 0 || option->prices[at].most != 0)
            told = add_stage_price(answer, &option->prices[at], told);
    }
    if (told == TOLD_NOTHING)
        text_add_words(answer->out, answer->language, "costs nothing");
}

static void add_change(const struct answer *answer, const husly_change *change)
{
    if (change->to == NULL)
        text_add_words(answer->out, answer->language, "%s loses %s", change->household_id,
                       change->from);
    else if (change->from == NULL)
        text_add_words(answer->out, answer->language, "%s gets %s", change->household_id,
                       change->to);
    else
        text_add_words(answer->out, answer->language, "%s gets %s instead of %s",
                       change->household_id, change->to, change->from);
}

void answer_add_changes(const struct answer *answer, const husly_option *option)
{
    bool any = false;
    for (size_t at = 0; at < option->change_count; at++) {
        if (text_equal(option->changes[at].household_id, option->household_id))
            continue;
        text_add_string(answer->out, any ? ", " : "");
        add_change(answer, &option->changes[at]);
        any = true;
    }
    if (!any)
        text_add_words(answer->out, answer->language, "nobody else is affected");
}

void answer_add_obstacles(const struct answer *answer, const husly_option *option)
{
    const struct sentence_pair pair = {
        answer->problem, problem_find_household(answer->problem, option->household_id),
        problem_find_dwelling(answer->problem, option->dwelling_id), answer->language};
    for (size_t at = 0; at < option->obstacle_count; at++) {
        text_add_string(answer->out, at > 0 ? "; " : "");
        sentence_add(answer->out, &pair, &option->obstacles[at]);
    }
}

void answer_add_option(const struct answer *answer, const husly_option *option)
{
    switch (option->standing) {
    case HUSLY_CHOSEN:
        text_add_words(answer->out, answer->language, "the plan has it");
        break;
    case HUSLY_POSSIBLE:
        answer_add_price(answer, option);
        text_add_string(answer->out, "; ");
        answer_add_changes(answer, option);
        break;
    case HUSLY_UNKNOWN:
        text_add_words(answer->out, answer->language,
                       "the search was stopped before a plan with it was found");
        break;
    case HUSLY_CLOSED:
    case HUSLY_FORBIDDEN:
        answer_add_obstacles(answer, option);
        break;
    }
}

/* Says something of the asked household's reason; nothing for a code that there is not. */
static void add_said(const struct answer *answer, const char *code, reason_say *say)
{
    struct reasons *reasons = reasons_new(answer->problem);
    for (int reason = 0; reason <= REASON_NOT_PROVEN && reasons != NULL; reason++) {
        if (text_equal(reason_code((enum reason)reason), code))
            say(reasons, answer->explanation->household, (enum reason)reason, answer->language,
                answer->out);
    }
    answer->out->failed = answer->out->failed || reasons == NULL || reasons_failed(reasons);
    reasons_free(reasons);
}

/* No search stopped, for there was none. */
static bool is_unsearched(const husly_explanation *explanation)
{
    return explanation->hand_made &&
           text_equal(explanation->reason, reason_code(REASON_NOT_PROVEN));
}

void answer_add_reason(const struct answer *answer)
{
    if (is_unsearched(answer->explanation))
        text_add_words(answer->out, answer->language,
                       "The plan, which was made by hand, gives it none.");
    else
        add_said(answer, answer->explanation->reason, reason_sentence);
}

void answer_add_help(const struct answer *answer)
{
    const bool unsearched = is_unsearched(answer->explanation);
    add_said(answer, unsearched ? reason_code(REASON_COMPETITION) : answer->explanation->reason,
             reason_help);
}
