/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_ROUND_H
#define HUSLY_ROUND_H

#include <stddef.h>

#include <husly/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Money in øre. HUSLY_NO_AMOUNT where none was given. */
typedef int64_t husly_amount;
#define HUSLY_NO_AMOUNT INT64_MIN

/* Days since 1970-01-01. HUSLY_NO_DATE where none was given. */
typedef int32_t husly_date;
#define HUSLY_NO_DATE INT32_MIN

/* A whole number that was not given. */
#define HUSLY_NO_NUMBER INT32_MIN

/* An exact share part/whole in [0, 1], such as 2500/10000 or 1/3; whole = 0 where none was given.
 */
typedef struct husly_share {
    int64_t part;
    int64_t whole;
} husly_share;

/* Kinds of dwelling, contract rule 1. */
typedef enum husly_kind {
    HUSLY_KIND_FAMILY,
    HUSLY_KIND_YOUTH,
    HUSLY_KIND_ELDERLY,
    HUSLY_KIND_PRIVATE,
    HUSLY_KIND_MUNICIPAL,
    HUSLY_KIND_SHARED,
    HUSLY_KIND_SITE,
    HUSLY_KIND_MINORS,
    HUSLY_KIND_TRANSIT,
    HUSLY_KIND_END
} husly_kind;

typedef enum husly_verdict {
    HUSLY_PIN,
    HUSLY_FORBID,
    HUSLY_ALLOW,
    HUSLY_ACCEPT,
    HUSLY_DECLINE,
    HUSLY_AGREE /* both sides have said yes, see husly_dwelling.consent */
} husly_verdict;

/* Whether a vacancy can be had this round. */
typedef enum husly_vacancy {
    HUSLY_VACANCY_FREE,
    HUSLY_VACANCY_WAITING, /* nothing is agreed with the landlord yet */
    HUSLY_VACANCY_LET
} husly_vacancy;

/* The benefit that a household's net income is worked out from. */
typedef enum husly_benefit_class {
    HUSLY_CLASS_NONE,
    HUSLY_CLASS_INTEGRATION,
    HUSLY_CLASS_ASSISTANCE
} husly_benefit_class;

/*
 * One row of each table, as given: a field that was empty holds its NO_ value, NULL, or the default
 * named in the comment. Strings are UTF-8 and belong to the round. `line` is the physical line of
 * the row in its file, 0 for a row added by hand.
 */
typedef struct husly_household {
    const char *household_id;
    int32_t adults;
    int32_t children;
    husly_date waiting_since;
    int32_t priority; /* 1 */
    husly_amount max_rent;
    husly_amount net_income;
    husly_amount income; /* øre a year */
    bool step_free;
    bool student;
    const char *group;
    const char *party;
    const char *wishes; /* area ids separated by blanks */
    const char *avoid;
    husly_date arrival;
    int32_t expected_persons;
    const char *current_place;
    husly_amount current_cost;
    const char *municipality;
    const char *labels;     /* separated by blanks */
    const char *near;       /* a label: dwellings of their own in one section */
    int32_t small_children; /* 0; below school age, among the children */
    husly_benefit_class benefit_class;
    husly_amount current_rent; /* the whole price of current_place a month */
    husly_date current_until;
    husly_date hojskole_from;
    int64_t line;
} husly_household;

typedef struct husly_dwelling {
    const char *dwelling_id;
    const char *section_id;
    int32_t rooms;
    husly_amount rent;
    int32_t area_m2;
    husly_amount utilities; /* 0 */
    husly_kind kind;        /* family */
    int32_t places;
    bool step_free;
    husly_date available_from;
    husly_date lease_end;
    bool offered;
    husly_amount cost; /* 0 */
    const char *name;
    husly_amount deposit;
    husly_date answer_by;
    const char *reserved_for; /* column `for`: kinds of household and labels, separated by blanks */
    int32_t least_persons;    /* HUSLY_NO_NUMBER: none */
    int32_t max_singles;      /* households of one person; HUSLY_NO_NUMBER: no bound */
    husly_amount market_rent;
    husly_vacancy status;
    bool consent; /* a pair needs the decision agree, or a pin */
    husly_date hearing_from;
    int32_t max_stay; /* days, transit; HUSLY_NO_NUMBER: none */
    int64_t line;
} husly_dwelling;

