/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the plan has in each part: the floors of later stages. */
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "report/certificate/part_owners.h"
#include "report/certificate/row_draft.h"
#include "report/verify/plan_terms.h"

/* The plan's value as it is told, line by line. */
struct valuing {
    struct certificate_parts *parts;
    const struct certificate_rows *rows;
    int stage;
    bool failed; /* beyond 64 bits, which the whole plan's value has been found not to be */
};

static void add(struct valuing *valuing, int part, int64_t points)
{
    const int stages = valuing->rows->problem->policy.stage_count;
    int64_t *value = &valuing->parts->values[part * stages + valuing->stage];
    valuing->failed = valuing->failed || __builtin_add_overflow(*value, points, value);
}

/* G/A, from its end. */
static struct count_scope scope_of_meeting(const husly_problem *problem, const char *about)
{
    const char *slash = strrchr(about, '/');
    const size_t size = (size_t)(slash - about);
    int group = 0;
    while (strncmp(problem->groups[group], about, size) != 0 ||
           problem->groups[group][size] != '\0')
        group++;
    return (struct count_scope){PLACES_AREA, row_draft_area(problem, slash + 1), MEASURE_ONE,
                                group};
}

/* What a line of the plan's goals is about, as the counts that price it have it. */
static struct count_scope scope_of(const husly_problem *problem, const struct breakdown_line *line)
{
    if (text_equal(line->term, "together"))
        return scope_of_meeting(problem, line->about);
    if (text_equal(line->term, "key"))
        return (struct count_scope){PLACES_KEY, row_draft_organisation(problem, line->about),
                                    MEASURE_ONE, NONE};
    const int measure = text_equal(line->term, "school")    ? MEASURE_SCHOOL
                        : text_equal(line->term, "daycare") ? MEASURE_SMALL
                                                            : MEASURE_PERSONS;
    return (struct count_scope){PLACES_AREA, row_draft_area(problem, line->about), measure, NONE};
}

/* As of the counts, what nobody stands with is the first part's. */
static void add_line(const struct breakdown_line *line, void *user)
{
    struct valuing *valuing = user;
    if (line->points == 0)
        return;
    const int owner =
        part_owners_of_scope(valuing->parts, valuing->rows, scope_of(valuing->rows->problem, line));
    if (owner != PART_SHARED)
        add(valuing, owner == NONE ? 0 : owner, line->points);
}

static bool value_stage(struct valuing *valuing, const int *placed)
{
    const husly_problem *problem = valuing->rows->problem;
    const husly_stage which = problem->policy.stages[valuing->stage];
    for (int h = 0; h < problem->household_count; h++) {
        if (placed[h] != NONE && valuing->parts->part_of[h] != NONE)
            add(valuing, valuing->parts->part_of[h], pair_points(problem, which, h, placed[h]));
    }
    return which != HUSLY_STAGE_FIT ||
           plan_terms_tell(problem, placed, valuing->rows->arena, add_line, valuing);
}

bool certificate_parts_value(struct certificate_parts *parts, const struct certificate_rows *rows,
                             const int *placed)
{
    const int stages = rows->problem->policy.stage_count;
    struct valuing valuing = {.parts = parts, .rows = rows};
    const size_t places = (size_t)parts->count * (size_t)stages;
    parts->values = arena_take(rows->arena, places + 1, sizeof *parts->values);
    bool done = parts->values != NULL;
    for (; valuing.stage < stages && done; valuing.stage++)
        done = value_stage(&valuing, placed);
    return done && !valuing.failed;
}
