/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/text.h"
#include "model/target.h"
#include "rules/judgement.h"

static bool kind_takes(const struct dwelling *home, const struct household *people)
{
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

static bool kind_allows(const husly_problem *problem, int household, int dwelling)
{
    const struct household *people = &problem->households[household];
    const struct dwelling *home = &problem->dwellings[dwelling];
    return kind_takes(home, people) && target_fits(home->given->reserved_for, people->given);
}

/* Who lives together, each household in one of these. */
enum composition { LARGE, SINGLE, COUPLE, FAMILY, MINORS };

static enum composition composition_of(const husly_household *given)
{
    if (given->adults == 0)
        return MINORS;
    if (given->children > 0)
        return FAMILY;
    return given->adults == 1 ? SINGLE : given->adults == 2 ? COUPLE : LARGE;
}

/* What the word names, whatever its case; LARGE has no word, so it stands for a label. */
static enum composition composition_named(const char *word, size_t size)
{
    static const char *const words[][2] = {[SINGLE] = {"single", "enlig"},
                                           [COUPLE] = {"couple", "par"},
                                           [FAMILY] = {"family", "familie"},
                                           [MINORS] = {"minors", "unge"}};
    char copy[sizeof "familie"] = "";
    if (size < sizeof copy)
        memcpy(copy, word, size);
    for (int named = SINGLE; named <= MINORS; named++) {
        if (text_equal_folded(copy, words[named][0]) || text_equal_folded(copy, words[named][1]))
            return (enum composition)named;
    }
    return LARGE;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool stands_in(const char *labels, const char *word, size_t size)
{
    for (const char *at = labels; at != NULL && *at != '\0'; at++) {
        const bool begins = at == labels || is_blank(at[-1]);
        if (begins && strncmp(at, word, size) == 0 && (at[size] == '\0' || is_blank(at[size])))
            return true;
    }
    return false;
}

static bool is_reserved_for_others(const char *words, const husly_household *given)
{
    bool reserved = false;
    size_t size = 0;
    for (const char *word = words; word != NULL && *word != '\0'; word += size) {
        word += strspn(word, " \t");
        size = strcspn(word, " \t");
        if (size == 0)
            break;
        const enum composition named = composition_named(word, size);
        if (named != LARGE ? named == composition_of(given) : stands_in(given->labels, word, size))
            return false;
        reserved = true;
    }
    return reserved;
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
    if (is_reserved_for_others(home->given->reserved_for, people->given))
        return judgement_broken("reserved", 0, 1);
    return judgement_holds();
}

const struct rule rule_kind = {
    .code = "kind", .number = 1, .allows = kind_allows, .judge = kind_judge};
