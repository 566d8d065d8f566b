/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/self_payment.h"

const struct self_payment_year *self_payment_find(int year)
{
    for (size_t index = 0; index < data_self_payment_year_count; index++) {
        if (data_self_payment_years[index].year == year)
            return &data_self_payment_years[index];
    }
    return NULL;
}

bool self_payment_shipped(int year)
{
    return self_payment_find(year) != NULL;
}
