/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/primal/allowance.h"

#include <math.h>

struct allowance allowance_of(const struct search *search, double part, int64_t most)
{
    struct allowance allowance = {.begun = search->work, .work = most};
    if (search->work_limit > 0) {
        const double left = part * (double)(search->work_limit - search->work);
        allowance.work = left < (double)most ? (int64_t)left : most;
    }
    if (search->deadline > 0) {
        allowance.begun_at = search_clock();
        allowance.seconds = fmax(1e-3, part * (search->deadline - allowance.begun_at));
    }
    if (allowance.work < 1)
        allowance.work = 1;
    return allowance;
}

double allowance_used(const struct search *search, const struct allowance *allowance)
{
    const double work = (double)(search->work - allowance->begun) / (double)allowance->work;
    if (allowance->seconds <= 0)
        return work;
    return fmax(work, (search_clock() - allowance->begun_at) / allowance->seconds);
}
