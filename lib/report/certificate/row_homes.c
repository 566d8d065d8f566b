/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 8 of one dwelling. */
#include "base/memory.h"
#include "base/text.h"
#include "report/certificate/row_draft.h"

static bool holds_several(const struct dwelling *home)
{
    return home->kind == HUSLY_KIND_SHARED || home->kind == HUSLY_KIND_SITE ||
           home->kind == HUSLY_KIND_MINORS;
}

/* Whether nobody lives there, or so many at least. */
static bool opens(const struct dwelling *home)
{
    return holds_several(home) && home->given->least_persons != HUSLY_NO_NUMBER &&
           home->given->least_persons > 0;
}

static const char *name_open(const struct dwelling *home, struct arena *arena)
{
    struct text name = {0};
    text_add_format(&name, "open/home/%s", home->id);
    const char *kept = name.failed ? NULL : arena_text(arena, name.bytes, name.size);
    text_free(&name);
    return kept;
}

void count_columns_of_homes(struct count_columns *columns, const husly_problem *problem,
                            struct arena *arena)
{
    for (int d = 0; d < problem->dwelling_count; d++) {
        if (!opens(&problem->dwellings[d]))
            continue;
        const char *name = name_open(&problem->dwellings[d], arena);
        columns->failed = columns->failed || name == NULL;
        count_columns_add(columns, arena,
                          (struct count_column){.name = name,
                                                .upper = 1,
                                                .scope = {PLACES_DWELLING, d, MEASURE_ONE, NONE}});
    }
}

static void add_open(struct row_draft *draft, const struct dwelling *home, int64_t coefficient)
{
    const char *name = name_open(home, draft->rows->arena);
    draft->rows->failed = draft->rows->failed || name == NULL;
    if (name != NULL)
        row_draft_count(draft, name, coefficient);
}

/* A dwelling that is no temporary place, NONE when no other has the id. */
static int find_permanent(const struct row_draft *draft, const char *id)
{
    const husly_problem *problem = draft->rows->problem;
    const int dwelling = problem_find_dwelling(problem, id);
    return dwelling != NONE && problem->dwellings[dwelling].kind != HUSLY_KIND_TRANSIT ? dwelling
                                                                                       : NONE;
}

bool row_of_dwelling(struct row_draft *draft, const char *id)
{
    const int dwelling = find_permanent(draft, id);
    if (dwelling == NONE)
        return false;
    const struct dwelling *home = &draft->rows->problem->dwellings[dwelling];
    const bool several = holds_several(home);
    row_draft_places(draft, PLACES_DWELLING, dwelling, several ? MEASURE_PERSONS : MEASURE_ONE, 1);
    if (opens(home))
        add_open(draft, home, -home->places);
    else
        draft->row.rhs = several ? home->places : 1;
    return true;
}

bool row_of_least(struct row_draft *draft, const char *id)
{
    const int dwelling = find_permanent(draft, id);
    if (dwelling == NONE || !opens(&draft->rows->problem->dwellings[dwelling]))
        return false;
    const struct dwelling *home = &draft->rows->problem->dwellings[dwelling];
    row_draft_places(draft, PLACES_DWELLING, dwelling, MEASURE_PERSONS, -1);
    add_open(draft, home, home->given->least_persons);
    return true;
}

bool row_of_singles(struct row_draft *draft, const char *id)
{
    const int dwelling = find_permanent(draft, id);
    if (dwelling == NONE || !holds_several(&draft->rows->problem->dwellings[dwelling]))
        return false;
    const int most = draft->rows->problem->dwellings[dwelling].given->max_singles;
    if (most == HUSLY_NO_NUMBER)
        return false;
    row_draft_places(draft, PLACES_DWELLING, dwelling, MEASURE_SINGLE, 1);
    draft->row.rhs = most;
    return true;
}
