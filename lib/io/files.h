/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_FILES_H
#define HUSLY_IO_FILES_H

#include "io/read/reader.h"

/* The files of a round in memory, in any order. */
struct files {
    const husly_file *files;
    size_t count;
};

/*
 * Sorts files into the tables that their names stand for. A name that is no file of a round, a
 * table under two names and a required one that is missing are mistakes, as in a folder;
 * HUSLY_E_ARGUMENT where a file has no name or no bytes.
 */
husly_status files_load(struct source sources[TABLE_END], const struct files *files,
                        struct reader *reader, husly_error *error);

/* The table of a file's name in either language, and in either way that its å may be stored;
 * TABLE_END when it has none. */
enum table_number files_table(const char *name);

/* The second way in which a table's Danish name may be stored; NULL where there is but one. */
const char *files_split_name(enum table_number number);

/* What is said of a round that lacks a table which it needs. */
void files_require(struct reader *reader, enum table_number number, const struct source *source);

#endif
