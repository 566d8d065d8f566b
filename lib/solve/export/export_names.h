/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_EXPORT_NAMES_H
#define HUSLY_SOLVE_EXPORT_NAMES_H

#include <stdbool.h>

#include "program/program.h"

struct text;

/* How names are dressed in a format. */
struct dress {
    char open, close;
    bool plain; /* letters and digits of ASCII only */
};

/* "right/S12" as right(S12); "H1" as household(H1); "H1/D2" as x(H1,D2), or extras(S12). */
void export_row_name(struct text *out, const struct dress *dress, const char *name);
void export_group_name(struct text *out, const struct dress *dress, const char *name);
void export_column_name(struct text *out, const struct dress *dress, const struct program *program,
                        const struct program_column *column);

#endif
