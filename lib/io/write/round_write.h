/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_ROUND_WRITE_H
#define HUSLY_IO_ROUND_WRITE_H

#include "io/write/result_folder.h"
#include "model/round.h"

/*
 * Puts a round's tables into a folder, in the round's dialect: those that it needs and those that
 * have rows, with the columns that say something, and rules.csv with what is not at its default.
 */
husly_status round_put(const husly_round *round, const struct result_folder *folder,
                       husly_error *error);

/* Whether two rounds would be written as the same bytes; false also where memory ran out, which
 * `failed` tells. */
bool round_same(const husly_round *one, const husly_round *other, bool *failed);

#endif