typedef struct husly_section {
    const char *section_id;
    const char *organisation_id;
    const char *area_id;
    const char *name;
    husly_share right;            /* whole = 0: rule `right` */
    int32_t vacated_before;       /* 0; family dwellings alone where right_kinds = apart */
    int32_t taken_before;         /* 0 */
    int32_t reserved;             /* 0 */
    int32_t youth_vacated_before; /* 0; read where right_kinds = apart */
    int32_t youth_taken_before;
    int32_t youth_reserved;
    int32_t homes;
    int32_t refugee_homes; /* 0 */
    husly_share max_share;
    int32_t max_households;
    husly_amount max_rent;     /* rent and utilities of its dwellings; HUSLY_NO_AMOUNT: no bound */
    husly_share flexible;      /* whole = 0: no flexible letting */
    int32_t flexible_taken;    /* 0 */
    const char *flexible_for;  /* as reserved_for */
    husly_share private_right; /* of the owner's flats; whole = 0: all are at disposal */
    int32_t private_vacated_before; /* 0 */
    int64_t line;
} husly_section;

typedef struct husly_area {
    const char *area_id;
    const char *name;
    const char *municipality;
    const char *lon, *lat, *x, *y; /* decimal text, checked, with a point */
    int32_t residents;
    int32_t refugees; /* 0 */
    bool listed;
    int32_t max_persons;
    int32_t max_children;
    husly_share max_share;
    int32_t school; /* free places; HUSLY_NO_NUMBER: not stated */
    int32_t daycare;
    int64_t line;
} husly_area;

/* One cell of a column access_* (minutes, at least 0) or points_* of areas.csv. */
typedef struct husly_measure {
    const char *area_id;
    const char *name; /* in English: "access_school" */
    int64_t value;
    int64_t line;
} husly_measure;

/* A rule weight_access_X or weight_points_X. */
typedef struct husly_measure_weight {
    const char *name; /* of the measure: "access_school" */
    int64_t weight;   /* points, at least 0 */
    int64_t line;
} husly_measure_weight;

/* A pair of an earlier plan. */
typedef struct husly_earlier {
    const char *household_id;
    const char *dwelling_id;
    int64_t line;
} husly_earlier;

typedef struct husly_organisation {
    const char *organisation_id;
    const char *name;
    int32_t vacated_last_year;
    int32_t extra_dwellings; /* 0 */
    int32_t extra_used;      /* 0 */
    husly_share right;       /* for its sections; whole = 0: rule `right` */
    husly_date extra_from;   /* the extras count from … until; HUSLY_NO_DATE: open */
    husly_date extra_until;
    int32_t homes_family; /* homes and yearly move-outs by kind, instead of vacated_last_year */
    int32_t homes_youth;
    int32_t homes_elderly;
    husly_share moves_family;
    husly_share moves_youth;
    husly_share moves_elderly;
    int64_t line;
} husly_organisation;

typedef struct husly_score {
    const char *household_id;
    const char *dwelling_id; /* exactly one of dwelling_id and area_id */
    const char *area_id;
    int64_t score; /* -10^9 .. 10^9 */
    int64_t line;
} husly_score;

typedef struct husly_decision {
    const char *household_id;
    const char *dwelling_id;
    husly_verdict decision;
    const char *rule; /* for allow: "size", "rent" or "avoid" */
    const char *by;
    const char *reason;
    int64_t line;
} husly_decision;

/* A month's households and vacancies with all that belongs to them. */
typedef struct husly_round husly_round;

HUSLY_EXPORT void husly_round_free(husly_round *round);

/* How many rows each table has; lent arrays live as long as the round. */
HUSLY_EXPORT size_t husly_round_household_count(const husly_round *round);
HUSLY_EXPORT size_t husly_round_dwelling_count(const husly_round *round);

#ifdef __cplusplus
}
#endif

#endif
