/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_SUMMARY_FIELDS_H
#define HUSLY_REPORT_SUMMARY_FIELDS_H

#include "base/json.h"
#include "report/verify/complaint.h"

/*
 * A part of summary.json whose members are compared with what they should be. `part` is its key
 * ("right") or "" at the top, `id` names the item of a list.
 */
struct summary_part {
    const struct json_value *object;
    const char *part, *id;
    struct complaints *complaints;
};

void summary_number(const struct summary_part *part, const char *key, int64_t wanted);
void summary_bool(const struct summary_part *part, const char *key, bool wanted);
void summary_string(const struct summary_part *part, const char *key,
                    const char *wanted); /* or null */

/* The members of a list, NULL when there are none; another kind of value is complained of. */
const struct json_value *summary_list(const struct json_value *summary, const char *key,
                                      struct complaints *complaints);

/* A list whose items are asked for mostly in their order: each is looked for from the last one on.
 */
struct summary_items {
    const struct json_value *first, *next;
};

/* The item of a list whose member `key` is the text; NULL after complaining when there is none. */
const struct json_value *summary_item(struct summary_items *items, const char *list,
                                      const char *key, const char *id,
                                      struct complaints *complaints);

/* Complains unless a list has so many items. */
void summary_count(const struct json_value *first, const char *list, size_t wanted,
                   struct complaints *complaints);

#endif
