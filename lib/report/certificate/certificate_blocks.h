/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_CERTIFICATE_BLOCKS_H
#define HUSLY_REPORT_CERTIFICATE_BLOCKS_H

#include <husly/policy.h>

#include "report/verify/complaint.h"

/* The lines of certificate.csv that make one cut or one leaf; they stand together. */
struct certificate_block {
    int stage; /* its place in the order of the policy's stages */
    bool is_cut;
    int64_t number; /* of cuts from 1, of leaves from 0 */
    const struct result_row *lines;
    size_t count;
};

struct certificate_blocks {
    struct certificate_block *blocks;
    size_t count;
    bool failed; /* memory ran out */
};

/*
 * Splits the file into blocks. Within a stage cuts are numbered 1, 2, 3 … and the numbers of leaves
 * ascend; whatever is out of order is complained of and left out. Lives in the arena.
 */
struct certificate_blocks certificate_blocks_find(const struct result_table *table,
                                                  const husly_policy *policy, struct arena *arena,
                                                  struct complaints *complaints);

#endif
