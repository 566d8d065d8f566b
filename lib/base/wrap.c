/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/wrap.h"

#include <string.h>

#include "base/columns.h"
#include "base/text.h"

void wrap_add(struct text *text, const char *plain, int width)
{
    int column = 0;
    while (*plain != '\0') {
        const size_t size = strcspn(plain, " \n");
        const int word = columns_count(plain, size);
        if (column > 0 && column + 1 + word > width) {
            text_add_string(text, "\n  ");
            column = 2;
        } else if (column > 0) {
            text_add_string(text, " ");
            column++;
        }
        text_add(text, plain, size);
        column += word;
        plain += size;
        if (*plain == '\n') {
            text_add_string(text, "\n");
            column = 0;
        }
        plain += *plain != '\0';
    }
}
