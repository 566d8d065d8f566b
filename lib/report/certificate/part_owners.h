/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_PART_OWNERS_H
#define HUSLY_REPORT_PART_OWNERS_H

#include "report/certificate/certificate_parts.h"
#include "report/certificate/certificate_rows.h"

/* Finds whose households look at a dwelling, and stand with a count; false when memory ran out. A
 * count with a price that stands with nobody belongs to the first part. */
bool part_owners_find(struct certificate_parts *parts, struct certificate_rows *rows);

/* Whose households the pairs of a row, or of a scope, are: NONE where there are no such pairs,
 * PART_SHARED where they are of several parts. */
int part_owners_of_row(const struct certificate_parts *parts, const struct certificate_rows *rows,
                       const struct certificate_row *row);
int part_owners_of_scope(const struct certificate_parts *parts, const struct certificate_rows *rows,
                         struct count_scope scope);

#endif
