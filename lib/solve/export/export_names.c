/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/export/export_names.h"

#include <string.h>

#include "base/text.h"

static bool may_stand(const struct dress *dress, unsigned char byte)
{
    bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    if (letter || (byte >= '0' && byte <= '9') || byte == '_' || byte == '.')
        return true;
    return !dress->plain && byte > ' ' && byte != '~' && byte != '$';
}

/* The parts of a name that certificate.csv parts by '/' stand in brackets, parted by commas. */
static void add_parts(struct text *out, const struct dress *dress, const char *parts)
{
    text_add(out, &dress->open, 1);
    for (const char *at = parts; *at != '\0'; at++) {
        if (*at == '/')
            text_add(out, ",", 1);
        else if (may_stand(dress, (unsigned char)*at))
            text_add(out, at, 1);
        else
            text_add_format(out, "~%02X", (unsigned)(unsigned char)*at);
    }
    text_add(out, &dress->close, 1);
}

void export_row_name(struct text *out, const struct dress *dress, const char *name)
{
    size_t size = strcspn(name, "/");
    text_add(out, name, size);
    add_parts(out, dress, name[size] == '/' ? name + size + 1 : "");
}

void export_group_name(struct text *out, const struct dress *dress, const char *name)
{
    text_add_string(out, "household");
    add_parts(out, dress, name);
}

/* A count of extras bears the name of a unit, and that of the row it eases ends with it; every
 * other count has a name of its own kind. */
static bool is_extras(const struct program *program, const struct program_column *column)
{
    for (int k = 0; k < column->entry_count; k++) {
        const struct program_entry *entry = &program->entries[column->first_entry + k];
        const char *unit = strchr(program->rows[entry->row].name, '/');
        if (entry->coefficient < 0 && unit != NULL && strcmp(unit + 1, column->name) == 0)
            return true;
    }
    return strchr(column->name, '/') == NULL;
}

void export_column_name(struct text *out, const struct dress *dress, const struct program *program,
                        const struct program_column *column)
{
    const bool choice = column->group != NO_INDEX;
    if (!choice && !is_extras(program, column)) {
        export_row_name(out, dress, column->name);
        return;
    }
    text_add_string(out, choice ? "x" : "extras");
    add_parts(out, dress, column->name);
}
