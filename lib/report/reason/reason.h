/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_REASON_H
#define HUSLY_REPORT_REASON_H

#include "model/problem.h"

struct arena;
struct text;

/* Why a household has no permanent dwelling: the codes of contract § 6, in their order. */
enum reason {
    REASON_KIND,
    REASON_SIZE,
    REASON_RENT,
    REASON_ACCESS,
    REASON_AREA,
    REASON_TIME,
    REASON_DECISION,
    REASON_SEVERAL,
    REASON_PARTY,
    REASON_NEAR,
    REASON_RIGHT,
    REASON_CAP,
    REASON_COMPETITION,
    REASON_NOT_PROVEN
};

const char *reason_code(enum reason reason);

/* What is known of a problem's households for their reasons, of one after the other. It borrows the
 * problem; NULL when memory ran out. */
struct reasons;
struct reasons *reasons_new(const husly_problem *problem);
void reasons_free(struct reasons *reasons);

/* Whether memory ran out on the way; nothing that was found since counts. */
bool reasons_failed(const struct reasons *reasons);

/* The reason of one unplaced household; `all_proven`: every stage of the plan is proven. */
enum reason reason_find(struct reasons *reasons, int household, bool all_proven);

/* What is said of an unplaced household and its reason. */
typedef void reason_say(struct reasons *reasons, int household, enum reason reason,
                        husly_language language, struct text *out);

/* A sentence with numbers for it. */
reason_say reason_sentence;

/* What would change it: docs/explain.md, What would help. */
reason_say reason_help;

/* The same for one of the two, in the round's language and kept in the arena; NULL when memory ran
 * out. */
const char *reason_keep(struct arena *arena, reason_say *say, struct reasons *reasons,
                        int household, enum reason reason);

#endif
