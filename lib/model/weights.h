/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_MODEL_WEIGHTS_H
#define HUSLY_MODEL_WEIGHTS_H

#include <husly/policy.h>

/* The weight of a goal: what the policy sets, else what its profile has. */
int64_t weight_in_force(const husly_policy *policy, husly_weight weight);

#endif
