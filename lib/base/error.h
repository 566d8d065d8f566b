/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_BASE_ERROR_H
#define HUSLY_BASE_ERROR_H

#include <husly/error.h>

/* Where an error lies; zero-initialised parts are unknown. */
struct place {
    const char *source;
    int64_t line;
    int64_t column;
    const char *field;
};

/* Sets the error unless one is set already, and returns `status` for `return error_set(…)`. */
husly_status error_set(husly_error *error, husly_status status, struct place at, const char *format,
                       ...) __attribute__((format(printf, 4, 5)));

husly_status error_memory(husly_error *error);

/* A text in the language that the error's caller asked for; `error` may be NULL. */
const char *error_words(const husly_error *error, const char *english);

#endif
