/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/verify/right_count.h"

#include "base/memory.h"
#include "base/text.h"
#include "base/wide.h"
#include "model/target.h"

/* Which unit counts each section; with kinds apart its youth dwellings are counted in the next one.
 */
struct ledger {
    const husly_problem *problem;
    struct right_count *count;
    int *by_section, *by_organisation;
};

/* With right_unit = organisation the sections of an organisation count as one, but for those with a
 * right of their own or with flexible letting. */
bool right_count_is_joint(const husly_problem *problem, const struct section *section)
{
    return problem->policy.right_by_organisation && section->organisation != NONE &&
           section->given->right.whole == 0 && section->given->flexible.whole == 0;
}

husly_share right_count_share(const husly_problem *problem, const struct section *section)
{
    husly_share right = problem->policy.right;
    if (section->organisation != NONE &&
        problem->organisations[section->organisation].given != NULL &&
        problem->organisations[section->organisation].given->right.whole > 0)
        right = problem->organisations[section->organisation].given->right;
    if (section->given != NULL && section->given->right.whole > 0)
        right = section->given->right;
    return right;
}

static const char *name_with(const char *mark, const char *id, struct arena *arena)
{
    struct text name = {0};
    text_add_format(&name, "%s/%s", id, mark);
    const char *kept = name.failed ? NULL : arena_text(arena, name.bytes, name.size);
    text_free(&name);
    return kept;
}

static bool open_units(struct ledger *ledger, const struct section *section, struct arena *arena)
{
    const husly_problem *problem = ledger->problem;
    struct right_count *count = ledger->count;
    struct count_unit unit = {.organisation = section->organisation,
                              .right = right_count_share(problem, section),
                              .flexible = section->flexible};
    if (section->given != NULL)
        unit.pool_for = section->given->flexible_for;
    if (right_count_is_joint(problem, section))
        unit.name = problem->organisations[section->organisation].id;
    else if (problem_section_needs_mark(problem, section))
        unit.name = name_with("section", section->id, arena);
    else
        unit.name = section->id;
    if (unit.name == NULL)
        return false;
    count->units[count->count++] = unit;
    if (!problem->policy.right_kinds_apart)
        return true;
    unit.flexible = (husly_share){0, 0};
    unit.name = name_with("youth", unit.name, arena);
    count->units[count->count++] = unit;
    return unit.name != NULL;
}

static bool assign_section(struct ledger *ledger, int index, struct arena *arena)
{
    const struct section *section = &ledger->problem->sections[index];
    const bool pooled = right_count_is_joint(ledger->problem, section);
    if (pooled && ledger->by_organisation[section->organisation] != NONE) {
        ledger->by_section[index] = ledger->by_organisation[section->organisation];
        return true;
    }
    ledger->by_section[index] = ledger->count->count;
    if (pooled)
        ledger->by_organisation[section->organisation] = ledger->count->count;
    return open_units(ledger, section, arena);
}

/* What the counting period before this round adds. */
static void add_before(struct ledger *ledger, int index)
{
    const husly_section *given = ledger->problem->sections[index].given;
    if (given == NULL)
        return;
    struct count_unit *unit = &ledger->count->units[ledger->by_section[index]];
    unit->before += given->vacated_before;
    unit->taken += given->taken_before;
    unit->gone += given->reserved;
    unit->pool -= given->flexible_taken;
    if (!ledger->problem->policy.right_kinds_apart)
        return;
    unit[1].before += given->youth_vacated_before;
    unit[1].taken += given->youth_taken_before;
    unit[1].gone += given->youth_reserved;
}

static int unit_of_dwelling(const struct ledger *ledger, const struct dwelling *dwelling)
{
    if (dwelling->kind != HUSLY_KIND_FAMILY && dwelling->kind != HUSLY_KIND_YOUTH)
        return NONE;
    const bool youth_apart =
        ledger->problem->policy.right_kinds_apart && dwelling->kind == HUSLY_KIND_YOUTH;
    return ledger->by_section[dwelling->section] + (youth_apart ? 1 : 0);
}

int64_t right_count_extras(const husly_problem *problem, int organisation)
{
    const husly_organisation *given =
        organisation != NONE ? problem->organisations[organisation].given : NULL;
    const husly_date today = problem->policy.round_date;
    if (given == NULL)
        return 0;
    const bool early = given->extra_from != HUSLY_NO_DATE && today < given->extra_from;
    const bool late = given->extra_until != HUSLY_NO_DATE && today > given->extra_until;
    return early || late ? 0 : (int64_t)given->extra_dwellings - given->extra_used;
}

static int64_t part_of(husly_share share, int64_t vacancies)
{
    return share.whole > 0 ? (int64_t)((wide)share.part * vacancies / share.whole) : 0;
}

static int64_t at_least_none(int64_t number)
{
    return number > 0 ? number : 0;
}

/* 24 vacancies at 25 per cent give 6, 27 give 6, 28 give 7. */
static void close_unit(struct count_unit *unit, const husly_problem *problem)
{
    const int64_t earlier = part_of(unit->right, unit->before);
    const bool lapsed = problem->policy.right_lapses && earlier > unit->taken;
    unit->vacancies = unit->before + unit->reported;
    unit->gone += lapsed ? earlier : unit->taken;
    unit->entitlement = at_least_none(part_of(unit->right, unit->vacancies) - unit->gone);
    unit->pool = at_least_none(part_of(unit->flexible, unit->vacancies) + unit->pool);
    const int64_t agreed = right_count_extras(problem, unit->organisation);
    unit->extras = agreed < unit->reported ? agreed : unit->reported;
}

static bool ledger_open(struct ledger *ledger, struct arena *arena)
{
    const husly_problem *problem = ledger->problem;
    const size_t sections = (size_t)problem->section_count + 1;
    struct right_count *count = ledger->count;
    ledger->by_section = arena_take(arena, sections, sizeof(int));
    ledger->by_organisation =
        arena_take(arena, (size_t)problem->organisation_count + 1, sizeof(int));
    count->units = arena_take(arena, 2 * sections, sizeof *count->units);
    count->unit_of = arena_take(arena, (size_t)problem->dwelling_count + 1, sizeof(int));
    if (ledger->by_section == NULL || ledger->by_organisation == NULL || count->units == NULL ||
        count->unit_of == NULL)
        return false;
    for (int organisation = 0; organisation < problem->organisation_count; organisation++)
        ledger->by_organisation[organisation] = NONE;
    return true;
}

bool right_count_find(struct right_count *out, const husly_problem *problem, struct arena *arena)
{
    *out = (struct right_count){0};
    struct ledger ledger = {.problem = problem, .count = out};
    if (!ledger_open(&ledger, arena))
        return false;
    for (int section = 0; section < problem->section_count; section++) {
        if (!assign_section(&ledger, section, arena))
            return false;
        add_before(&ledger, section);
    }
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++) {
        out->unit_of[dwelling] = unit_of_dwelling(&ledger, &problem->dwellings[dwelling]);
        if (out->unit_of[dwelling] != NONE)
            out->units[out->unit_of[dwelling]].reported++;
    }
    for (int unit = 0; unit < out->count; unit++)
        close_unit(&out->units[unit], problem);
    return true;
}

int right_count_named(const struct right_count *count, const char *name)
{
    for (int unit = 0; unit < count->count; unit++) {
        if (text_equal(count->units[unit].name, name))
            return unit;
    }
    return NONE;
}

bool right_count_pools(const struct count_unit *unit, const struct household *household)
{
    return unit->flexible.whole > 0 && target_fits(unit->pool_for, household->given);
}
