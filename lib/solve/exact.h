/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_EXACT_H
#define HUSLY_SOLVE_EXACT_H

#include "solve/search.h"

/* Everything that is believed is computed here, in whole numbers. */

/* Whether the values satisfy every row and group of the program. */
bool exact_feasible(const struct search *search, const int64_t *values);
int64_t exact_points(const struct search *search, const int64_t *values);

/* Rounds a combination of rows, groups and earlier cuts down to a cut. False when it says nothing
 * (no coefficient left) or its numbers are too large to be of use. Its terms are borrowed, and its
 * columns last until the next cut is worked out. */
bool exact_cut(struct search *search, const struct term *terms, int count, struct cut_row *out);

/* A cut of the search with its coefficients, which are worked out now if they are due. */
const struct cut_row *exact_cut_row(struct search *search, int cut);

/* Rounds the right-hand sides of all cuts anew, after one of a row has changed. */
void exact_refresh_cuts(struct search *search);

/* L of contract § 7 in millionths of a point: what the multipliers prove under the fixings at hand.
 */
wide exact_total(struct search *search, const struct term *terms, int count);

/* The bound that it is rounded down to. */
int64_t exact_bound(struct search *search, const struct term *terms, int count);

/* Rules out, for good, every column that by these multipliers no better plan has. For the root of a
 * search that is for the answer alone: the plans ruled out are not in the proof. */
void exact_rule_out(struct search *search, const struct bound *bound);

/* Multipliers from the duals of the linear program at hand, with those of the seeds that dead
 * columns need, and the bound they prove. The terms last until the next call; exact_bound_kept()
 * copies them for good. */
struct bound exact_bound_of_duals(struct search *search);
struct bound exact_bound_kept(struct search *search, struct bound bound);

#endif
