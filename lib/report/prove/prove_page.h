/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_PROVE_PAGE_H
#define HUSLY_REPORT_PROVE_PAGE_H

#include "base/words.h"
#include "model/most.h"
#include "report/prove/proof_sum.h"

/* The page of docs/prove.md while it is written. */
struct prove_page {
    struct text *text;
    husly_language language;
    const husly_problem *problem;
    const husly_plan *plan;
    const struct most *most;
    struct proof *proof; /* NULL: the plan was made by hand */
    struct arena *arena;
    bool example_told; /* a household's line has been read aloud */
    size_t line_count; /* of the whole table, so far */
};

/* A leaf by its bound, for those that matter most to come first. */
struct prove_case {
    size_t index;
    bool empty;
    int64_t bound;
};

/* What a stage's bound is made of. */
struct prove_part {
    int part;
    int64_t households; /* with a lawful dwelling */
    int64_t bound;      /* in points, the larger of its level and its largest leaf */
};

husly_status prove_page_add(struct prove_page *page);

/* The parts of it. */
void prove_page_placed(struct prove_page *page);
void prove_page_parts(struct prove_page *page, const struct prove_part *parts, size_t count);
void prove_page_aside(struct prove_page *page);
void prove_page_cases(struct prove_page *page, const struct prove_case *cases, size_t count);
void prove_page_sum(struct prove_page *page, struct proof_leaf *leaf);

/* One paragraph in the reader's language, printf style. */
void prove_page_say(struct prove_page *page, const char *english, ...)
    __attribute__((format(printf, 2, 3)));

#endif
