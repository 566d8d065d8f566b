/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/read/result_read.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/json.h"
#include "base/memory.h"
#include "base/words.h"
#include "io/file_write.h"
#include "io/write/result_table.h"

/* Appends a file's bytes; *there stays false when the folder has no such file. */
static husly_status take_file(int folder_fd, const char *folder, const char *name,
                              struct text *bytes, bool *there, husly_error *error)
{
    struct stat about;
    if (fstatat(folder_fd, name, &about, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? HUSLY_OK : file_failed(error, name, "read", errno);
    if (!S_ISREG(about.st_mode))
        return error_set(error, HUSLY_E_FILE, (struct place){.source = name}, "is no regular file");
    *there = true;
    return file_take(folder_fd, folder, name, bytes, error);
}

static husly_status take_table(struct result *out, const struct result_layout *layout,
                               struct result_table *table, int folder_fd, const char *folder,
                               husly_error *error)
{
    struct text bytes = {0};
    table->source = layout->source;
    husly_status status =
        take_file(folder_fd, folder, layout->source, &bytes, &table->present, error);
    if (status == HUSLY_OK && table->present &&
        !result_table_read(out, layout, table, text_string(&bytes), bytes.size))
        status = error_memory(error);
    text_free(&bytes);
    return status;
}

static husly_status take_summary(struct result *out, int folder_fd, const char *folder,
                                 husly_error *error)
{
    struct text bytes = {0};
    husly_status status =
        take_file(folder_fd, folder, "summary.json", &bytes, &out->has_summary, error);
    if (status == HUSLY_OK && out->has_summary) {
        out->summary = json_parse(out->arena, text_string(&bytes), bytes.size);
        const struct result_complaint unread = {
            .source = "summary.json",
            .field = "",
            .text = WORDS_LATER("not a JSON document that husly wrote")};
        if (out->summary == NULL && !result_complain(out, unread))
            status = error_memory(error);
    }
    text_free(&bytes);
    return status;
}

static husly_status take_all(struct result *out, int folder_fd, const char *folder,
                             husly_error *error)
{
    husly_status status =
        take_table(out, &result_placements, &out->placements, folder_fd, folder, error);
    if (status == HUSLY_OK && !out->placements.present)
        return error_set(error, HUSLY_E_FILE, (struct place){.source = folder},
                         "holds no placements.csv, so there is no result to verify");
    if (status == HUSLY_OK)
        status = take_table(out, &result_unplaced, &out->unplaced, folder_fd, folder, error);
    if (status == HUSLY_OK)
        status = take_table(out, &result_breakdown, &out->breakdown, folder_fd, folder, error);
    if (status == HUSLY_OK)
        status = take_table(out, &result_costs, &out->costs, folder_fd, folder, error);
    if (status == HUSLY_OK)
        status = take_table(out, &result_certificate, &out->certificate, folder_fd, folder, error);
    return status == HUSLY_OK ? take_summary(out, folder_fd, folder, error) : status;
}

husly_status result_read(struct result *out, const char *folder, husly_error *error)
{
    *out = (struct result){.arena = arena_new()};
    if (out->arena == NULL)
        return error_memory(error);
    const int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return file_failed(error, folder, "open", errno);
    const husly_status status = take_all(out, fd, folder, error);
    close(fd);
    return status;
}

void result_free(struct result *result)
{
    memory_free(result->placements.rows);
    memory_free(result->unplaced.rows);
    memory_free(result->breakdown.rows);
    memory_free(result->costs.rows);
    memory_free(result->certificate.rows);
    memory_free(result->complaints);
    arena_free(result->arena);
    *result = (struct result){0};
}
