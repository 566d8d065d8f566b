/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/target.h"

#include <string.h>

#include "model/labels.h"

static bool is_single(const husly_household *household)
{
    return household->adults == 1 && household->children == 0;
}

static bool is_couple(const husly_household *household)
{
    return household->adults == 2 && household->children == 0;
}

static bool is_family(const husly_household *household)
{
    return household->adults > 0 && household->children > 0;
}

static bool is_minors(const husly_household *household)
{
    return household->adults == 0;
}

static const struct composition {
    const char *english, *danish;
    bool (*fits)(const husly_household *household);
} compositions[] = {{"single", "enlig", is_single},
                    {"couple", "par", is_couple},
                    {"family", "familie", is_family},
                    {"minors", "unge", is_minors}};

/* `name` is in small letters, and ASCII. */
static bool is_name(const char *word, size_t size, const char *name)
{
    size_t at = 0;
    for (; at < size && name[at] != '\0'; at++) {
        const bool capital = word[at] >= 'A' && word[at] <= 'Z';
        if ((capital ? word[at] - 'A' + 'a' : word[at]) != name[at])
            return false;
    }
    return at == size && name[at] == '\0';
}

bool target_is_composition(const char *word)
{
    for (size_t at = 0; at < sizeof compositions / sizeof *compositions; at++) {
        if (is_name(word, strlen(word), compositions[at].english) ||
            is_name(word, strlen(word), compositions[at].danish))
            return true;
    }
    return false;
}

static bool has_label(const char *labels, const char *word, size_t size)
{
    size_t length = 0;
    for (const char *label = word_next(labels, &length); label != NULL;
         label = word_next(label + length, &length)) {
        if (length == size && memcmp(label, word, size) == 0)
            return true;
    }
    return false;
}

static bool word_fits(const char *word, size_t size, const husly_household *household)
{
    for (size_t at = 0; at < sizeof compositions / sizeof *compositions; at++) {
        const struct composition *it = &compositions[at];
        if (is_name(word, size, it->english) || is_name(word, size, it->danish))
            return it->fits(household);
    }
    return has_label(household->labels, word, size);
}

bool target_fits(const char *words, const husly_household *household)
{
    size_t size = 0;
    const char *word = word_next(words, &size);
    bool fits = word == NULL;
    for (; word != NULL && !fits; word = word_next(word + size, &size))
        fits = word_fits(word, size, household);
    return fits;
}
