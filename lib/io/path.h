/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_PATH_H
#define HUSLY_IO_PATH_H

#include <limits.h>

#include <husly/error.h>

struct text;

/* The absolute path of a folder, links resolved. The folder itself need not exist, its parent must.
 */
husly_status path_resolve(char out[PATH_MAX], const char *folder, husly_error *error);

/* How to get from one absolute folder to another: "../autumn/round". Links must be resolved. */
void path_add_relative(struct text *text, const char *from, const char *to);

#endif
