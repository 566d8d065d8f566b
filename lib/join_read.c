/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join of reading and law: only here is the reader told which years of housing benefit ship. */
#include <husly/read.h>

#include "io/read_round.h"
#include "rules/benefit.h"

static bool year_is_shipped(int year)
{
    return benefit_year_find(year) != NULL;
}

husly_status husly_round_read(husly_round **out, const char *folder,
                              const husly_read_options *options, husly_error *error)
{
    return round_read(out, folder, options, year_is_shipped, error);
}
