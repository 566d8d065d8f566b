/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_CERTIFICATE_BLOCKS_H
#define HUSLY_REPORT_CERTIFICATE_BLOCKS_H

#include <husly/policy.h>

#include "report/verify/complaint.h"

/* The lines of certificate.csv that stand together: who belongs to a part, what sets pairs aside, a
 * cut, or a leaf. */
enum block_kind { BLOCK_PART, BLOCK_ASIDE, BLOCK_CUT, BLOCK_LEAF };

struct certificate_block {
    int stage; /* its place in the order of the policy's stages */
    int part;  /* from 0; a round of one part has 0 */
    enum block_kind kind;
    int64_t number;   /* of cuts from 1, of leaves from 0 */
    const char *leaf; /* as the file has it */
    const struct result_row *lines;
    size_t count;
};

struct certificate_blocks {
    struct certificate_block *blocks; /* those of a part in a stage together */
    size_t count;
    size_t *first;  /* by stage × part_count + part, and one more; lines of parts stand before */
    int part_count; /* at least 1 */
    bool named;     /* the file names parts */
    bool failed;    /* memory ran out */
};

/*
 * Splits the file into blocks. Parts are numbered 1, 2, 3 … in the first stage; within a stage and
 * part cuts are numbered 1, 2, 3 …, the numbers of leaves ascend, and pairs are set aside once;
 * whatever is out of order is complained of and left out. Lives in the arena.
 */
struct certificate_blocks certificate_blocks_find(const struct result_table *table,
                                                  const husly_policy *policy, struct arena *arena,
                                                  struct complaints *complaints);

/* The blocks of a part in a stage, `count` of them. */
const struct certificate_block *certificate_blocks_of(const struct certificate_blocks *blocks,
                                                      int stage, int part, size_t *count);

#endif
