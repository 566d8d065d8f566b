/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_VERIFY_GOALS_H
#define HUSLY_REPORT_VERIFY_GOALS_H

#include "report/verify/verify.h"

/* summary.json's spread and key, with the persons that the plan places in each area; false when
 * memory ran out. */
bool verify_goals(const struct verification *verification, const int64_t *persons);

#endif
