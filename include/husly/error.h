/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_ERROR_H
#define HUSLY_ERROR_H

#include <stdbool.h>
#include <stdint.h>

#include <husly/export.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Whether a call worked. What is known about a plan is a husly_outcome (solve.h), never a status.
 */
typedef enum husly_status {
    HUSLY_OK = 0,
    HUSLY_E_ARGUMENT, /* the call itself is wrong: an option out of range, a required value missing
                       */
    HUSLY_E_INPUT,    /* a file's content is wrong; the findings say where */
    HUSLY_E_CONFLICT, /* no lawful plan exists; the text names the pins and the row */
    HUSLY_E_FILE,     /* a file or the disk: open, read, write, rename */
    HUSLY_E_CHECK,    /* a check of a finished result failed */
    HUSLY_E_REFUSED,  /* the state does not allow it */
    HUSLY_E_MEMORY,   /* an allocation failed */
    HUSLY_E_SOLVER,   /* GLPK gave up or contradicted itself */
    HUSLY_E_INTERNAL, /* husly broke a promise of its own */
    HUSLY_STATUS_END
} husly_status;

/* In which language husly speaks to a person. */
typedef enum husly_language {
    HUSLY_LANGUAGE_AUTO, /* that of the round's headers; English where there is no round */
    HUSLY_ENGLISH,
    HUSLY_DANISH
} husly_language;

/*
 * A text of husly's own in another language: `english` is the text, or the printf format, as husly
 * writes it. It comes back as it is where the table of lib/data/danish.po lacks it, and for any
 * language but Danish. Lives for ever.
 */
HUSLY_EXPORT const char *husly_words(husly_language language, const char *english)
#ifdef __GNUC__
    __attribute__((format_arg(2)))
#endif
    ;

/* A short English sentence for a status; "unknown status" outside the enumeration. Never NULL. */
HUSLY_EXPORT const char *husly_status_text(husly_status status);

/*
 * Where and why a call failed. The caller owns it, usually on the stack, and passes it last; NULL
 * is allowed everywhere. The first error set wins: a caller that wants a second one clears it
 * first. What the caller sets is the language of the text.
 */
typedef struct husly_error {
    husly_language language;
    husly_status status;
    int64_t line;     /* physical line from 1; 0 when the error has no line */
    int64_t column;   /* field number from 1; 0 when it has none */
    char source[256]; /* file, or ""; of a path that is too long, the tail */
    char field[72];   /* column name, or "" */
    char text[768];   /* one line: what is wrong, and what would be right */
} husly_error;

/* Ready for the next call; the language stays. */
HUSLY_EXPORT void husly_error_clear(husly_error *error);

/* One remark about input or a result. */
typedef enum husly_severity { HUSLY_WARNING, HUSLY_MISTAKE } husly_severity;

typedef struct husly_finding {
    husly_severity severity;
    const char *source;      /* file name, never NULL */
    int64_t line;            /* 0 = none */
    int64_t column;          /* 0 = none */
    const char *field;       /* never NULL, may be "" */
    const char *text;        /* never NULL */
    husly_language language; /* of the text */
} husly_finding;

/* Receives findings in order; the strings live for the call only. Returning false asks for no more.
 */
typedef bool husly_finding_fn(const husly_finding *finding, void *user);

#ifdef __cplusplus
}
#endif

#endif
