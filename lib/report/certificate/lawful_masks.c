/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/lawful_masks.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "model/target.h"
#include "report/certificate/area_words.h"
#include "rules/rule.h"

static void set_bit(uint64_t *bits, int dwelling)
{
    bits[dwelling / 64] |= UINT64_C(1) << (dwelling % 64);
}

/* Rules 5 and 9 as far as they look at the dwelling alone. Where consent is needed only a decision
 * gives it. */
static bool is_open(const husly_problem *problem, int dwelling)
{
    const struct dwelling *home = &problem->dwellings[dwelling];
    const int area = problem_area_of(problem, home);
    const bool listed =
        area != NONE && problem->areas[area].given != NULL && problem->areas[area].given->listed;
    return home->kind != HUSLY_KIND_TRANSIT && !home->given->consent &&
           (!listed || problem->policy.allow_listed) &&
           rule_right.judge(problem, 0, dwelling).holds;
}

/* Rule 1 but for `for`. */
static bool kind_takes(const struct dwelling *home, const struct mask_key *people)
{
    const bool has_adult = people->of[0] > 0, student = people->of[1] > 0;
    const int64_t persons = people->of[2];
    if (has_adult == (home->kind == HUSLY_KIND_MINORS))
        return false;
    if (home->kind == HUSLY_KIND_YOUTH)
        return student;
    if (home->kind == HUSLY_KIND_SHARED && persons != 1)
        return false;
    return kind_is_single(home->kind) || persons <= home->places;
}

/* Rule 2. */
static bool size_fits(const husly_policy *policy, const struct dwelling *home,
                      const struct mask_key *people)
{
    const int64_t persons = people->of[2], expected = people->of[3];
    if (!kind_is_single(home->kind))
        return true;
    const bool by_rooms = persons <= (int64_t)policy->persons_per_room * home->rooms;
    const bool by_area = home->area_m2 != HUSLY_NO_NUMBER &&
                         home->area_m2 >= (int64_t)policy->m2_per_person * persons;
    const int64_t most = expected > persons ? expected : persons;
    return (by_rooms || by_area) &&
           (policy->spare_rooms == HUSLY_NO_NUMBER || home->rooms <= most + policy->spare_rooms);
}

/* Rule 6 for a household that is ready on a day. */
static bool is_in_time(const husly_policy *policy, const husly_dwelling *home, int64_t ready)
{
    int64_t free_from =
        home->available_from != HUSLY_NO_DATE ? home->available_from : policy->round_date;
    if (home->hearing_from != HUSLY_NO_DATE &&
        (int64_t)home->hearing_from + policy->hearing_days > free_from)
        free_from = (int64_t)home->hearing_from + policy->hearing_days;
    const int64_t moves_in = free_from > ready ? free_from : ready;
    return free_from <= ready + policy->horizon_days &&
           (home->lease_end == HUSLY_NO_DATE ||
            home->lease_end - moves_in >= policy->permanent_days);
}

static bool is_in_municipality(const husly_problem *problem, const struct dwelling *home,
                               const char *municipality)
{
    const int area = problem_area_of(problem, home);
    const husly_area *given = area != NONE ? problem->areas[area].given : NULL;
    return given != NULL && text_equal(given->municipality, municipality);
}

static bool holds(const husly_problem *problem, const struct mask_key *key, int dwelling)
{
    const struct dwelling *home = &problem->dwellings[dwelling];
    switch (key->subject) {
    case MASK_OPEN:
        return is_open(problem, dwelling);
    case MASK_PEOPLE:
        return kind_takes(home, key) && size_fits(&problem->policy, home, key);
    case MASK_STEP_FREE:
        return home->given->step_free;
    case MASK_READY:
        return is_in_time(&problem->policy, home->given, key->of[0]);
    case MASK_MUNICIPALITY:
        return is_in_municipality(problem, home, problem->municipalities[key->of[0]]);
    }
    return false;
}

static uint64_t *draw_mask(struct lawful_masks *masks, const struct mask_key *key)
{
    uint64_t *bits = arena_take(masks->arena, masks->words + 1, sizeof *bits);
    for (int d = 0; bits != NULL && d < masks->problem->dwelling_count; d++) {
        if (holds(masks->problem, key, d))
            set_bit(bits, d);
    }
    return bits;
}

static bool is_same(const struct mask_key *a, const struct mask_key *b)
{
    return a->subject == b->subject && memcmp(a->of, b->of, sizeof a->of) == 0;
}

/* The slot of a key, or the free one where it belongs. */
static struct mask *find_slot(struct mask *slots, size_t count, const struct mask_key *key)
{
    uint64_t hash = (uint64_t)key->subject + 1;
    for (size_t at = 0; at < sizeof key->of / sizeof *key->of; at++)
        hash = (hash ^ (uint64_t)key->of[at]) * UINT64_C(1099511628211);
    size_t at = (size_t)(hash ^ hash >> 32) & (count - 1);
    while (slots[at].bits != NULL && !is_same(&slots[at].key, key))
        at = (at + 1) & (count - 1);
    return &slots[at];
}

static bool make_room(struct lawful_masks *masks)
{
    if (masks->used < masks->slot_count / 2)
        return true;
    const size_t wanted = masks->slot_count > 0 ? 2 * masks->slot_count : 64;
    struct mask *slots = memory_new(wanted, sizeof *slots);
    if (slots == NULL)
        return false;
    for (size_t at = 0; at < masks->slot_count; at++) {
        if (masks->slots[at].bits != NULL)
            *find_slot(slots, wanted, &masks->slots[at].key) = masks->slots[at];
    }
    memory_free(masks->slots);
    masks->slots = slots;
    masks->slot_count = wanted;
    return true;
}

