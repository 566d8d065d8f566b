/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_STAGES_H
#define HUSLY_RULES_STAGES_H

#include "rules/rule.h"

/* Adds the policy's stages, most important first, once every column exists; false when memory ran
 * out. `household_of` tells the household of each group. */
bool stages_compile(struct builder *builder, const int *household_of);

#endif
