/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_DIALECT_H
#define HUSLY_IO_DIALECT_H

#include "base/amount.h"
#include "model/round.h"

/* What the first lines of a file say about the rest. */
struct opening {
    char delimiter;
    bool crlf;
    size_t skip;         /* bytes of a line `sep=;` before the header */
    const char *trouble; /* NULL, or what is wrong with the line `sep=` */
};

struct opening dialect_open(const char *bytes, size_t size);

/* Numbers have a decimal comma and points between thousands where `;` or a tab delimits. */
struct number_style dialect_numbers(char delimiter);
char dialect_decimal(const struct dialect *dialect);

/* A name or a value in the dialect's language. */
const char *dialect_word(const struct dialect *dialect, const char *english, const char *danish);

#endif
