/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_STAGE_POINTS_H
#define HUSLY_REPORT_STAGE_POINTS_H

#include "report/certificate/fit_sheet.h"

/* `out[k]` becomes the points of a stage for the household in `dwellings[k]`, contract § 4. */
void stage_points_fill(struct fit_sheet *fit, husly_stage stage, int household,
                       const int *dwellings, int count, int64_t *out);

#endif