static const uint64_t *find_mask(struct lawful_masks *masks, struct mask_key key)
{
    if (!make_room(masks))
        return NULL;
    struct mask *slot = find_slot(masks->slots, masks->slot_count, &key);
    if (slot->bits == NULL) {
        *slot = (struct mask){key, draw_mask(masks, &key)};
        masks->used += slot->bits != NULL;
    }
    return slot->bits;
}

static int reserved_index(struct lawful_masks *masks, const char *words)
{
    int at = 0;
    while (at < masks->reserved_count && !text_equal(masks->reserved[at], words))
        at++;
    return at;
}

static bool take_reserved(struct lawful_masks *masks, int dwelling)
{
    const char *words = masks->problem->dwellings[dwelling].given->reserved_for;
    if (words == NULL || *words == '\0')
        return true;
    const int at = reserved_index(masks, words);
    if (at == masks->reserved_count) {
        masks->reserved[at] = words;
        masks->reserved_bits[at] = arena_take(masks->arena, masks->words + 1, sizeof(uint64_t));
        if (masks->reserved_bits[at] == NULL)
            return false;
        masks->reserved_count++;
    }
    set_bit(masks->reserved_bits[at], dwelling);
    return true;
}

static bool take_area(struct lawful_masks *masks, int dwelling)
{
    const int area = problem_area_of(masks->problem, &masks->problem->dwellings[dwelling]);
    if (area == NONE)
        return true;
    if (masks->area_bits[area] == NULL)
        masks->area_bits[area] = arena_take(masks->arena, masks->words + 1, sizeof(uint64_t));
    if (masks->area_bits[area] == NULL)
        return false;
    set_bit(masks->area_bits[area], dwelling);
    return true;
}

bool lawful_masks_open(struct lawful_masks *masks, const husly_problem *problem, size_t words,
                       struct arena *arena)
{
    const size_t dwellings = (size_t)problem->dwelling_count + 1;
    *masks = (struct lawful_masks){.problem = problem, .words = words, .arena = arena};
    masks->reserved = arena_take(arena, dwellings, sizeof *masks->reserved);
    masks->reserved_bits = arena_take(arena, dwellings, sizeof *masks->reserved_bits);
    masks->area_bits = arena_take(arena, (size_t)problem->area_count + 1, sizeof(uint64_t *));
    bool done = masks->reserved != NULL && masks->reserved_bits != NULL && masks->area_bits != NULL;
    for (int d = 0; d < problem->dwelling_count && done; d++)
        done = take_reserved(masks, d) && take_area(masks, d);
    return done;
}

void lawful_masks_close(struct lawful_masks *masks)
{
    memory_free(masks->slots);
    masks->slots = NULL;
}

static void keep_only(uint64_t *row, const uint64_t *mask, size_t words)
{
    for (size_t at = 0; at < words; at++)
        row[at] &= mask[at];
}

static void take_out(uint64_t *row, const uint64_t *mask, size_t words)
{
    for (size_t at = 0; at < words && mask != NULL; at++)
        row[at] &= ~mask[at];
}

static void take_out_avoided(const struct lawful_masks *masks, const char *areas, uint64_t *row)
{
    size_t size = 0;
    for (const char *word = word_next(areas, &size); word != NULL;
         word = word_next(word + size, &size)) {
        const int area = area_named(masks->problem, word, size);
        if (area != NONE)
            take_out(row, masks->area_bits[area], masks->words);
    }
}

static void take_out_reserved(const struct lawful_masks *masks, const husly_household *given,
                              uint64_t *row)
{
    for (int at = 0; at < masks->reserved_count; at++) {
        if (!target_fits(masks->reserved[at], given))
            take_out(row, masks->reserved_bits[at], masks->words);
    }
}

/* The first day a household can move, by rule 6; false where its turn comes in a later round. */
static bool find_ready(const husly_policy *policy, const husly_household *given, int64_t *ready)
{
    *ready = policy->round_date;
    if (given->arrival != HUSLY_NO_DATE && given->arrival > *ready)
        *ready = given->arrival;
    if (given->hojskole_from == HUSLY_NO_DATE)
        return true;
    const int64_t end = (int64_t)given->hojskole_from + policy->hojskole_days;
    if (end > *ready)
        *ready = end;
    return end <= (int64_t)policy->round_date + policy->round_days;
}

static bool keep(struct lawful_masks *masks, struct mask_key key, uint64_t *row)
{
    const uint64_t *mask = find_mask(masks, key);
    if (mask != NULL)
        keep_only(row, mask, masks->words);
    return mask != NULL;
}

bool lawful_masks_row(struct lawful_masks *masks, int household, uint64_t *row)
{
    const husly_problem *problem = masks->problem;
    const struct household *people = &problem->households[household];
    const husly_household *given = people->given;
    const struct mask_key sort = {
        MASK_PEOPLE,
        {people->adults > 0, people->student, people->persons, people->expected_persons}};
    int64_t ready = 0;
    memset(row, 0, masks->words * sizeof *row);
    if (!find_ready(&problem->policy, given, &ready))
        return true;
    const uint64_t *open = find_mask(masks, (struct mask_key){.subject = MASK_OPEN});
    if (open == NULL)
        return false;
    memcpy(row, open, masks->words * sizeof *row);
    if (!keep(masks, sort, row) || !keep(masks, (struct mask_key){MASK_READY, {ready}}, row) ||
        (given->step_free && !keep(masks, (struct mask_key){.subject = MASK_STEP_FREE}, row)) ||
        (people->municipality != NONE &&
         !keep(masks, (struct mask_key){MASK_MUNICIPALITY, {people->municipality}}, row)))
        return false;
    take_out_reserved(masks, given, row);
    take_out_avoided(masks, given->avoid, row);
    return true;
}
