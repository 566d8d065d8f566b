/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where dwellings that would take the household are closed one by one, rule 9: why, and what would
 * open them. */
#include "report/reason/help_parts.h"
#include "rules/sentence.h"

static const char *const closings[] = {"waiting",        "let",      "above_market",
                                       "above_max_rent", "not_turn", "not_offered"};
enum { CLOSINGS = sizeof closings / sizeof closings[0] };

struct judgement survey_closed(const husly_problem *problem, int dwelling)
{
    return rule_right.judge(problem, NONE, dwelling);
}

bool survey_closed_otherwise(const husly_problem *problem, int dwelling)
{
    const struct judgement closed = survey_closed(problem, dwelling);
    return !closed.holds && !text_equal(closed.what, "not_offered");
}

/* Whether one of the dwellings that would take the household is closed, for more than want of an
 * offer. */
static bool takes_closed(const struct phrase *phrase)
{
    for (int d = 0; d < phrase->problem->dwelling_count; d++) {
        if (reasons_take(phrase->reasons, d) && survey_closed_otherwise(phrase->problem, d))
            return true;
    }
    return false;
}

static void count_closed(const struct phrase *phrase, struct phrase_count *counts)
{
    for (int d = 0; d < phrase->problem->dwelling_count; d++) {
        if (!reasons_take(phrase->reasons, d))
            continue;
        const char *what = survey_closed(phrase->problem, d).what;
        for (int at = 0; at <= CLOSINGS; at++)
            counts[at].count += text_equal(counts[at].key, what);
    }
}

bool phrase_closed(const struct phrase *phrase, bool single)
{
    if (!takes_closed(phrase))
        return false;
    struct phrase_count counts[CLOSINGS + 1] = {
        [CLOSINGS] = {NULL, WORDS_LATER("the municipality's right leaves 0 there"), 0}};
    for (int at = 0; at < CLOSINGS; at++)
        counts[at] =
            (struct phrase_count){closings[at], sentence_brief(HUSLY_ENGLISH, closings[at]), 0};
    count_closed(phrase, counts);
    if (single)
        phrase_add(phrase, " It cannot be had in this round");
    else
        phrase_add(phrase, " None of them can be had in this round");
    phrase_counts(phrase, counts, CLOSINGS + 1);
    text_add_string(phrase->out, ".");
    return true;
}

/* One more of the conditions that open a dwelling. */
static void begin_condition(const struct phrase *phrase, bool *any)
{
    if (*any)
        phrase_add(phrase, " and ");
    *any = true;
}

static void add_rents(const struct phrase *phrase, const struct dwelling *home, bool *any)
{
    const husly_section *section = phrase->problem->sections[home->section].given;
    const husly_amount market = home->given->market_rent;
    const husly_amount most = section == NULL ? HUSLY_NO_AMOUNT : section->max_rent;
    if (market != HUSLY_NO_AMOUNT && home->rent > market) {
        begin_condition(phrase, any);
        phrase_add(phrase, "its rent were at most %s a month", piece_kroner(phrase, market).words);
    }
    if (most != HUSLY_NO_AMOUNT && home->rent + home->utilities > most) {
        begin_condition(phrase, any);
        phrase_add(phrase, "its rent with utilities were at most %s a month",
                   piece_kroner(phrase, most).words);
    }
}

/* All that would have to be; false where it is nothing that anybody can change for this round. */
static bool add_conditions(const struct phrase *phrase, int dwelling)
{
    const struct dwelling *home = &phrase->problem->dwellings[dwelling];
    const bool counted = home->kind == HUSLY_KIND_FAMILY || home->kind == HUSLY_KIND_YOUTH;
    bool any = false;
    if (home->given->status == HUSLY_VACANCY_LET || !home->is_turn)
        return false;
    if (home->given->status == HUSLY_VACANCY_WAITING) {
        begin_condition(phrase, &any);
        phrase_add(phrase, "its landlord agreed to it");
    }
    add_rents(phrase, home, &any);
    if (phrase->problem->policy.right_offered_only && counted && !home->offered) {
        begin_condition(phrase, &any);
        phrase_add(phrase, "it were offered to the municipality");
    }
    return any;
}

void help_closed(const struct phrase *phrase)
{
    int told = 0;
    for (int d = 0; d < phrase->problem->dwelling_count && told < HELP_PLACES; d++) {
        struct text condition = {0};
        const struct phrase inner = phrase_into(phrase, &condition);
        if (reasons_take(phrase->reasons, d) && add_conditions(&inner, d))
            phrase_add(phrase,
                       told++ == 0 ? WORDS_LATER("Rule 9 would allow %s if %s")
                                   : WORDS_LATER("; %s if %s"),
                       phrase->problem->dwellings[d].id, text_string(&condition));
        phrase->out->failed = phrase->out->failed || condition.failed;
        text_free(&condition);
    }
    if (told > 0)
        text_add_string(phrase->out, ".");
    else
        phrase_add(phrase,
                   "What is let, or not the municipality's turn, cannot be had in this round.");
}
