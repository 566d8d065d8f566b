/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_EXPLAIN_DECISION_H
#define HUSLY_REPORT_EXPLAIN_DECISION_H

#include "report/explain/explain_page.h"
#include "report/explain/explain_words.h"

/* That the household is pinned, and why; nothing where it is not. */
void decision_tell_pin(const struct answer *answer, struct page *page, int household);

/* That a rule was lifted for the pair, and why; nothing where none was. */
void decision_tell_allowed(const struct answer *answer, struct page *page, int household,
                           int dwelling);

/* The English word of the file: "pin". */
const char *decision_name(husly_verdict verdict);

#endif
