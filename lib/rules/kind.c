/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/judgement.h"

static bool kind_allows(const husly_problem *problem, int household, int dwelling)
{
    const struct household *people = &problem->households[household];
    const struct dwelling *home = &problem->dwellings[dwelling];
    bool has_adult = people->adults > 0;

    switch (home->kind) {
    case HUSLY_KIND_FAMILY:
    case HUSLY_KIND_ELDERLY:
    case HUSLY_KIND_PRIVATE:
    case HUSLY_KIND_MUNICIPAL:
        return has_adult;
    case HUSLY_KIND_YOUTH:
        return has_adult && people->student;
    case HUSLY_KIND_SHARED:
        return has_adult && people->persons == 1 && home->places >= 1;
    case HUSLY_KIND_SITE:
        return has_adult && people->persons <= home->places;
    case HUSLY_KIND_MINORS:
        return !has_adult && people->persons <= home->places;
    case HUSLY_KIND_TRANSIT:
    case HUSLY_KIND_END:
        return false;
    }
    return false;
}

/* Contract rule 1 in the order of its sentences: unaccompanied minors first, then what each kind
 * asks. */
static struct judgement kind_judge(const husly_problem *problem, int household, int dwelling)
{
    const struct household *people = &problem->households[household];
    const struct dwelling *home = &problem->dwellings[dwelling];

    if (home->kind == HUSLY_KIND_TRANSIT)
        return judgement_broken("transit", 0, 0);
    if (people->adults == 0 && home->kind != HUSLY_KIND_MINORS)
        return judgement_broken("no_adult", 0, 1);
    if (people->adults > 0 && home->kind == HUSLY_KIND_MINORS)
        return judgement_broken("minors_only", people->adults, 0);
    if (home->kind == HUSLY_KIND_YOUTH && !people->student)
        return judgement_broken("student_only", 0, 1);
    if (home->kind == HUSLY_KIND_SHARED && people->persons > 1)
        return judgement_broken("single_only", people->persons, 1);
    if (!kind_is_single(home->kind) && people->persons > home->places)
        return judgement_broken("places_few", people->persons, home->places);
    return judgement_holds();
}

const struct rule rule_kind = {
    .code = "kind", .number = 1, .allows = kind_allows, .judge = kind_judge};
