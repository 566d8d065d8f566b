/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_H
#define HUSLY_SOLVE_H

#include <husly/policy.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A round with its settings, resolved and sorted by id, ready to solve or check. Borrows the round.
 */
typedef struct husly_problem husly_problem;

/*
 * Resolves a round, which is finished if it was built by hand. Fails with HUSLY_E_INPUT when a
 * pinned pair breaks a rule that binds a pair. `policy` is copied, and refused where
 * rules.csv would be; NULL takes the round's own.
 */
HUSLY_EXPORT husly_status husly_problem_new(husly_problem **out, const husly_round *round,
                                            const husly_policy *policy, husly_error *error);
HUSLY_EXPORT void husly_problem_free(husly_problem *problem);

/* What the search is at. */
typedef enum husly_doing {
    HUSLY_DOING_PRICES, /* looks for prices that make a bound */
    HUSLY_DOING_LINEAR, /* solves the linear program */
    HUSLY_DOING_PLANS,  /* looks for better plans */
    HUSLY_DOING_CUTS,   /* looks for cuts */
    HUSLY_DOING_CASES,  /* goes through cases */
    HUSLY_DOING_END
} husly_doing;

/* A word or two in English, for husly_words(); NULL outside the enumeration. */
HUSLY_EXPORT const char *husly_doing_name(husly_doing doing);

/* Where a round falls into parts: sums over them, in the first stage that some part has not ended.
 */
typedef struct husly_progress {
    husly_stage stage; /* HUSLY_STAGE_END when all are done: temporary places, or in husly_explain()
                          the fewest changes; value and bound then are points of that search */
    int64_t value;     /* of the best plan so far; meaningless unless has_plan */
    int64_t bound;     /* proven so far for this stage */
    bool has_plan;
    int64_t work;      /* units spent, see husly_solve_options.work */
    int64_t leaves;    /* open cases of the search */
    husly_doing doing; /* in the largest of those parts; HUSLY_DOING_END between two */
    int64_t parts;     /* that cannot get in each other's way; 1 where there are none */
    int64_t parts_done;
} husly_progress;

/* Called from a thread of the solver, never from two at once, a few times a second at most; false
 * stops the search and keeps the best plan. */
typedef bool husly_progress_fn(const husly_progress *progress, void *user);

typedef struct husly_solve_options {
    int64_t work; /* deterministic limit in units of work over all stages; 0 = HUSLY_DEFAULT_WORK */
    int64_t gap_ppm; /* stop a stage when |bound - value| * 10^6 <= gap_ppm * |bound|; 0 = proof */
    double seconds;  /* wall clock guard, makes a result irreproducible; 0 = none */
    int threads; /* for a round's parts; never changes the plan; 0 = one a processor, at most 8 */
    husly_progress_fn *on_progress;
    void *user;
} husly_solve_options;

/* A unit of work is one simplex iteration times a thousand rows and columns of the linear program;
 * other steps are counted as many as take as long. */
#define HUSLY_DEFAULT_WORK INT64_C(4000000)

typedef enum husly_outcome {
    HUSLY_PROVEN,      /* every stage proven */
    HUSLY_WITHIN_GAP,  /* a stage is not proven, but within the gap that was asked for */
    HUSLY_LIMIT,       /* a usable plan; a limit stopped the proof: of work, of seconds, or that a
                          certificate counts in millionths */
    HUSLY_INTERRUPTED, /* a usable plan; on_progress asked to stop */
    HUSLY_OUTCOME_END
} husly_outcome;

typedef struct husly_plan husly_plan;

/*
 * Finds the best plan, stage by stage, and proves how good it is. HUSLY_E_CONFLICT when pins leave
 * no lawful plan: the error's text names the pins and the row. Same input, same build, no seconds
 * limit: the same plan, whatever the order of the rows and the number of threads. `options` may be
 * NULL. GLPK runs on threads that this call starts and joins, so the caller's own use of GLPK is
 * left alone.
 */
HUSLY_EXPORT husly_status husly_solve(husly_plan **out, const husly_problem *problem,
                                      const husly_solve_options *options, husly_error *error);
HUSLY_EXPORT void husly_plan_free(husly_plan *plan);

HUSLY_EXPORT husly_outcome husly_plan_outcome(const husly_plan *plan);

/* Points of need and fit, the more the better; øre of cost, the fewer the better, with a lower
 * bound. */
typedef struct husly_stage_result {
    husly_stage stage;
    int64_t value;
    int64_t bound; /* proven by the certificate */
    bool proven;   /* value == bound */
    int64_t leaves;
    int64_t cuts;
} husly_stage_result;

HUSLY_EXPORT size_t husly_plan_stage_count(const husly_plan *plan);
HUSLY_EXPORT husly_stage_result husly_plan_stage(const husly_plan *plan, size_t index);

/* One placement; the ids belong to the plan. Ordered by household id, bytewise. */
typedef struct husly_placement {
    const char *household_id;
    const char *dwelling_id;
} husly_placement;

HUSLY_EXPORT size_t husly_plan_placement_count(const husly_plan *plan);
HUSLY_EXPORT husly_placement husly_plan_placement(const husly_plan *plan, size_t index);

/* "need", "fit", "cost"; NULL outside the enumeration. */
HUSLY_EXPORT const char *husly_stage_name(husly_stage stage);

typedef enum husly_format { HUSLY_FORMAT_LP, HUSLY_FORMAT_MPS } husly_format;

/*
 * Writes one stage's integer program for any other solver, with names that read: `right[S12]`
 * in MPS, `right(S12)` in LP, which takes no brackets.
 * Every stage before it becomes a floor at floors[0], floors[1], … (as many values as stages
 * before, told as husly_stage_result tells them). Stage cost is written as the øre saved against
 * placing nobody, to be maximised.
 */
HUSLY_EXPORT husly_status husly_problem_export(const husly_problem *problem, husly_stage stage,
                                               const int64_t *floors, husly_format format,
                                               const char *path, husly_error *error);

#ifdef __cplusplus
}
#endif

#endif
