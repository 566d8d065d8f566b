/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_SUPPLY_JSON_H
#define HUSLY_REPORT_SUPPLY_JSON_H

#include "model/most.h"
#include "report/survey/supply.h"

struct json_writer;

/* The survey's keys, inside an object that the caller opens and closes; the sentences come in the
 * language. */
void supply_write_tables(struct json_writer *json, const struct supply *supply);
void supply_write_most(struct json_writer *json, const husly_problem *problem,
                       const struct most *most, husly_language language);

#endif
