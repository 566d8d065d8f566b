/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_STAGES_H
#define HUSLY_RULES_STAGES_H

#include "rules/rule.h"

/* Gives the pool the policy's stages, most important first, and their points; false when memory ran
 * out. */
bool stages_compile(struct builder *builder);

/* A stage's points as a plan tells them: stage cost tells øre, the smaller the better, and its
 * points are the øre saved against placing nobody. It is its own inverse. */
int64_t stage_told(const husly_problem *problem, husly_stage stage, int64_t points);

#endif
