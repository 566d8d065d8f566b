/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_SOLVE_H
#define HUSLY_SOLVE_SOLVE_H

#include <husly/error.h>

#include "program/program.h"
#include "program/proof.h"

/* What a search is doing, for whoever watches. */
enum solve_doing {
    SOLVE_PRICES, /* finds prices without the simplex */
    SOLVE_LINEAR,
    SOLVE_PLANS,
    SOLVE_CUTS,
    SOLVE_CASES,
    SOLVE_DOING_END
};

struct solve_progress {
    int stage;
    int64_t value, bound;
    bool has_value;
    int64_t work, open;
    enum solve_doing doing;
    int parts, parts_done; /* of a pool */
};

/* A stage's bound that is known beforehand, for plans that have at least `value` in it. */
struct known_bound {
    bool is_known;
    int64_t value, bound;
};

/* Cuts that one search leaves to the next over the same rows and columns; what is pinned may
 * differ. NULL when memory ran out. */
struct solve_memory;
struct solve_memory *solve_memory_new(int stage_count);
void solve_memory_free(struct solve_memory *memory);

/* What is known before the search. With it the search is for the answer alone: a stage's bound then
 * holds, but its proof need not prove it. */
struct solve_start {
    const bool *wanted; /* by column: taken as far as they go together with the pins, in order */
    const struct known_bound *known; /* by stage; each holds while all before it have their value */
    struct solve_memory *memory;
};

struct solve_limits {
    int64_t work;    /* units; 0 = none */
    int64_t gap_ppm; /* 0 = proof */
    double seconds;  /* 0 = none */
    int threads;     /* of a pool's parts; 0 = as many as there are processors, at most 8 */
    int draw_above;  /* a part with more choices is drawn from; 0 = DRAW_ABOVE */
    int draw_most;   /* choices that are drawn, about; 0 = by the part's size */
    bool undivided;  /* a pool is one part, whatever it falls into */
    bool (*on_progress)(const struct solve_progress *progress, void *user); /* false = stop */
    void *user;
    const struct solve_start *start; /* NULL = nothing is known */
};

/* SOLVE_NO_PLAN: there is none, proven. SOLVE_NOT_FOUND: it stopped before it knew. */
enum solve_end {
    SOLVE_DONE,
    SOLVE_STOPPED_BY_LIMIT,
    SOLVE_STOPPED_BY_CALLER,
    SOLVE_NO_PLAN,
    SOLVE_NOT_FOUND
};

struct stage_answer {
    int64_t value;
    int64_t bound; /* the proof's, or one that was known where that is lower */
    struct proof proof;
    struct proof_names names; /* the program's that the proof speaks of */
};

struct solution {
    enum solve_end end;
    int64_t *values; /* one a column; no plan with SOLVE_NO_PLAN and SOLVE_NOT_FOUND */
    struct stage_answer *stages;
    int stage_count;
    int64_t work;
};

/*
 * Optimises the program's stages in strict order. The solution and its proofs live in `arena`.
 * SOLVE_NO_PLAN when the pinned columns break a row that nothing can mend. GLPK runs on a thread of
 * its own.
 */
husly_status solve_program(struct solution *out, struct program *program,
                           const struct solve_limits *limits, struct arena *arena,
                           husly_error *error);

const char *solve_glpk_version(void);

#endif
