/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The whole test framework: CHECK what must hold, end main with `return check_result();`. A failed
 * check prints its place and the program goes on, so that one run shows all that is wrong.
 */
#ifndef HUSLY_TESTS_SUPPORT_CHECK_H
#define HUSLY_TESTS_SUPPORT_CHECK_H

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static int checks_made;
static int checks_failed;

static inline bool check_that(bool holds, const char *file, int line, const char *what)
{
    checks_made++;
    if (!holds) {
        checks_failed++;
        printf("%s:%d: does not hold: %s\n", file, line, what);
    }
    return holds;
}

static inline void check_number(int64_t got, int64_t wanted, const char *file, int line)
{
    if (!check_that(got == wanted, file, line, "the numbers are equal"))
        printf("  got %" PRId64 ", wanted %" PRId64 "\n", got, wanted);
}

static inline void check_text(const char *got, const char *wanted, const char *file, int line)
{
    bool equal = got == NULL || wanted == NULL ? got == wanted : strcmp(got, wanted) == 0;
    if (!check_that(equal, file, line, "the texts are equal"))
        printf("  got    [%s]\n  wanted [%s]\n", got ? got : "NULL", wanted ? wanted : "NULL");
}

/* A program that checked nothing has failed as well. */
static inline int check_result(void)
{
    printf("%d checks, %d failed\n", checks_made, checks_failed);
    return checks_made > 0 && checks_failed == 0 ? 0 : 1;
}

#define CHECK(holds) ((void)check_that((holds), __FILE__, __LINE__, #holds))
#define CHECK_NUMBER(got, wanted) check_number((got), (wanted), __FILE__, __LINE__)
#define CHECK_TEXT(got, wanted) check_text((got), (wanted), __FILE__, __LINE__)

#endif
