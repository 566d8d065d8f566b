/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_DECODE_H
#define HUSLY_IO_DECODE_H

#include "base/text.h"

/* A file's bytes as UTF-8 without BOM: either lent from the file or held in `own`. */
struct decoded {
    const char *bytes;
    size_t size;
    bool bom;
    bool cp1252;
    struct text own;
};

/* NULL, or what is wrong with the bytes, and on which line. Ask `own.failed` for memory. */
const char *decode(struct decoded *out, const char *bytes, size_t size, int64_t *line);

void decoded_free(struct decoded *decoded);

#endif
