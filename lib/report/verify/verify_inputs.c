/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"
#include "report/verify/summary_fields.h"
#include "report/verify/verify.h"

static const char *string_of(const struct json_value *item, const char *key)
{
    const struct json_value *value = json_find(item, key);
    return value != NULL && value->type == JSON_STRING ? value->string : "";
}

static const struct input *find_input(const struct input *inputs, size_t count, const char *name)
{
    for (size_t at = 0; at < count; at++) {
        if (text_equal(inputs[at].name, name))
            return &inputs[at];
    }
    return NULL;
}

static bool is_table(const char *name)
{
    for (const struct table_name *table = table_names; table->english != NULL; table++) {
        if (text_equal(name, table->english) || text_equal(name, table->danish))
            return true;
    }
    return false;
}

static bool is_stated(const struct json_value *first, const char *name)
{
    for (const struct json_value *item = first; item != NULL; item = item->next) {
        if (text_equal(string_of(item, "name"), name))
            return true;
    }
    return false;
}

void verify_inputs(const struct json_value *summary, const struct input *inputs, size_t count,
                   struct complaints *complaints)
{
    static const struct place inputs_at = {.source = "summary.json", .field = "inputs"};
    const struct json_value *first = summary_list(summary, "inputs", complaints);
    for (const struct json_value *item = first; item != NULL; item = item->next) {
        const char *name = string_of(item, "name");
        const struct input *input = find_input(inputs, count, name);
        if (!is_table(name))
            complain(complaints, inputs_at, "names a file that is no table of a round");
        else if (input == NULL)
            complain(complaints, (struct place){.source = name},
                     "the file is no longer there, but the result was made with it");
        else if (!text_equal(input->sha256, string_of(item, "sha256")))
            complain(complaints, (struct place){.source = name},
                     "the file has changed since the plan was made; solve the round again");
    }
    for (size_t at = 0; at < count; at++) {
        if (!is_stated(first, inputs[at].name))
            complain(complaints, (struct place){.source = inputs[at].name},
                     "the file was not there when the result was made");
    }
}
