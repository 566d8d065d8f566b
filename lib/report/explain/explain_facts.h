/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_EXPLAIN_FACTS_H
#define HUSLY_REPORT_EXPLAIN_FACTS_H

#include "report/explain/explain_page.h"
#include "report/explain/explain_words.h"

/* "Need: 7 persons × (1000 × 1 + 11 days) = 7077 points." */
void facts_add_need(const struct answer *answer, int household);

/* A line on the need of each household that the option leaves without a dwelling. */
void facts_tell_losers(const struct answer *answer, struct page *page, const husly_option *option);

/* How much a household may pay, and where that comes from; nothing where no budget is stated. */
void facts_tell_budget(const struct answer *answer, struct page *page, int household);

/* What it would pay in a dwelling, and what of its budget that leaves. */
void facts_tell_rent(const struct answer *answer, struct page *page, int household, int dwelling);

/* "6264 rent + 1020 utilities" */
void facts_add_gross_rent(const struct answer *answer, int dwelling);

#endif
