/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program of all lawful pairs of a problem. */
#ifndef HUSLY_TESTS_SUPPORT_WHOLE_H
#define HUSLY_TESTS_SUPPORT_WHOLE_H

#include "rules/rule.h"

struct whole {
    struct pool *pool;
    struct program *program; /* NULL when memory ran out; keys are indices of places */
};

static inline struct whole whole_of(const husly_problem *problem)
{
    struct whole whole = {rules_compile(problem), NULL};
    if (whole.pool != NULL)
        whole.program = pool_program(whole.pool, NULL);
    return whole;
}

static inline void whole_free(struct whole *whole)
{
    program_free(whole->program);
    pool_free(whole->pool);
}

#endif
