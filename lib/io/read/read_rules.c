/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <string.h>

#include "base/date.h"
#include "base/memory.h"
#include "base/words.h"
#include "io/dialect.h"
#include "io/measure.h"
#include "io/read/cell.h"
#include "io/read/nearest.h"
#include "io/rulebook.h"
#include "model/self_payment.h"

/* One line of rules.csv on its way into the policy. */
struct ruling {
    struct reader *reader;
    const struct rule_entry *entry;
    const struct setting *setting;
    struct place at;
};

static void *target_of(const struct ruling *ruling)
{
    return (char *)&ruling->reader->round->policy + ruling->entry->offset;
}

/* Tells a wrong value; rules hold no personal data, yet the cell is quoted only on demand. */
static void refuse(const struct ruling *ruling, const char *wrong)
{
    finding_cell(&ruling->reader->findings, ruling->at, wrong, ruling->setting->value);
}

/* The same in a sentence that names values of the file. */
__attribute__((format(printf, 2, 3))) static void refuse_as(const struct ruling *ruling,
                                                            const char *format, ...)
{
    struct text wrong = {0};
    va_list parts;
    va_start(parts, format);
    text_add_list(&wrong, husly_words(ruling->reader->findings.language, format), parts);
    va_end(parts);
    refuse(ruling, text_string(&wrong));
    ruling->reader->starved = ruling->reader->starved || wrong.failed;
    text_free(&wrong);
}

static bool is_word(const char *text, const char *english, const char *danish)
{
    return text_equal_folded(text, english) || text_equal_folded(text, danish);
}

static void set_none(const struct ruling *ruling)
{
    void *target = target_of(ruling);
    switch (ruling->entry->kind) {
    case RULE_WHOLE:
        *(int32_t *)target = HUSLY_NO_NUMBER;
        break;
    case RULE_AMOUNT:
        *(husly_amount *)target = HUSLY_NO_AMOUNT;
        break;
    case RULE_SHARE:
        *(husly_share *)target = (husly_share){0, 0};
        break;
    case RULE_DATE:
    case RULE_POINTS:
    case RULE_BOOL:
    case RULE_WORDS:
    case RULE_STAGES:
    case RULE_BENEFIT:
    case RULE_SELFPAY:
    case RULE_WEIGHT:
        break; /* none of these may be none */
    }
}

static struct number_style numbers_of(const struct ruling *ruling)
{
    return dialect_numbers(ruling->reader->tables[TABLE_RULES].dialect.delimiter);
}

/* A whole number in the rule's range; `out` is set only then. */
static bool read_number(const struct ruling *ruling, int64_t *out)
{
    const struct rule_entry *entry = ruling->entry;
    int64_t number = 0;
    const char *wrong =
        whole_parse(ruling->setting->value, numbers_of(ruling), entry->low, INT64_MAX, &number);
    if (wrong != NULL) {
        refuse(ruling, wrong);
        return false;
    }
    if (number > entry->high) {
        finding_mistake(&ruling->reader->findings, ruling->at,
                        "too large; write a whole number from %lld to %lld", (long long)entry->low,
                        (long long)entry->high);
        return false;
    }
    *out = number;
    return true;
}

static void read_words(const struct ruling *ruling)
{
    const char *value = ruling->setting->value;
    const size_t word = word_find(ruling->entry->words, 2, value);
    if (word < 2) {
        *(bool *)target_of(ruling) = word == 1;
        return;
    }
    struct text wrong = {0};
    const bool danish = ruling->reader->tables[TABLE_RULES].dialect.danish;
    word_refuse(&wrong, ruling->reader->findings.language,
                &(struct vocabulary){ruling->entry->words, 2, danish}, value);
    refuse(ruling, text_string(&wrong));
    ruling->reader->starved = ruling->reader->starved || wrong.failed;
    text_free(&wrong);
}

static bool add_stage(husly_policy *policy, husly_stage stage)
{
    for (int i = 0; i < policy->stage_count; i++) {
        if (policy->stages[i] == stage)
            return false;
    }
    policy->stages[policy->stage_count++] = stage;
    return true;
}

