/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_EXPORT_H
#define HUSLY_SOLVE_EXPORT_H

#include "program/program.h"

struct text;

/*
 * The program with one stage's objective, for any other solver. Names read like the certificate's:
 * `dwelling(D3)`, `x(H1,D2)` in LP, whose readers know no brackets, and `dwelling[D3]` in MPS.
 * Characters that a format does not take stand as ~ and two hexadecimal digits a byte. MPS
 * minimises: there the points stand with their sign turned.
 */
void export_lp(const struct program *program, int stage, struct text *out);
void export_mps(const struct program *program, int stage, struct text *out);

#endif
