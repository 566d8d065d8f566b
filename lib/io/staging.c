/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/staging.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "io/file_write.h"
#include "io/write/guide.h"
#include "model/round.h"

const char *const result_file_names[] = {"placements.csv", "unplaced.csv", "breakdown.csv",
                                         "costs.csv",      "summary.json", "certificate.csv",
                                         "run.jsonl",      "report.html",  NULL};

/* `PARENT/.NAME.husly-ENDING`; false with errno when that is too long for a path. */
static bool path_beside(const char *target, const char *ending, char out[PATH_MAX])
{
    const char *slash = strrchr(target, '/');
    const int parent = (int)(slash - target);
    const int size =
        snprintf(out, PATH_MAX, "%.*s/.%s.husly-%s", parent, target, slash + 1, ending);
    errno = ENAMETOOLONG;
    return size < PATH_MAX;
}

bool staging_aside(const char *target, char out[PATH_MAX])
{
    return path_beside(target, "old", out);
}

/* The open folder, locked. -1 when it is not there, not ours, not a folder, or in use. A file
 * system without locks gives -1 as well: there nothing is ever taken for left behind. */
static int open_locked(const char *path)
{
    const int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return -1;
    struct stat about;
    if (fstat(fd, &about) == 0 && about.st_uid == geteuid() && flock(fd, LOCK_EX | LOCK_NB) == 0)
        return fd;
    close(fd);
    return -1;
}

/* Removes the files of a result or of an empty round, and the folder when nothing else is in it. */
static void discard(int fd, const char *path)
{
    for (const char *const *name = result_file_names; *name != NULL; name++)
        unlinkat(fd, *name, 0);
    for (const struct table_name *name = table_names; name->english != NULL; name++) {
        unlinkat(fd, name->english, 0);
        unlinkat(fd, name->danish, 0);
    }
    unlinkat(fd, guide_name(false), 0);
    unlinkat(fd, guide_name(true), 0);
    rmdir(path);
}

static void put_back_or_discard(const char *aside, const char *target)
{
    const int fd = open_locked(aside);
    if (fd < 0)
        return;
    struct stat about;
    if (lstat(target, &about) == 0)
        discard(fd, aside);
    else if (errno == ENOENT)
        rename(aside, target);
    close(fd);
}

static void discard_if_dead(const char *path)
{
    const int fd = open_locked(path);
    if (fd < 0)
        return;
    discard(fd, path);
    close(fd);
}

/* Whether a name is `.NAME.husly-` and the six characters of mkdtemp; `size` counts the former. */
static bool is_staging_name(const char *name, const char *prefix, size_t size)
{
    return strncmp(name, prefix, size) == 0 && strlen(name) == size + 6;
}

void staging_clean_up(const char *target)
{
    char path[PATH_MAX];
    if (!staging_aside(target, path))
        return;
    put_back_or_discard(path, target);

    path_beside(target, "", path);
    char *const prefix = strrchr(path, '/') + 1;
    char name[NAME_MAX + 1];
    const size_t size = (size_t)snprintf(name, sizeof name, "%s", prefix);
    prefix[0] = '\0';
    DIR *parent = opendir(path);
    if (parent == NULL)
        return;
    const size_t room = sizeof path - (size_t)(prefix - path);
    const struct dirent *entry;
    while ((entry = readdir(parent)) != NULL) {
        if (!is_staging_name(entry->d_name, name, size))
            continue;
        if (snprintf(prefix, room, "%s", entry->d_name) < (int)room)
            discard_if_dead(path);
    }
    closedir(parent);
}

/* -1 with errno; ENOENT when another run took the folder for one left behind, which it may between
 * mkdtemp and the lock. Where the file system has no locks, nobody takes it. */
static int open_own(const char *path)
{
    const int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return -1;
    while (flock(fd, LOCK_EX) != 0 && errno == EINTR)
        continue;
    if (file_is_at(fd, path))
        return fd;
    close(fd);
    errno = ENOENT;
    return -1;
}

husly_status staging_open(struct staging *staging, const char *target, husly_error *error)
{
    staging->fd = -1;
    for (int tries = 0; tries < 8; tries++) {
        if (!path_beside(target, "XXXXXX", staging->path) || mkdtemp(staging->path) == NULL)
            return file_failed(error, target, "create a folder beside it", errno);
        staging->fd = open_own(staging->path);
        if (staging->fd >= 0)
            return HUSLY_OK;
        if (errno != ENOENT)
            break;
    }
    const int number = errno;
    rmdir(staging->path);
    return file_failed(error, staging->path, "open", number);
}

void staging_close(struct staging *staging)
{
    if (staging->fd < 0)
        return;
    const int fd = open(staging->path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd >= 0) {
        discard(fd, staging->path);
        close(fd);
    }
    close(staging->fd);
    staging->fd = -1;
}
