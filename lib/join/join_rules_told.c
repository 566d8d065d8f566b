/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join of the rulebook, a round's settings and their text. */
#include <husly/report.h>

#include <string.h>

#include "base/date.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/words.h"
#include "io/measure.h"
#include "io/rule_value.h"
#include "model/round.h"
#include "report/rules_text.h"

struct teller {
    struct arena *arena;
    const husly_round *round; /* NULL: the defaults are told */
    husly_policy usual;
    const husly_policy *policy; /* in force */
    struct dialect dialect;
};

static struct teller teller_new(const husly_round *round, husly_language language)
{
    struct teller teller = {.arena = arena_new(), .round = round};
    const bool danish = language == HUSLY_DANISH;
    teller.dialect = (struct dialect){.delimiter = danish ? ';' : ',', .danish = danish};
    if (round != NULL)
        teller.usual = rule_usual_policy(&round->policy);
    else
        husly_policy_default(&teller.usual);
    return teller;
}

/* The value in the reader's words; NULL when memory ran out. */
static const char *value_of(const struct teller *teller, const struct rule_entry *entry,
                            const husly_policy *policy)
{
    struct text value = {0};
    rule_tell_value(&value, entry, policy, &teller->dialect);
    const char *told =
        value.failed ? NULL : arena_text(teller->arena, text_string(&value), value.size);
    text_free(&value);
    return told;
}

static const char *own_source(const struct teller *teller, const char *rule)
{
    const struct setting *setting =
        teller->round != NULL ? round_setting(teller->round, rule) : NULL;
    return setting != NULL ? setting->source : NULL;
}

static struct told_rule tell_rule(const struct teller *teller, const struct rule_entry *entry)
{
    static const char *const standings[] = {[RULE_VERIFIED] = WORDS_LATER("verified"),
                                            [RULE_HEARD_OF] = WORDS_LATER("not verified"),
                                            [RULE_CHOICE] = WORDS_LATER("no law sets the value")};
    const bool danish = teller->dialect.danish;
    const husly_language language = danish ? HUSLY_DANISH : HUSLY_ENGLISH;
    const bool has_usual = entry->fallback[0] != '\0';
    const bool has_value = teller->round != NULL || has_usual;
    return (struct told_rule){.name = danish ? entry->danish : entry->name,
                              .other_name = danish ? entry->name : entry->danish,
                              .value = has_value ? value_of(teller, entry, teller->policy) : "",
                              .usual = has_usual ? value_of(teller, entry, &teller->usual) : NULL,
                              .is_in_force =
                                  teller->round == NULL || rule_is_in_force(entry, teller->policy),
                              .about = husly_words(language, entry->about),
                              .own_source = own_source(teller, entry->name),
                              .source = husly_words(language, entry->source),
                              .standing = standings[entry->standing],
                              .is_benefit = entry->kind == RULE_BENEFIT};
}

static const char *measure_rule(const struct teller *teller, const char *measure, bool danish)
{
    struct text name = {0};
    measure_add_rule(&name, measure, danish);
    const char *told = name.failed ? NULL : arena_text(teller->arena, name.bytes, name.size);
    text_free(&name);
    return told;
}

/* The rule of one column, as that of all columns of its sort. */
static bool tell_weight(const struct teller *teller, const husly_measure_weight *weight,
                        struct told_rule *rule)
{
    const struct rule_entry *entry =
        rulebook_find(measure_is_access(weight->name) ? "weight_access" : "weight_points");
    const bool danish = teller->dialect.danish;
    const char *english = measure_rule(teller, weight->name, false);
    struct text value = {0};
    text_add_format(&value, "%lld", (long long)weight->weight);
    *rule = tell_rule(teller, entry);
    rule->name = measure_rule(teller, weight->name, danish);
    rule->other_name = measure_rule(teller, weight->name, !danish);
    rule->value = value.failed ? NULL : arena_text(teller->arena, value.bytes, value.size);
    rule->own_source = english == NULL ? NULL : own_source(teller, english);
    text_free(&value);
    return english != NULL && rule->name != NULL && rule->other_name != NULL && rule->value != NULL;
}

static bool tell_weights(const struct teller *teller, struct told_rules *told,
                         struct told_rule *rules)
{
    const husly_round *round = teller->round;
    for (size_t i = 0; round != NULL && i < round->measure_weight_count; i++) {
        if (!tell_weight(teller, &round->measure_weights[i], &rules[told->count++]))
            return false;
    }
    return true;
}

static bool tell_rules(const struct teller *teller, struct told_rules *told)
{
    const size_t weights = teller->round == NULL ? 0 : teller->round->measure_weight_count;
    struct told_rule *rules = arena_take(teller->arena, rulebook_count + weights, sizeof *rules);
    if (rules == NULL)
        return false;
    for (size_t i = 0; i < rulebook_count; i++) {
        rules[i] = tell_rule(teller, &rulebook[i]);
        if (rules[i].value == NULL || (rules[i].usual == NULL) == (rulebook[i].fallback[0] != '\0'))
            return false;
    }
    told->rules = rules;
    told->count = rulebook_count;
    return tell_weights(teller, told, rules);
}

static bool compose(const struct teller *teller, husly_language language, struct text *text)
{
    struct told_rules told = {0};
    char date[16] = "";
    if (!tell_rules(teller, &told))
        return false;
    if (teller->round != NULL) {
        date_print(teller->policy->round_date, date);
        told.date = date;
    }
    if (teller->policy->housing_benefit == HUSLY_BENEFIT_YEAR)
        told.benefit_year = teller->policy->benefit_year;
    rules_text_add(text, &told, language);
    return !text->failed;
}

husly_status husly_rules_describe(const husly_round *round, husly_language language,
                                  husly_line_fn *on_line, void *user, husly_error *error)
{
    if (round != NULL)
        language = round_language(round, language);
    struct teller teller = teller_new(round, language);
    teller.policy = round == NULL ? &teller.usual : &round->policy;
    struct text text = {0};
    const bool composed = teller.arena != NULL && compose(&teller, language, &text);
    if (composed)
        text_tell(&text, on_line, user);
    text_free(&text);
    arena_free(teller.arena);
    return composed ? HUSLY_OK : error_memory(error);
}
