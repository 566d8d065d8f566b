/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_RESULT_READ_H
#define HUSLY_IO_RESULT_READ_H

#include <husly/error.h>

#include "model/result.h"

/*
 * Reads placements.csv and, where they are there, unplaced.csv, breakdown.csv, costs.csv,
 * certificate.csv and summary.json of a folder, in any dialect of contract § 1 (the certificate's
 * headers are English always). What does not read becomes a complaint, not a failure; HUSLY_E_FILE
 * when the folder or placements.csv cannot be opened. result_free() follows in any case.
 */
husly_status result_read(struct result *out, const char *folder, husly_error *error);
void result_free(struct result *result);

#endif
