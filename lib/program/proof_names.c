/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "program/proof.h"

struct naming {
    const struct program *program;
    const struct proof *proof;
    struct arena *arena;
    struct proof_names names;
    bool failed;
};

static const char *copy_of(struct naming *naming, const char *name)
{
    const char *copy = arena_text(naming->arena, name, strlen(name));
    naming->failed = naming->failed || copy == NULL;
    return copy;
}

static void name_terms(struct naming *naming, const struct term *terms, int count)
{
    const struct program *program = naming->program;
    for (int k = 0; k < count; k++) {
        const int index = terms[k].index;
        if (terms[k].kind == TERM_ROW && naming->names.rows[index] == NULL)
            naming->names.rows[index] = copy_of(naming, program->rows[index].name);
        else if (terms[k].kind == TERM_GROUP && naming->names.groups[index] == NULL)
            naming->names.groups[index] = copy_of(naming, program->groups[index]);
    }
}

static void name_groups(struct naming *naming, const struct leaf *leaf)
{
    for (int k = 0; k < leaf->fixing_count; k++) {
        const int group = leaf->fixings[k].column;
        if (!fixing_has_column(&leaf->fixings[k]) && naming->names.groups[group] == NULL)
            naming->names.groups[group] = copy_of(naming, naming->program->groups[group]);
    }
}

static int compare_columns(const void *a, const void *b)
{
    return *(const int *)a < *(const int *)b ? -1 : *(const int *)a > *(const int *)b;
}

static void list_columns(struct naming *naming)
{
    const struct proof *proof = naming->proof;
    int *columns = naming->names.columns;
    int count = 0;
    for (int leaf = 0; leaf < proof->leaf_count; leaf++) {
        for (int k = 0; k < proof->leaves[leaf].fixing_count; k++) {
            const struct fixing *fixing = &proof->leaves[leaf].fixings[k];
            if (fixing_has_column(fixing))
                columns[count++] = fixing->column;
        }
    }
    qsort(columns, (size_t)count, sizeof *columns, compare_columns);
    int *kept = &naming->names.column_count;
    for (int k = 0; k < count; k++) {
        if (*kept == 0 || columns[*kept - 1] != columns[k])
            columns[(*kept)++] = columns[k];
    }
}

static bool take_room(struct naming *naming)
{
    const struct program *program = naming->program;
    size_t fixings = 1;
    for (int leaf = 0; leaf < naming->proof->leaf_count; leaf++)
        fixings += (size_t)naming->proof->leaves[leaf].fixing_count;
    struct proof_names *names = &naming->names;
    names->row_count = program->row_count;
    names->group_count = program->group_count;
    names->rows = arena_take(naming->arena, (size_t)program->row_count + 1, sizeof *names->rows);
    names->groups =
        arena_take(naming->arena, (size_t)program->group_count + 1, sizeof *names->groups);
    names->columns = arena_take(naming->arena, fixings, sizeof *names->columns);
    return names->rows != NULL && names->groups != NULL && names->columns != NULL;
}

static void name_columns(struct naming *naming)
{
    struct proof_names *names = &naming->names;
    list_columns(naming);
    names->column_names =
        arena_take(naming->arena, (size_t)names->column_count + 1, sizeof *names->column_names);
    naming->failed = naming->failed || names->column_names == NULL;
    for (int k = 0; k < names->column_count && !naming->failed; k++)
        names->column_names[k] = copy_of(naming, naming->program->columns[names->columns[k]].name);
}

bool proof_name(struct proof_names *out, const struct program *program, const struct proof *proof,
                struct arena *arena)
{
    struct naming naming = {.program = program, .proof = proof, .arena = arena};
    if (!take_room(&naming))
        return false;
    name_terms(&naming, proof->aside, proof->aside_count);
    for (int cut = 0; cut < proof->cut_count; cut++)
        name_terms(&naming, proof->cuts[cut].terms, proof->cuts[cut].term_count);
    for (int leaf = 0; leaf < proof->leaf_count; leaf++) {
        name_terms(&naming, proof->leaves[leaf].terms, proof->leaves[leaf].term_count);
        name_groups(&naming, &proof->leaves[leaf]);
    }
    name_columns(&naming);
    *out = naming.names;
    return !naming.failed;
}

const char *proof_fixed(const struct proof_names *names, const struct fixing *fixing)
{
    if (!fixing_has_column(fixing))
        return names->groups[fixing->column];
    const int *found = bsearch(&fixing->column, names->columns, (size_t)names->column_count,
                               sizeof *names->columns, compare_columns);
    return names->column_names[found - names->columns];
}
