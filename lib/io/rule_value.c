/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/rule_value.h"

#include <husly/solve.h>

#include "base/amount.h"
#include "base/text.h"
#include "base/wide.h"
#include "io/dialect.h"
#include "io/write/cell_write.h"
#include "model/self_payment.h"
#include "model/weights.h"

/* How a value is told. */
struct telling {
    struct text *text;
    const struct dialect *dialect;
    bool exact; /* a share is read back as it is held, else told in per cent where it can be */
};

static void tell(const struct telling *telling, const char *english, const char *danish)
{
    text_add_string(telling->text, dialect_word(telling->dialect, english, danish));
}

static void tell_none(const struct telling *telling)
{
    tell(telling, "none", "ingen");
}

static void tell_number(const struct telling *telling, int64_t number)
{
    text_add_format(telling->text, "%lld", (long long)number);
}

static void tell_share(const struct telling *telling, husly_share share)
{
    const wide basis_points = (wide)share.part * 10000;
    if (share.whole == 0)
        tell_none(telling);
    else if (telling->exact || basis_points % share.whole != 0)
        cell_add_share(telling->text, share, telling->dialect);
    else
        cell_add_share(telling->text, (husly_share){(int64_t)(basis_points / share.whole), 10000},
                       telling->dialect);
}

static const char *const danish_stages[HUSLY_STAGE_END] = {
    [HUSLY_STAGE_NEED] = "behov", [HUSLY_STAGE_FIT] = "pasning", [HUSLY_STAGE_COST] = "udgift"};

/* A stage that nobody knows is told by its number. */
static void tell_stages(const struct telling *telling, const husly_policy *policy)
{
    for (int i = 0; i < policy->stage_count && i < HUSLY_STAGE_END; i++) {
        const husly_stage stage = policy->stages[i];
        if (i > 0)
            text_add_string(telling->text, " ");
        if (husly_stage_name(stage) == NULL)
            tell_number(telling, (int64_t)stage);
        else
            tell(telling, husly_stage_name(stage), danish_stages[stage]);
    }
}

static void tell_benefit(const struct telling *telling, const husly_policy *policy)
{
    switch (policy->housing_benefit) {
    case HUSLY_BENEFIT_NONE:
        tell_none(telling);
        break;
    case HUSLY_BENEFIT_YEAR:
        if (policy->benefit_year == 0)
            text_add_string(telling->text, "auto");
        else
            tell_number(telling, policy->benefit_year);
        break;
    case HUSLY_BENEFIT_TABLE:
        tell(telling, "table", "tabel");
        break;
    }
}

static void tell_selfpay(const struct telling *telling, int32_t year)
{
    if (year == 0)
        tell_none(telling);
    else if (year == SELF_PAYMENT_AUTO)
        text_add_string(telling->text, "auto");
    else
        tell_number(telling, year);
}

/* A weight that is not set has no value to be read back; what it comes to is the profile's. */
static void tell_weight(const struct telling *telling, const husly_policy *policy, size_t offset)
{
    const size_t index = (offset - offsetof(husly_policy, weights)) / sizeof policy->weights[0];
    if (!telling->exact)
        tell_number(telling, weight_in_force(policy, (husly_weight)index));
    else if (policy->weights[index] != HUSLY_NO_WEIGHT)
        tell_number(telling, policy->weights[index]);
}

static void tell_whole(const struct telling *telling, int32_t number)
{
    if (number == HUSLY_NO_NUMBER)
        tell_none(telling);
    else
        tell_number(telling, number);
}

static void tell_kroner(const struct telling *telling, husly_amount amount)
{
    if (amount == HUSLY_NO_AMOUNT)
        tell_none(telling);
    else
        amount_add(telling->text, amount, dialect_decimal(telling->dialect));
}

static void tell_value(const struct telling *telling, const struct rule_entry *entry,
                       const husly_policy *policy)
{
    const void *const field = (const char *)policy + entry->offset;
    const struct word *word;
    switch (entry->kind) {
    case RULE_DATE:
        cell_add_date(telling->text, *(const husly_date *)field);
        break;
    case RULE_WHOLE:
        tell_whole(telling, *(const int32_t *)field);
        break;
    case RULE_POINTS:
        tell_number(telling, *(const int64_t *)field);
        break;
    case RULE_AMOUNT:
        tell_kroner(telling, *(const husly_amount *)field);
        break;
    case RULE_SHARE:
        tell_share(telling, *(const husly_share *)field);
        break;
    case RULE_BOOL:
        if (*(const bool *)field)
            tell(telling, "yes", "ja");
        else
            tell(telling, "no", "nej");
        break;
    case RULE_WORDS:
        word = &entry->words[*(const bool *)field ? 1 : 0];
        tell(telling, word->english, word->danish);
        break;
    case RULE_STAGES:
        tell_stages(telling, policy);
        break;
    case RULE_BENEFIT:
        tell_benefit(telling, policy);
        break;
    case RULE_SELFPAY:
        tell_selfpay(telling, *(const int32_t *)field);
        break;
    case RULE_WEIGHT:
        tell_weight(telling, policy, entry->offset);
        break;
    }
}

void rule_add_value(struct text *text, const struct rule_entry *entry, const husly_policy *policy)
{
    static const struct dialect english = {.delimiter = ','};
    tell_value(&(const struct telling){text, &english, false}, entry, policy);
}

void rule_tell_value(struct text *text, const struct rule_entry *entry, const husly_policy *policy,
                     const struct dialect *dialect)
{
    rule_write_value(text, entry, policy, dialect);
    if (entry->kind == RULE_WEIGHT && text->size == 0)
        tell_value(&(const struct telling){text, dialect, false}, entry, policy);
}

void rule_write_value(struct text *text, const struct rule_entry *entry, const husly_policy *policy,
                      const struct dialect *dialect)
{
    tell_value(&(const struct telling){text, dialect, true}, entry, policy);
}

husly_policy rule_usual_policy(const husly_policy *policy)
{
    husly_policy usual, profile;
    husly_policy_default(&usual);
    husly_policy_default(&profile);
    profile.recommended = policy->recommended;
    for (int weight = 0; weight < HUSLY_WEIGHT_END; weight++)
        usual.weights[weight] = weight_in_force(&profile, (husly_weight)weight);
    return usual;
}

/* The amounts that only a municipality's own table of housing benefit has. */
static bool is_parameter(const struct rule_entry *entry)
{
    return entry->kind == RULE_AMOUNT && entry->fallback[0] == '\0';
}

bool rule_is_in_force(const struct rule_entry *entry, const husly_policy *policy)
{
    return !is_parameter(entry) || policy->housing_benefit == HUSLY_BENEFIT_TABLE;
}

bool rule_is_stated(const struct rule_entry *entry, const husly_policy *policy)
{
    static const struct dialect english = {.delimiter = ','};
    husly_policy usual;
    husly_policy_default(&usual);
    struct text own = {0}, other = {0};
    rule_write_value(&own, entry, policy, &english);
    rule_write_value(&other, entry, &usual, &english);
    const bool stated = !text_equal(text_string(&own), text_string(&other)) ||
                        (is_parameter(entry) && rule_is_in_force(entry, policy));
    text_free(&own);
    text_free(&other);
    return stated;
}
