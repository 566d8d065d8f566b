/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_CLI_OUTPUT_H
#define HUSLY_CLI_OUTPUT_H

#include <husly/husly.h>

/* Exit statuses, contract § 6. */
enum {
    EXIT_DONE = 0,
    EXIT_USAGE = 2,
    EXIT_INPUT = 3,
    EXIT_CONFLICT = 4,
    EXIT_LIMIT = 5,
    EXIT_FILE = 6,
    EXIT_CHECK = 7,
    EXIT_REFUSED = 8,
    EXIT_INTERNAL = 70,
    EXIT_INTERRUPTED = 130
};

/* Counts what a reading tells while it is printed, one finding a line on stderr. */
struct listener {
    int mistakes;
    int warnings;
};

/* A husly_finding_fn; `user` is a struct listener. */
bool output_finding(const husly_finding *finding, void *user);

/* Options of a reading that prints its findings. */
husly_read_options output_read_options(struct listener *listener, const char *date,
                                       bool show_values);

/* A round that was read, its problem, and what the reading told. */
struct opened {
    husly_round *round;
    husly_problem *problem;
    struct listener listener;
};
typedef int answer_fn(const struct opened *opened, const void *asked);

/* Reads a round, printing what there is to say, and then its problem, and answers with them; the
 * exit status. */
int output_answer(const char *folder, const char *date, bool show_values, answer_fn *answer,
                  const void *asked);

/* Prints why a call failed, unless findings have said so already; the exit status. */
int output_failure(const husly_error *error, const struct listener *listener);

#endif
