/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules of a round mean together, and with the round's date. */
#include "base/date.h"
#include "base/memory.h"
#include "base/words.h"
#include "io/read/reader.h"
#include "io/rulebook.h"
#include "model/self_payment.h"

/* The rule of a measure is told by its English name, which a file in Danish may hold as well. */
const char *reader_rule(const struct reader *reader, const char *rule)
{
    const struct rule_entry *entry = rulebook_find(rule);
    return reader_word(reader, TABLE_RULES, rule, entry == NULL ? rule : entry->danish);
}

/* The line of a rule in rules.csv, else 0. */
struct place reader_rule_place(const struct reader *reader, const char *rule)
{
    const struct setting *setting = round_setting(reader->round, rule);
    if (setting != NULL)
        return reader_place(reader, TABLE_RULES, setting->line, offsetof(struct setting, value));
    const char *name = reader->tables[TABLE_RULES].name;
    if (name == NULL)
        name = reader_word(reader, TABLE_RULES, table_names[TABLE_RULES].english,
                           table_names[TABLE_RULES].danish);
    return (struct place){name, 0, 0, reader_rule(reader, rule)};
}

/* Lives as long as the reader. */
static const char *date_missing(struct reader *reader)
{
    struct text wrong = {0};
    text_add_words(&wrong, reader->findings.language,
                   "the round date is missing; add the rule %s, or give --date",
                   reader_rule(reader, "round_date"));
    const char *kept =
        wrong.failed ? NULL : arena_text(reader->scratch, text_string(&wrong), wrong.size);
    reader->starved = reader->starved || kept == NULL;
    text_free(&wrong);
    return kept;
}

static void find_date(struct reader *reader)
{
    struct place at = {"--date", 0, 0, NULL};
    if (reader->date != NULL) {
        reader->no_date = date_parse(reader->date, &reader->round->policy.round_date);
        reader->round->date_overridden = true;
    } else if (round_setting(reader->round, "round_date") == NULL &&
               !reader->tables[TABLE_RULES].broken) {
        at = reader_rule_place(reader, "round_date");
        reader->no_date = date_missing(reader);
    }
    if (reader->no_date != NULL)
        finding_mistake(&reader->findings, at, "%s",
                        husly_words(reader->findings.language, reader->no_date));
}

/* "2021, 2025, 2026" */
static void add_shipped_years(struct text *years, year_is_shipped_fn *is_shipped)
{
    for (int year = 1900; year <= 9999; year++) {
        if (is_shipped(year))
            text_add_format(years, "%s%d", years->size == 0 ? "" : ", ", year);
    }
}

static void check_benefit_year(struct reader *reader)
{
    husly_policy *policy = &reader->round->policy;
    if (policy->benefit_year == 0) {
        if (policy->round_date == HUSLY_NO_DATE)
            return;
        policy->benefit_year = date_year(policy->round_date);
    }
    if (reader->year_is_shipped(policy->benefit_year))
        return;
    struct text years = {0};
    add_shipped_years(&years, reader->year_is_shipped);
    finding_mistake(&reader->findings, reader_rule_place(reader, "housing_benefit"),
                    "no parameters ship for %d; write one of %s, or %s with the rules %s, %s, %s, "
                    "%s and %s",
                    (int)policy->benefit_year, text_string(&years),
                    reader_word(reader, TABLE_RULES, "table", "tabel"),
                    reader_rule(reader, "hb_rent_max"), reader_rule(reader, "hb_threshold"),
                    reader_rule(reader, "hb_threshold_child"), reader_rule(reader, "hb_own"),
                    reader_rule(reader, "hb_max"));
    reader->starved = reader->starved || years.failed;
    text_free(&years);
}

static void check_benefit_table(struct reader *reader)
{
    static const char *const rules[] = {"hb_rent_max", "hb_threshold", "hb_threshold_child",
                                        "hb_own", "hb_max"};
    const bool wanted = reader->round->policy.housing_benefit == HUSLY_BENEFIT_TABLE;
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        const bool given = round_setting(reader->round, rules[i]) != NULL;
        if (wanted && !given)
            finding_mistake(&reader->findings, reader_rule_place(reader, "housing_benefit"),
                            "%s needs the rule %s; add it",
                            reader_word(reader, TABLE_RULES, "table", "tabel"),
                            reader_rule(reader, rules[i]));
        else if (given && !wanted)
            finding_warning(&reader->findings, reader_rule_place(reader, rules[i]),
                            "not read, since the rule %s is not %s",
                            reader_rule(reader, "housing_benefit"),
                            reader_word(reader, TABLE_RULES, "table", "tabel"));
    }
}

static void check_selfpay(struct reader *reader)
{
    husly_policy *policy = &reader->round->policy;
    if (policy->selfpay_year == SELF_PAYMENT_AUTO && policy->round_date != HUSLY_NO_DATE)
        policy->selfpay_year = date_year(policy->round_date);
    if (policy->selfpay_year <= 0 || self_payment_shipped(policy->selfpay_year))
        return;
    struct text years = {0};
    add_shipped_years(&years, self_payment_shipped);
    finding_mistake(&reader->findings, reader_rule_place(reader, "selfpay"),
                    "no amounts ship for %d; write one of %s, or %s", (int)policy->selfpay_year,
                    text_string(&years), reader_word(reader, TABLE_RULES, "none", "ingen"));
    reader->starved = reader->starved || years.failed;
    text_free(&years);
}

static void check_minutes(struct reader *reader)
{
    const husly_policy *policy = &reader->round->policy;
    const char *const blamed =
        round_setting(reader->round, "access_far") != NULL ? "access_far" : "access_near";
    if (policy->access_far <= policy->access_near)
        finding_mistake(&reader->findings, reader_rule_place(reader, blamed),
                        "%s is %d and %s %d; what is far must be more than what is near",
                        reader_rule(reader, "access_near"), (int)policy->access_near,
                        reader_rule(reader, "access_far"), (int)policy->access_far);
    if (policy->margin_full <= 0)
        finding_mistake(&reader->findings, reader_rule_place(reader, "margin_full"),
                        "the margin that earns all points must be more than 0");
}

static void check_cost(struct reader *reader)
{
    const husly_policy *policy = &reader->round->policy;
    bool counts = false;
    for (int i = 0; i < policy->stage_count; i++)
        counts = counts || policy->stages[i] == HUSLY_STAGE_COST;
    if (counts && policy->fallback_cost == HUSLY_NO_AMOUNT &&
        policy->fallback_rent == HUSLY_NO_AMOUNT)
        finding_mistake(&reader->findings, reader_rule_place(reader, "stages"),
                        "stage %s needs the rule %s or %s, what a household without any place "
                        "costs; add one",
                        reader_word(reader, TABLE_RULES, "cost", "udgift"),
                        reader_rule(reader, "fallback_cost"), reader_rule(reader, "fallback_rent"));
}

void rules_join(struct reader *reader)
{
    find_date(reader);
    if (reader->tables[TABLE_RULES].broken)
        return;
    if (reader->round->policy.housing_benefit == HUSLY_BENEFIT_YEAR)
        check_benefit_year(reader);
    check_benefit_table(reader);
    check_selfpay(reader);
    check_minutes(reader);
    check_cost(reader);
    measure_weights_check(reader);
}
