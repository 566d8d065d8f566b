/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/breakdown.h"

#include <string.h>

#include "base/text.h"

struct unit {
    const char *english, *danish;
};

static const struct unit minutes = {"minutes", "minutter"}, points = {"points", "point"},
                         kroner = {"kroner", "kroner"}, rooms = {"rooms", "rum"},
                         persons = {"persons", "personer"}, days = {"days", "dage"},
                         children = {"children", "børn"}, dwellings = {"dwellings", "boliger"},
                         households = {"households", "husstande"}, yes_no = {"yes_no", "ja_nej"};

struct term_name {
    const char *english, *danish;
    const struct unit *unit;
};

static const struct term_name term_names[] = {
    {"score", "pointtal", &points},        {"wish", "ønske", &yes_no},
    {"margin", "råderum", &kroner},        {"size", "størrelse", &rooms},
    {"reunion", "sammenføring", &persons}, {"early", "tidlig", &days},
    {"youth", "ungdom", &yes_no},          {"unchanged", "uændret", &yes_no},
    {"together", "sammen", &yes_no},       {"school", "skole", &children},
    {"daycare", "dagtilbud", &children},   {"even", "jævn", &persons},
    {"key", "nøgle", &dwellings},
};

/* What the terms of columns begin with; their ends are the municipality's own words, but for the
 * one that husly knows. */
static const struct term_name term_starts[] = {{"access_", "adgang_", &minutes},
                                               {"points_", "point_", &points}};

static bool add_column(struct text *text, const char *term)
{
    for (size_t at = 0; at < sizeof term_starts / sizeof *term_starts; at++) {
        const size_t size = strlen(term_starts[at].english);
        if (strncmp(term, term_starts[at].english, size) != 0)
            continue;
        const char *end = term + size;
        text_add_string(text, term_starts[at].danish);
        text_add_string(text, text_equal(end, "school") ? "skole" : end);
        return true;
    }
    return false;
}

void term_name_add(struct text *text, const char *term, bool danish)
{
    if (danish && add_column(text, term))
        return;
    for (size_t at = 0; at < sizeof term_names / sizeof *term_names && danish; at++) {
        if (text_equal(term, term_names[at].english))
            term = term_names[at].danish;
    }
    text_add_string(text, term);
}

static const struct unit *unit_of(const struct breakdown_line *line)
{
    for (size_t at = 0; at < sizeof term_starts / sizeof *term_starts; at++) {
        const char *start = term_starts[at].english;
        if (strncmp(line->term, start, strlen(start)) == 0)
            return term_starts[at].unit;
    }
    /* The one term of both tables: over the plan it counts the households of the group. */
    if (line->about != NULL && text_equal(line->term, "together"))
        return &households;
    for (size_t at = 0; at < sizeof term_names / sizeof *term_names; at++) {
        if (text_equal(line->term, term_names[at].english))
            return term_names[at].unit;
    }
    return &points;
}

const char *breakdown_unit(const struct breakdown_line *line, bool danish)
{
    const struct unit *unit = unit_of(line);
    return danish ? unit->danish : unit->english;
}
