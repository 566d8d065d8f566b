/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/files.h"

#include "base/text.h"
#include "io/read/nearest.h"

/* Some systems store å as two characters: an a and a ring. No other letter of a name is so split.
 */
static const char areas_split[] = "omra\xcc\x8a"
                                  "der.csv";

const char *files_split_name(enum table_number number)
{
    return number == TABLE_AREAS ? areas_split : NULL;
}

enum table_number files_table(const char *name)
{
    for (enum table_number i = TABLE_HOUSEHOLDS; i < TABLE_END; i++) {
        if (text_equal(name, table_names[i].english) || text_equal(name, table_names[i].danish))
            return i;
    }
    return text_equal(name, areas_split) ? TABLE_AREAS : TABLE_END;
}

void files_require(struct reader *reader, enum table_number number, const struct source *source)
{
    const struct table_name *name = &table_names[number];
    if (source->name == NULL && table_find(number)->required)
        finding_mistake(&reader->findings, (struct place){.source = name->english},
                        "the file is missing; a round needs it, as %s or %s", name->english,
                        name->danish);
}

static void refuse_name(struct reader *reader, const char *name)
{
    struct nearest nearest = nearest_to(name);
    for (enum table_number i = TABLE_HOUSEHOLDS; i < TABLE_END; i++) {
        nearest_try(&nearest, table_names[i].english);
        nearest_try(&nearest, table_names[i].danish);
    }
    char shown[256];
    finding_printable(shown, sizeof shown, name);
    finding_mistake(&reader->findings, (struct place){.source = shown},
                    "no file of a round has this name; the nearest is %s",
                    nearest.best == NULL ? table_names[TABLE_HOUSEHOLDS].english : nearest.best);
}

/* The tables bear their usual names, which live as long as the round. */
static void load_file(struct source sources[TABLE_END], const husly_file *file,
                      struct reader *reader)
{
    const enum table_number number = files_table(file->name);
    if (number == TABLE_END) {
        refuse_name(reader, file->name);
        return;
    }
    const struct table_name *names = &table_names[number];
    const char *usual = text_equal(file->name, names->english) ? names->english : names->danish;
    struct source *source = &sources[number];
    if (source->name != NULL)
        finding_mistake(&reader->findings, (struct place){.source = usual},
                        "%s is there too; keep one of the two", source->name);
    else
        *source = (struct source){usual, file->size == 0 ? "" : file->bytes, file->size};
}

husly_status files_load(struct source sources[TABLE_END], const struct files *files,
                        struct reader *reader, husly_error *error)
{
    for (size_t i = 0; i < files->count; i++) {
        const husly_file *file = &files->files[i];
        if (file->name == NULL || (file->bytes == NULL && file->size > 0))
            return error_set(error, HUSLY_E_ARGUMENT, (struct place){.source = file->name},
                             "a file in memory needs a name and bytes");
        load_file(sources, file, reader);
    }
    for (enum table_number i = TABLE_HOUSEHOLDS; i < TABLE_END; i++)
        files_require(reader, i, &sources[i]);
    return HUSLY_OK;
}
