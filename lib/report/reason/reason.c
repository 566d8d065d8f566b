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

/* Whether every dwelling that takes the household with those who come along is closed by the right,
 * or by a limit. */
static bool all_closed(struct reasons *reasons, bool by_right)
{
    const size_t words = reasons->masks.words;
    for (int d = mask_next(reasons->takes, words, 0); d != NONE;
         d = mask_next(reasons->takes, words, d + 1)) {
        if (by_right ? !survey_right_closed(reasons, d) : survey_cap(reasons, d) == CAP_NONE)
            return false;
    }
    return true;
}

enum reason reason_find(struct reasons *reasons, int household, bool all_proven)
{
    if (reasons_count_lawful(reasons, household) == 0) {
        reasons_look_closer(reasons, household);
        return rule_in_the_way(&reasons->survey);
    }
    if (reasons_count_takes(reasons, household) == 0)
        return survey_has_near(reasons->problem, household) ? REASON_NEAR : REASON_PARTY;
    if (all_closed(reasons, true))
        return REASON_RIGHT;
    if (all_closed(reasons, false))
        return REASON_CAP;
    return all_proven ? REASON_COMPETITION : REASON_NOT_PROVEN;
}

const char *reason_keep(struct arena *arena, reason_say *say, struct reasons *reasons,
                        int household, enum reason reason)
{
    struct text said = {0};
    say(reasons, household, reason, husly_round_language(reasons->problem->round), &said);
    const char *kept = said.failed || reasons_failed(reasons)
                           ? NULL
                           : arena_text(arena, text_string(&said), said.size);
    text_free(&said);
    return kept;
}
