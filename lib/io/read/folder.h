/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_FOLDER_H
#define HUSLY_IO_FOLDER_H

#include "io/read/reader.h"

/*
 * Loads each table under its English or Danish name into the reader's scratch memory. Both names,
 * or a required table missing, are mistakes; a file named almost like a table is a warning; other
 * files are nobody's business.
 */
husly_status folder_load(struct source sources[TABLE_END], const char *path, struct reader *reader,
                         husly_error *error);

#endif
