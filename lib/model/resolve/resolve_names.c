/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/resolve/resolve.h"

#include "base/error.h"
#include "base/memory.h"
#include "model/labels.h"

/* What a round names: the ids of five tables and four kinds of label. */
struct names {
    struct labels households, dwellings, sections, areas, organisations;
    struct labels groups, parties, nears, municipalities;
};

static void name_households(struct names *names, const husly_round *round, struct arena *arena)
{
    for (size_t index = 0; index < round->household_count; index++) {
        const husly_household *given = &round->households[index];
        labels_add(&names->households, given->household_id);
        labels_add(&names->groups, given->group);
        labels_add(&names->parties, given->party);
        labels_add(&names->nears, given->near);
        labels_add(&names->municipalities, given->municipality);
        labels_add_words(&names->areas, given->wishes, arena);
        labels_add_words(&names->areas, given->avoid, arena);
    }
}

/* Where a table is absent, the ids named elsewhere are taken as they are. */
static void name_places(struct names *names, const husly_round *round)
{
    for (size_t index = 0; index < round->dwelling_count; index++) {
        labels_add(&names->dwellings, round->dwellings[index].dwelling_id);
        labels_add(&names->sections, round->dwellings[index].section_id);
    }
    for (size_t index = 0; index < round->section_count; index++) {
        labels_add(&names->sections, round->sections[index].section_id);
        labels_add(&names->areas, round->sections[index].area_id);
        labels_add(&names->organisations, round->sections[index].organisation_id);
    }
    for (size_t index = 0; index < round->area_count; index++) {
        labels_add(&names->areas, round->areas[index].area_id);
        labels_add(&names->municipalities, round->areas[index].municipality);
    }
    for (size_t index = 0; index < round->organisation_count; index++)
        labels_add(&names->organisations, round->organisations[index].organisation_id);
    /* Where areas.csv is there, it has them all. */
    for (size_t index = 0; index < round->score_count && round->area_count == 0; index++)
        labels_add(&names->areas, round->scores[index].area_id);
}

/* A table whose rows hold nothing yet but the id they begin with; NULL when memory ran out. */
static void *table_of(struct labels *labels, struct arena *arena, size_t row_size, int *count)
{
    const char **ids = labels_keep(labels, arena, count);
    char *rows = ids != NULL ? arena_take(arena, (size_t)*count + 1, row_size) : NULL;
    for (int index = 0; index < *count && rows != NULL; index++) {
        void *row = rows + (size_t)index * row_size;
        *(const char **)row = ids[index];
    }
    return rows;
}

husly_status resolve_names(husly_problem *problem, husly_error *error)
{
    struct names names = {0};
    struct arena *arena = problem->arena;
    name_households(&names, problem->round, arena);
    name_places(&names, problem->round);

    problem->households =
        table_of(&names.households, arena, sizeof *problem->households, &problem->household_count);
    problem->dwellings =
        table_of(&names.dwellings, arena, sizeof *problem->dwellings, &problem->dwelling_count);
    problem->sections =
        table_of(&names.sections, arena, sizeof *problem->sections, &problem->section_count);
    problem->areas = table_of(&names.areas, arena, sizeof *problem->areas, &problem->area_count);
    problem->organisations = table_of(&names.organisations, arena, sizeof *problem->organisations,
                                      &problem->organisation_count);
    problem->groups = labels_keep(&names.groups, arena, &problem->group_count);
    problem->parties = labels_keep(&names.parties, arena, &problem->party_count);
    problem->nears = labels_keep(&names.nears, arena, &problem->near_count);
    problem->municipalities =
        labels_keep(&names.municipalities, arena, &problem->municipality_count);

    bool whole =
        problem->households != NULL && problem->dwellings != NULL && problem->sections != NULL &&
        problem->areas != NULL && problem->organisations != NULL && problem->groups != NULL &&
        problem->parties != NULL && problem->nears != NULL && problem->municipalities != NULL;
    return whole ? HUSLY_OK : error_memory(error);
}
