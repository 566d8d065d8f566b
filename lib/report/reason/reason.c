/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/reason/reason.h"

#include "base/memory.h"
#include "base/words.h"
#include "report/reason/reason_survey.h"

const char *reason_code(enum reason reason)
{
    static const char *const codes[] = {
        WORDS_LATER("kind"),        WORDS_LATER("size"),      WORDS_LATER("rent"),
        WORDS_LATER("access"),      WORDS_LATER("area"),      WORDS_LATER("time"),
        WORDS_LATER("decision"),    WORDS_LATER("several"),   WORDS_LATER("party"),
        WORDS_LATER("near"),        WORDS_LATER("right"),     WORDS_LATER("cap"),
        WORDS_LATER("competition"), WORDS_LATER("not_proven")};
    return codes[reason];
}

/* The rule whose lifting alone would open most dwellings, the earlier on a tie. */
static enum reason rule_in_the_way(const struct survey *survey)
{
    int best = 0;
    for (int rule = 1; rule < PAIR_RULES; rule++) {
        if (survey->opened[rule] > survey->opened[best])
            best = rule;
    }
    return survey->opened[best] > 0 ? (enum reason)(REASON_KIND + best) : REASON_SEVERAL;
}

static bool takes_any(const husly_problem *problem, int household)
{
    for (int d = 0; d < problem->dwelling_count; d++) {
        if (survey_takes(problem, household, d))
            return true;
    }
    return false;
}

static bool is_right_closed(const husly_problem *problem, int household, int dwelling)
{
    return survey_right_closed(problem, household, dwelling);
}

static bool is_cap_closed(const husly_problem *problem, int household, int dwelling)
{
    return survey_cap(problem, household, dwelling) != CAP_NONE;
}

/* Whether every dwelling that takes the household with those who come along is closed. */
static bool all_closed(const husly_problem *problem, int household,
                       bool (*is_closed)(const husly_problem *, int, int))
{
    for (int d = 0; d < problem->dwelling_count; d++) {
        if (survey_takes(problem, household, d) && !is_closed(problem, household, d))
            return false;
    }
    return true;
}

enum reason reason_find(const husly_problem *problem, int household, bool all_proven)
{
    const struct survey survey = survey_household(problem, household);
    if (survey.lawful == 0)
        return rule_in_the_way(&survey);
    if (!takes_any(problem, household))
        return survey_has_near(problem, household) ? REASON_NEAR : REASON_PARTY;
    if (all_closed(problem, household, is_right_closed))
        return REASON_RIGHT;
    if (all_closed(problem, household, is_cap_closed))
        return REASON_CAP;
    return all_proven ? REASON_COMPETITION : REASON_NOT_PROVEN;
}

const char *reason_keep(struct arena *arena, reason_say *say, const husly_problem *problem,
                        int household, enum reason reason)
{
    struct text said = {0};
    say(problem, household, reason, husly_round_language(problem->round), &said);
    const char *kept = said.failed ? NULL : arena_text(arena, text_string(&said), said.size);
    text_free(&said);
    return kept;
}
