/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The defaults that are shown are the defaults that hold, under both names; no name is there twice.
 */
#include "base/text.h"
#include "io/rule_value.h"
#include "io/rulebook.h"
#include "model/weights.h"
#include "support/check.h"
#include "support/parse.h"

/* rules.csv with every rule at the default it shows. */
static void add_defaults(struct text *file, bool danish)
{
    text_add_string(file, "rule,value\nround_date,2026-01-01\n");
    for (size_t i = 0; i < rulebook_count; i++) {
        const struct rule_entry *entry = &rulebook[i];
        if (entry->fallback[0] != '\0')
            text_add_format(file, "%s,%s\n", danish ? entry->danish : entry->name, entry->fallback);
    }
}

static husly_round *read_rules(const char *rules)
{
    const struct source sources[TABLE_END] = {
        [TABLE_HOUSEHOLDS] =
            parse_text("households.csv", "household_id,adults,children,max_rent\nH1,1,0,1\n"),
        [TABLE_DWELLINGS] =
            parse_text("dwellings.csv", "dwelling_id,section_id,rooms,rent\nD1,S1,1,1\n"),
        [TABLE_RULES] = parse_text("rules.csv", rules)};
    return parse_round(sources);
}

static void check_values(const husly_policy *policy)
{
    husly_policy usual;
    husly_policy_default(&usual);
    usual.round_date = policy->round_date;
    for (size_t i = 0; i < rulebook_count; i++) {
        struct text wanted = {0};
        struct text got = {0};
        rule_add_value(&wanted, &rulebook[i], &usual);
        rule_add_value(&got, &rulebook[i], policy);
        CHECK_TEXT(text_string(&got), text_string(&wanted));
        text_free(&wanted);
        text_free(&got);
    }
}

static void check_defaults(bool danish)
{
    struct text file = {0};
    add_defaults(&file, danish);
    husly_round *round = read_rules(text_string(&file));
    CHECK(round != NULL);
    if (round != NULL)
        check_values(&round->policy);
    husly_round_free(round);
    text_free(&file);
}

static void check_names(void)
{
    for (size_t i = 0; i < rulebook_count; i++) {
        CHECK(rulebook_find(rulebook[i].name) == &rulebook[i]);
        CHECK(rulebook_find(rulebook[i].danish) == &rulebook[i]);
        const husly_rule_info info = husly_rule(i);
        CHECK_TEXT(info.name, rulebook[i].name);
        CHECK(info.about[0] != '\0' && info.source[0] != '\0' && info.standing[0] != '\0');
    }
    CHECK(rulebook_find("rights") == NULL);
    CHECK_TEXT(rulebook_nearest("rights", false), "right");
    CHECK_TEXT(rulebook_nearest("rights", true), "anvisningsandel");
    CHECK_TEXT(rulebook_nearest("husleje", false), "affordability");
}

/* A shipped year, the round date's year, and none. */
static void check_benefit(void)
{
    husly_round *year = read_rules("rule,value\nround_date,2026-01-01\nhousing_benefit,2021\n");
    husly_round *automatic = read_rules("rule,value\nround_date,2025-07-01\nboligstøtte,auto\n");
    CHECK(year != NULL && year->policy.housing_benefit == HUSLY_BENEFIT_YEAR);
    CHECK(automatic != NULL && automatic->policy.housing_benefit == HUSLY_BENEFIT_YEAR);
    if (year != NULL && automatic != NULL) {
        CHECK_NUMBER(year->policy.benefit_year, 2021);
        CHECK_NUMBER(automatic->policy.benefit_year, 2025);
    }
    CHECK(read_rules("rule,value\nround_date,2024-07-01\nhousing_benefit,auto\n") == NULL);
    husly_round_free(year);
    husly_round_free(automatic);
}

/* A weight that is set wins over the profile's; self-payment of the round date's year. */
static void check_weights(void)
{
    husly_round *round = read_rules("rule,value\nround_date,2024-01-01\nprofile,recommended\n"
                                    "weight_size,0\negenbetaling,auto\nstages,need fit cost\n"
                                    "fallback_rent,20000\n");
    CHECK(round != NULL);
    if (round != NULL) {
        CHECK_NUMBER(round->policy.weights[HUSLY_WEIGHT_SIZE], 0);
        CHECK_NUMBER(weight_in_force(&round->policy, HUSLY_WEIGHT_SIZE), 0);
        CHECK_NUMBER(weight_in_force(&round->policy, HUSLY_WEIGHT_UNCHANGED), 200);
        CHECK_NUMBER(round->policy.selfpay_year, 2024);
        CHECK_NUMBER(round->policy.stages[2], HUSLY_STAGE_COST);
        round->policy.recommended = false;
        CHECK_NUMBER(weight_in_force(&round->policy, HUSLY_WEIGHT_UNCHANGED), 0);
    }
    husly_round_free(round);
}

int main(void)
{
    check_defaults(false);
    check_defaults(true);
    check_names();
    check_benefit();
    check_weights();
    return check_result();
}
