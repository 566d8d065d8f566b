/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/round.h"

#include "base/memory.h"

const struct table_name table_names[] = {
    {"households.csv", "husstande.csv"},
    {"dwellings.csv", "boliger.csv"},
    {"sections.csv", "afdelinger.csv"},
    {"areas.csv", "områder.csv"},
    {"organisations.csv", "boligorganisationer.csv"},
    {"scores.csv", "point.csv"},
    {"decisions.csv", "beslutninger.csv"},
    {"rules.csv", "regler.csv"},
    {NULL, NULL},
};

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
