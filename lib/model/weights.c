/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/weights.h"

/* docs/rules.md § Goals, column recommended. */
static const int64_t recommended[HUSLY_WEIGHT_END] = {
    [HUSLY_WEIGHT_ACCESS] = 20, [HUSLY_WEIGHT_POINTS] = 1,      [HUSLY_WEIGHT_MARGIN] = 30,
    [HUSLY_WEIGHT_SIZE] = 60,   [HUSLY_WEIGHT_REUNION] = 60,    [HUSLY_WEIGHT_EARLY] = 40,
    [HUSLY_WEIGHT_YOUTH] = 50,  [HUSLY_WEIGHT_UNCHANGED] = 200, [HUSLY_WEIGHT_TOGETHER] = 20,
    [HUSLY_WEIGHT_SCHOOL] = 50, [HUSLY_WEIGHT_DAYCARE] = 50,    [HUSLY_WEIGHT_EVEN] = 10,
    [HUSLY_WEIGHT_KEY] = 50,
};

int64_t weight_in_force(const husly_policy *policy, husly_weight weight)
{
    if (policy->weights[weight] != HUSLY_NO_WEIGHT)
        return policy->weights[weight];
    return policy->recommended ? recommended[weight] : 0;
}
