/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_REASON_PHRASE_H
#define HUSLY_REPORT_REASON_PHRASE_H

#include "base/words.h"
#include "report/reason/reason_survey.h"

/* Whom a sentence is about, in which language, and where it goes. */
struct phrase {
    struct reasons *reasons; /* NULL where only the language counts */
    const husly_problem *problem;
    int household;
    husly_language language;
    struct text *out;
};

/* The same phrase, told into another text. */
static inline struct phrase phrase_into(const struct phrase *phrase, struct text *out)
{
    return (struct phrase){phrase->reasons, phrase->problem, phrase->household, phrase->language,
                           out};
}

/* Adds a sentence, printf style. */
void phrase_add(const struct phrase *phrase, const char *english, ...)
    __attribute__((format(printf, 2, 3)));

/* A few words that go into a sentence. */
struct piece {
    char words[48];
};

/* "1 dwelling", "3 boliger"; "1 person", "3 personer"; and so on. */
struct piece piece_dwellings(const struct phrase *phrase, int count);
struct piece piece_persons(const struct phrase *phrase, int64_t count);
struct piece piece_children(const struct phrase *phrase, int64_t count);
struct piece piece_others(const struct phrase *phrase, int64_t count);
struct piece piece_singles(const struct phrase *phrase, int64_t count);
struct piece piece_households(const struct phrase *phrase, int64_t count);
struct piece piece_rooms(const struct phrase *phrase, int64_t count);
struct piece piece_days(const struct phrase *phrase, int64_t count);
/* "312,50 kr." */
struct piece piece_kroner(const struct phrase *phrase, husly_amount amount);
/* "2026-06-01", "01-06-2026" */
struct piece piece_date(const struct phrase *phrase, int64_t date);

/* A count with the words for what was counted. */
struct phrase_count {
    const char *key; /* what a judgement calls it; NULL where nothing is judged */
    const char *english;
    int count;
};

/* Adds " (for students only: 2; for a single person only: 1)", without those that are 0. */
void phrase_counts(const struct phrase *phrase, const struct phrase_count *counts, size_t size);

/* The rule of 0 … PAIR_RULES - 1 that alone keeps out `count` dwellings, as the end of a sentence
 * that lacks its full stop, and the sentences that follow it. */
void phrase_cause(const struct phrase *phrase, int rule, int count);
void phrase_after(const struct phrase *phrase, int rule, int count);

/* Why none of the dwellings that would take the household can be had, where some are closed one by
 * one; false, and nothing said, where none is or only offers are wanting. */
bool phrase_closed(const struct phrase *phrase, bool single);

#endif
