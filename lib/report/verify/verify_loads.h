/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_VERIFY_LOADS_H
#define HUSLY_REPORT_VERIFY_LOADS_H

#include "report/verify/verify.h"

/* summary.json's use of the right and its loads of areas and sections. False when memory ran out.
 */
bool verify_loads(struct verification *verification);

#endif
