/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/certificate_bound.h"

#include "base/memory.h"
#include "base/words.h"
#include "report/certificate/certificate_leaf.h"

/* The largest bound over the leaves that leave a plan, and the level. */
static bool bound_part(struct certificate_check *check, const struct part_proof *proof, wide *bound)
{
    bool any = proof->aside != NULL;
    *bound = proof->level;
    for (size_t at = 0; at < proof->leaf_count; at++) {
        bool empty = false;
        wide own = 0;
        if (!leaf_bound(check, &proof->leaves[at], &empty, &own))
            return false;
        if (!empty && (!any || own > *bound))
            *bound = own;
        any = any || !empty;
    }
    if (!any)
        complain(check->complaints, (struct place){.source = check->table->source}, "%s",
                 husly_words(check->complaints->language,
                             WORDS_LATER("the leaves leave no plan at all")));
    return any;
}

bool certificate_bound(struct certificate_check *check, int stage, int64_t *bound)
{
    wide sum = 0;
    bool held = true;
    for (int part = 0; part < check->parts.count; part++) {
        struct part_proof proof;
        wide own = 0;
        if (!certificate_part_open(check, stage, part, &proof) || !bound_part(check, &proof, &own))
            return false;
        held = held && wide_add(&sum, own);
    }
    if (held && sum <= INT64_MAX && sum >= INT64_MIN) {
        *bound = (int64_t)sum;
        return true;
    }
    complain(check->complaints, (struct place){.source = check->table->source}, "%s",
             husly_words(check->complaints->language,
                         WORDS_LATER("the bound does not fit into 64 bits")));
    return false;
}
