/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_EXPLAIN_PAGE_H
#define HUSLY_REPORT_EXPLAIN_PAGE_H

#include <husly/report.h>

#include "base/text.h"

/* Lines on their way to a reader, broken where they would be wider than a page. */
struct page {
    husly_line_fn *on_line;
    void *user;
    struct text line; /* being written */
    bool closed;      /* the reader wants no more */
};

/* Ends the line; what does not fit goes on below, indented by so many blanks. */
void page_end_line(struct page *page, int indent);

#endif
