/* SPDX-License-Identifier: GPL-3.0-or-later */
/* renameat2(2) is Linux's own, so this file alone asks for more than POSIX. */
#define _GNU_SOURCE
#include "io/file_write.h"

#include <fcntl.h>
#include <stdio.h>

bool file_exchange(const char *one, const char *other)
{
    return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE) == 0;
}
