/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_BENEFIT_TABLE_H
#define HUSLY_RULES_BENEFIT_TABLE_H

#include "rules/benefit.h"

/* The rows of lib/data/benefit_years.csv, ascending; the build writes them
 * (embed_benefit_years.cmake). */
extern const struct benefit_year data_benefit_years[];
extern const size_t data_benefit_year_count;

#endif
