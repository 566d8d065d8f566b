/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_COMPLAINT_H
#define HUSLY_REPORT_COMPLAINT_H

#include "base/error.h"
#include "model/result.h"

/* What is wrong with a result, told as it is found; at most 100 are told, all are counted. */
struct complaints {
    husly_finding_fn *tell; /* NULL: only the first is kept, in `error` */
    void *user;
    husly_error *error;
    husly_language language; /* of what is told */
    bool show_values;        /* figures of a household may be quoted */
    int count;
    bool closed; /* the listener asked for no more */
};

/* The format is written in English and told in the complaints' language. */
void complain(struct complaints *complaints, struct place at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The place of a cell of a result's table. */
struct place cell_place(const struct result_table *table, const struct result_row *row, int column);

#endif
