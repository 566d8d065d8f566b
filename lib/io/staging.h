/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_STAGING_H
#define HUSLY_IO_STAGING_H

#include <limits.h>

#include <husly/error.h>

/*
 * The folder beside a result's own in which everything is written first: `.OUT.husly-XXXXXX`, for
 * its owner alone. Its lock tells it from one that a killed run left behind.
 */
struct staging {
    char path[PATH_MAX];
    int fd; /* of the folder, locked; -1 when there is none */
};

/* Names of all files that a result may hold; NULL ends the list. */
extern const char *const result_file_names[];

husly_status staging_open(struct staging *staging, const char *target, husly_error *error);

/* Unlocks, and removes what lies under the staging folder's name now. */
void staging_close(struct staging *staging);

/* Where a replaced result lies while its place is changed by two renames. False: the path is too
 * long. */
bool staging_aside(const char *target, char out[PATH_MAX]);

/*
 * Puts back a result that a killed run had set aside, and removes staging folders of `target` whose
 * runs are dead. Folders of other users, locked ones and ones that hold anything else stay.
 */
void staging_clean_up(const char *target);

#endif
