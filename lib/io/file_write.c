/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/file_write.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/words.h"

/* What is met in practice, in the system's words, which people look up; they have no Danish without
 * a locale, which husly never sets. */
static const struct {
    int number;
    const char *words;
} failures[] = {{ENOENT, WORDS_LATER("No such file or directory")},
                {EACCES, WORDS_LATER("Permission denied")},
                {ENOSPC, WORDS_LATER("No space left on device")},
                {EDQUOT, WORDS_LATER("Disk quota exceeded")},
                {EEXIST, WORDS_LATER("File exists")},
                {ENOTDIR, WORDS_LATER("Not a directory")},
                {EISDIR, WORDS_LATER("Is a directory")},
                {EROFS, WORDS_LATER("Read-only file system")},
                {EIO, WORDS_LATER("Input/output error")},
                {ENOTEMPTY, WORDS_LATER("Directory not empty")},
                {EMFILE, WORDS_LATER("Too many open files")},
                {ENAMETOOLONG, WORDS_LATER("File name too long")}};

static void describe(const husly_error *error, int number, char *out, size_t room)
{
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++) {
        if (failures[i].number == number) {
            snprintf(out, room, "%s", error_words(error, failures[i].words));
            return;
        }
    }
    if (strerror_r(number, out, room) != 0)
        snprintf(out, room, "%d", number);
}

husly_status file_failed(husly_error *error, const char *path, const char *what, int number)
{
    char why[128];
    describe(error, number, why, sizeof why);
    return error_set(error, HUSLY_E_FILE, (struct place){.source = path}, "cannot %s: %s",
                     error_words(error, what), why);
}

static husly_status name_failed(husly_error *error, const char *folder, const char *name,
                                const char *what)
{
    const int number = errno;
    char path[PATH_MAX];
    const int size = snprintf(path, sizeof path, "%s/%s", folder, name);
    return file_failed(error, size < (int)sizeof path ? path : name, what, number);
}

static bool write_all(int fd, const char *bytes, size_t size)
{
    while (size > 0) {
        const ssize_t written = write(fd, bytes, size);
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0) {
            bytes += written;
            size -= (size_t)written;
        }
    }
    return true;
}

bool file_sync(int fd)
{
    int result = 0;
    do
        result = fsync(fd);
    while (result != 0 && errno == EINTR);
    return result == 0;
}

/* Linux closes the descriptor also when close(2) is interrupted, so there is nothing to repeat. */
static bool close_checked(int fd)
{
    return close(fd) == 0 || errno == EINTR;
}

husly_status file_put(int folder_fd, const char *folder, const char *name, const struct text *bytes,
                      husly_error *error)
{
    const int fd = openat(folder_fd, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return name_failed(error, folder, name, "create the file");
    if (!write_all(fd, bytes->bytes, bytes->size) || !file_sync(fd)) {
        const husly_status status = name_failed(error, folder, name, "write");
        close(fd);
        return status;
    }
    if (!close_checked(fd))
        return name_failed(error, folder, name, "write");
    return HUSLY_OK;
}

static bool read_all(int fd, struct text *bytes)
{
    char block[16384];
    for (;;) {
        const ssize_t size = read(fd, block, sizeof block);
        if (size == 0)
            return true;
        if (size < 0 && errno != EINTR)
            return false;
        if (size > 0)
            text_add(bytes, block, (size_t)size);
    }
}

husly_status file_take(int folder_fd, const char *folder, const char *name, struct text *bytes,
                       husly_error *error)
{
    const int fd = openat(folder_fd, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return name_failed(error, folder, name, "open");
    husly_status status = HUSLY_OK;
    if (!read_all(fd, bytes))
        status = name_failed(error, folder, name, "read");
    else if (bytes->failed)
        status = error_memory(error);
    close(fd);
    return status;
}

bool file_is_at(int fd, const char *path)
{
    struct stat opened, named;
    return fstat(fd, &opened) == 0 && lstat(path, &named) == 0 && opened.st_dev == named.st_dev &&
           opened.st_ino == named.st_ino;
}
