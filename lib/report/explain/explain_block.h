/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_EXPLAIN_BLOCK_H
#define HUSLY_REPORT_EXPLAIN_BLOCK_H

#include "report/explain/explain_page.h"
#include "report/explain/explain_words.h"

/* The options of one standing under their heading; nothing where there are none. What several
 * dwellings of the list have against them is told once. */
void block_tell(const struct answer *answer, struct page *page, husly_standing standing);

#endif
