/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_CLI_OPTIONS_H
#define HUSLY_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct command;

/* How an option's value is read, and into which type. */
enum option_kind {
    OPTION_FLAG,    /* bool; takes no value */
    OPTION_TEXT,    /* const char * */
    OPTION_WHOLE,   /* int64_t, at least 1 */
    OPTION_PERCENT, /* int64_t in millionths */
    OPTION_SECONDS, /* double, more than 0 */
    OPTION_LIST     /* struct option_list: may be given several times */
};

enum { OPTION_LIST_ROOM = 8 };

struct option_list {
    const char *texts[OPTION_LIST_ROOM];
    size_t count;
};

struct option_spec {
    const char *name;  /* "date" */
    const char *value; /* "DATE"; NULL for a flag */
    char letter;       /* 'o', or 0 */
    enum option_kind kind;
    size_t offset; /* into the command's own struct */
    const char *about;
    int64_t usual; /* the default to state; 0 = none, or told in `about` */
};

/* What became of the words of a command line. */
enum parsed { PARSED, PARSED_HELP, PARSED_WRONG };

/*
 * Reads the words into the command's own struct, the operands into `operands`, which has a place
 * for each that the command takes; the place of one that is left out stays as it is. Help that was
 * asked for goes to stdout, scolding to stderr; the caller then returns options_status().
 */
enum parsed options_parse(const struct command *command, int count, char **words, void *values,
                          const char **operands);

int options_status(enum parsed parsed);

/* Says on stderr what is wrong with the command line, and what the command takes. Exit status 2. */
int options_scold(const struct command *command, const char *english, ...)
    __attribute__((format(printf, 2, 3)));

#endif
