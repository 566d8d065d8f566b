/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_JOIN_PROVE_H
#define HUSLY_JOIN_PROVE_H

#include <husly/report.h>

#include "report/prove/proof_sum.h"

/* A result whose certificate is told as a sum. */
struct proving {
    const husly_result *result;
    husly_language language; /* never HUSLY_LANGUAGE_AUTO */
    struct complaints complaints;
    struct arena *arena;
    bool has_proof; /* false for a plan made by hand */
    struct proof proof;
};

/* proving_close() follows in any case. */
husly_status proving_open(struct proving *proving, const husly_result *result,
                          husly_language language, husly_error *error);
void proving_close(struct proving *proving);

#endif
