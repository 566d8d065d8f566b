/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_KEPT_PAIRS_H
#define HUSLY_REPORT_KEPT_PAIRS_H

#include "report/certificate/certificate_parts.h"
#include "report/certificate/certificate_rows.h"
#include "report/certificate/stage_points.h"

/* Some pairs of one household. */
struct pair_list {
    const int *dwellings;             /* ascending */
    const unsigned char *aside;       /* 1: in no maximum, it counts only where it is fixed */
    int64_t *points[HUSLY_STAGE_END]; /* by stage of the policy up to the one in hand */
    size_t slot;                      /* of the first one, where pairs are stored */
    int count;
};

/*
 * The pairs of a part that a stage looks at: all lawful ones until some are set aside. They are
 * found a household at a time; few pairs are written down for the leaves, each in its *slot*, in
 * the order of the part's members.
 */
struct kept_pairs {
    const struct certificate_rows *rows;
    const struct certificate_parts *parts;
    struct fit_sheet fit;
    int stage, part; /* in hand */
    uint64_t *open;  /* a row of words a member of the part in hand: lawful and not set aside; NULL
                        before the first time */
    int *row_of;     /* by household: its row in `open` */
    bool has_aside;  /* of the part in hand some are */
    int64_t *fixed;  /* pairs that a pin or a leaf fixes, as household × dwellings + dwelling */
    size_t fixed_count; /* ascending */
    bool stored;
    struct pair_list scratch; /* of one household, or of all */
    int *dwellings;           /* the arrays of `scratch`, with room for so many pairs */
    unsigned char *aside;
    size_t room, slot_count;
    size_t *first_slot; /* by household, when stored */
    int *count_of;      /* by household, when stored */
    uint64_t *row;      /* scratch: the bits of one household */
    int *household_of;  /* by slot, once kept_pairs_index() was called */
    size_t *first_at;   /* by dwelling, and one more: into slots_at */
    size_t *slots_at;   /* slots in order of dwelling */
};

/* `rows` and `parts` are set by the caller. False when memory ran out. */
bool kept_pairs_open(struct kept_pairs *kept);
void kept_pairs_close(struct kept_pairs *kept);

/* Takes up a part in a stage with all its lawful pairs. */
void kept_pairs_begin(struct kept_pairs *kept, int stage, int part);

/* A household's pairs; good until the next call where they are not stored. */
struct pair_list kept_pairs_of(struct kept_pairs *kept, int household);

/* Sets pairs of a household's list aside, a flag each. */
void kept_pairs_set_aside(struct kept_pairs *kept, int household, const struct pair_list *list,
                          const unsigned char *aside);

/* Before any household's pairs are: false when memory ran out. */
bool kept_pairs_start_aside(struct kept_pairs *kept);

/* Writes the pairs down if they are few, or if they must be. False when memory ran out. */
bool kept_pairs_store(struct kept_pairs *kept, bool must);

/* Finds slots by dwelling, for cuts; the pairs are stored. False when memory ran out. */
bool kept_pairs_index(struct kept_pairs *kept);

/* How many pairs of the part are not set aside. */
int64_t kept_pairs_count_open(const struct kept_pairs *kept);

/* The slot of a stored pair; false where it is not kept. */
bool kept_pairs_slot(const struct kept_pairs *kept, int household, int dwelling, size_t *slot);

#endif
