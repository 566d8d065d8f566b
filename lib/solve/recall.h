/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_RECALL_H
#define HUSLY_SOLVE_RECALL_H

#include "solve/cuts/cuts.h"

/* What an earlier search left of a stage; NULL when there is nothing, or no memory at all. */
const struct heritage *recall(const struct solve_memory *memory, int stage);

/* Keeps the cuts of a stage instead of those of the search before. */
void remember(struct solve_memory *memory, const struct search *search);

#endif
