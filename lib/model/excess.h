/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_MODEL_EXCESS_H
#define HUSLY_MODEL_EXCESS_H

#include <husly/policy.h>

/* Who pays for a temporary place: the household up to its self-payment, the municipality the rest.
 * Øre a month. */

/* The most that a household may be asked to pay. Three adults and more count as a couple, and a
 * household without adults pays nothing. */
husly_amount self_payment_of(const husly_policy *policy, int adults, int children);

/* What is left to the municipality of a whole price: at least nothing. */
husly_amount excess_of(husly_amount price, husly_amount self_payment);

/* What an emergency place costs the municipality; HUSLY_NO_AMOUNT where no rule says. */
husly_amount excess_of_emergency(const husly_policy *policy, husly_amount self_payment);

#endif
