/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_RESULT_COSTS_H
#define HUSLY_IO_RESULT_COSTS_H

#include "model/outcome.h"

struct json_writer;
struct text;

/* costs.csv in the round's dialect, a line for every household, ordered by id. */
void result_add_costs(struct text *text, const struct dialect *dialect,
                      const struct outcome *outcome);

/* The member `cost` of summary.json. */
void result_add_cost_total(struct json_writer *json, const struct outcome *outcome);

#endif
