/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "model/round.h"
#include "report/explain/explain_block.h"
#include "report/explain/explain_decision.h"
#include "report/explain/explain_facts.h"
#include "report/explain/explain_goals.h"
#include "report/explain/explain_head.h"

/* Of the plans that cost no more, another may affect fewer. */
static bool may_affect_fewer(const struct answer *answer)
{
    for (size_t at = 0; at < answer->explanation->option_count; at++) {
        const husly_option *option = &answer->explanation->options[at];
        if (option->standing == HUSLY_POSSIBLE && !option->fewest)
            return true;
    }
    return false;
}

static void tell_fewest(const struct answer *answer, struct page *page)
{
    if (!may_affect_fewer(answer))
        return;
    page_end_line(page, 0);
    text_add_words(answer->out, answer->language,
                   "Where the search was stopped, perhaps fewer households would be affected.");
    page_end_line(page, 0);
}

static void tell_all(const struct answer *answer, struct page *page)
{
    static const husly_standing blocks[] = {HUSLY_POSSIBLE, HUSLY_UNKNOWN, HUSLY_CLOSED,
                                            HUSLY_FORBIDDEN};
    head_tell_plan(answer, page);
    for (size_t at = 0; at < sizeof blocks / sizeof *blocks; at++)
        block_tell(answer, page, blocks[at]);
    tell_fewest(answer, page);
}

/* A clause may end with "kr." */
static void end_sentence(struct text *text)
{
    if (text->size > 0 && text->bytes[text->size - 1] != '.')
        text_add_string(text, ".");
}

static void add_possible(const struct answer *answer, const husly_option *option)
{
    text_add_words(answer->out, answer->language, "%s did not get %s. A plan with %s in %s ",
                   option->household_id, option->dwelling_id, option->household_id,
                   option->dwelling_id);
    answer_add_price(answer, option);
    text_add_string(answer->out, ": ");
    answer_add_changes(answer, option);
}

static void add_forbidden(const struct answer *answer, const husly_option *option)
{
    const husly_explanation *explanation = answer->explanation;
    if (explanation->temporary[explanation->household] == explanation->dwelling) {
        text_add_words(answer->out, answer->language, "%s has %s as a temporary place",
                       option->household_id, option->dwelling_id);
        return;
    }
    text_add_words(answer->out, answer->language, "%s cannot have %s: ", option->household_id,
                   option->dwelling_id);
    answer_add_obstacles(answer, option);
}

static void tell_pair(const struct answer *answer, struct page *page, const husly_option *option)
{
    const char *household = option->household_id, *dwelling = option->dwelling_id;
    switch (option->standing) {
    case HUSLY_CHOSEN:
        head_tell_household(answer, page);
        return;
    case HUSLY_POSSIBLE:
        add_possible(answer, option);
        break;
    case HUSLY_UNKNOWN:
        text_add_words(answer->out, answer->language,
                       "%s did not get %s. Whether a lawful plan can give it is not known: the "
                       "search was stopped before one was found.",
                       household, dwelling);
        break;
    case HUSLY_CLOSED:
        text_add_words(answer->out, answer->language,
                       "%s cannot have %s, for no lawful plan has it: ", household, dwelling);
        answer_add_obstacles(answer, option);
        break;
    case HUSLY_FORBIDDEN:
        add_forbidden(answer, option);
        break;
    }
    end_sentence(answer->out);
    page_end_line(page, 0);
}

/* What the household has instead of the dwelling that was asked about. */
static void tell_instead(const struct answer *answer, struct page *page)
{
    const husly_explanation *explanation = answer->explanation;
    const int dwelling = explanation->placed[explanation->household];
    if (dwelling == explanation->dwelling)
        return;
    if (dwelling != NONE)
        text_add_words(answer->out, answer->language, "The plan gives %s %s.",
                       explanation->household_id, answer->problem->dwellings[dwelling].id);
    else
        text_add_words(answer->out, answer->language, "The plan gives %s no permanent dwelling.",
                       explanation->household_id);
    page_end_line(page, 0);
}

/* What goes with a price: how sure the changes are, and what would be paid. */
static void tell_terms(const struct answer *answer, struct page *page, const husly_option *option)
{
    if (option->standing != HUSLY_POSSIBLE)
        return;
    if (option->fewest)
        text_add_words(answer->out, answer->language,
                       "No plan that costs as little affects fewer households.");
    else
        text_add_words(answer->out, answer->language,
                       "The search was stopped: perhaps fewer households would be affected.");
    page_end_line(page, 0);
    facts_tell_losers(answer, page, option);
    goals_tell_difference(answer, page, option);
    facts_tell_rent(answer, page, answer->explanation->household, answer->explanation->dwelling);
}

/* What people have decided about the two, where the head of the household does not tell it. */
static void tell_decisions(const struct answer *answer, struct page *page,
                           const husly_option *option)
{
    const husly_explanation *explanation = answer->explanation;
    if (option->standing == HUSLY_CHOSEN)
        return;
    decision_tell_pin(answer, page, explanation->household);
    if (option->standing == HUSLY_POSSIBLE &&
        answer->problem->households[explanation->household].pin != NONE) {
        text_add_words(answer->out, answer->language,
                       "The price is told as if it were not pinned.");
        page_end_line(page, 0);
    }
    decision_tell_allowed(answer, page, explanation->household, explanation->dwelling);
}

/* The answer about one household and one dwelling. */
static void tell_both(const struct answer *answer, struct page *page)
{
    const husly_option *option = &answer->explanation->options[0];
    tell_pair(answer, page, option);
    tell_instead(answer, page);
    tell_decisions(answer, page, option);
    tell_terms(answer, page, option);
    head_tell_plan(answer, page);
}

static bool tell(const struct answer *answer, struct page *page)
{
    const husly_explanation *explanation = answer->explanation;
    bool done = true;
    if (explanation->household_id != NULL && explanation->dwelling_id != NULL) {
        tell_both(answer, page);
        return true;
    }
    if (explanation->household_id != NULL)
        head_tell_household(answer, page);
    else
        done = head_tell_dwelling(answer, page);
    tell_all(answer, page);
    return done;
}

husly_status husly_explanation_describe(const husly_explanation *explanation,
                                        const husly_problem *problem, husly_language language,
                                        husly_line_fn *on_line, void *user, husly_error *error)
{
    struct page page = {.on_line = on_line, .user = user};
    const struct answer answer = {explanation, problem, round_language(problem->round, language),
                                  &page.line};
    const bool done = tell(&answer, &page) && !page.line.failed;
    text_free(&page.line);
    return done ? HUSLY_OK : error_memory(error);
}
