/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/verify/summary_fields.h"

#include <stdio.h>

#include "base/text.h"

static struct place place_of(const char *field)
{
    return (struct place){.source = "summary.json", .field = field};
}

static void complain_of(const struct summary_part *part, const char *key, const char *wanted)
{
    char field[72];
    if (part->id != NULL)
        snprintf(field, sizeof field, "%s[%s].%s", part->part, part->id, key);
    else
        snprintf(field, sizeof field, "%s", key);
    complain(part->complaints, place_of(field), "not what the round and the plan give, which is %s",
             wanted);
}

void summary_number(const struct summary_part *part, const char *key, int64_t wanted)
{
    const struct json_value *value = json_find(part->object, key);
    if (value != NULL && value->type == JSON_NUMBER && value->number == wanted)
        return;
    char words[32];
    snprintf(words, sizeof words, "%lld", (long long)wanted);
    complain_of(part, key, words);
}

void summary_bool(const struct summary_part *part, const char *key, bool wanted)
{
    const struct json_value *value = json_find(part->object, key);
    if (value == NULL || value->type != JSON_BOOL || value->boolean != wanted)
        complain_of(part, key, wanted ? "true" : "false");
}

void summary_string(const struct summary_part *part, const char *key, const char *wanted)
{
    const struct json_value *value = json_find(part->object, key);
    const enum json_type type = wanted != NULL ? JSON_STRING : JSON_NULL;
    if (value == NULL || value->type != type ||
        (wanted != NULL && !text_equal(value->string, wanted)))
        complain_of(part, key, wanted != NULL ? wanted : "null");
}

const struct json_value *summary_list(const struct json_value *summary, const char *key,
                                      struct complaints *complaints)
{
    const struct json_value *list = json_find(summary, key);
    if (list != NULL && list->type == JSON_ARRAY)
        return list->first;
    complain(complaints, place_of(key), "the list is missing");
    return NULL;
}

/* The item of that name from one item on, before another; NULL. */
static const struct json_value *find_item(const struct json_value *from,
                                          const struct json_value *end, const char *key,
                                          const char *id)
{
    for (const struct json_value *item = from; item != end; item = item->next) {
        const struct json_value *value = json_find(item, key);
        if (value != NULL && value->type == JSON_STRING && text_equal(value->string, id))
            return item;
    }
    return NULL;
}

const struct json_value *summary_item(struct summary_items *items, const char *list,
                                      const char *key, const char *id,
                                      struct complaints *complaints)
{
    const struct json_value *item = find_item(items->next, NULL, key, id);
    if (item == NULL)
        item = find_item(items->first, items->next, key, id);
    if (item == NULL)
        complain(complaints, place_of(list), "lacks %s", id);
    else
        items->next = item->next;
    return item;
}

void summary_count(const struct json_value *first, const char *list, size_t wanted,
                   struct complaints *complaints)
{
    size_t count = 0;
    for (const struct json_value *item = first; item != NULL; item = item->next)
        count++;
    if (count != wanted)
        complain(complaints, place_of(list), "has %zu items, the round and the plan give %zu",
                 count, wanted);
}
