/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/benefit_table.h"

const struct benefit_year *benefit_years(size_t *count)
{
    *count = data_benefit_year_count;
    return data_benefit_years;
}

const struct benefit_year *benefit_year_find(int year)
{
    for (size_t index = 0; index < data_benefit_year_count; index++) {
        if (data_benefit_years[index].year == year)
            return &data_benefit_years[index];
    }
    return NULL;
}
