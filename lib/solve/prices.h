/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_PRICES_H
#define HUSLY_SOLVE_PRICES_H

#include "solve/search.h"

/*
 * Prices of the rows found without the simplex: the Lagrangian that keeps each group's choice,
 * brought down by projected steps whose length each row learns from its own history (Duchi, Hazan
 * and Singer, 2011). Leaves in search->prices what every column has left when the rows are paid.
 */
void prices_find(struct search *search);

/* What is left at the multipliers that were found before the program was drawn. */
void prices_known(struct search *search);

/* The same at the duals of the linear program, those of groups and cuts among them: a column then
 * has less than nothing left by as much as it loses. */
void prices_at_duals(struct search *search);

#endif
