/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_CLI_COMMAND_H
#define HUSLY_CLI_COMMAND_H

#include "options.h"

/* One command of husly: what it takes, what its help says, and what it does. */
struct command {
    const char *name;
    const char *operand;        /* "ROUND"; NULL: none must be given */
    const char *second_operand; /* the one behind it; NULL: none */
    bool second_may_lack;
    const char *summary; /* one line for `husly --help` */
    const char *about;   /* what its own help says beyond that; ends in a newline */
    const struct option_spec *options;
    size_t option_count;
    int (*run)(int count, char **words); /* the words after the command's name; the exit status */
};

extern const struct command command_check, command_init, command_solve, command_verify,
    command_explain, command_export, command_rules, command_survey, command_prove, command_benefit;

#endif
