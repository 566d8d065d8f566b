/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_JOIN_IDS_H
#define HUSLY_JOIN_IDS_H

#include "model/problem.h"

/* The household or dwelling that a person asks about by its id; refused with the nearest where the
 * round lacks it. */
husly_status demand_household(const husly_problem *problem, const char *id, int *household,
                              husly_error *error);
husly_status demand_dwelling(const husly_problem *problem, const char *id, int *dwelling,
                             husly_error *error);

#endif
