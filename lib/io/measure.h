/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_MEASURE_H
#define HUSLY_IO_MEASURE_H

#include "base/amount.h"
#include "model/round.h"

struct text;

/*
 * The columns access_X and points_X of areas.csv (adgang_X, point_X), which a municipality names as
 * it likes, and the rules weight_access_X and weight_points_X. Within husly a measure bears its
 * English name in small letters; the end `skole` is read as `school`, since access_school counts
 * for households with children alone.
 */
bool measure_is_name(const char *text);

/* The measure's name as husly has it, in the arena; NULL when memory ran out. */
const char *measure_name(struct arena *arena, const char *text);

/* What a rule such as weight_access_X says behind its first word; NULL when it is none. */
const char *measure_of_rule(const char *rule);

/* As a file has them: adgang_skole, vægt_adgang_skole. */
void measure_add_name(struct text *text, const char *name, bool danish);
void measure_add_rule(struct text *text, const char *name, bool danish);

/* Minutes are at least 0. */
bool measure_is_access(const char *name);

/* Of minutes and, in size, of points: times a weight they stay far from overflow. */
enum { MEASURE_LIMIT = 1000000 };

/* The number in a cell; NULL, or what is wrong with it. */
const char *measure_parse(const char *name, const char *cell, struct number_style numbers,
                          int64_t *value);

/* Adds a copy whose texts the round keeps already; false when memory ran out. */
bool measure_keep(husly_round *round, const husly_measure *measure);
bool measure_weight_keep(husly_round *round, const husly_measure_weight *weight);

/* The weight that rules.csv sets for a measure; NULL when it sets none. */
const husly_measure_weight *measure_weight_of(const husly_round *round, const char *name);

#endif
