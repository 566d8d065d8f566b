/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_READ_ROUND_H
#define HUSLY_IO_READ_ROUND_H

#include "io/files.h"
#include "io/read/reader.h"

/*
 * husly_round_read, told from outside which years of housing benefit ship: the room that reads may
 * not ask the room that knows the law.
 */
husly_status round_read(husly_round **out, const char *folder, const husly_read_options *options,
                        year_is_shipped_fn *year_is_shipped, husly_error *error);

/* The same from memory; a source without a name is a table that the round does not have. */
husly_status round_parse(husly_round **out, const struct source sources[TABLE_END],
                         const husly_read_options *options, year_is_shipped_fn *year_is_shipped,
                         husly_error *error);

/* From files in memory, told apart by their names. */
husly_status round_parse_files(husly_round **out, const struct files *files,
                               const husly_read_options *options,
                               year_is_shipped_fn *year_is_shipped, husly_error *error);

#endif
