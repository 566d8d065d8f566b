/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_MODEL_BREAKDOWN_H
#define HUSLY_MODEL_BREAKDOWN_H

#include <stdbool.h>
#include <stdint.h>

struct text;

/* One summand of stage fit, as breakdown.csv shows it: docs/rules.md, Breakdown. */
struct breakdown_line {
    const char *term;  /* in English */
    const char *about; /* of a goal of the plan: what it is about; else NULL */
    bool has_measure, has_weight;
    int64_t measure;
    int64_t weight;
    int64_t points;
};

typedef void breakdown_fn(const struct breakdown_line *line, void *user);

/* A term as a cell has it: "access_school", and "adgang_skole". */
void term_name_add(struct text *text, const char *term, bool danish);

/* What a line counts its measure in, as a cell has it: "minutes", and "minutter". */
const char *breakdown_unit(const struct breakdown_line *line, bool danish);

/* A line that was measured. */
static inline struct breakdown_line breakdown_line(const char *term, int64_t measure,
                                                   int64_t weight, int64_t points)
{
    return (struct breakdown_line){.term = term,
                                   .has_measure = true,
                                   .measure = measure,
                                   .has_weight = true,
                                   .weight = weight,
                                   .points = points};
}

/* A line of a goal that finds nothing to measure. */
static inline struct breakdown_line breakdown_nothing(const char *term, int64_t weight)
{
    return (struct breakdown_line){.term = term, .has_weight = true, .weight = weight};
}

#endif
