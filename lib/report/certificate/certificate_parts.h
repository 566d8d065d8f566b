/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_CERTIFICATE_PARTS_H
#define HUSLY_REPORT_CERTIFICATE_PARTS_H

#include "report/certificate/certificate_blocks.h"

struct certificate_rows;
struct certificate_row;

/* Beside the number of a part and NONE, nobody's. */
enum { PART_SHARED = -2, NOT_ASKED = -3 };

/*
 * The parts of docs/model.md: who belongs to which, and what is whose. Where the certificate names
 * none, everybody is in part 0 and everything is its own.
 */
struct certificate_parts {
    bool named;
    int count;
    int *part_of;           /* by household; NONE: it has no lawful dwelling */
    int *members;           /* part by part those with one, by class of their measures */
    int *first_member;      /* by part, and one more */
    int *owner_of_dwelling; /* by dwelling: whose households have lawful pairs there */
    int *owner_of_count;    /* by count: whose households stand with it in its rows */
    int64_t *values;        /* part × stage of the policy: the points that the plan has there */
};

/* Lives in the rows' arena. False after complaining, or when memory ran out (`rows->failed`). */
bool certificate_parts_find(struct certificate_parts *parts, struct certificate_rows *rows,
                            const struct certificate_blocks *blocks,
                            const struct result_table *table, struct complaints *complaints);

/* What the plan has in each part, of named parts; `placed` is by household. */
bool certificate_parts_value(struct certificate_parts *parts, const struct certificate_rows *rows,
                             const int *placed);

/* NULL where a part may use the row: it holds nobody else's pairs, and counts of its own, which it
 * then keeps; else what stands against it. */
const char *certificate_parts_refuse(struct certificate_parts *parts,
                                     const struct certificate_rows *rows, int part,
                                     struct certificate_row *row);

#endif
