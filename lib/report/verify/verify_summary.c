/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "base/date.h"
#include "base/memory.h"
#include "base/text.h"
#include "report/verify/summary_fields.h"
#include "report/verify/verify.h"
#include "report/verify/verify_loads.h"

static struct place summary_place(const char *field)
{
    return (struct place){.source = "summary.json", .field = field};
}

static bool is_placed(const struct verification *verification, int household)
{
    return verification->placed[household] != NONE;
}

static void verify_counts(const struct verification *verification, const struct summary_part *top)
{
    const husly_problem *problem = verification->problem;
    int64_t persons = 0, placed = 0, persons_placed = 0;
    for (int h = 0; h < problem->household_count; h++) {
        const int own = problem->households[h].persons;
        persons += own;
        placed += is_placed(verification, h);
        persons_placed += is_placed(verification, h) ? own : 0;
    }
    summary_number(top, "households", problem->household_count);
    summary_number(top, "placed", placed);
    summary_number(top, "unplaced", problem->household_count - placed);
    summary_number(top, "persons", persons);
    summary_number(top, "persons_placed", persons_placed);
}

/* Why a run stopped cannot be worked out again; that it proved everything can. */
static void verify_outcome(const struct verification *verification, const struct summary_part *top)
{
    static const char *const outcomes[] = {"proven", "gap", "limit", "interrupted"};
    const struct place at = summary_place("outcome");
    const struct json_value *stated = json_find(top->object, "outcome");
    const char *word = stated != NULL && stated->type == JSON_STRING ? stated->string : NULL;
    bool known = false;
    for (size_t index = 0; index < sizeof outcomes / sizeof *outcomes; index++)
        known = known || text_equal(word, outcomes[index]);
    if (!known)
        complain(top->complaints, at, "none of proven, gap, limit and interrupted");
    else if (text_equal(word, "proven") && !verification->all_proven)
        complain(top->complaints, at, "is proven, though not every stage is");
}

static void verify_head(const struct verification *verification, const struct summary_part *top)
{
    char date[16];
    date_print(verification->problem->policy.round_date, date);
    summary_string(top, "round_date", date);
    summary_bool(top, "date_from_option", verification->problem->round->date_overridden);
    verify_outcome(verification, top);
}

static void verify_reasons(const struct verification *verification, const struct summary_part *top)
{
    const struct json_value *stated = json_find(top->object, "unplaced_by_reason");
    const struct summary_part part = {stated, "unplaced_by_reason", NULL, top->complaints};
    size_t kinds = 0;
    for (int reason = 0; reason <= REASON_NOT_PROVEN; reason++) {
        if (verification->reasons[reason] == 0)
            continue;
        kinds++;
        summary_number(&part, reason_code((enum reason)reason), verification->reasons[reason]);
    }
    if (stated == NULL || stated->type != JSON_OBJECT)
        complain(top->complaints, summary_place("unplaced_by_reason"), "is missing");
    else
        summary_count(stated->first, "unplaced_by_reason", kinds, top->complaints);
}

/* Households of one size, and how many of them are placed. */
static void count_size(const struct verification *verification, int64_t persons,
                       int64_t *households, int64_t *placed)
{
    *households = *placed = 0;
    for (int h = 0; h < verification->problem->household_count; h++) {
        if (verification->problem->households[h].persons != persons)
            continue;
        ++*households;
        *placed += is_placed(verification, h);
    }
}