static const char *told(const struct ruling *ruling, const char *english, const char *danish)
{
    return reader_word(ruling->reader, TABLE_RULES, english, danish);
}

static bool read_stage(const struct ruling *ruling, const char *name)
{
    husly_policy *policy = &ruling->reader->round->policy;
    bool added = false;
    if (is_word(name, "need", "behov")) {
        added = add_stage(policy, HUSLY_STAGE_NEED);
    } else if (is_word(name, "fit", "pasning")) {
        added = add_stage(policy, HUSLY_STAGE_FIT);
    } else if (is_word(name, "cost", "udgift")) {
        added = add_stage(policy, HUSLY_STAGE_COST);
    } else {
        refuse_as(ruling, "not stages (need, fit, cost) separated by blanks; write such as %s %s",
                  told(ruling, "need", "behov"), told(ruling, "fit", "pasning"));
        return false;
    }
    if (!added)
        refuse_as(ruling, "a stage is named twice; name each once");
    return added;
}

static void read_stages(const struct ruling *ruling)
{
    const char *value = ruling->setting->value;
    char *names = arena_text(ruling->reader->scratch, value, strlen(value));
    if (names == NULL) {
        ruling->reader->starved = true;
        return;
    }
    ruling->reader->round->policy.stage_count = 0;
    bool read = true;
    char *rest = names;
    for (char *name = strtok_r(names, " \t", &rest); name != NULL && read;
         name = strtok_r(NULL, " \t", &rest))
        read = read_stage(ruling, name);
}

/* Years are told from other numbers by their four digits; which ones ship is known elsewhere. */
static void read_benefit_year(const struct ruling *ruling)
{
    husly_policy *policy = &ruling->reader->round->policy;
    int64_t year = 0;
    const char *wrong = whole_parse(ruling->setting->value, numbers_of(ruling), 1900, 9999, &year);
    if (wrong != NULL || strlen(ruling->setting->value) != 4) {
        refuse_as(ruling, "neither %s, auto, %s nor a year; write such as auto",
                  told(ruling, "none", "ingen"), told(ruling, "table", "tabel"));
        return;
    }
    policy->housing_benefit = HUSLY_BENEFIT_YEAR;
    policy->benefit_year = (int32_t)year;
}

static void read_benefit(const struct ruling *ruling)
{
    husly_policy *policy = &ruling->reader->round->policy;
    const char *value = ruling->setting->value;
    if (is_word(value, "none", "ingen")) {
        policy->housing_benefit = HUSLY_BENEFIT_NONE;
    } else if (is_word(value, "table", "tabel")) {
        policy->housing_benefit = HUSLY_BENEFIT_TABLE;
    } else if (is_word(value, "auto", "automatisk")) {
        policy->housing_benefit = HUSLY_BENEFIT_YEAR;
        policy->benefit_year = 0; /* the round date's, once that is known */
    } else {
        read_benefit_year(ruling);
    }
}

static void read_selfpay(const struct ruling *ruling)
{
    const char *value = ruling->setting->value;
    int32_t *target = target_of(ruling);
    int64_t year = 0;
    if (is_word(value, "none", "ingen"))
        *target = 0;
    else if (is_word(value, "auto", "automatisk"))
        *target = SELF_PAYMENT_AUTO;
    else if (whole_parse(value, numbers_of(ruling), 1900, 9999, &year) == NULL &&
             strlen(value) == 4)
        *target = (int32_t)year;
    else
        refuse_as(ruling, "neither %s, auto nor a year; write such as auto",
                  told(ruling, "none", "ingen"));
}

static void read_whole_rule(const struct ruling *ruling)
{
    int64_t number = 0;
    if (read_number(ruling, &number))
        *(int32_t *)target_of(ruling) = (int32_t)number;
}

