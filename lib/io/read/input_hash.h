/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_INPUT_HASH_H
#define HUSLY_IO_INPUT_HASH_H

#include "model/round.h"

struct arena;

/* The files of a round that a folder holds now, in the order of the tables, with their SHA-256;
 * nothing in them is read. `inputs` lives in the arena, the names are lent for good. */
husly_status input_hash(struct input **inputs, size_t *count, const char *folder,
                        struct arena *arena, husly_error *error);

#endif
