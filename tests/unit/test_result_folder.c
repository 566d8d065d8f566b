/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/write/result_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "io/file_write.h"
#include "support/check.h"

/* Each test works in a folder of its own, which is the working directory meanwhile. */
static char home[PATH_MAX];
static char room[32];

static void enter(void)
{
    strcpy(room, "room-XXXXXX");
    CHECK(mkdtemp(room) != NULL && chdir(room) == 0);
}

static void leave(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", room);
    CHECK(chdir(home) == 0 && system(command) == 0);
}

static void put(const char *path, const char *content)
{
    FILE *file = fopen(path, "w");
    CHECK(file != NULL && fputs(content, file) >= 0 && fclose(file) == 0);
}

static void check_holds(const char *path, const char *content)
{
    char bytes[256] = "";
    FILE *file = fopen(path, "r");
    if (file != NULL) {
        bytes[fread(bytes, 1, sizeof bytes - 1, file)] = '\0';
        fclose(file);
    }
    CHECK_TEXT(file == NULL ? NULL : bytes, content);
}

static int count_entries(const char *path)
{
    int count = 0;
    DIR *listing = opendir(path);
    while (listing != NULL && readdir(listing) != NULL)
        count++;
    if (listing != NULL)
        closedir(listing);
    return count - 2;
}

static const char summary[] = "{\"husly\": \"0.1.0\", \"stages\": []}\n";

static void make_result(const char *folder, const char *runs)
{
    char path[PATH_MAX];
    CHECK(mkdir(folder, 0755) == 0);
    snprintf(path, sizeof path, "%s/summary.json", folder);
    put(path, summary);
    snprintf(path, sizeof path, "%s/run.jsonl", folder);
    put(path, runs);
}

/* Writes a result of two files, with `between` called before it takes its place. */
static husly_status write_result(const char *out, bool replace, void (*between)(void),
                                 husly_error *error)
{
    struct result_folder folder;
    husly_status status = result_folder_open(&folder, out, replace, error);
    if (status != HUSLY_OK)
        return status;
    struct text runs = {0};
    status = result_folder_take_runs(&folder, &runs, error);
    text_add_string(&runs, "new run\n");
    const struct text told = {.bytes = (char *)summary, .size = strlen(summary)};
    if (status == HUSLY_OK)
        status = result_folder_put(&folder, "summary.json", &told, error);
    if (status == HUSLY_OK)
        status = result_folder_put(&folder, "run.jsonl", &runs, error);
    text_free(&runs);
    if (between != NULL)
        between();
    if (status == HUSLY_OK)
        status = result_folder_move_into_place(&folder, error);
    result_folder_close(&folder);
    return status;
}

static void check_refused(const char *out, bool replace, const char *why)
{
    const int before = count_entries(".");
    husly_error error = {0};
    CHECK(result_folder_probe(out, replace, &error) == HUSLY_E_FILE);
    CHECK(strstr(error.text, why) != NULL);
    CHECK(write_result(out, replace, NULL, NULL) == HUSLY_E_FILE);
    CHECK_NUMBER(count_entries("."), before);
}

static void check_written(const char *out, bool replace, const char *runs)
{
    const int before = count_entries(".");
    const bool is_new = access(out, F_OK) != 0;
    char path[PATH_MAX];
    struct stat about;
    CHECK(result_folder_probe(out, replace, NULL) == HUSLY_OK);
    CHECK(write_result(out, replace, NULL, NULL) == HUSLY_OK);
    CHECK(stat(out, &about) == 0 && (about.st_mode & 07777) == 0700);
    snprintf(path, sizeof path, "%s/run.jsonl", out);
    CHECK(stat(path, &about) == 0 && (about.st_mode & 07777) == 0600);
    check_holds(path, runs);
    snprintf(path, sizeof path, "%s/summary.json", out);
    check_holds(path, summary);
    CHECK_NUMBER(count_entries(out), 2);
    CHECK_NUMBER(count_entries("."), before + (is_new ? 1 : 0));
}

static void test_new_and_empty(void)
{
    enter();
    check_written("new", false, "new run\n");
    CHECK(mkdir("empty", 0755) == 0);
    check_written("empty", false, "new run\n");
    check_written("slashes///", true, "new run\n");
    CHECK(mkdir("far", 0755) == 0 && symlink("far", "link") == 0);
    check_written("link", false, "new run\n");
    CHECK_NUMBER(count_entries("far"), 2);
    leave();
}

static void test_replace(void)
{
    enter();
    make_result("out", "old run\n");
    put("out/report.html", "old");
    check_refused("out", false, "earlier result");
    check_holds("out/report.html", "old");
    check_written("out", true, "old run\nnew run\n");
    check_written("out", true, "old run\nnew run\nnew run\n");
    leave();
}

static void test_refused(void)
{
    enter();
    put("file", "mine");
    check_refused("file", true, "not a folder");
    check_refused("file/out", true, "Not a directory");
    check_holds("file", "mine");
    check_refused("missing/out", true, "No such file");
    CHECK(symlink("nowhere", "dangling") == 0);
    check_refused("dangling", true, "link to nothing");

    CHECK(mkdir("foreign", 0755) == 0);
    put("foreign/thesis.txt", "mine");
    check_refused("foreign", true, "thesis.txt");
    CHECK(mkdir("half", 0755) == 0);
    put("half/placements.csv", "mine");
    check_refused("half", true, "no summary.json");
    put("half/summary.json", "{\"stages\": []}");
    check_refused("half", true, "no summary.json");
    check_holds("half/placements.csv", "mine");

    make_result("out", "old run\n");
    put("out/thesis.txt", "mine");
    check_refused("out", true, "thesis.txt");
    CHECK(unlink("out/thesis.txt") == 0 && mkdir("out/report.html", 0755) == 0);
    check_refused("out", true, "report.html");
    CHECK(rmdir("out/report.html") == 0 && symlink("/dev/null", "out/report.html") == 0);
    check_refused("out", true, "report.html");
    check_holds("out/run.jsonl", "old run\n");
    leave();
}

