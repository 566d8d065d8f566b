/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_RESULT_FOLDER_H
#define HUSLY_IO_RESULT_FOLDER_H

#include "io/staging.h"

struct text;

/*
 * The way of a result into its folder: opened, its files put into a staging folder, and, when they
 * are all there and checked, moved into place as a whole. Until then, and on any failure, what is
 * under the folder's name stays as it is.
 */
struct result_folder {
    char target[PATH_MAX]; /* absolute, links resolved */
    int target_fd;         /* locked; -1 when nothing is there yet */
    bool holds_result;     /* an earlier result, to be replaced */
    struct staging staging;
};

/* Only asks whether result_folder_open would find `out` new, empty, or with `replace` a result. */
husly_status result_folder_probe(const char *out, bool replace, husly_error *error);

/* On failure nothing is open; otherwise result_folder_close() follows, whatever happens between. */
husly_status result_folder_open(struct result_folder *folder, const char *out, bool replace,
                                husly_error *error);

husly_status result_folder_put(const struct result_folder *folder, const char *name,
                               const struct text *bytes, husly_error *error);

/* Appends the earlier result's run.jsonl to `text`; nothing when there is none. */
husly_status result_folder_take_runs(const struct result_folder *folder, struct text *text,
                                     husly_error *error);

husly_status result_folder_move_into_place(struct result_folder *folder, husly_error *error);

void result_folder_close(struct result_folder *folder);

#endif
