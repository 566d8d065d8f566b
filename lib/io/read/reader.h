/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_READER_H
#define HUSLY_IO_READER_H

#include "base/amount.h"
#include "io/read/finding.h"
#include "io/read/id_index.h"
#include "io/tables.h"

/* A file of a round before it is read; `name` is NULL when the round does not have it. */
struct source {
    const char *name;
    const char *bytes;
    size_t size;
};

/* What reading a table found out about its file. */
struct table_state {
    bool present;
    bool broken; /* could not be read to its end: nothing is said about ids it may lack */
    const char *name;
    struct dialect dialect;
    bool cp1252;
    int position[COLUMN_LIMIT];         /* of each column, counted in fields; 0 = not in the file */
    bool danish[COLUMN_LIMIT];          /* the file uses the column's Danish name */
    int64_t wrong_lines[FINDING_LIMIT]; /* rows with a mistake in a cell, ascending */
    int wrong_count;
};

/* True for a year whose housing benefit parameters ship with husly. */
typedef bool year_is_shipped_fn(int year);

/* One reading of a round: the round that grows, and everything needed to say where it is wrong. */
struct reader {
    husly_round *round;
    struct findings findings;
    struct arena *scratch;
    struct table_state tables[TABLE_END];
    struct id_index ids[TABLE_SCORES]; /* of the tables whose rows have ids */
    struct id_index kept;              /* ids of all tables: each is held once */
    struct arena *bytes[TABLE_END];    /* of files read from a folder, until they are read */
    year_is_shipped_fn *year_is_shipped;
    const char *date;
    const char **measure_names; /* of the columns access_X and points_X of areas.csv */
    size_t measure_name_count;
    bool by_hand;        /* the round has no files: a line is the number of a row as added */
    bool sources_follow; /* who decided the rules is not known yet */
    bool starved;        /* memory ran out */
    const char *no_date; /* why the round date is not known, where the caller has to give it */
};

/* The place of a row's field, and of a table as a whole. */
struct place reader_place(const struct reader *reader, enum table_number table, int64_t line,
                          size_t offset);
struct place reader_file(const struct reader *reader, enum table_number table);

/* A name or a value in the language of a table's headers; where the round lacks the table, in that
 * of households.csv. */
const char *reader_word(const struct reader *reader, enum table_number table, const char *english,
                        const char *danish);

/* A rule's name in the language of rules.csv, by its English name. */
const char *reader_rule(const struct reader *reader, const char *rule);

/* A rule's place, in rules.csv also when neither the line nor the file is there. */
struct place reader_rule_place(const struct reader *reader, const char *rule);

/* True for a row that has a mistake in a cell: what its cells mean together is not judged then. */
bool reader_row_is_wrong(const struct reader *reader, enum table_number table, int64_t line);

/* Reads one table of the round from its file. */
void table_read(struct reader *reader, enum table_number number, const struct source *source);

/* Gives a file's bytes back, unless they are the caller's. */
void reader_drop_bytes(struct reader *reader, enum table_number number);

/* rules.csv's rows into the policy, and what they mean together. */
void rules_read(struct reader *reader);
void rules_join(struct reader *reader);

/* A line that weighs a measure, false when memory ran out; and whether areas.csv has them all. */
bool measure_weight_read(struct reader *reader, struct setting *setting);
void measure_weights_check(struct reader *reader);

/* All that the rows, once they are read, mean together: ids, references, what looks like a slip. */
void check_rows(struct reader *reader);

/* References, duplicates, and what the rows of each table mean together. */
void check_places(struct reader *reader);
void check_homes(struct reader *reader);
void check_choices(struct reader *reader);
void check_measures(struct reader *reader);

/* What is lawful but looks like a slip. */
void warn_of_homes(struct reader *reader);
void warn_of_costs(struct reader *reader);
void warn_of_places(struct reader *reader);
void warn_of_terms(struct reader *reader);
void warn_of_rules(struct reader *reader);

/* A mistake where `id` is not in the target table that the round has; NULL ids are passed over. */
void check_reference(struct reader *reader, struct place at, enum table_number target,
                     const char *id);

#endif