static void add_foreign_file(void)
{
    put("out/thesis.txt", "mine");
}

static void take_the_name(void)
{
    CHECK(mkdir("out", 0755) == 0);
    add_foreign_file();
}

static void swap_folder(void)
{
    CHECK(rename("out", "moved") == 0);
    make_result("out", "other run\n");
}

/* Somebody works in the same place while the result is written: what is theirs stays. */
static void test_meanwhile(void)
{
    enter();
    CHECK(write_result("out", true, take_the_name, NULL) == HUSLY_E_FILE);
    CHECK_NUMBER(count_entries("."), 1);
    check_holds("out/thesis.txt", "mine");
    leave();

    enter();
    make_result("out", "old run\n");
    CHECK(write_result("out", true, add_foreign_file, NULL) == HUSLY_E_FILE);
    CHECK_NUMBER(count_entries("."), 1);
    check_holds("out/thesis.txt", "mine");
    check_holds("out/run.jsonl", "old run\n");
    leave();

    enter();
    make_result("out", "old run\n");
    CHECK(write_result("out", true, swap_folder, NULL) == HUSLY_E_FILE);
    CHECK_NUMBER(count_entries("."), 2);
    check_holds("out/run.jsonl", "other run\n");
    check_holds("moved/run.jsonl", "old run\n");
    leave();
}

static void test_locked(void)
{
    enter();
    make_result("out", "old run\n");
    const int fd = open("out", O_RDONLY | O_DIRECTORY);
    CHECK(fd >= 0 && flock(fd, LOCK_EX) == 0);
    check_refused("out", true, "in use");
    close(fd);
    check_written("out", true, "old run\nnew run\n");
    leave();
}

/* Folders that killed runs left behind go; those of living runs, of other targets and of others
 * stay. */
static void test_left_behind(void)
{
    enter();
    make_result(".out.husly-dead01", "half");
    make_result(".out.husly-alive1", "half");
    make_result(".other.husly-dead01", "half");
    make_result(".out.husly-foreig", "half");
    put(".out.husly-foreig/thesis.txt", "mine");
    make_result("target", "mine");
    CHECK(symlink("target", ".out.husly-linked") == 0);
    const int fd = open(".out.husly-alive1", O_RDONLY | O_DIRECTORY);
    CHECK(fd >= 0 && flock(fd, LOCK_EX) == 0);

    CHECK(write_result("out", false, NULL, NULL) == HUSLY_OK);
    CHECK(access(".out.husly-dead01", F_OK) != 0);
    check_holds(".out.husly-alive1/run.jsonl", "half");
    check_holds(".other.husly-dead01/run.jsonl", "half");
    check_holds(".out.husly-foreig/thesis.txt", "mine");
    check_holds("target/run.jsonl", "mine");
    close(fd);
    leave();
}

/* Killed between the two renames of a file system that cannot exchange. */
static void test_set_aside(void)
{
    enter();
    make_result(".out.husly-old", "old run\n");
    CHECK(result_folder_probe("out", true, NULL) == HUSLY_OK);
    check_holds("out/run.jsonl", "old run\n");
    CHECK(access(".out.husly-old", F_OK) != 0);
    make_result(".out.husly-old", "older run\n");
    CHECK(result_folder_probe("out", false, NULL) == HUSLY_E_FILE);
    CHECK(access(".out.husly-old", F_OK) != 0);
    check_holds("out/run.jsonl", "old run\n");
    leave();
}

static void check_put_fails(size_t size, const char *why)
{
    static char block[4096];
    struct result_folder folder;
    const struct text bytes = {.bytes = block, .size = size};
    husly_error error = {0};
    CHECK(result_folder_open(&folder, "out", false, &error) == HUSLY_OK);
    CHECK(result_folder_put(&folder, "summary.json", &(struct text){0}, &error) == HUSLY_OK);
    CHECK(result_folder_put(&folder, "summary.json", &bytes, NULL) == HUSLY_E_FILE);
    CHECK(result_folder_put(&folder, "run.jsonl", &bytes, &error) == HUSLY_E_FILE);
    CHECK(strstr(error.source, "run.jsonl") != NULL);
    CHECK(strstr(error.text, why) != NULL);
    result_folder_close(&folder);
    CHECK_NUMBER(count_entries("."), 0);
}

/* The limit lets a part of the file through before it fails, as a full disk does. */
static void test_no_room(void)
{
    struct rlimit before;
    CHECK(getrlimit(RLIMIT_FSIZE, &before) == 0);
    enter();
    signal(SIGXFSZ, SIG_IGN);
    const struct rlimit small = {.rlim_cur = 1000, .rlim_max = before.rlim_max};
    CHECK(setrlimit(RLIMIT_FSIZE, &small) == 0);
    check_put_fails(1001, "cannot write: File too large");
    CHECK(setrlimit(RLIMIT_FSIZE, &before) == 0);
    leave();
}

int main(void)
{
    CHECK(getcwd(home, sizeof home) != NULL);
    test_new_and_empty();
    test_replace();
    test_refused();
    test_meanwhile();
    test_locked();
    test_left_behind();
    test_set_aside();
    test_no_room();
    return check_result();
}
