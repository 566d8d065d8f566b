/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_MODEL_TARGET_H
#define HUSLY_MODEL_TARGET_H

#include <husly/round.h>

/*
 * Whether a cell such as `for` or `flexible_for` fits the household: one of its words does, or it
 * has none. The words are single, couple, family, minors (enlig, par, familie, unge), in any case;
 * every other one is a label that the household must have, written alike.
 */
bool target_fits(const char *words, const husly_household *household);

/* Whether a word says what a household is made of, and so is no label. */
bool target_is_composition(const char *word);

#endif
