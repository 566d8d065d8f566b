/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_RESULT_TABLES_H
#define HUSLY_IO_RESULT_TABLES_H

#include "model/outcome.h"

struct text;

/* The tables of a result in the round's dialect, rows in the order of the outcome (by id,
 * bytewise). */
void result_add_placements(struct text *text, const struct dialect *dialect,
                           const struct outcome *outcome);
void result_add_unplaced(struct text *text, const struct dialect *dialect,
                         const struct outcome *outcome);

void result_add_breakdown(struct text *text, const struct dialect *dialect,
                          const struct outcome *outcome);

/* Its headings are English in every dialect, for it is read by programs. */
void result_add_certificate(struct text *text, const struct dialect *dialect,
                            const struct husly_plan *plan);

#endif
