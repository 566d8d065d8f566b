/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_MODEL_SELF_PAYMENT_H
#define HUSLY_MODEL_SELF_PAYMENT_H

#include <husly/policy.h>

/* The most that a household may be asked to pay in a temporary place, øre a month, by year. */
struct self_payment_year {
    int year;
    husly_amount single;     /* with or without children */
    husly_amount couple_0;   /* without children */
    husly_amount couple_1_3; /* with one to three */
    husly_amount couple_4;   /* with four or more */
    const char *provision;
    const char *verified;
    const char *source;
};

/* The rows of lib/data/selfpay.csv, ascending; the build writes them (embed_selfpay.cmake). */
extern const struct self_payment_year data_self_payment_years[];
extern const size_t data_self_payment_year_count;

/* A shipped year's amounts, NULL when it is not shipped. */
const struct self_payment_year *self_payment_find(int year);

bool self_payment_shipped(int year);

/* policy.selfpay_year while the rule is `auto` and the round date's year is not known. */
enum { SELF_PAYMENT_AUTO = -1 };

#endif
