/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any bytes as the files of a round, parted by a line of `#`: it is read and resolved, or refused
 * with findings of one line each, and nothing in between.
 */
#include <husly/husly.h>

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { FILES = 9 };

static const char divider[] = "\n#\n";

/* The tables in the order of the enumeration. */
static const char *const names[FILES] = {"households.csv", "dwellings.csv",     "sections.csv",
                                         "areas.csv",      "organisations.csv", "scores.csv",
                                         "decisions.csv",  "rules.csv",         "earlier.csv"};

static size_t size_of_part(const char *bytes, size_t size)
{
    size_t length = sizeof divider - 1;
    for (size_t i = 0; i + length <= size; i++) {
        if (memcmp(bytes + i, divider, length) == 0)
            return i;
    }
    return size;
}

/* An empty part is a file that the round does not have. */
static size_t part(husly_file files[FILES], const char *bytes, size_t size)
{
    size_t count = 0;
    for (int i = 0; i < FILES && size > 0; i++) {
        size_t length = size_of_part(bytes, size);
        if (length > 0)
            files[count++] = (husly_file){names[i], bytes, length};
        size_t step = length + sizeof divider - 1;
        size_t taken = step < size ? step : size;
        bytes += taken;
        size -= taken;
    }
    return count;
}

static void check_line(const char *text)
{
    if (text == NULL || !text_is_utf8(text, strlen(text)))
        abort();
    for (; *text != '\0'; text++) {
        if ((unsigned char)*text < 0x20) /* one could steer a terminal */
            abort();
    }
}

static bool look_at(const husly_finding *finding, void *user)
{
    bool *mistaken = user;
    check_line(finding->source);
    check_line(finding->field);
    check_line(finding->text);
    if (finding->severity == HUSLY_MISTAKE)
        *mistaken = true;
    return true;
}

static void resolve(const husly_round *round)
{
    husly_error error = {0};
    husly_problem *problem = NULL;
    husly_status status = husly_problem_new(&problem, round, NULL, &error);
    if ((status == HUSLY_OK) != (problem != NULL))
        abort();
    if (status != HUSLY_OK && status != HUSLY_E_INPUT)
        abort();
    husly_problem_free(problem);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    husly_file files[FILES];
    bool mistaken = false;
    husly_error error = {0};
    husly_round *round = NULL;
    const husly_read_options options = {
        .date = "2026-03-01", .show_values = true, .on_finding = look_at, .user = &mistaken};
    const size_t count = part(files, (const char *)bytes, size);
    husly_status status = husly_round_parse(&round, files, count, &options, &error);
    if ((status == HUSLY_OK) != (round != NULL) || (status == HUSLY_OK) == mistaken)
        abort();
    check_line(error.text);
    if (round != NULL)
        resolve(round);
    husly_round_free(round);
    return 0;
}
