/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_NEAREST_H
#define HUSLY_IO_NEAREST_H

#include "base/text.h"

/* The known word most like a given one, for messages; among equals the bytewise smallest. */
struct nearest {
    const char *given;
    const char *best; /* NULL: none yet */
    int distance;
};

struct nearest nearest_to(const char *given);
void nearest_try(struct nearest *nearest, const char *known);

#endif
