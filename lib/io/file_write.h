/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_FILE_WRITE_H
#define HUSLY_IO_FILE_WRITE_H

#include <stddef.h>

#include <husly/error.h>

struct text;

/* HUSLY_E_FILE with the path, what could not be done ("open"), and the system's words for `number`
 * (errno). */
husly_status file_failed(husly_error *error, const char *path, const char *what, int number);

/*
 * Creates the file `name` in the open folder, for its owner alone, and puts the bytes on the disk.
 * A name that is taken already is an error. `folder` is the folder's path, for the error.
 */
husly_status file_put(int folder_fd, const char *folder, const char *name, const struct text *bytes,
                      husly_error *error);

/* Appends a file of the open folder to `bytes`. A symbolic link is refused. */
husly_status file_take(int folder_fd, const char *folder, const char *name, struct text *bytes,
                       husly_error *error);

/* fsync, a folder's too; false with errno. */
bool file_sync(int fd);

/* Whether the path still names the file or folder that is open as `fd`. */
bool file_is_at(int fd, const char *path);

/* Lets two paths trade places in one step that the file system never shows half done; false with
 * errno, EINVAL or ENOSYS where it cannot. */
bool file_exchange(const char *one, const char *other);

#endif
