/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/measure.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/words.h"
#include "model/breakdown.h"

struct prefix {
    const char *english;
    const char *danish;
};

static const struct prefix access_prefix = {"access_", "adgang_"};
static const struct prefix points_prefix = {"points_", "point_"};
static const struct prefix weight_prefix = {"weight_", "vægt_"};

/* The end of a name that counts for some households only, and so is one in both languages. */
static const struct prefix school_end = {"school", "skole"};

enum { HEAD_SIZE = 16 };

/* What follows a prefix in any case; NULL where the text does not begin with it. */
static const char *behind(const char *text, const char *start)
{
    const size_t size = strlen(start);
    char head[HEAD_SIZE] = "";
    if (strlen(text) <= size)
        return NULL;
    memcpy(head, text, size);
    return text_equal_folded(head, start) ? text + size : NULL;
}

static const char *behind_prefix(const char *text, const struct prefix *prefix)
{
    const char *end = behind(text, prefix->english);
    return end != NULL ? end : behind(text, prefix->danish);
}

bool measure_is_name(const char *text)
{
    return behind_prefix(text, &access_prefix) != NULL ||
           behind_prefix(text, &points_prefix) != NULL;
}

static void add_small(struct text *out, const char *text)
{
    const size_t size = strlen(text);
    for (size_t at = 0; at < size;) {
        uint32_t point = 0;
        char bytes[4];
        const size_t read = unicode_decode(text + at, size - at, &point);
        if (read == 0)
            break;
        text_add(out, bytes, unicode_encode(unicode_fold(point), bytes));
        at += read;
    }
}

const char *measure_name(struct arena *arena, const char *text)
{
    const char *end = behind_prefix(text, &access_prefix);
    struct text name = {0};
    text_add_string(&name, end != NULL ? access_prefix.english : points_prefix.english);
    if (end == NULL)
        end = behind_prefix(text, &points_prefix);
    if (text_equal_folded(end, school_end.danish))
        end = school_end.english;
    add_small(&name, end);
    const char *kept = name.failed ? NULL : arena_text(arena, name.bytes, name.size);
    text_free(&name);
    return kept;
}

const char *measure_of_rule(const char *rule)
{
    const char *end = behind_prefix(rule, &weight_prefix);
    return end != NULL && measure_is_name(end) ? end : NULL;
}

bool measure_is_access(const char *name)
{
    return behind(name, access_prefix.english) != NULL;
}

void measure_add_name(struct text *text, const char *name, bool danish)
{
    term_name_add(text, name, danish);
}

void measure_add_rule(struct text *text, const char *name, bool danish)
{
    text_add_string(text, danish ? weight_prefix.danish : weight_prefix.english);
    measure_add_name(text, name, danish);
}

const char *measure_parse(const char *name, const char *cell, struct number_style numbers,
                          int64_t *value)
{
    const char *wrong =
        whole_parse(cell, numbers, measure_is_access(name) ? 0 : -MEASURE_LIMIT, INT64_MAX, value);
    if (wrong == NULL && *value > MEASURE_LIMIT)
        return WORDS_LATER("too large; write a whole number of at most 1000000");
    return wrong;
}

/* Room grows to powers of two, so that none needs to be kept in mind. */
enum { FIRST_ROOM = 16 };

static bool is_full(size_t count)
{
    return count == 0 || (count >= FIRST_ROOM && (count & (count - 1)) == 0);
}

static void *make_room(husly_round *round, const void *rows, size_t count, size_t size)
{
    void *grown = arena_take(round->arena, count == 0 ? FIRST_ROOM : 2 * count, size);
    if (grown != NULL && count > 0)
        memcpy(grown, rows, count * size);
    return grown;
}

bool measure_keep(husly_round *round, const husly_measure *measure)
{
    if (is_full(round->measure_count)) {
        husly_measure *grown =
            make_room(round, round->measures, round->measure_count, sizeof *round->measures);
        if (grown == NULL)
            return false;
        round->measures = grown;
    }
    round->measures[round->measure_count++] = *measure;
    return true;
}

bool measure_weight_keep(husly_round *round, const husly_measure_weight *weight)
{
    if (is_full(round->measure_weight_count)) {
        husly_measure_weight *grown =
            make_room(round, round->measure_weights, round->measure_weight_count,
                      sizeof *round->measure_weights);
        if (grown == NULL)
            return false;
        round->measure_weights = grown;
    }
    round->measure_weights[round->measure_weight_count++] = *weight;
    return true;
}

const husly_measure_weight *measure_weight_of(const husly_round *round, const char *name)
{
    for (size_t i = 0; i < round->measure_weight_count; i++) {
        if (text_equal(round->measure_weights[i].name, name))
            return &round->measure_weights[i];
    }
    return NULL;
}
