/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Households and dwellings: what they refer to, and what their cells mean together. */
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "io/read/reader.h"
#include "model/net_income.h"
#include "model/problem.h"

static struct place household_place(const struct reader *reader, const husly_household *household,
                                    size_t offset)
{
    return reader_place(reader, TABLE_HOUSEHOLDS, household->line, offset);
}

/* Area ids with one blank between them. */
static void check_area_list(struct reader *reader, struct place at, const char *list)
{
    if (list == NULL)
        return;
    char *ids = arena_text(reader->scratch, list, strlen(list));
    if (ids == NULL) {
        reader->starved = true;
        return;
    }
    char *rest = ids;
    for (char *id = strtok_r(ids, " ", &rest); id != NULL; id = strtok_r(NULL, " ", &rest))
        check_reference(reader, at, TABLE_AREAS, id);
}

/* Without a budget the rent rule could not say what a household can pay: contract § 3, rule 3. */
static void check_budget(struct reader *reader, const husly_household *household)
{
    const bool known = household->max_rent != HUSLY_NO_AMOUNT ||
                       household->net_income != HUSLY_NO_AMOUNT ||
                       household->benefit_class != HUSLY_CLASS_NONE;
    if (known || household->adults == 0 || !reader->round->policy.affordability)
        return;
    const struct place rent =
        household_place(reader, household, offsetof(husly_household, max_rent));
    const struct place income =
        household_place(reader, household, offsetof(husly_household, net_income));
    const struct place benefit =
        household_place(reader, household, offsetof(husly_household, benefit_class));
    finding_mistake(&reader->findings, rent,
                    "neither %s, %s nor %s is given for %s; give one, or set the rule %s to %s",
                    rent.field, income.field, benefit.field, household->household_id,
                    reader_rule(reader, "affordability"),
                    reader_word(reader, TABLE_RULES, "off", "fra"));
}

static void check_small_children(struct reader *reader, const husly_household *household)
{
    if (household->small_children > household->children)
        finding_mistake(
            &reader->findings,
            household_place(reader, household, offsetof(husly_household, small_children)),
            "%d of %d children; the small children are among the children",
            (int)household->small_children, (int)household->children);
}

/* One dwelling together, or dwellings of their own: both cannot be. */
static void check_company(struct reader *reader, const husly_household *household)
{
    const struct place near = household_place(reader, household, offsetof(husly_household, near));
    const struct place party = household_place(reader, household, offsetof(husly_household, party));
    if (household->party != NULL && household->near != NULL)
        finding_mistake(&reader->findings, near,
                        "%s and %s are both given for %s; keep one of the two", party.field,
                        near.field, household->household_id);
}

/* A shipped rate is refused where it is missing, never guessed. */
static void refuse_rate(struct reader *reader, const husly_household *household,
                        const struct net_income *income, struct place at)
{
    struct text periods = {0};
    benefit_rate_periods(&periods, household->benefit_class, income->lacking);
    finding_mistake(
        &reader->findings, at,
        "no rate ships for %s on the round date; there is one for %s. Give %s instead",
        household->household_id, text_string(&periods),
        household_place(reader, household, offsetof(husly_household, net_income)).field);
    reader->starved = reader->starved || periods.failed;
    text_free(&periods);
}

static void check_benefit_class(struct reader *reader, const husly_household *household)
{
    const husly_policy *policy = &reader->round->policy;
    const struct place at =
        household_place(reader, household, offsetof(husly_household, benefit_class));
    if (household->benefit_class == HUSLY_CLASS_NONE || policy->round_date == HUSLY_NO_DATE)
        return;
    const struct net_income income = net_income_of(household, policy);
    if (income.gap == NET_INCOME_WITHOUT_TAX)
        finding_mistake(&reader->findings, at,
                        "a benefit class needs the rules %s and %s; set both",
                        reader_rule(reader, "tax_rate"), reader_rule(reader, "tax_allowance"));
    else if (income.gap == NET_INCOME_WITHOUT_RATE)
        refuse_rate(reader, household, &income, at);
}

static void check_household(struct reader *reader, const husly_household *household)
{
    check_area_list(reader, household_place(reader, household, offsetof(husly_household, wishes)),
                    household->wishes);
    check_area_list(reader, household_place(reader, household, offsetof(husly_household, avoid)),
                    household->avoid);
    if (reader_row_is_wrong(reader, TABLE_HOUSEHOLDS, household->line))
        return;
    if (household->adults + household->children < 1)
        finding_mistake(&reader->findings,
                        household_place(reader, household, offsetof(husly_household, adults)),
                        "no person; a household has at least one adult or child");
    check_budget(reader, household);
    check_small_children(reader, household);
    check_company(reader, household);
    check_benefit_class(reader, household);
}

