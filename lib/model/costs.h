/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_MODEL_COSTS_H
#define HUSLY_MODEL_COSTS_H

#include <husly/round.h>

/* Where a household lives until the next round. */
enum cost_place {
    COST_PERMANENT,
    COST_CURRENT,
    COST_TRANSIT,
    COST_EMERGENCY,
    COST_HOJSKOLE,
    COST_PLACE_END
};

/* "transit", and "midlertidig". */
const char *cost_place_name(enum cost_place place, bool danish);

/* A line of costs.csv. Amounts in øre, those of a month unless they say otherwise; HUSLY_NO_AMOUNT
 * where they are not known. */
struct cost_row {
    const char *household_id;
    enum cost_place place;
    const char *dwelling_id;   /* NULL = it is in no dwelling of the round */
    husly_date until;          /* when it must leave; HUSLY_NO_DATE: open */
    husly_amount self_payment; /* of a temporary place */
    husly_amount excess;       /* what the municipality pays */
    husly_amount round;        /* until the next round */
    husly_amount year;         /* over a year in which nothing else changes */
};

/* Of all households together; HUSLY_NO_AMOUNT where one of them is not known. */
struct cost_total {
    husly_amount round, year, self_payment;
};

#endif
