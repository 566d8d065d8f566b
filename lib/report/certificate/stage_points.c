/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/stage_points.h"

#include "report/certificate/pair_kroner.h"

void stage_points_fill(struct fit_sheet *fit, husly_stage stage, int household,
                       const int *dwellings, int count, int64_t *out)
{
    switch (stage) {
    case HUSLY_STAGE_NEED:
        for (int k = 0; k < count; k++)
            out[k] = fit->problem->households[household].need;
        return;
    case HUSLY_STAGE_FIT:
        fit_sheet_fill(fit, household, dwellings, count, out);
        return;
    case HUSLY_STAGE_COST:
        pair_kroner_saved(fit->problem, household, dwellings, count, out);
        return;
    case HUSLY_STAGE_END:
        return;
    }
}
