/* SPDX-License-Identifier: GPL-3.0-or-later */
/* realpath(3) belongs to the X/Open part of POSIX. */
#define _XOPEN_SOURCE 700
#include "io/path.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/text.h"
#include "io/file_write.h"

/* The last name of a path; slashes at its end, which a shell likes to add, are cut off. */
static char *last_name(char *path)
{
    size_t size = strlen(path);
    while (size > 1 && path[size - 1] == '/')
        path[--size] = '\0';
    char *const slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

static husly_status too_long(husly_error *error, const char *folder)
{
    return file_failed(error, folder, "create the folder", ENAMETOOLONG);
}

static bool is_dangling_link(const char *path)
{
    struct stat about;
    return lstat(path, &about) == 0;
}

/* A folder that is not there yet: its parent is. */
static husly_status resolve_new(char out[PATH_MAX], const char *folder, husly_error *error)
{
    char given[PATH_MAX];
    if (snprintf(given, sizeof given, "%s", folder) >= (int)sizeof given)
        return too_long(error, folder);
    const char *const name = last_name(given);
    if (is_dangling_link(given))
        return error_set(error, HUSLY_E_FILE, (struct place){.source = folder},
                         "is a link to nothing; name a new or an empty folder");

    char parent[PATH_MAX] = ".";
    if (name != given)
        snprintf(parent, sizeof parent, "%.*s", (int)(name - given), given);
    if (realpath(parent, out) == NULL)
        return file_failed(error, parent, "open the folder", errno);

    const size_t size = strlen(out);
    const char *const slash = out[size - 1] == '/' ? "" : "/";
    if (snprintf(out + size, PATH_MAX - size, "%s%s", slash, name) >= (int)(PATH_MAX - size))
        return too_long(error, folder);
    return HUSLY_OK;
}

husly_status path_resolve(char out[PATH_MAX], const char *folder, husly_error *error)
{
    if (folder[0] == '\0')
        return error_set(error, HUSLY_E_FILE, (struct place){0}, "the result's folder has no name");
    if (realpath(folder, out) != NULL)
        return HUSLY_OK;
    if (errno != ENOENT)
        return file_failed(error, folder, "open the folder", errno);
    return resolve_new(out, folder, error);
}

/* How many bytes of both paths are the same whole names; for "/a/b" and "/a/c" these are "/a". */
static size_t common_names(const char *one, const char *other)
{
    size_t same = 0;
    for (size_t i = 0;; i++) {
        const bool ends =
            (one[i] == '/' || one[i] == '\0') && (other[i] == '/' || other[i] == '\0');
        if (ends)
            same = i;
        if (one[i] != other[i] || one[i] == '\0')
            return same;
    }
}

void path_add_relative(struct text *text, const char *from, const char *to)
{
    if (strcmp(from, "/") == 0)
        from = "";
    const size_t same = common_names(from, to);
    const size_t before = text->size;
    for (const char *rest = from + same; *rest != '\0'; rest++)
        if (*rest == '/')
            text_add_string(text, text->size == before ? ".." : "/..");
    const char *const rest = to + same + strspn(to + same, "/");
    if (rest[0] != '\0') {
        if (text->size > before)
            text_add(text, "/", 1);
        text_add_string(text, rest);
    } else if (text->size == before) {
        text_add(text, ".", 1);
    }
}
