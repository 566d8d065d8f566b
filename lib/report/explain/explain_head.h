/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_EXPLAIN_HEAD_H
#define HUSLY_REPORT_EXPLAIN_HEAD_H

#include "report/explain/explain_page.h"
#include "report/explain/explain_words.h"

/* What the asked household gets, with its figures; or why it gets none. `answer->out` is the page's
 * line. */
void head_tell_household(const struct answer *answer, struct page *page);

/* The asked dwelling, who has it, and what the right leaves in its unit. False when memory ran out.
 */
bool head_tell_dwelling(const struct answer *answer, struct page *page);

/* Whether the plan is proven, where that bears on the prices. */
void head_tell_plan(const struct answer *answer, struct page *page);

#endif
