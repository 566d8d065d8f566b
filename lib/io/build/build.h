/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_BUILD_H
#define HUSLY_IO_BUILD_H

#include <husly/build.h>

#include "io/read/reader.h"

/*
 * Rounds built by hand. Every value passes through the cell that a file would hold it in, and every
 * row through the reader's own checks, so that a built row is what the reader would have read.
 */
struct build {
    struct reader reader;
    husly_finding_fn *tell; /* NULL: only `first` is kept */
    void *user;
    husly_error first; /* the first mistake, with the row's ids */
};

/* A reader over `round`, whose rows are numbered from 1 in place of lines. Never moved while it is
 * open; build_close() follows, also where memory ran out. */
void build_open(struct build *build, husly_round *round, const husly_error *error);

/* The first mistake goes to `error`. */
husly_status build_close(struct build *build, husly_error *error);

/* Reads a row's values as their cells would be; mistakes are told at row 1. */
void build_read(struct build *build, enum table_number number, const void *given, void *row);

/* Adds a copy of a row, numbered 0, to a table of the round; false when memory ran out. */
bool build_append(husly_round *round, enum table_number number, const void *row);

/* HUSLY_E_ARGUMENT where there is no round, and where it takes no rows, or still does. */
husly_status build_demand_open(const husly_round *round, husly_error *error);
husly_status build_demand_finished(const husly_round *round, husly_error *error);

/* husly_round_new, and husly_round_finish but for the pins and the round's being finished, told
 * from outside which years of housing benefit ship. */
husly_status build_begin(husly_round **out, const husly_policy *policy,
                         year_is_shipped_fn *year_is_shipped, husly_error *error);
husly_status build_check(husly_round *round, const struct findings *listener,
                         year_is_shipped_fn *year_is_shipped, husly_error *error);

#endif
