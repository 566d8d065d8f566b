/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_SEARCH_H
#define HUSLY_SOLVE_SEARCH_H

#include "base/wide.h"
#include "program/program.h"
#include "program/proof.h"
#include "solve/glpk.h"
#include "solve/solve.h"

/* Multipliers are whole millionths, contract § 7. */
enum { MILLION = 1000000 };

/* A unit of work as husly/solve.h tells it: a step times a thousand rows and columns. */
enum { WORK_UNIT = 1000 };

/* A set of multipliers and the bound it proves for the fixings it was found under. */
struct bound {
    struct term *terms;
    int count;
    int64_t value;
};

/* A cut with its rounded coefficients over all columns of the program, as a sparse row. */
struct cut_row {
    struct cut cut;
    int *columns;
    int64_t *coefficients;
    int count;
    int64_t rhs;
    int lp_row; /* NO_INDEX: not in the linear program */
    int idle;   /* rounds without pressing */
    bool due;   /* its coefficients are worked out when they are asked for */
};

/* One case of the search. Its fixings are those on the way from the root. */
struct node {
    struct node *parent;
    struct node *children[2]; /* both or none */
    struct fixing fixing;     /* the last one; unused in the root */
    struct bound bound;
    unsigned char *basis;
    int basis_rows, basis_columns;
    int depth;
    int64_t number; /* of creation: breaks ties */
};

/* What the search knows of each column at the node at hand. */
enum { FREE = 0, IN = 1, OUT = -1 };

struct span {
    int64_t low, high;
};

/* What was found before a program was drawn from its pool: multipliers of its rows, and the largest
 * bound that they prove of a choice that was left out; INT64_MIN: none was. */
struct aside {
    struct term *terms;
    int count;
    int64_t level;
};

/* The search for one stage. What it keeps lives in `arena`, what one case needs for a moment in
 * `scratch`; both belong to the caller of the solver, so that a panic loses nothing. */
struct search {
    const struct program *program;
    const int64_t *points;
    struct arena **arena, **scratch;
    const int *row_starts, *row_columns; /* columns by row: row_columns[row_starts[r] … r + 1) */
    const int64_t *row_coefficients;
    const int *group_starts, *group_columns;
    const int *ease_starts, *ease_counts; /* by row: the counts that ease it, cheapest first */
    const int64_t *ease_parts;            /* and by how much one of them does */
    const bool *has_count;                /* by row: some count is in it */
    bool has_prices;                      /* some count costs points in this stage */
    bool *idle;                           /* by row: binds nothing in this stage */
    int first_floor; /* the floors of earlier stages are the program's last rows */

    /* Cuts: the program's seeds first, which are never rows of the linear program, since the pairs
     * that they forbid are not in it. */
    struct cut_row *cuts;
    int cut_count, cut_room;

    /* The linear program: rows of the program, group rows, then cuts and lazy rows. */
    struct lp *lp;
    int *lp_column; /* of a program column, NO_INDEX outside */
    int *lp_excuse; /* of a group: the lp column that stands in when it must and cannot take one */
    int *column_of; /* of an lp column; NO_INDEX for an overflow */
    int column_of_room;
    bool *barred;   /* columns that are never needed: dead, or rivals of a pinned one */
    int *lp_row;    /* of a program row, NO_INDEX outside: idle, or lazy and never violated */
    double *scales; /* by program row: its largest coefficient */
    int first_group_row;
    int *late; /* what the rows after the group rows stand for: a cut, or −1 − a lazy row */
    int late_count, late_room;
    double *row_scale; /* by lp row: what the row or cut was divided by */
    int lp_row_room;
    int *entry_rows; /* scratch for one column */
    double *entry_values;
    int entry_room;
    double *prices; /* scratch, by column */
    bool all_in;    /* every useful column is in the linear program */
    double penalty; /* of a unit of overflow */
    bool has_duals; /* it has been solved */
    int64_t effort_counted;

    /* The node at hand. */
    signed char *fixed;  /* FREE, IN, OUT by column */
    struct span *spans;  /* of count columns */
    signed char *placed; /* FREE, IN, OUT by group: whether it takes any of its columns */
    wide *reduced;       /* scratch, by column */
    wide *sums;          /* scratch, by column; all 0 between uses */
    bool *summed;        /* by column: among those in `touched`; so too */
    int *touched;
    struct term *terms; /* scratch */
    size_t terms_room;
    int *cut_columns; /* scratch: those of the last cut that was worked out */
    int64_t *cut_coefficients;

    const struct aside *aside; /* NULL: the program was not drawn */
    bool redraws;              /* where better pairs were set aside another program is drawn */
    struct bound linear;       /* of the linear program before any cut */

    /* The best plan. */
    int64_t *best;
    int64_t best_value;
    int64_t known;                         /* a bound that was known before; INT64_MAX = none */
    bool has_plan;                         /* `best` is a plan of the round */
    int64_t *offered;                      /* scratch, by column */
    struct settled *settled;               /* scratch of primal/settle.h */
    struct neighbourhoods *neighbourhoods; /* of primal/neighbourhood.h; NULL = none yet */

    /* The tree. */
    struct node *root;
    struct node *here;  /* whose fixings are in force */
    struct node **open; /* a heap: largest bound first */
    int open_count, open_room;
    int64_t bound; /* of the cases still open */
    int64_t node_count;
    const struct proof *cases; /* of the stage before: the first split; NULL = none */
    double *gain[2];           /* by column, then by group: what fixing it OUT or IN cost so far */
    int *tries[2];

    /* Limits. */
    const struct solve_limits *limits;
    int stage;
    int64_t work, work_limit; /* in steps × (rows + columns), and what costs as much */
    int64_t spent;            /* before this stage */
    enum solve_end end;
    double deadline, told;  /* seconds of the monotonic clock; no deadline: 0 */
    enum solve_doing doing; /* for whoever watches */
};

/* Zeroed memory of an arena; the run panics when there is none. For the stage, and for the moment.
 */
void *claim(struct arena *arena, size_t count, size_t size);
void *take(struct search *search, size_t count, size_t size);
void *borrow(struct search *search, size_t count, size_t size);
/* Gives back all that was borrowed. */
void give_back(struct search *search);
/* A larger copy of an array, for the stage. */
void *take_more(struct search *search, const void *block, int count, int *room, size_t size);

/* Sets a stage's search up in `search`, whose arenas, limits and stage are given. `plan`: a
 * feasible plan to start from; `heritage`: the cuts of the stage before. */
struct heritage;
void search_start(struct search *search, const struct program *program, const int64_t *plan,
                  const struct heritage *heritage);

double search_clock(void);
/* Counts the work of the linear program so far, tells progress; false when it is time to stop. */
bool search_goes_on(struct search *search);
/* Whether a bound closes a case: it cannot beat the best plan (by more than the gap asked for). */
bool search_closes(const struct search *search, int64_t bound);
/* Whether the best plan meets it (but for the gap asked for): until then better plans are worth
 * looking for, even where what was set aside closes every case. */
bool search_meets(const struct search *search, int64_t bound);
/* The points that a case has to pass to be of interest: those of the best plan, or more where pairs
 * that were set aside may have more. */
int64_t search_target(const struct search *search);
/* Takes a plan when it is feasible and better with its counts settled; values by column. */
bool search_offer(struct search *search, const int64_t *values);

#endif
