/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/breakdown.h"

#include <string.h>

#include "base/text.h"

struct term_name {
    const char *english, *danish;
};

static const struct term_name term_names[] = {
    {"score", "pointtal"}, {"wish", "ønske"},           {"margin", "råderum"},
    {"size", "størrelse"}, {"reunion", "sammenføring"}, {"early", "tidlig"},
    {"youth", "ungdom"},   {"unchanged", "uændret"},    {"together", "sammen"},
    {"school", "skole"},   {"daycare", "dagtilbud"},    {"even", "jævn"},
    {"key", "nøgle"},
};

/* What the terms of columns begin with; their ends are the municipality's own words, but for the
 * one that husly knows. */
static const struct term_name term_starts[] = {{"access_", "adgang_"}, {"points_", "point_"}};

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
