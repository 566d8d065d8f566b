/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/read/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/text.h"
#include "io/file_write.h"
#include "io/files.h"
#include "model/labels.h"

/* Reads up to `size` bytes; false with errno. A file that shrinks meanwhile gives what there was.
 */
static bool read_bytes(int fd, char *bytes, size_t *size)
{
    size_t done = 0;
    while (done < *size) {
        const ssize_t got = read(fd, bytes + done, *size - done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        if (got == 0)
            break;
        done += (size_t)got;
    }
    *size = done;
    return true;
}

static husly_status load_open(struct source *source, int fd, const char *name, struct arena *arena,
                              husly_error *error)
{
    struct stat about;
    const struct place at = {.source = name};
    if (fstat(fd, &about) != 0)
        return file_failed(error, name, "read", errno);
    if (!S_ISREG(about.st_mode))
        return error_set(error, HUSLY_E_FILE, at, "is no regular file");

    size_t size = (size_t)about.st_size;
    char *bytes = arena_take(arena, size, 1);
    if (bytes == NULL)
        return error_memory(error);
    if (!read_bytes(fd, bytes, &size))
        return file_failed(error, name, "read", errno);
    *source = (struct source){name, bytes, size};
    return HUSLY_OK;
}

/* A link to nothing is there: passing over areas.csv would lift the bar on listed areas. */
static bool is_absent(int folder_fd, const char *name)
{
    struct stat about;
    return fstatat(folder_fd, name, &about, AT_SYMLINK_NOFOLLOW) != 0 && errno == ENOENT;
}

/* A name that is not there leaves the source as it is. */
static husly_status load_file(struct source *source, int folder_fd, const char *name,
                              struct arena *arena, husly_error *error)
{
    /* O_NONBLOCK: a pipe of that name must not make husly wait. */
    const int fd = openat(folder_fd, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    const int number = errno;
    if (fd < 0 && number == ENOENT && is_absent(folder_fd, name))
        return HUSLY_OK;
    if (fd < 0)
        return file_failed(error, name, "open", number);
    const husly_status status = load_open(source, fd, name, arena, error);
    close(fd);
    return status;
}

/* The table under its Danish name, in whichever way that is stored; it always bears the usual one.
 */
static husly_status load_danish(struct source *source, int folder_fd, enum table_number number,
                                struct reader *reader, husly_error *error)
{
    const char *const usual = table_names[number].danish;
    const char *const split = files_split_name(number);
    struct arena *const bytes = reader->bytes[number];
    struct source other = {0};
    husly_status status = load_file(source, folder_fd, usual, bytes, error);
    if (status == HUSLY_OK && split != NULL)
        status = load_file(&other, folder_fd, split, bytes, error);
    if (status != HUSLY_OK || other.name == NULL)
        return status;
    other.name = usual;
    if (source->name != NULL)
        finding_mistake(&reader->findings, (struct place){.source = usual},
                        "two files bear this name and store its å in two ways; keep one");
    else
        *source = other;
    return HUSLY_OK;
}

static husly_status load_table(struct source *source, int folder_fd, enum table_number number,
                               struct reader *reader, husly_error *error)
{
    const struct table_name *name = &table_names[number];
    struct source danish = {0};
    reader->bytes[number] = arena_new();
    if (reader->bytes[number] == NULL)
        return error_memory(error);
    husly_status status = load_file(source, folder_fd, name->english, reader->bytes[number], error);
    if (status == HUSLY_OK)
        status = load_danish(&danish, folder_fd, number, reader, error);
    if (status != HUSLY_OK)
        return status;

    if (danish.name != NULL && source->name != NULL) {
        finding_mistake(&reader->findings, (struct place){.source = name->danish},
                        "%s is there too; keep one of the two", name->english);
    } else if (danish.name != NULL) {
        *source = danish;
    } else {
        files_require(reader, number, source);
    }
    return HUSLY_OK;
}

/* Lock files and copies that programs keep for themselves. */
static bool is_of_a_program(const char *name)
{
    return name[0] == '.' || name[0] == '~' || (*name != '\0' && name[strlen(name) - 1] == '~');
}

/* Two letters off at most, and never one of the names themselves. Where the round lacks the table,
 * what the file holds, such as which areas are listed, would be passed over unseen. */
static void judge_name(struct reader *reader, const struct source *sources, const char *name)
{
    enum { NEAR = 2 };
    if (files_table(name) != TABLE_END || is_of_a_program(name))
        return;
    for (size_t i = 0; table_names[i].english != NULL; i++) {
        const struct table_name *known = &table_names[i];
        const bool english = text_distance(name, known->english, NEAR) <= NEAR;
        if (!english && text_distance(name, known->danish, NEAR) > NEAR)
            continue;
        char shown[256];
        finding_printable(shown, sizeof shown, name);
        const struct place at = {.source = shown};
        const char *const meant = english ? known->english : known->danish;
        if (sources[i].name == NULL)
            finding_mistake(&reader->findings, at,
                            "the name is not right; is it meant to be %s? Rename it, or take it "
                            "away",
                            meant);
        else
            finding_warning(&reader->findings, at, "the file is not read; is it meant to be %s?",
                            meant);
        return;
    }
}

/* Sorted, so that the warnings do not depend on the file system. */
static const char **list_names(DIR *entries, struct arena *arena, int *count)
{
    struct labels names = {0};
    for (const struct dirent *entry = readdir(entries); entry != NULL; entry = readdir(entries)) {
        const char *name = arena_text(arena, entry->d_name, strlen(entry->d_name));
        names.failed = names.failed || name == NULL;
        labels_add(&names, name);
    }
    return labels_keep(&names, arena, count);
}

static husly_status judge_names(const char *path, struct reader *reader,
                                const struct source *sources, husly_error *error)
{
    DIR *const entries = opendir(path);
    if (entries == NULL)
        return file_failed(error, path, "list", errno);
    int count = 0;
    const char **names = list_names(entries, reader->scratch, &count);
    closedir(entries);
    if (names == NULL)
        return error_memory(error);
    for (int i = 0; i < count; i++)
        judge_name(reader, sources, names[i]);
    return HUSLY_OK;
}

/* Until a header line tells the language, the names of the files do. */
static void guess_language(struct reader *reader, int folder_fd)
{
    if (reader->findings.language != HUSLY_LANGUAGE_AUTO)
        return;
    for (const struct table_name *name = table_names; name->english != NULL; name++) {
        if (faccessat(folder_fd, name->english, F_OK, 0) == 0)
            return;
        if (faccessat(folder_fd, name->danish, F_OK, 0) != 0)
            continue;
        reader->findings.language = HUSLY_DANISH;
        reader->findings.is_guess = true;
        return;
    }
}

void reader_drop_bytes(struct reader *reader, enum table_number number)
{
    arena_free(reader->bytes[number]);
    reader->bytes[number] = NULL;
}

husly_status folder_load(struct source sources[TABLE_END], const char *path, struct reader *reader,
                         husly_error *error)
{
    const int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return file_failed(error, path, "open", errno);
    guess_language(reader, fd);
    husly_status status = HUSLY_OK;
    for (enum table_number i = TABLE_HOUSEHOLDS; i < TABLE_END && status == HUSLY_OK; i++)
        status = load_table(&sources[i], fd, i, reader, error);
    close(fd);
    return status == HUSLY_OK ? judge_names(path, reader, sources, error) : status;
}
