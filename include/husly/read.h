/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_READ_H
#define HUSLY_READ_H

#include <husly/policy.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct husly_read_options {
    const char *date; /* wins over rule round_date, in any form of contract § 1; NULL = none */
    bool show_values; /* findings may quote cell values */
    husly_language language;      /* of the findings */
    husly_finding_fn *on_finding; /* NULL = the first mistake goes to `error` only */
    void *user;
} husly_read_options;

/*
 * Reads a round's folder: every table, every rule, every cross-reference. All mistakes (up to 100)
 * go to on_finding, the first one also to `error`; any mistake makes the call fail with
 * HUSLY_E_INPUT (HUSLY_E_ARGUMENT when no round date is known, HUSLY_E_FILE when the folder or a
 * file cannot be read) and *out NULL. Warnings alone do not. `options` may be NULL.
 */
HUSLY_EXPORT husly_status husly_round_read(husly_round **out, const char *folder,
                                           const husly_read_options *options, husly_error *error);

/* One file of a round that is in memory. The bytes are only read during the call. */
typedef struct husly_file {
    const char *name; /* "households.csv", or its Danish name */
    const void *bytes;
    size_t size;
} husly_file;

/* The same as husly_round_read from files in memory, in any order. A name that is no file of a
 * round is a mistake, and so is a table under two names. */
HUSLY_EXPORT husly_status husly_round_parse(husly_round **out, const husly_file *files,
                                            size_t count, const husly_read_options *options,
                                            husly_error *error);

/* The language of the round's headers, never HUSLY_LANGUAGE_AUTO. English for a round built by
 * hand. */
HUSLY_EXPORT husly_language husly_round_language(const husly_round *round);

/* The settings in force, lent by the round. */
HUSLY_EXPORT const husly_policy *husly_round_policy(const husly_round *round);

#ifdef __cplusplus
}
#endif

#endif
