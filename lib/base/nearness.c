/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How alike two short texts are when the case of letters does not count. */
#include <string.h>

#include "base/text.h"
#include "base/unicode.h"

/* The next character in lower case, 0 at the end; a byte that is not UTF-8 stands for itself. */
static uint32_t next_folded(const char **at)
{
    uint32_t point = (unsigned char)**at;
    if (point == 0)
        return 0;
    size_t length = unicode_decode(*at, strlen(*at), &point);
    *at += length == 0 ? 1 : length;
    return unicode_fold(point);
}

bool text_equal_folded(const char *a, const char *b)
{
    if (a == NULL || b == NULL)
        return a == b;
    for (;;) {
        uint32_t left = next_folded(&a);
        if (left != next_folded(&b))
            return false;
        if (left == 0)
            return true;
    }
}

enum { NAME_MAX_LENGTH = 64 };

struct name {
    uint32_t points[NAME_MAX_LENGTH];
    int length;
};

static bool name_read(struct name *name, const char *text)
{
    name->length = 0;
    for (uint32_t point = next_folded(&text); point != 0; point = next_folded(&text)) {
        if (name->length == NAME_MAX_LENGTH)
            return false;
        name->points[name->length++] = point;
    }
    return true;
}

static int least(int a, int b, int c)
{
    int ab = a < b ? a : b;
    return ab < c ? ab : c;
}

/* Levenshtein's distance, one row of the table at a time. */
static int name_distance(const struct name *a, const struct name *b)
{
    int row[NAME_MAX_LENGTH + 1] = {0};
    for (int j = 0; j <= b->length; j++)
        row[j] = j;
    for (int i = 1; i <= a->length; i++) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= b->length; j++) {
            int above = row[j];
            int change = a->points[i - 1] == b->points[j - 1] ? 0 : 1;
            row[j] = least(above + 1, row[j - 1] + 1, diagonal + change);
            diagonal = above;
        }
    }
    return row[b->length];
}

int text_distance(const char *a, const char *b, int limit)
{
    struct name left;
    struct name right;
    if (!name_read(&left, a) || !name_read(&right, b))
        return text_equal_folded(a, b) ? 0 : limit + 1;
    int distance = name_distance(&left, &right);
    return distance > limit ? limit + 1 : distance;
}
