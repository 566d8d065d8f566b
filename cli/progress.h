/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_CLI_PROGRESS_H
#define HUSLY_CLI_PROGRESS_H

#include <husly/husly.h>

/* From here on the first Ctrl-C asks the solver to stop with its best plan; a second one kills. */
void progress_watch_interrupt(void);

/* A husly_progress_fn: one line on stderr, rewritten, where stderr is a terminal. `user` is the
 * limit of work, an int64_t; NULL where each of several searches has its own. */
bool progress_show(const husly_progress *progress, void *user);

/* Takes the line away. */
void progress_end(void);

#endif
