/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/reason/reason_phrase.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/amount.h"
#include "base/date.h"

void phrase_add(const struct phrase *phrase, const char *english, ...)
{
    va_list parts;
    va_start(parts, english);
    text_add_list(phrase->out, husly_words(phrase->language, english), parts);
    va_end(parts);
}

struct piece piece_dwellings(const struct phrase *phrase, int count)
{
    struct piece piece;
    if (count == 1)
        words_print(piece.words, sizeof piece.words, phrase->language, "%d dwelling", count);
    else
        words_print(piece.words, sizeof piece.words, phrase->language, "%d dwellings", count);
    return piece;
}

struct piece piece_persons(const struct phrase *phrase, int64_t count)
{
    struct piece piece;
    if (count == 1)
        words_print(piece.words, sizeof piece.words, phrase->language, "%lld person",
                    (long long)count);
    else
        words_print(piece.words, sizeof piece.words, phrase->language, "%lld persons",
                    (long long)count);
    return piece;
}

/* A count and its word, which is known by itself in both languages. */
static struct piece piece_counted(const struct phrase *phrase, int64_t count, const char *one,
                                  const char *several)
{
    struct piece piece;
    snprintf(piece.words, sizeof piece.words, "%lld %s", (long long)count,
             husly_words(phrase->language, count == 1 ? one : several));
    return piece;
}

struct piece piece_children(const struct phrase *phrase, int64_t count)
{
    return piece_counted(phrase, count, WORDS_LATER("child"), WORDS_LATER("children"));
}

struct piece piece_others(const struct phrase *phrase, int64_t count)
{
    return piece_counted(phrase, count, WORDS_LATER("other household"),
                         WORDS_LATER("other households"));
}

struct piece piece_singles(const struct phrase *phrase, int64_t count)
{
    return piece_counted(phrase, count, WORDS_LATER("single person"),
                         WORDS_LATER("single persons"));
}

struct piece piece_households(const struct phrase *phrase, int64_t count)
{
    return piece_counted(phrase, count, WORDS_LATER("household"), WORDS_LATER("households"));
}

struct piece piece_rooms(const struct phrase *phrase, int64_t count)
{
    return piece_counted(phrase, count, WORDS_LATER("room"), WORDS_LATER("rooms"));
}

struct piece piece_days(const struct phrase *phrase, int64_t count)
{
    return piece_counted(phrase, count, WORDS_LATER("day"), WORDS_LATER("days"));
}

struct piece piece_kroner(const struct phrase *phrase, husly_amount amount)
{
    struct piece piece;
    struct text text = {0};
    amount_add(&text, amount, phrase->language == HUSLY_DANISH ? ',' : '.');
    snprintf(piece.words, sizeof piece.words, "%s kr.", text_string(&text));
    phrase->out->failed = phrase->out->failed || text.failed;
    text_free(&text);
    return piece;
}

struct piece piece_date(const struct phrase *phrase, int64_t date)
{
    struct piece piece;
    struct text text = {0};
    date_add(&text, (husly_date)date, phrase->language);
    snprintf(piece.words, sizeof piece.words, "%s", text_string(&text));
    phrase->out->failed = phrase->out->failed || text.failed;
    text_free(&text);
    return piece;
}

void phrase_counts(const struct phrase *phrase, const struct phrase_count *counts, size_t size)
{
    bool any = false;
    for (size_t at = 0; at < size; at++) {
        if (counts[at].count == 0)
            continue;
        text_add_format(phrase->out, "%s%s: %d", any ? "; " : " (",
                        husly_words(phrase->language, counts[at].english), counts[at].count);
        any = true;
    }
    if (any)
        text_add_string(phrase->out, ")");
}
