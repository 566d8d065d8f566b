/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <husly/report.h>

#include "base/error.h"
#include "base/text.h"
#include "io/csv_write.h"
#include "io/rulebook.h"
#include "io/tables.h"
#include "io/write/guide.h"
#include "io/write/result_folder.h"

/* What `husly init` sets: what the docs recommend, and what only the municipality can decide. */
struct proposal {
    const char *rule;
    const char *value;
    const char *danish;
};

static const struct proposal proposals[] = {
    {"round_date", NULL, NULL},
    {"need_counts", NULL, NULL},
    {"housing_benefit", "auto", "auto"},
    {"profile", "recommended", "anbefalet"},
};

static void add_header(struct csv_writer *writer, const struct table *table)
{
    const bool danish = writer->dialect.danish;
    for (size_t i = 0; i < table->column_count; i++)
        csv_write_text(writer, danish ? table->columns[i].alias : table->columns[i].name);
    csv_write_row_end(writer);
}

static void add_proposals(struct csv_writer *writer)
{
    const bool danish = writer->dialect.danish;
    for (size_t i = 0; i < sizeof proposals / sizeof proposals[0]; i++) {
        const struct proposal *proposal = &proposals[i];
        csv_write_text(writer, danish ? rulebook_find(proposal->rule)->danish : proposal->rule);
        csv_write_text(writer, danish ? proposal->danish : proposal->value);
        csv_write_text(writer, NULL);
        csv_write_row_end(writer);
    }
}

static void compose_table(struct text *text, enum table_number number,
                          const struct dialect *dialect)
{
    struct csv_writer writer = csv_writer_start(text, dialect);
    add_header(&writer, table_find(number));
    if (number == TABLE_RULES)
        add_proposals(&writer);
}

static husly_status put(const struct result_folder *folder, const char *name, struct text *text,
                        husly_error *error)
{
    const husly_status status =
        text->failed ? error_memory(error) : result_folder_put(folder, name, text, error);
    text_free(text);
    return status;
}

static husly_status put_all(const struct result_folder *folder, const struct dialect *dialect,
                            husly_error *error)
{
    struct text text = {0};
    guide_add(&text, dialect);
    husly_status status = put(folder, guide_name(dialect->danish), &text, error);
    for (enum table_number i = TABLE_HOUSEHOLDS; i < TABLE_END && status == HUSLY_OK; i++) {
        text = (struct text){0};
        compose_table(&text, i, dialect);
        status = put(folder, dialect->danish ? table_names[i].danish : table_names[i].english,
                     &text, error);
    }
    return status;
}

husly_status husly_template_write(const char *folder, bool danish, husly_error *error)
{
    const struct dialect dialect = {
        .delimiter = danish ? ';' : ',', .crlf = danish, .bom = danish, .danish = danish};
    struct result_folder target;
    husly_status status = result_folder_open(&target, folder, false, error);
    if (status != HUSLY_OK)
        return status;
    status = put_all(&target, &dialect, error);
    if (status == HUSLY_OK)
        status = result_folder_move_into_place(&target, error);
    result_folder_close(&target);
    return status;
}
