/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/offer.h"

#include "base/wide.h"
#include "rules/judgement.h"

static bool is_offered(const husly_problem *problem, const struct dwelling *home)
{
    const bool counted = home->kind == HUSLY_KIND_FAMILY || home->kind == HUSLY_KIND_YOUTH;
    return !problem->policy.right_offered_only || home->offered || !counted;
}

static bool is_rent_within(const struct dwelling *home, const husly_section *section)
{
    const husly_amount market = home->given->market_rent;
    if (market != HUSLY_NO_AMOUNT && home->rent > market)
        return false;
    return section == NULL || section->max_rent == HUSLY_NO_AMOUNT ||
           home->rent + home->utilities <= section->max_rent;
}

bool offer_allows(const husly_problem *problem, int household, int dwelling)
{
    (void)household;
    const struct dwelling *home = &problem->dwellings[dwelling];
    return home->given->status == HUSLY_VACANCY_FREE && home->is_turn &&
           is_rent_within(home, problem->sections[home->section].given) &&
           is_offered(problem, home);
}

/* How many of the first so many vacancies are the municipality's: the share, rounded up, for the
 * first vacancy is the first to be offered (anvisningsretsloven § 1(3)). */
static wide share_of(husly_share share, int64_t vacancies)
{
    return ((wide)share.part * vacancies + share.whole - 1) / share.whole;
}

static struct judgement judge_turn(const struct dwelling *flat, const husly_section *owner)
{
    if (flat->kind != HUSLY_KIND_PRIVATE || owner == NULL || owner->private_right.whole == 0)
        return judgement_holds();
    const int64_t number = flat->turn;
    const bool is_turn =
        share_of(owner->private_right, number) > share_of(owner->private_right, number - 1);
    return is_turn ? judgement_holds() : judgement_broken("not_turn", number, 0);
}

static struct judgement judge_rents(const husly_dwelling *given, const husly_section *section)
{
    if (given->market_rent != HUSLY_NO_AMOUNT && given->rent > given->market_rent)
        return judgement_broken("above_market", given->rent, given->market_rent);
    const husly_amount gross = given->rent + given->utilities;
    if (section != NULL && section->max_rent != HUSLY_NO_AMOUNT && gross > section->max_rent)
        return judgement_broken("above_max_rent", gross, section->max_rent);
    return judgement_holds();
}

/* In the order of the page: the status, what may be asked for it, whose turn it is, and last
 * whether it is offered. */
struct judgement offer_judge(const husly_problem *problem, int household, int dwelling)
{
    (void)household;
    const struct dwelling *home = &problem->dwellings[dwelling];
    const husly_dwelling *given = home->given;
    const husly_section *section = problem->sections[home->section].given;

    if (given->status == HUSLY_VACANCY_WAITING)
        return judgement_broken("waiting", 0, 1);
    if (given->status == HUSLY_VACANCY_LET)
        return judgement_broken("let", 0, 1);
    struct judgement judgement = judge_rents(given, section);
    if (judgement.holds)
        judgement = judge_turn(home, section);
    const bool family_or_youth =
        given->kind == HUSLY_KIND_FAMILY || given->kind == HUSLY_KIND_YOUTH;
    const bool not_offered =
        problem->policy.right_offered_only && family_or_youth && !given->offered;
    return judgement.holds && not_offered ? judgement_broken("not_offered", 0, 1) : judgement;
}
