/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_REASON_PHRASE_H
#define HUSLY_REPORT_REASON_PHRASE_H

#include "base/text.h"
#include "report/reason_survey.h"

/* Whom a sentence is about, in which language, and where it goes. */
struct phrase {
    const husly_problem *problem;
    int household;
    bool danish;
    struct text *out;
};

/* One of the two, by language. */
void phrase_add(const struct phrase *phrase, const char *english, const char *danish);
/* "1 dwelling", "3 boliger"; "1 person", "3 personer". */
void phrase_dwellings(const struct phrase *phrase, int count);
void phrase_persons(const struct phrase *phrase, int64_t count);
/* "312,50 kr." */
void phrase_kroner(const struct phrase *phrase, husly_amount amount);
void phrase_number(const struct phrase *phrase, int64_t number);
void phrase_date(const struct phrase *phrase, int64_t date);

/* A count with the words for what was counted. */
struct phrase_count {
    const char *key; /* what a judgement calls it; NULL where nothing is judged */
    const char *english, *danish;
    int count;
};

/* " (for students only: 2; for a single person only: 1)", without those that are 0. */
void phrase_counts(const struct phrase *phrase, const struct phrase_count *counts, size_t size);

/* The second half of the sentence for a rule of 0 … PAIR_RULES - 1 that alone keeps out `count`
 * dwellings. */
void phrase_rule(const struct phrase *phrase, int rule, int count);

#endif
