/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_ROW_DRAFT_H
#define HUSLY_REPORT_ROW_DRAFT_H

#include "report/certificate/certificate_rows.h"

/* A row that grows: `entries` has room for every column once. */
struct row_draft {
    struct certificate_rows *rows;
    struct row_entry *entries;
    int count;
    int64_t rhs;
    bool equal;
};

/* What a pair's household weighs in a row. */
typedef int64_t weight_fn(const struct household *household);

weight_fn weigh_household, weigh_persons, weigh_children;

void row_draft_entry(struct row_draft *draft, int column, int64_t coefficient);

/* A count by its name, where the certificate knows one. */
void row_draft_count(struct row_draft *draft, const char *name, int64_t coefficient);

/* Every lawful pair of a dwelling, at factor × weight of its household. */
void row_draft_dwelling(struct row_draft *draft, int dwelling, weight_fn *weigh, int64_t factor);

/* Index of an area, NONE when there is none. */
int row_draft_area(const husly_problem *problem, const char *id);

/* Index of an organisation, NONE when there is none. */
int row_draft_organisation(const husly_problem *problem, const char *id);

/* A unit of a label: LABEL/PLACE/HOUSEHOLD. A label may hold any text, so it is read from its end.
 */
struct member_unit {
    const char *place;
    int label, member; /* NONE where the round has no such one */
};

bool row_draft_member(struct member_unit *out, struct row_draft *draft, const char *name,
                      const char *const *labels, int label_count);

/* Every lawful pair in GROUP/AREA, at the weight of its household; the group, NONE where there is
 * no such one. */
int row_draft_group(struct row_draft *draft, const char *name, weight_fn *weigh);

/*
 * One function a kind of row: drafts the row that `name`, the unit after its first word, stands
 * for; false when the round has no such row.
 */
typedef bool row_draft_fn(struct row_draft *draft, const char *name);

row_draft_fn row_of_dwelling, row_of_least, row_of_singles, row_of_right, row_of_ordinary,
    row_of_extra, row_of_area_persons, row_of_area_children, row_of_area_share,
    row_of_section_households, row_of_section_share;
row_draft_fn row_of_group, row_of_party, row_of_near, row_of_floor, row_of_household;
row_draft_fn row_of_even, row_of_school, row_of_daycare, row_of_key_over, row_of_key_under,
    row_of_together;

#endif
