/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_SUPPLY_H
#define HUSLY_REPORT_SUPPLY_H

#include "report/survey/open_pairs.h"
#include "report/verify/right_count.h"

/* Supply against need, counted as docs/survey.md says; the names are those of that page. */
struct supply_counts {
    int64_t households, persons;
    int64_t dwellings, single, several, places;
    int64_t transit, transit_places;
    int64_t usable;
};

/* Permanent dwellings that are closed in this round, by the first thing that closes them. */
enum closing {
    CLOSED_WAITING,
    CLOSED_LET,
    CLOSED_ABOVE_MARKET,
    CLOSED_ABOVE_MAX_RENT,
    CLOSED_NOT_TURN,
    CLOSED_NOT_OFFERED,
    CLOSED_NOT
};

struct supply_size {
    int persons;
    int households, dwellings, without;
};

struct supply_rent {
    husly_amount from, below; /* øre a month */
    int dwellings, can_pay, lawful;
};

struct supply_access {
    bool step_free;
    int households, dwellings, fitting, without;
};

struct supply_area {
    const char *area; /* NULL: dwellings in no area */
    bool listed;
    int dwellings;
    int64_t persons_left, children_left; /* SUPPLY_NO_LIMIT */
    int wishes, lawful;
};

struct supply_section {
    const char *section;
    int dwellings;
    int64_t households_left;
};

struct supply_right {
    const char *unit, *organisation; /* organisation NULL = none */
    int64_t reported, closed, offered, entitlement, extras, flexible;
};

struct supply_household {
    const char *household;
    int persons, lawful, open;
    const char *code; /* NULL where a plan could place it */
};

#define SUPPLY_NO_LIMIT INT64_C(-1)

struct supply {
    struct supply_counts counts;
    int64_t closed[CLOSED_NOT];
    struct supply_size *sizes;
    struct supply_rent *rents;
    struct supply_access accesses[2];
    struct supply_area *areas;
    struct supply_section *sections;
    struct supply_right *rights;
    struct supply_household *households;
    int size_count, rent_count, area_count, section_count, right_count, household_count;
};

/* What is counted, with everything that is known about it. */
struct supply_source {
    const husly_problem *problem;
    struct open_pairs pairs;
    struct right_count right;
    const enum closing *closed; /* by dwelling */
    int64_t *closed_of;         /* by unit of the right: its closed dwellings */
};

/* Counts everything but the codes of households. Lives in the arena; false when memory ran out. */
bool supply_count(struct supply *out, const husly_problem *problem, struct arena *arena);

/* The parts of supply_count() that are about households and their dwellings, and about places. */
bool supply_count_people(struct supply *out, const struct supply_source *source,
                         struct arena *arena);
bool supply_count_places(struct supply *out, const struct supply_source *source,
                         struct arena *arena);

/* What closes a dwelling is called in the JSON: "above_market". */
const char *supply_closing(enum closing closing);

/* Dwellings of a unit of the right that are closed. */
int64_t supply_count_closed(const struct supply_source *source, int unit);

/* Permanent is every kind but transit. */
bool supply_is_permanent(const struct dwelling *dwelling);

#endif
