/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_ROW_DRAFT_H
#define HUSLY_REPORT_ROW_DRAFT_H

#include "report/certificate/certificate_parts.h"
#include "report/certificate/certificate_rows.h"

/* A row that is being read from its unit; its counts are in rows->drafted. */
struct row_draft {
    struct certificate_rows *rows;
    struct certificate_row row;
};

/* Everybody's pairs there, at factor × measure. */
void row_draft_places(struct row_draft *draft, enum place_set set, int place, int measure,
                      int64_t factor);

/* The member's pairs there at 1, the first one's, unless it is NONE, at −1. */
void row_draft_members(struct row_draft *draft, enum place_set set, int place, int member,
                       int first);

/* A count by its index, and, unless it is a unit's, by its name where the certificate knows one. */
void row_draft_count_at(struct row_draft *draft, int count, int64_t coefficient);
void row_draft_count(struct row_draft *draft, const char *name, int64_t coefficient);

/* Index of an area, NONE when there is none. */
int row_draft_area(const husly_problem *problem, const char *id);

/* Index of an organisation, NONE when there is none. */
int row_draft_organisation(const husly_problem *problem, const char *id);

/* Index of a section, NONE when there is none. */
int row_draft_section(const husly_problem *problem, const char *id);

/* A unit of a label: LABEL/PLACE/HOUSEHOLD. A label may hold any text, so it is read from its end.
 */
struct member_unit {
    const char *place;
    int label, member; /* NONE where the round has no such one */
};

bool row_draft_member(struct member_unit *out, struct row_draft *draft, const char *name,
                      const char *const *labels, int label_count);

/* The pairs of the group in GROUP/AREA, by a measure; the group, NONE where there is no such one.
 */
int row_draft_group(struct row_draft *draft, const char *name, int measure);

/*
 * One function a kind of row: drafts the row that `name`, the unit after its first word, stands
 * for; false when the round has no such row.
 */
typedef bool row_draft_fn(struct row_draft *draft, const char *name);

row_draft_fn row_of_dwelling, row_of_least, row_of_singles, row_of_right, row_of_ordinary,
    row_of_extra, row_of_area_persons, row_of_area_children, row_of_area_share, row_of_area_whole,
    row_of_section_households, row_of_section_share, row_of_section_whole;
row_draft_fn row_of_group, row_of_party, row_of_near, row_of_household;
row_draft_fn row_of_even, row_of_school, row_of_daycare, row_of_key_over, row_of_key_under,
    row_of_together;

#endif
