/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of those without a dwelling, when memory runs out at any allocation of it: whole, or
 * known to have failed. */
#include "base/memory.h"
#include "report/reason/reason.h"
#include "support/reason_round.h"

/* False when memory ran out, as known. */
static bool tell(reason_say *say, const husly_problem *problem, int household, struct text *out)
{
    struct reasons *reasons = reasons_new(problem);
    if (reasons == NULL)
        return false;
    const enum reason reason = reason_find(reasons, household, true);
    say(reasons, household, reason, HUSLY_DANISH, out);
    const bool whole = !out->failed && !reasons_failed(reasons);
    reasons_free(reasons);
    return whole;
}

static void starve(reason_say *say, const husly_problem *problem, int household)
{
    struct text whole = {0};
    CHECK(tell(say, problem, household, &whole) && whole.size > 0);
    bool told = false;
    for (long at = 0; !told && at < 1000; at++) {
        struct text said = {0};
        memory_fail_at(at);
        told = tell(say, problem, household, &said);
        memory_fail_at(-1);
        if (told)
            CHECK_TEXT(text_string(&said), text_string(&whole));
        text_free(&said);
    }
    CHECK(told);
    text_free(&whole);
}

static void starve_all(const struct tables *tables)
{
    husly_problem *problem = NULL;
    husly_round *round = round_of(tables, &problem);
    for (int h = 0; h < problem->household_count; h++) {
        starve(reason_sentence, problem, h);
        starve(reason_help, problem, h);
    }
    husly_problem_free(problem);
    husly_round_free(round);
}

int main(void)
{
    /* By the rent, the size, and several; then by an offer, and by a share. */
    starve_all(&(struct tables){.households = PEOPLE "H1,1,0,100\nH2,2,3,9000\nH3,2,3,100\n",
                                .dwellings = HOMES "D1,S1,1,150,private\nD2,S1,1,175,private\n"});
    starve_all(&(struct tables){.households = PEOPLE "H1,1,0,5000\n",
                                .dwellings = HOMES "D1,S1,1,150,family\nD2,S1,1,175,family\n",
                                .rules = "right_mode,offered,\n"});
    starve_all(&(struct tables){.households = PEOPLE "H1,1,0,5000\n",
                                .dwellings = HOMES "D1,S1,1,150,private\n",
                                .sections = "section_id,area_id\nS1,A1\n",
                                .areas = "area_id,residents,refugees,max_share\nA1,100,10,10\n"});
    return check_result();
}
