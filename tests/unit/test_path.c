/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/path.h"

#include "base/text.h"
#include "support/check.h"

static void check_way(const char *from, const char *to, const char *wanted)
{
    struct text text = {0};
    path_add_relative(&text, from, to);
    CHECK_TEXT(text_string(&text), wanted);
    text_free(&text);
}

static void check_resolved(const char *folder, const char *wanted)
{
    char out[PATH_MAX];
    husly_error error = {0};
    CHECK(path_resolve(out, folder, &error) == HUSLY_OK);
    CHECK_TEXT(out, wanted);
}

int main(void)
{
    check_way("/a/b", "/a/c", "../c");
    check_way("/a/b", "/a/b", ".");
    check_way("/a/b", "/a/b/c", "c");
    check_way("/a/b/c", "/a/b", "..");
    check_way("/a/b/c", "/a", "../..");
    check_way("/a/bc", "/a/b", "../b");
    check_way("/a/b", "/a/bc", "../bc");
    check_way("/out", "/", "..");
    check_way("/", "/round", "round");
    check_way("/", "/", ".");
    check_way("/out", "/round", "../round");
    check_way("/a/out", "/b/c/round", "../../b/c/round");

    check_resolved("/", "/");
    check_resolved("/no_such_name", "/no_such_name");
    check_resolved("/no_such_name//", "/no_such_name");

    char out[PATH_MAX];
    husly_error error = {0};
    CHECK(path_resolve(out, "", &error) == HUSLY_E_FILE);
    CHECK(path_resolve(out, "/no_such_parent/name", NULL) == HUSLY_E_FILE);
    CHECK(path_resolve(out, "/dev/null/name", NULL) == HUSLY_E_FILE);
    return check_result();
}
