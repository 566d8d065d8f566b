/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Temporary places that cost the municipality more than an emergency place would. */
#include "base/words.h"
#include "io/read/tally.h"
#include "model/excess.h"

static husly_amount self_payment(const struct reader *reader, const husly_household *household)
{
    return self_payment_of(&reader->round->policy, household->adults, household->children);
}

/* A row with a mistake may lack any figure. */
static bool is_dear_for(const struct reader *reader, const husly_dwelling *place,
                        const husly_household *household)
{
    const husly_amount own = self_payment(reader, household);
    if ((int64_t)household->adults + household->children > place->places || place->rent < 0)
        return false;
    return place->cost + excess_of(place->rent + place->utilities, own) >
           excess_of_emergency(&reader->round->policy, own);
}

static bool is_dear_for_somebody(const struct reader *reader, const husly_dwelling *place)
{
    for (size_t i = 0; i < reader->round->household_count; i++) {
        if (is_dear_for(reader, place, &reader->round->households[i]))
            return true;
    }
    return false;
}

static void warn_of_transit(struct reader *reader)
{
    struct tally dear = {0};
    for (size_t i = 0; i < reader->round->dwelling_count; i++) {
        const husly_dwelling *place = &reader->round->dwellings[i];
        if (place->dwelling_id != NULL && place->kind == HUSLY_KIND_TRANSIT &&
            is_dear_for_somebody(reader, place))
            tally_add(&dear, place->dwelling_id, place->line);
    }
    tally_warn(&dear, reader, TABLE_DWELLINGS, offsetof(husly_dwelling, cost),
               "costs the municipality more than an emergency place, for a household of the round");
}

static bool has_left(const struct reader *reader, const husly_household *household)
{
    return household->current_until != HUSLY_NO_DATE &&
           household->current_until <= reader->round->policy.round_date;
}

static bool is_dear_now(const struct reader *reader, const husly_household *household)
{
    const husly_amount own = self_payment(reader, household);
    husly_amount now = household->current_cost;
    if (now == HUSLY_NO_AMOUNT && household->current_rent != HUSLY_NO_AMOUNT)
        now = excess_of(household->current_rent, own);
    return now > excess_of_emergency(&reader->round->policy, own);
}

static void warn_of_present_places(struct reader *reader)
{
    struct tally dear = {0};
    for (size_t i = 0; i < reader->round->household_count; i++) {
        const husly_household *household = &reader->round->households[i];
        if (household->household_id != NULL && !has_left(reader, household) &&
            is_dear_now(reader, household))
            tally_add(&dear, household->household_id, household->line);
    }
    tally_warn(&dear, reader, TABLE_HOUSEHOLDS, offsetof(husly_household, current_cost),
               "the present place costs the municipality more than an emergency place");
}

void warn_of_costs(struct reader *reader)
{
    const husly_policy *policy = &reader->round->policy;
    if (policy->fallback_cost == HUSLY_NO_AMOUNT && policy->fallback_rent == HUSLY_NO_AMOUNT)
        return;
    warn_of_present_places(reader);
    warn_of_transit(reader);
}
