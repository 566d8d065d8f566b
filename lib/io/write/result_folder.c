/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/write/result_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/json.h"
#include "base/memory.h"
#include "base/words.h"
#include "io/file_write.h"
#include "io/path.h"

static husly_status refuse(husly_error *error, const char *path, const char *why)
{
    return error_set(error, HUSLY_E_FILE, (struct place){.source = path}, "%s",
                     error_words(error, why));
}

static bool is_result_file(int fd, const char *name)
{
    struct stat about;
    for (const char *const *known = result_file_names; *known != NULL; known++)
        if (strcmp(*known, name) == 0)
            return fstatat(fd, name, &about, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(about.st_mode);
    return false;
}

/* What lies in a folder: how many entries, and the first that no result of husly holds. */
struct content {
    size_t count;
    char foreign[NAME_MAX + 1];
};

static bool list_content(int fd, struct content *content)
{
    *content = (struct content){0};
    /* A descriptor of its own: a shared one would go on reading where the last reader stopped. */
    const int own = openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *listing = own < 0 ? NULL : fdopendir(own);
    if (listing == NULL)
        return false;
    const struct dirent *entry;
    while ((entry = readdir(listing)) != NULL) {
        const char *const name = entry->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
            continue;
        content->count++;
        if (content->foreign[0] == '\0' && !is_result_file(fd, name))
            snprintf(content->foreign, sizeof content->foreign, "%s", name);
    }
    closedir(listing);
    return true;
}

static bool is_summary(const char *bytes, size_t size)
{
    struct arena *arena = arena_new();
    const struct json_value *summary = arena == NULL ? NULL : json_parse(arena, bytes, size);
    bool found = false;
    if (summary != NULL && summary->type == JSON_OBJECT) {
        const struct json_value *version = json_find(summary, "husly");
        const struct json_value *stages = json_find(summary, "stages");
        found = version != NULL && version->type == JSON_STRING && stages != NULL &&
                stages->type == JSON_ARRAY;
    }
    arena_free(arena);
    return found;
}

static bool has_summary(int fd)
{
    struct text text = {0};
    const bool found = file_take(fd, "", "summary.json", &text, NULL) == HUSLY_OK &&
                       is_summary(text_string(&text), text.size);
    text_free(&text);
    return found;
}

/* Whether the open folder may be taken: empty, or with `replace` a result and nothing else. */
static husly_status accept_content(int fd, const char *path, bool replace, bool *holds_result,
                                   husly_error *error)
{
    struct content content;
    if (!list_content(fd, &content))
        return file_failed(error, path, "list the folder", errno);
    *holds_result = content.count > 0;
    if (content.count == 0)
        return HUSLY_OK;
    if (content.foreign[0] != '\0')
        return error_set(error, HUSLY_E_FILE, (struct place){.source = path},
                         "holds '%s', which is no file of a result; name a new or an empty folder",
                         content.foreign);
    if (!has_summary(fd))
        return refuse(
            error, path,
            WORDS_LATER("holds no summary.json that husly wrote; name a new or an empty folder"));
    if (!replace)
        return refuse(error, path,
                      WORDS_LATER("holds an earlier result; replace it (--replace) or name a new "
                                  "folder"));
    return HUSLY_OK;
}

/* A mount point cannot trade places with a folder beside it. */
static bool is_mount_point(int fd)
{
    struct stat own, parent;
    return fstat(fd, &own) == 0 && fstatat(fd, "..", &parent, 0) == 0 &&
           own.st_dev != parent.st_dev;
}

static husly_status open_target(struct result_folder *folder, bool replace, husly_error *error)
{
    const char *const path = folder->target;
    folder->target_fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder->target_fd < 0 && errno == ENOENT)
        return HUSLY_OK;
    if (folder->target_fd < 0 && errno == ENOTDIR)
        return refuse(error, path, WORDS_LATER("is not a folder; name a new or an empty one"));
    if (folder->target_fd < 0)
        return file_failed(error, path, "open the folder", errno);
    if (is_mount_point(folder->target_fd))
        return refuse(error, path,
                      WORDS_LATER("is a mount point and cannot be swapped as a whole; name a "
                                  "folder in it"));
    if (flock(folder->target_fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return refuse(error, path,
                      WORDS_LATER("is in use by another run of husly; try again when it is done"));
    return accept_content(folder->target_fd, path, replace, &folder->holds_result, error);
}

static void close_target(struct result_folder *folder)
{
    if (folder->target_fd >= 0)
        close(folder->target_fd);
    folder->target_fd = -1;
}

static husly_status find_target(struct result_folder *folder, const char *out, bool replace,
                                husly_error *error)
{
    *folder = (struct result_folder){.target_fd = -1, .staging = {.fd = -1}};
    husly_status status = path_resolve(folder->target, out, error);
    if (status == HUSLY_OK) {
        staging_clean_up(folder->target);
        status = open_target(folder, replace, error);
    }
    if (status != HUSLY_OK)
        close_target(folder);
    return status;
}

husly_status result_folder_probe(const char *out, bool replace, husly_error *error)
{
    struct result_folder folder;
    const husly_status status = find_target(&folder, out, replace, error);
    close_target(&folder);
    return status;
}

husly_status result_folder_open(struct result_folder *folder, const char *out, bool replace,
                                husly_error *error)
{
    husly_status status = find_target(folder, out, replace, error);
    if (status == HUSLY_OK)
        status = staging_open(&folder->staging, folder->target, error);
    if (status != HUSLY_OK)
        close_target(folder);
    return status;
}

void result_folder_close(struct result_folder *folder)
{
    staging_close(&folder->staging);
    close_target(folder);
}

husly_status result_folder_put(const struct result_folder *folder, const char *name,
                               const struct text *bytes, husly_error *error)
{
    return file_put(folder->staging.fd, folder->staging.path, name, bytes, error);
}

husly_status result_folder_take_runs(const struct result_folder *folder, struct text *text,
                                     husly_error *error)
{
    if (!folder->holds_result || faccessat(folder->target_fd, "run.jsonl", F_OK, 0) != 0)
        return HUSLY_OK;
    return file_take(folder->target_fd, folder->target, "run.jsonl", text, error);
}

/* For file systems that cannot exchange. A run killed in between leaves the old result under the
 * name that staging_clean_up() puts back. */
static bool swap_by_renames(const struct result_folder *folder)
{
    char aside[PATH_MAX];
    if (!staging_aside(folder->target, aside) || rename(folder->target, aside) != 0)
        return false;
    if (rename(folder->staging.path, folder->target) == 0) {
        if (rename(aside, folder->staging.path) == 0)
            return true;
        rename(folder->target, folder->staging.path);
    }
    const int number = errno;
    rename(aside, folder->target);
    errno = number;
    return false;
}

static bool swap(const struct result_folder *folder)
{
    if (file_exchange(folder->staging.path, folder->target))
        return true;
    return (errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP) && swap_by_renames(folder);
}

/* A file system that has no fsync for folders says EINVAL; more cannot be asked of it. */
static bool sync_parent(const char *target)
{
    char parent[PATH_MAX];
    const char *const slash = strrchr(target, '/');
    const int size = slash == target ? 1 : (int)(slash - target);
    snprintf(parent, sizeof parent, "%.*s", size, target);
    const int fd = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    const bool synced = file_sync(fd) || errno == EINVAL;
    const int number = errno;
    close(fd);
    errno = number;
    return synced;
}

static husly_status move_to_new_name(struct result_folder *folder, husly_error *error)
{
    if (rename(folder->staging.path, folder->target) != 0)
        return file_failed(error, folder->target, "move the result into place", errno);
    if (!sync_parent(folder->target)) {
        const int number = errno;
        rename(folder->target, folder->staging.path);
        return file_failed(error, folder->target, "put the folder's name on the disk", number);
    }
    folder->staging.path[0] = '\0'; /* nothing of ours is under that name any more */
    return HUSLY_OK;
}

/* Whether what was swapped out is what was looked at when the folder was opened. */
static bool swapped_the_right_one(const struct result_folder *folder)
{
    struct content content;
    if (!file_is_at(folder->target_fd, folder->staging.path) ||
        !list_content(folder->target_fd, &content))
        return false;
    return folder->holds_result ? content.foreign[0] == '\0' : content.count == 0;
}

static husly_status trade_places(struct result_folder *folder, husly_error *error)
{
    if (!swap(folder))
        return file_failed(error, folder->target, "move the result into place", errno);
    husly_status status = HUSLY_OK;
    if (!swapped_the_right_one(folder))
        status = refuse(error, folder->target,
                        WORDS_LATER("was changed by somebody else during the run"));
    else if (!sync_parent(folder->target))
        status = file_failed(error, folder->target, "put the folder's name on the disk", errno);
    if (status != HUSLY_OK)
        swap(folder);
    return status;
}

husly_status result_folder_move_into_place(struct result_folder *folder, husly_error *error)
{
    if (!file_sync(folder->staging.fd))
        return file_failed(error, folder->staging.path, "put the folder on the disk", errno);
    return folder->target_fd < 0 ? move_to_new_name(folder, error) : trade_places(folder, error);
}
