/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_BASE_DATE_H
#define HUSLY_BASE_DATE_H

#include <husly/error.h>
#include <husly/round.h>

struct text;

/* Reads 2016-03-01, 01-03-2016, 01.03.2016 or 01/03/2016; NULL, or what is wrong with it. */
const char *date_parse(const char *text, husly_date *out);

/* Writes YYYY-MM-DD, 11 bytes with the NUL. */
void date_print(husly_date date, char out[16]);

/* As people write it: 2026-06-01 in English, 01-06-2026 in Danish. */
void date_add(struct text *out, husly_date date, husly_language language);

int date_year(husly_date date);

#endif
