/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "report/verify/verify.h"
#include "rules/rule.h"

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

static int rule_number(const char *code)
{
    int at = 0;
    while (rules[at] != NULL && !text_equal(rules[at]->code, code))
        at++;
    return rules[at] != NULL ? rules[at]->number : 0;
}

static bool tell_breach(const struct breach *breach, void *user)
{
    struct verification *verification = user;
    struct complaints *complaints = verification->complaints;
    const struct place at = placement_place(verification, breach->household);
    const char *rule = husly_words(complaints->language, breach->rule);
    const bool personal = breach->household != NONE && !complaints->show_values;
    if (personal)
        complain(complaints, at, "breaks rule %d, %s: %s", rule_number(breach->rule), rule,
                 breach->row);
    else
        complain(complaints, at, "breaks rule %d, %s: %s (%lld, the limit is %lld)",
                 rule_number(breach->rule), rule, breach->row, (long long)breach->used,
                 (long long)breach->limit);
    return !complaints->closed;
}

void verify_rules(struct verification *verification)
{
    const struct placing plan = {.dwelling_of = verification->placed};
    rules_check(verification->problem, &plan, tell_breach, verification);
}
