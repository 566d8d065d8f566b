/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_RULES_TEXT_H
#define HUSLY_REPORT_RULES_TEXT_H

#include "rules/benefit.h"

struct text;

/* One rule of rules.csv as its reader is to see it: names, values and texts in that language. */
struct told_rule {
    const char *name, *other_name; /* the one in the other language */
    const char *value;             /* "": no round gives one */
    const char *usual;             /* its default; NULL: it has none */
    bool is_in_force;              /* false: no other rule asks for it */
    const char *about;
    const char *own_source; /* the municipality's own, of rules.csv; NULL: none */
    const char *source;     /* of the rule as it ships */
    const char *standing;   /* what is known of that source, in English */
    bool is_benefit;        /* the years of housing benefit belong to it */
};

struct told_rules {
    const struct told_rule *rules;
    size_t count;
    const char *date; /* of the round; NULL: the defaults are told */
    int benefit_year; /* the one in force; 0: none */
};

/* Those that differ from their default first, in lines that each end in a line feed. */
void rules_text_add(struct text *text, const struct told_rules *told, husly_language language);

#endif