static void read_value(const struct ruling *ruling)
{
    const char *value = ruling->setting->value;
    const char *wrong = NULL;
    switch (ruling->entry->kind) {
    case RULE_DATE:
        wrong = date_parse(value, target_of(ruling));
        break;
    case RULE_WHOLE:
        read_whole_rule(ruling);
        break;
    case RULE_POINTS:
    case RULE_WEIGHT:
        read_number(ruling, target_of(ruling));
        break;
    case RULE_AMOUNT:
        wrong = amount_parse(value, numbers_of(ruling), target_of(ruling));
        break;
    case RULE_SHARE:
        wrong = share_parse(value, numbers_of(ruling), target_of(ruling));
        break;
    case RULE_BOOL:
        if (!cell_bool(value, target_of(ruling)))
            wrong = cell_not_bool;
        break;
    case RULE_WORDS:
        read_words(ruling);
        break;
    case RULE_STAGES:
        read_stages(ruling);
        break;
    case RULE_BENEFIT:
        read_benefit(ruling);
        break;
    case RULE_SELFPAY:
        read_selfpay(ruling);
        break;
    }
    if (wrong != NULL)
        refuse(ruling, wrong);
}

/* A departure that people must be able to trace names who decided it. */
static void require_source(const struct ruling *ruling)
{
    const struct setting *setting = ruling->setting;
    const bool departs = ruling->entry->kind == RULE_BOOL
                             ? *(const bool *)target_of(ruling)
                             : !is_word(setting->value, "none", "ingen");
    if (!ruling->entry->needs_source || !departs || setting->source != NULL ||
        ruling->reader->sources_follow)
        return;
    const struct place at =
        reader_place(ruling->reader, TABLE_RULES, setting->line, offsetof(struct setting, source));
    finding_mistake(&ruling->reader->findings, at,
                    "empty; the rule %s needs a text that says who decided it and when",
                    reader_rule(ruling->reader, setting->rule));
}

static void read_ruling(const struct ruling *ruling)
{
    const char *value = ruling->setting->value;
    const struct rule_entry *entry = ruling->entry;
    if (value == NULL) {
        /* The caller's date wins over one that is not there yet. */
        if (entry->kind != RULE_DATE || ruling->reader->date == NULL)
            finding_mistake(&ruling->reader->findings, ruling->at, "no value for %s yet; %s",
                            reader_rule(ruling->reader, entry->name),
                            husly_words(ruling->reader->findings.language, entry->about));
        return;
    }
    if (entry->may_be_none && is_word(value, "none", "ingen"))
        set_none(ruling);
    else
        read_value(ruling);
    require_source(ruling);
}

/* False where no rule has that name. */
static bool read_setting(struct reader *reader, struct setting *setting)
{
    const struct place named =
        reader_place(reader, TABLE_RULES, setting->line, offsetof(struct setting, rule));
    if (measure_of_rule(setting->rule) != NULL)
        return measure_weight_read(reader, setting);
    const struct rule_entry *entry = rulebook_find(setting->rule);
    if (entry == NULL) {
        finding_mistake(
            &reader->findings, named, "no rule of this name; the nearest is %s",
            rulebook_nearest(setting->rule, reader->tables[TABLE_RULES].dialect.danish));
        return false;
    }
    setting->rule = entry->name;
    const struct place at =
        reader_place(reader, TABLE_RULES, setting->line, offsetof(struct setting, value));
    const struct ruling ruling = {reader, entry, setting, at};
    read_ruling(&ruling);
    return true;
}

static bool is_second(const husly_round *round, size_t index)
{
    for (size_t i = 0; i < index; i++) {
        if (text_equal(round->settings[i].rule, round->settings[index].rule))
            return true;
    }
    return false;
}

static void read_once(struct reader *reader, size_t index)
{
    struct setting *setting = &reader->round->settings[index];
    if (setting->rule == NULL || !read_setting(reader, setting) || !is_second(reader->round, index))
        return;
    const struct place at =
        reader_place(reader, TABLE_RULES, setting->line, offsetof(struct setting, rule));
    finding_mistake(&reader->findings, at, "the rule %s is there twice; keep one line",
                    reader_rule(reader, setting->rule));
}

void rules_read(struct reader *reader)
{
    reader->round->measure_weight_count = 0;
    for (size_t i = 0; i < reader->round->setting_count && !finding_full(&reader->findings); i++)
        read_once(reader, i);
    rules_join(reader);
}
