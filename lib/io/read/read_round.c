/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/read/read_round.h"

#include <string.h>

#include "base/memory.h"
#include "base/words.h"
#include "io/files.h"
#include "io/read/folder.h"

static bool reader_open(struct reader *reader, const husly_read_options *options,
                        year_is_shipped_fn *year_is_shipped)
{
    *reader = (struct reader){.year_is_shipped = year_is_shipped};
    if (options != NULL) {
        reader->findings.tell = options->on_finding;
        reader->findings.user = options->user;
        reader->findings.show_values = options->show_values;
        reader->findings.language = options->language;
        reader->date = options->date;
    }
    reader->scratch = arena_new();
    reader->round = round_empty();
    return reader->scratch != NULL && reader->round != NULL;
}

/* Hands the round over, or the first mistake, and frees the rest. */
static husly_status reader_close(struct reader *reader, husly_status status, husly_round **out,
                                 husly_error *error)
{
    const husly_error *first = &reader->findings.first;
    if (status == HUSLY_OK && reader->starved)
        status = error_memory(error);
    else if (status == HUSLY_OK && reader->no_date != NULL)
        status = error_set(error, HUSLY_E_ARGUMENT,
                           (struct place){.source = reader->date == NULL ? NULL : "--date"}, "%s",
                           husly_words(reader->findings.language, reader->no_date));
    else if (status == HUSLY_OK && reader->findings.mistakes > 0)
        status = error_set(error, HUSLY_E_INPUT,
                           (struct place){first->source, first->line, first->column, first->field},
                           "%s", first->text);
    for (size_t i = 0; i < TABLE_SCORES; i++)
        id_index_free(&reader->ids[i]);
    id_index_free(&reader->kept);
    for (enum table_number i = TABLE_HOUSEHOLDS; i < TABLE_END; i++)
        reader_drop_bytes(reader, i);
    arena_free(reader->scratch);
    if (status == HUSLY_OK)
        *out = reader->round;
    else
        husly_round_free(reader->round);
    return status;
}

static void read_sources(struct reader *reader, const struct source sources[TABLE_END])
{
    for (enum table_number i = TABLE_HOUSEHOLDS; i < TABLE_END && !reader->starved; i++) {
        if (sources[i].name != NULL)
            table_read(reader, i, &sources[i]);
        reader_drop_bytes(reader, i);
    }
    id_index_free(&reader->kept);
    if (reader->starved)
        return;
    rules_read(reader);
    if (!reader->starved)
        check_rows(reader);
}

husly_status round_parse(husly_round **out, const struct source sources[TABLE_END],
                         const husly_read_options *options, year_is_shipped_fn *year_is_shipped,
                         husly_error *error)
{
    *out = NULL;
    struct reader reader;
    if (!reader_open(&reader, options, year_is_shipped))
        reader.starved = true;
    else
        read_sources(&reader, sources);
    return reader_close(&reader, HUSLY_OK, out, error);
}

husly_status round_parse_files(husly_round **out, const struct files *files,
                               const husly_read_options *options,
                               year_is_shipped_fn *year_is_shipped, husly_error *error)
{
    *out = NULL;
    struct reader reader;
    struct source sources[TABLE_END] = {{NULL, NULL, 0}};
    husly_status status = HUSLY_OK;
    if (!reader_open(&reader, options, year_is_shipped))
        reader.starved = true;
    else
        status = files_load(sources, files, &reader, error);
    if (status == HUSLY_OK && !reader.starved)
        read_sources(&reader, sources);
    return reader_close(&reader, status, out, error);
}

husly_status round_read(husly_round **out, const char *folder, const husly_read_options *options,
                        year_is_shipped_fn *year_is_shipped, husly_error *error)
{
    *out = NULL;
    struct reader reader;
    struct source sources[TABLE_END] = {{NULL, NULL, 0}};
    husly_status status = HUSLY_OK;
    if (!reader_open(&reader, options, year_is_shipped)) {
        reader.starved = true;
        return reader_close(&reader, status, out, error);
    }
    reader.round->folder = arena_text(reader.round->arena, folder, strlen(folder));
    reader.starved = reader.round->folder == NULL;
    status = folder_load(sources, folder, &reader, error);
    if (status == HUSLY_OK && !reader.starved)
        read_sources(&reader, sources);
    return reader_close(&reader, status, out, error);
}
