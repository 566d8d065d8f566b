/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/round.h"

#include "base/memory.h"
#include "base/text.h"

const struct table_name table_names[] = {
    {"households.csv", "husstande.csv"},
    {"dwellings.csv", "boliger.csv"},
    {"sections.csv", "afdelinger.csv"},
    {"areas.csv", "områder.csv"},
    {"organisations.csv", "boligorganisationer.csv"},
    {"scores.csv", "point.csv"},
    {"decisions.csv", "beslutninger.csv"},
    {"earlier.csv", "tidligere.csv"},
    {"rules.csv", "regler.csv"},
    {NULL, NULL},
};

husly_round *round_empty(void)
{
    const size_t tables = sizeof table_names / sizeof table_names[0] - 1;
    struct arena *arena = arena_new();
    husly_round *round = arena == NULL ? NULL : arena_take(arena, 1, sizeof *round);
    struct input *inputs = round == NULL ? NULL : arena_take(arena, tables, sizeof *inputs);
    if (inputs == NULL) {
        arena_free(arena);
        return NULL;
    }
    round->arena = arena;
    round->inputs = inputs;
    husly_policy_default(&round->policy);
    return round;
}

/* The round itself lies in its arena. */
void husly_round_free(husly_round *round)
{
    if (round != NULL)
        arena_free(round->arena);
}

size_t husly_round_household_count(const husly_round *round)
{
    return round->household_count;
}

size_t husly_round_dwelling_count(const husly_round *round)
{
    return round->dwelling_count;
}

const husly_policy *husly_round_policy(const husly_round *round)
{
    return &round->policy;
}

husly_language husly_round_language(const husly_round *round)
{
    return round->dialect.danish ? HUSLY_DANISH : HUSLY_ENGLISH;
}

husly_language round_language(const husly_round *round, husly_language asked)
{
    return asked != HUSLY_LANGUAGE_AUTO ? asked : husly_round_language(round);
}

struct setting *round_setting(const husly_round *round, const char *rule)
{
    for (size_t i = 0; i < round->setting_count; i++) {
        if (text_equal(round->settings[i].rule, rule))
            return &round->settings[i];
    }
    return NULL;
}
