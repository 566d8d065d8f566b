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

struct piece piece_date(int64_t date)
{
    struct piece piece = {""};
    char written[16];
    date_print((husly_date)date, written);
    snprintf(piece.words, sizeof piece.words, "%s", written);
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
