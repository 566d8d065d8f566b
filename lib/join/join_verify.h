/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_JOIN_VERIFY_H
#define HUSLY_JOIN_VERIFY_H

#include "report/verify/verify.h"

/* One look at a result together with its round. */
struct verifying {
    const char *folder, *round_folder;
    husly_read_options options;
    struct result result;
    struct complaints complaints;
    struct arena *arena;
    bool hand_made;
    bool is_checked; /* to the end: `verification` is filled */
    husly_round *round;
    husly_problem *problem;
    struct outcome rules;
    struct verification verification;
    husly_error *error;
};

/* The check of husly_verify(). What was read stays until verifying_end(), which is called whatever
 * the status; who takes the round or the problem over sets it to NULL. */
husly_status verifying_run(struct verifying *verifying, const char *folder,
                           const char *round_folder, const husly_read_options *options,
                           husly_error *error);
void verifying_end(struct verifying *verifying);

#endif
