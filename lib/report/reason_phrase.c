/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/reason_phrase.h"

#include "base/amount.h"
#include "base/date.h"

void phrase_add(const struct phrase *phrase, const char *english, const char *danish)
{
    text_add_string(phrase->out, phrase->danish ? danish : english);
}

void phrase_number(const struct phrase *phrase, int64_t number)
{
    text_add_format(phrase->out, "%lld", (long long)number);
}

void phrase_dwellings(const struct phrase *phrase, int count)
{
    phrase_number(phrase, count);
    if (count == 1)
        phrase_add(phrase, " dwelling", " bolig");
    else
        phrase_add(phrase, " dwellings", " boliger");
}

void phrase_persons(const struct phrase *phrase, int64_t count)
{
    phrase_number(phrase, count);
    if (count == 1)
        phrase_add(phrase, " person", " person");
    else
        phrase_add(phrase, " persons", " personer");
}

void phrase_kroner(const struct phrase *phrase, husly_amount amount)
{
    amount_add(phrase->out, amount, phrase->danish ? ',' : '.');
    text_add_string(phrase->out, " kr.");
}

void phrase_date(const struct phrase *phrase, int64_t date)
{
    char written[16];
    date_print((husly_date)date, written);
    text_add_string(phrase->out, written);
}

void phrase_counts(const struct phrase *phrase, const struct phrase_count *counts, size_t size)
{
    bool any = false;
    for (size_t at = 0; at < size; at++) {
        if (counts[at].count == 0)
            continue;
        text_add_string(phrase->out, any ? "; " : " (");
        phrase_add(phrase, counts[at].english, counts[at].danish);
        text_add_string(phrase->out, ": ");
        phrase_number(phrase, counts[at].count);
        any = true;
    }
    if (any)
        text_add_string(phrase->out, ")");
}
