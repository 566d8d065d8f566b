/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_LEAF_FIXINGS_H
#define HUSLY_REPORT_LEAF_FIXINGS_H

#include "report/certificate/certificate_bound.h"

/* Takes up what a leaf fixes, in place of the one before; false when its fixings contradict one
 * another or a pin, or when memory ran out (`rows.failed`). */
bool leaf_fix(struct certificate_check *check, const struct case_leaf *leaf);

/* Whether a fixing's subject, which is no count, is a household and not a pair. */
bool leaf_is_of_household(const struct certificate_check *check, int64_t subject);

/* Whether the leaf in hand rules a pair out. */
bool leaf_refuses(const struct certificate_check *check, int household, int dwelling);

#endif