static bool needs_places(husly_kind kind)
{
    return kind == HUSLY_KIND_SITE || kind == HUSLY_KIND_MINORS || kind == HUSLY_KIND_TRANSIT;
}

static const char *kind_told(const struct reader *reader, husly_kind kind)
{
    return reader_word(reader, TABLE_DWELLINGS, kind_name(kind, false), kind_name(kind, true));
}

static void check_dwelling_places(struct reader *reader, const husly_dwelling *dwelling)
{
    const struct place at =
        reader_place(reader, TABLE_DWELLINGS, dwelling->line, offsetof(husly_dwelling, places));
    const bool given = dwelling->places != HUSLY_NO_NUMBER;
    if (needs_places(dwelling->kind) && !given)
        finding_mistake(&reader->findings, at,
                        "missing; a dwelling of this kind needs the persons it can take now");
    else if (dwelling->kind == HUSLY_KIND_SHARED && given && dwelling->places > dwelling->rooms)
        finding_mistake(&reader->findings, at,
                        "more places than rooms; in a shared dwelling everybody has a room");
    else if (!needs_places(dwelling->kind) && dwelling->kind != HUSLY_KIND_SHARED && given)
        finding_mistake(
            &reader->findings, at,
            "a dwelling of this kind has no places; empty the cell, or set %s to %s, "
            "%s, %s or %s",
            reader_place(reader, TABLE_DWELLINGS, 0, offsetof(husly_dwelling, kind)).field,
            kind_told(reader, HUSLY_KIND_SHARED), kind_told(reader, HUSLY_KIND_SITE),
            kind_told(reader, HUSLY_KIND_MINORS), kind_told(reader, HUSLY_KIND_TRANSIT));
}

/* Of several households, for good. */
static bool is_home(husly_kind kind)
{
    return kind == HUSLY_KIND_SHARED || kind == HUSLY_KIND_SITE || kind == HUSLY_KIND_MINORS;
}

static void refuse_but_homes(struct reader *reader, struct place at)
{
    finding_mistake(&reader->findings, at, "only for the kinds %s, %s and %s; empty the cell",
                    kind_told(reader, HUSLY_KIND_SHARED), kind_told(reader, HUSLY_KIND_SITE),
                    kind_told(reader, HUSLY_KIND_MINORS));
}

static void check_least_persons(struct reader *reader, const husly_dwelling *dwelling)
{
    const struct place at = reader_place(reader, TABLE_DWELLINGS, dwelling->line,
                                         offsetof(husly_dwelling, least_persons));
    const int most = dwelling->places != HUSLY_NO_NUMBER ? dwelling->places : dwelling->rooms;
    if (dwelling->least_persons == HUSLY_NO_NUMBER)
        return;
    if (!is_home(dwelling->kind))
        refuse_but_homes(reader, at);
    else if (dwelling->least_persons > most)
        finding_mistake(&reader->findings, at, "%d persons at least, and %d places",
                        (int)dwelling->least_persons, most);
}

static void check_bounds(struct reader *reader, const husly_dwelling *dwelling)
{
    if (dwelling->max_singles != HUSLY_NO_NUMBER && !is_home(dwelling->kind))
        refuse_but_homes(reader, reader_place(reader, TABLE_DWELLINGS, dwelling->line,
                                              offsetof(husly_dwelling, max_singles)));
    if (dwelling->max_stay != HUSLY_NO_NUMBER && dwelling->kind != HUSLY_KIND_TRANSIT)
        finding_mistake(&reader->findings,
                        reader_place(reader, TABLE_DWELLINGS, dwelling->line,
                                     offsetof(husly_dwelling, max_stay)),
                        "only for the kind %s; empty the cell",
                        kind_told(reader, HUSLY_KIND_TRANSIT));
}

static void check_dwelling(struct reader *reader, const husly_dwelling *dwelling)
{
    check_reference(
        reader,
        reader_place(reader, TABLE_DWELLINGS, dwelling->line, offsetof(husly_dwelling, section_id)),
        TABLE_SECTIONS, dwelling->section_id);
    if (reader_row_is_wrong(reader, TABLE_DWELLINGS, dwelling->line))
        return;
    check_dwelling_places(reader, dwelling);
    check_least_persons(reader, dwelling);
    check_bounds(reader, dwelling);
}

void check_homes(struct reader *reader)
{
    const husly_round *round = reader->round;
    for (size_t i = 0; i < round->household_count && !finding_full(&reader->findings); i++)
        check_household(reader, &round->households[i]);
    for (size_t i = 0; i < round->dwelling_count && !finding_full(&reader->findings); i++)
        check_dwelling(reader, &round->dwellings[i]);
}
