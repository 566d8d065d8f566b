/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_RULE_VALUE_H
#define HUSLY_IO_RULE_VALUE_H

#include "io/rulebook.h"

struct text;
struct dialect;

/*
 * A rule's value under a policy, in the words and the form in which `fallback` states its default:
 * English, a point for the decimal mark, shares in per cent where they have at most two decimals.
 */
void rule_add_value(struct text *text, const struct rule_entry *entry, const husly_policy *policy);

/* The value as a line of rules.csv has it, read back as exactly the same; nothing for a date that
 * is not known, and for a weight that is not set. */
void rule_write_value(struct text *text, const struct rule_entry *entry, const husly_policy *policy,
                      const struct dialect *dialect);

/* The same, and for a weight that is not set what it comes to. */
void rule_tell_value(struct text *text, const struct rule_entry *entry, const husly_policy *policy,
                     const struct dialect *dialect);

/* The policy that every default comes from: of weights, the profile's in force. */
husly_policy rule_usual_policy(const husly_policy *policy);

/* Whether rules.csv has to state the rule for the policy to be read: it differs from its default,
 * or is needed by another. Where memory runs out the answer is worth nothing. */
bool rule_is_stated(const struct rule_entry *entry, const husly_policy *policy);

/* False for the housing benefit parameters while they are not asked for. */
bool rule_is_in_force(const struct rule_entry *entry, const husly_policy *policy);

#endif
