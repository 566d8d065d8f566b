/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/root/best_choices.h"

#include <assert.h>
enum { MOST = 64 };

static uint32_t scramble(int group, int place)
{
    uint32_t bits = (uint32_t)group * 0x9e3779b1u ^ (uint32_t)place * 0x85ebca77u;
    bits ^= bits >> 15;
    bits *= 0x2c1b3c6du;
    bits ^= bits >> 12;
    bits *= 0x297a2d39u;
    return bits ^ bits >> 15;
}

struct ranking {
    wide values[MOST];
    uint32_t keys[MOST];
    int places[MOST];
    int count;
};

static void rank(struct ranking *ranking, int most, wide value, uint32_t key, int place)
{
    assert(most > 0 && most <= MOST && ranking->count <= most);
    int at = ranking->count < most ? ranking->count++ : most - 1;
    while (at > 0 && (ranking->values[at - 1] < value ||
                      (ranking->values[at - 1] == value && ranking->keys[at - 1] < key))) {
        ranking->values[at] = ranking->values[at - 1];
        ranking->keys[at] = ranking->keys[at - 1];
        ranking->places[at] = ranking->places[at - 1];
        at--;
    }
    ranking->values[at] = value;
    ranking->keys[at] = key;
    ranking->places[at] = place;
}

int best_choices(const struct look *look, int most, int *places)
{
    struct ranking ranking;
    assert(most > 0 && most <= MOST);
    ranking.count = 0;
    for (int k = 0; k < look->count; k++) {
        const wide value = look->values[k];
        const bool full = ranking.count == most;
        if (full && value < ranking.values[most - 1])
            continue;
        const uint32_t key = scramble(look->group, look->places[k]);
        if (full && value == ranking.values[most - 1] && key <= ranking.keys[most - 1])
            continue;
        rank(&ranking, most, value, key, look->places[k]);
    }
    for (int k = 0; k < ranking.count; k++)
        places[k] = ranking.places[k];
    return ranking.count;
}

wide look_value(const struct look *look, int place)
{
    int low = 0, high = look->count;
    while (high - low > 1) {
        const int middle = low + (high - low) / 2;
        if (look->places[middle] <= place)
            low = middle;
        else
            high = middle;
    }
    return look->values[low];
}
