/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_CROWD_H
#define HUSLY_SOLVE_CROWD_H

#include "solve/search.h"

struct crowd_row {
    int *groups;
    int count, room;
};

/* Who is in which row: by row the groups whose choice uses some of it, or has any part in it when
 * it is an equation; by group and entry of its choice the place there. */
struct crowd {
    struct search *search;
    struct crowd_row *rows;
    const int *choice; /* by group: the caller's */
    int *starts;       /* by group, in places */
    int *places;
};

/* Nobody is in yet. Borrowed. */
struct crowd crowd_of(struct search *search, const int *choice);

/* To be called when the group's choice is this column: after it came in, before it goes. */
void crowd_enter(struct crowd *crowd, int group, int column);
void crowd_leave(struct crowd *crowd, int group, int column);

#endif