/* Sizes ascend, so that none stands twice; together they hold every household. */
static void verify_sizes(const struct verification *verification, const struct summary_part *top)
{
    int64_t last = 0, seen = 0;
    const struct json_value *item = summary_list(top->object, "placed_by_size", top->complaints);
    for (; item != NULL; item = item->next) {
        const struct json_value *persons = json_find(item, "persons");
        if (persons == NULL || persons->type != JSON_NUMBER || persons->number <= last) {
            complain(top->complaints, summary_place("placed_by_size"),
                     "the sizes are not in ascending order");
            return;
        }
        last = persons->number;
        char size[24];
        snprintf(size, sizeof size, "%lld", (long long)last);
        const struct summary_part part = {item, "placed_by_size", size, top->complaints};
        int64_t households = 0, placed = 0;
        count_size(verification, last, &households, &placed);
        summary_number(&part, "households", households);
        summary_number(&part, "placed", placed);
        seen += households;
    }
    if (seen != verification->problem->household_count)
        complain(top->complaints, summary_place("placed_by_size"),
                 "does not hold the size of every household");
}

static const char *rule_value(const struct outcome *rules, const char *rule)
{
    for (size_t at = 0; at < rules->rule_count; at++) {
        if (text_equal(rules->rules[at].rule, rule))
            return rules->rules[at].value;
    }
    return NULL;
}

/* Who has neither a dwelling nor a temporary place, ordered by id, and at what cost each. */
static void verify_fallback(const struct verification *verification, const struct summary_part *top)
{
    const struct place at = summary_place("fallback.households");
    const husly_problem *problem = verification->problem;
    const struct json_value *stated = json_find(top->object, "fallback");
    const struct summary_part part = {stated, "fallback", NULL, top->complaints};
    summary_string(&part, "cost", rule_value(verification->rules, "fallback_cost"));
    summary_string(&part, "rent", rule_value(verification->rules, "fallback_rent"));
    const struct json_value *item = summary_list(stated, "households", top->complaints);
    for (int h = 0; h < problem->household_count; h++) {
        if (is_placed(verification, h) || verification->temporary[h] != NONE ||
            problem_has_shelter(&problem->households[h]))
            continue;
        if (item == NULL || item->type != JSON_STRING ||
            !text_equal(item->string, problem->households[h].id)) {
            complain(top->complaints, at, "lacks %s, or is not in order",
                     problem->households[h].id);
            return;
        }
        item = item->next;
    }
    if (item != NULL)
        complain(top->complaints, at, "names somebody who has a place");
}

static void verify_rules_told(const struct verification *verification,
                              const struct summary_part *top)
{
    const struct outcome *rules = verification->rules;
    const struct json_value *list = summary_list(top->object, "rules", top->complaints);
    struct summary_items items = {list, list};
    const struct json_value *apart = summary_list(top->object, "non_default", top->complaints);
    size_t apart_count = 0;
    summary_count(list, "rules", rules->rule_count, top->complaints);
    for (size_t at = 0; at < rules->rule_count; at++) {
        const struct rule_row *row = &rules->rules[at];
        const struct json_value *item =
            summary_item(&items, "rules", "rule", row->rule, top->complaints);
        if (item == NULL)
            continue;
        const struct summary_part part = {item, "rules", row->rule, top->complaints};
        summary_string(&part, "value", row->value);
        summary_string(&part, "default", row->usual);
        summary_string(&part, "source", row->source);
        if (!row->is_set_apart)
            continue;
        apart_count++;
        if (apart == NULL || apart->type != JSON_STRING || !text_equal(apart->string, row->rule))
            complain(top->complaints, summary_place("non_default"),
                     "lacks %s, or is in another order than the rules", row->rule);
        apart = apart != NULL ? apart->next : NULL;
    }
    if (apart != NULL)
        complain(top->complaints, summary_place("non_default"),
                 "names more than the %zu rules that differ from their default", apart_count);
    summary_bool(top, "listed_areas_allowed", rules->listed_allowed_source != NULL);
    summary_string(top, "listed_areas_source", rules->listed_allowed_source);
}

bool verify_summary(struct verification *verification)
{
    const struct summary_part top = {verification->result->summary, "", NULL,
                                     verification->complaints};
    verify_head(verification, &top);
    verify_counts(verification, &top);
    verify_reasons(verification, &top);
    verify_sizes(verification, &top);
    verify_fallback(verification, &top);
    verify_rules_told(verification, &top);
    return verify_loads(verification);
}
