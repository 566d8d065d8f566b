/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "base/words.h"
#include "report/verify/verify.h"
#include "rules/rule.h"
#include "rules/sentence.h"

/* Where the plan places a household; no line where it does not. */
static struct place placement_place(const struct verification *verification, int household)
{
    const struct result_table *table = &verification->result->placements;
    const char *id = household != NONE ? verification->problem->households[household].id : NULL;
    for (size_t at = 0; at < table->count && id != NULL; at++) {
        if (text_equal(table->rows[at].cells[PLACEMENT_HOUSEHOLD].text, id))
            return cell_place(table, &table->rows[at], PLACEMENT_DWELLING);
    }
    return (struct place){.source = table->source};
}

static const struct rule *rule_of(const char *code)
{
    int at = 0;
    while (!text_equal(rules[at]->code, code))
        at++;
    return rules[at];
}

static int rule_number(const char *code)
{
    return rule_of(code)->number;
}

/* A pair that breaks one of rules 1-7, with numbers only where values may be told. */
static void say_pair(const struct verification *verification, const struct breach *breach,
                     struct text *out)
{
    const husly_problem *problem = verification->problem;
    const struct sentence_pair pair = {problem, breach->household, breach->dwelling,
                                       verification->complaints->language};
    const struct judgement fault =
        rule_of(breach->rule)->judge(problem, breach->household, breach->dwelling);
    const husly_obstacle obstacle = {.rule = breach->rule,
                                     .what = fault.what,
                                     .amount = fault.amount,
                                     .given = fault.given,
                                     .limit = fault.limit};
    text_add_words(out, pair.language,
                   "%s cannot have %s (rule %d): ", problem->households[breach->household].id,
                   problem->dwellings[breach->dwelling].id, rule_number(breach->rule));
    if (verification->complaints->show_values)
        sentence_add(out, &pair, &obstacle);
    else
        text_add_string(out, sentence_brief(pair.language, fault.what));
}

static void say_pin(const struct verification *verification, const struct breach *breach,
                    struct text *out)
{
    text_add_words(out, verification->complaints->language,
                   "%s is pinned to %s (rule 7), and the plan does not give it",
                   verification->problem->households[breach->household].id,
                   verification->problem->dwellings[breach->dwelling].id);
}

static void say_limit(const struct verification *verification, const struct breach *breach,
                      struct text *out)
{
    const husly_language language = verification->complaints->language;
    const husly_obstacle obstacle = {.what = sentence_limit(verification->problem, breach->row),
                                     .unit = breach->row,
                                     .given = breach->used,
                                     .limit = breach->limit};
    text_add_words(out, language, "rule %d: ", rule_number(breach->rule));
    if (breach->household != NONE)
        text_add_format(out, "%s: ", verification->problem->households[breach->household].id);
    sentence_add_pinned(out, language, &obstacle);
}

static bool tell_breach(const struct breach *breach, void *user)
{
    struct verification *verification = user;
    const bool of_pair = rule_of(breach->rule)->judge != NULL && breach->household != NONE;
    struct text told = {0};
    if (of_pair && verification->placed[breach->household] == breach->dwelling)
        say_pair(verification, breach, &told);
    else if (of_pair)
        say_pin(verification, breach, &told);
    else
        say_limit(verification, breach, &told);
    complain(verification->complaints, placement_place(verification, breach->household), "%s",
             text_string(&told));
    text_free(&told);
    return !verification->complaints->closed;
}

bool verify_rules(struct verification *verification)
{
    const struct placing plan = {.dwelling_of = verification->placed};
    return rules_check(verification->problem, &plan, tell_breach, verification) != VERDICT_UNKNOWN;
}
