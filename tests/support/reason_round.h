/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round from a few lines of text, for what is said of those whom nobody can place. */
#ifndef HUSLY_TESTS_SUPPORT_REASON_ROUND_H
#define HUSLY_TESTS_SUPPORT_REASON_ROUND_H

#include "base/text.h"
#include "io/read/read_round.h"
#include "model/problem.h"
#include "support/check.h"

/* The tables of a round; rules.csv follows the round date. */
struct tables {
    const char *households, *dwellings, *sections, *areas, *organisations, *decisions, *rules;
};

static inline bool year_is_shipped(int year)
{
    return year == 2026;
}

static inline struct source source_of(const char *name, const char *text)
{
    return text != NULL ? (struct source){name, text, strlen(text)} : (struct source){0};
}

static inline husly_round *round_of(const struct tables *tables, husly_problem **problem)
{
    struct text rules = {0};
    text_add_string(&rules, "rule,value,source\nround_date,2026-03-01,\n");
    text_add_string(&rules, tables->rules != NULL ? tables->rules : "");
    const struct source sources[TABLE_END] = {
        [TABLE_HOUSEHOLDS] = source_of("households.csv", tables->households),
        [TABLE_DWELLINGS] = source_of("dwellings.csv", tables->dwellings),
        [TABLE_SECTIONS] = source_of("sections.csv", tables->sections),
        [TABLE_AREAS] = source_of("areas.csv", tables->areas),
        [TABLE_ORGANISATIONS] = source_of("organisations.csv", tables->organisations),
        [TABLE_DECISIONS] = source_of("decisions.csv", tables->decisions),
        [TABLE_RULES] = source_of("rules.csv", text_string(&rules))};
    husly_round *round = NULL;
    husly_error error = {0};
    CHECK_NUMBER(round_parse(&round, sources, NULL, year_is_shipped, &error), HUSLY_OK);
    CHECK_NUMBER(problem_new(problem, round, NULL, &error), HUSLY_OK);
    CHECK_TEXT(error.text, "");
    text_free(&rules);
    return round;
}

#define PEOPLE "household_id,adults,children,max_rent\n"
#define HOMES "dwelling_id,section_id,rooms,rent,kind\n"

#endif
