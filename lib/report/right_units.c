/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/right_units.h"

#include "base/memory.h"
#include "base/text.h"
#include "base/wide.h"

/* What the counting period before this round adds up to, over the sections of a unit. */
struct tally {
    int64_t vacated, taken, reserved;
};

static bool is_counted(husly_kind kind)
{
    return kind == HUSLY_KIND_FAMILY || kind == HUSLY_KIND_YOUTH;
}

/* With right_unit = organisation the sections of an organisation count as one, but for those with a
 * right of their own. */
static bool is_pooled(const husly_problem *problem, const struct section *section)
{
    return problem->policy.right_by_organisation && section->organisation != NONE &&
           section->right.whole == 0;
}

static bool counts_youth_apart(const husly_problem *problem, const struct dwelling *dwelling)
{
    return problem->policy.right_kinds_apart && dwelling->kind == HUSLY_KIND_YOUTH;
}

static bool same_unit(const husly_problem *problem, const struct dwelling *one,
                      const struct dwelling *other)
{
    const struct section *a = &problem->sections[one->section];
    const struct section *b = &problem->sections[other->section];
    if (counts_youth_apart(problem, one) != counts_youth_apart(problem, other))
        return false;
    if (is_pooled(problem, a) && is_pooled(problem, b))
        return a->organisation == b->organisation;
    return a == b;
}

static const char *unit_name(const husly_problem *problem, const struct dwelling *dwelling,
                             struct arena *arena)
{
    const struct section *section = &problem->sections[dwelling->section];
    const char *id = is_pooled(problem, section) ? problem->organisations[section->organisation].id
                                                 : section->id;
    if (!counts_youth_apart(problem, dwelling))
        return id;
    struct text name = {0};
    text_add_format(&name, "%s/youth", id);
    const char *kept = name.failed ? NULL : arena_text(arena, name.bytes, name.size);
    text_free(&name);
    return kept;
}

static void add_section(struct tally *tally, const struct section *section, bool youth)
{
    const husly_section *given = section->given;
    if (given == NULL)
        return;
    tally->vacated += youth ? given->youth_vacated_before : given->vacated_before;
    tally->taken += youth ? given->youth_taken_before : given->taken_before;
    tally->reserved += youth ? given->youth_reserved : given->reserved;
}

static struct tally tally_of(const husly_problem *problem, const struct dwelling *dwelling)
{
    const struct section *own = &problem->sections[dwelling->section];
    const bool youth = counts_youth_apart(problem, dwelling);
    struct tally tally = {0, 0, 0};
    if (!is_pooled(problem, own)) {
        add_section(&tally, own, youth);
        return tally;
    }
    for (int s = 0; s < problem->section_count; s++) {
        const struct section *section = &problem->sections[s];
        if (is_pooled(problem, section) && section->organisation == own->organisation)
            add_section(&tally, section, youth);
    }
    return tally;
}

/* 24 vacancies at 25 per cent give 6, 27 give 6, 28 give 7. */
static int64_t entitlement_of(const husly_problem *problem, const struct dwelling *dwelling,
                              int64_t reported)
{
    const husly_share own = problem->sections[dwelling->section].right;
    const husly_share right = own.whole > 0 ? own : problem->policy.right;
    const struct tally tally = tally_of(problem, dwelling);
    if (right.whole <= 0)
        return 0;
    const wide whole = wide_floor((wide)right.part * (tally.vacated + reported), right.whole) -
                       tally.taken - tally.reserved;
    return whole > 0 ? (int64_t)whole : 0;
}

static void close_unit(struct right_unit *unit, const husly_problem *problem,
                       const struct dwelling *dwelling)
{
    unit->organisation = problem->sections[dwelling->section].organisation;
    unit->entitlement = entitlement_of(problem, dwelling, unit->reported);
    const int64_t left =
        unit->organisation == NONE ? 0 : problem->organisations[unit->organisation].extras_left;
    unit->extras = left < unit->reported ? left : unit->reported;
}

/* The unit of the first dwelling that shares one with this dwelling; a new one when there is none.
 */
static int unit_at(struct right_units *out, const husly_problem *problem, int *first_of, int index)
{
    for (int unit = 0; unit < out->count; unit++) {
        if (same_unit(problem, &problem->dwellings[first_of[unit]], &problem->dwellings[index]))
            return unit;
    }
    first_of[out->count] = index;
    return out->count++;
}

bool right_units_find(struct right_units *out, const husly_problem *problem, struct arena *arena)
{
    const size_t room = (size_t)problem->dwelling_count + 1;
    *out = (struct right_units){.units = arena_take(arena, room, sizeof *out->units),
                                .unit_of = arena_take(arena, room, sizeof *out->unit_of)};
    int *first_of = arena_take(arena, room, sizeof *first_of);
    if (out->units == NULL || out->unit_of == NULL || first_of == NULL)
        return false;
    for (int index = 0; index < problem->dwelling_count; index++) {
        out->unit_of[index] = NONE;
        if (!is_counted(problem->dwellings[index].kind))
            continue;
        out->unit_of[index] = unit_at(out, problem, first_of, index);
        out->units[out->unit_of[index]].reported++;
    }
    for (int unit = 0; unit < out->count; unit++) {
        const struct dwelling *first = &problem->dwellings[first_of[unit]];
        out->units[unit].name = unit_name(problem, first, arena);
        if (out->units[unit].name == NULL)
            return false;
        close_unit(&out->units[unit], problem, first);
    }
    return true;
}

int right_units_named(const struct right_units *units, const char *name)
{
    for (int unit = 0; unit < units->count; unit++) {
        if (text_equal(units->units[unit].name, name))
            return unit;
    }
    return NONE;
}
