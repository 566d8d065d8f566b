/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_JOIN_READ_H
#define HUSLY_JOIN_READ_H

#include <husly/read.h>

/* Whether the figures of a year of housing benefit ship with husly. */
bool join_year_is_shipped(int year);

/* Holds the pins of a round against the rules that bind a pair. */
husly_status join_check_pins(const husly_round *round, const husly_read_options *options,
                             husly_error *error);

#endif
