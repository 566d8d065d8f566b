/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_GUIDE_H
#define HUSLY_IO_GUIDE_H

#include "model/round.h"

struct text;

/* The text file that explains every table, column and rule, in the dialect's language. */
const char *guide_name(bool danish);
void guide_add(struct text *text, const struct dialect *dialect);

#endif
