/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/text.h"
#include "rules/benefit.h"
#include "rules/conflict.h"
#include "rules/rule.h"
#include "rules/sentence.h"

const char *pins_file(const husly_problem *problem)
{
    const char *english = "decisions.csv";
    const struct table_name *table = table_names;
    while (!text_equal(table->english, english))
        table++;
    for (size_t index = 0; index < problem->round->input_count; index++) {
        if (text_equal(problem->round->inputs[index].name, table->danish))
            return table->danish;
    }
    return english;
}

husly_language pins_language(const husly_problem *problem, const husly_error *error)
{
    if (error != NULL && error->language != HUSLY_LANGUAGE_AUTO)
        return error->language;
    return problem->round->dialect.danish ? HUSLY_DANISH : HUSLY_ENGLISH;
}

/* The first rule that does not let the household have the dwelling; NULL when it may. */
static const struct rule *broken_rule(const husly_problem *problem, int household, int dwelling)
{
    for (const struct rule *const *rule = rules; *rule != NULL; rule++) {
        if ((*rule)->judge != NULL && !(*rule)->judge(problem, household, dwelling).holds)
            return *rule;
    }
    return NULL;
}

static husly_status refuse_pin(const husly_problem *problem, const struct decision *pin,
                               int household, const struct rule *rule, husly_error *error)
{
    const bool danish = problem->round->dialect.danish;
    struct place place = {.source = pins_file(problem),
                          .line = pin->given->line,
                          .field = danish ? "beslutning" : "decision"};
    const char *own = problem->households[pin->household].id;
    const char *other = problem->households[household].id;
    const char *home = problem->dwellings[pin->dwelling].id;
    const char *what = sentence_brief(pins_language(problem, error),
                                      rule->judge(problem, household, pin->dwelling).what);
    if (household == pin->household)
        return error_set(error, HUSLY_E_INPUT, place,
                         "%s cannot be pinned to %s: %s; take the pin back, or correct what stands "
                         "in the way",
                         own, home, what);
    return error_set(error, HUSLY_E_INPUT, place,
                     "%s cannot be pinned to %s, for its party comes along, and for %s it is: %s; "
                     "take the pin back, or correct what stands in the way",
                     own, home, other, what);
}

/* The first thing wrong with one pin: its own pair, or that of another of its party. */
static husly_status check_pin(const husly_problem *problem, const struct decision *pin,
                              husly_error *error)
{
    const struct rule *rule = broken_rule(problem, pin->household, pin->dwelling);
    if (rule != NULL)
        return refuse_pin(problem, pin, pin->household, rule, error);
    const int party = problem->households[pin->household].party;
    for (int household = party != NONE ? problem->of_party.first[party] : NONE; household != NONE;
         household = problem->of_party.next[household]) {
        if (problem->households[household].pin != pin->dwelling)
            continue;
        rule = broken_rule(problem, household, pin->dwelling);
        if (rule != NULL)
            return refuse_pin(problem, pin, household, rule, error);
    }
    return HUSLY_OK;
}

/* Tells a refused pin; false when no more are wanted. The first one stays in `error`. */
static bool tell_refused(const husly_error *refused, husly_finding_fn *tell, void *user,
                         husly_error *error)
{
    if (error != NULL && error->status == HUSLY_OK)
        *error = *refused;
    const husly_finding finding = {HUSLY_MISTAKE,    refused->source, refused->line,
                                   refused->column,  refused->field,  refused->text,
                                   refused->language};
    return tell != NULL && tell(&finding, user);
}

static husly_status check_benefit_year(const husly_policy *policy, husly_error *error)
{
    if (policy->housing_benefit != HUSLY_BENEFIT_YEAR ||
        benefit_year_find(policy->benefit_year) != NULL)
        return HUSLY_OK;
    return error_set(error, HUSLY_E_ARGUMENT, (struct place){.field = "housing_benefit"},
                     "the figures of %d are not shipped; take another year or a table of your own",
                     (int)policy->benefit_year);
}

husly_status rules_check_pins(const husly_problem *problem, husly_finding_fn *tell, void *user,
                              husly_error *error)
{
    husly_status status = check_benefit_year(&problem->policy, error);
    bool more = status == HUSLY_OK;
    for (int index = 0; index < problem->decision_count && more; index++) {
        const struct decision *row = &problem->decisions[index];
        husly_error refused = {.language = pins_language(problem, error)};
        if (row->given->decision != HUSLY_PIN || check_pin(problem, row, &refused) == HUSLY_OK)
            continue;
        status = HUSLY_E_INPUT;
        more = tell_refused(&refused, tell, user, error);
    }
    return status;
}
