/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <husly/husly.h>

#include "base/date.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/sha256.h"
#include "base/text.h"
#include "io/path.h"
#include "io/write/result_costs.h"
#include "io/write/result_folder.h"
#include "io/write/result_records.h"
#include "io/write/result_tables.h"
#include "join/join_outcome.h"

/* The files of a result in the order in which they are written and hashed. */
enum { PLACEMENTS, UNPLACED, BREAKDOWN, COSTS, SUMMARY, CERTIFICATE, HASHED_FILES };

static const char *const hashed_names[HASHED_FILES] = {"placements.csv", "unplaced.csv",
                                                       "breakdown.csv",  "costs.csv",
                                                       "summary.json",   "certificate.csv"};

struct files {
    struct text hashed[HASHED_FILES];
    struct text runs;
};

static void files_free(struct files *files)
{
    for (int i = 0; i < HASHED_FILES; i++)
        text_free(&files->hashed[i]);
    text_free(&files->runs);
}

static bool files_failed(const struct files *files)
{
    bool failed = files->runs.failed;
    for (int i = 0; i < HASHED_FILES; i++)
        failed = failed || files->hashed[i].failed;
    return failed;
}

/* What is written and where it goes. */
struct writing {
    const husly_problem *problem;
    const husly_plan *plan;
    const husly_write_options *options;
    struct result_folder folder;
    char round[PATH_MAX]; /* the round's folder, absolute */
};

static void add_summary(struct text *text, const struct writing *writing,
                        const struct outcome *outcome)
{
    struct text round = {0};
    path_add_relative(&round, writing->folder.target, writing->round);
    text->failed = text->failed || round.failed;
    result_add_summary(text, writing->problem, writing->plan, outcome, text_string(&round));
    text_free(&round);
}

static void add_run(struct files *files, const struct writing *writing)
{
    struct result_hash hashes[HASHED_FILES];
    for (int i = 0; i < HASHED_FILES; i++) {
        hashes[i].name = hashed_names[i];
        sha256_hex(text_string(&files->hashed[i]), files->hashed[i].size, hashes[i].sha256);
    }
    /* An editor may have taken the line end off the earlier runs' last line. */
    if (files->runs.size > 0 && files->runs.bytes[files->runs.size - 1] != '\n')
        text_add(&files->runs, "\n", 1);
    result_add_run(&files->runs, writing->problem, writing->plan, writing->options, hashes,
                   HASHED_FILES);
}

static husly_status files_compose(struct files *files, const struct writing *writing,
                                  husly_error *error)
{
    const struct dialect *const dialect = &writing->problem->round->dialect;
    struct outcome outcome;
    husly_status status = outcome_compose(&outcome, writing->problem, writing->plan, error);
    if (status == HUSLY_OK) {
        result_add_placements(&files->hashed[PLACEMENTS], dialect, &outcome);
        result_add_unplaced(&files->hashed[UNPLACED], dialect, &outcome);
        result_add_breakdown(&files->hashed[BREAKDOWN], dialect, &outcome);
        result_add_costs(&files->hashed[COSTS], dialect, &outcome);
        add_summary(&files->hashed[SUMMARY], writing, &outcome);
        result_add_certificate(&files->hashed[CERTIFICATE], dialect, writing->plan);
        status = result_folder_take_runs(&writing->folder, &files->runs, error);
    }
    outcome_free(&outcome);
    if (status != HUSLY_OK)
        return status;
    add_run(files, writing);
    return files_failed(files) ? error_memory(error) : HUSLY_OK;
}

static husly_status files_put(const struct files *files, const struct result_folder *folder,
                              husly_error *error)
{
    husly_status status = HUSLY_OK;
    for (int i = 0; i < HASHED_FILES && status == HUSLY_OK; i++)
        status = result_folder_put(folder, hashed_names[i], &files->hashed[i], error);
    if (status == HUSLY_OK)
        status = result_folder_put(folder, "run.jsonl", &files->runs, error);
    return status;
}

/* A date that the caller gave is in no file of the round, so it is handed on. */
static husly_status check_staged(const struct writing *writing, husly_error *error)
{
    char date[16];
    date_print(writing->problem->policy.round_date, date);
    const husly_read_options options = {
        .date = writing->problem->round->date_overridden ? date : NULL,
        .language = error == NULL ? HUSLY_LANGUAGE_AUTO : error->language};
    return husly_verify(writing->folder.staging.path, writing->round, &options, NULL, error);
}

static husly_status write_checked(struct writing *writing, husly_error *error)
{
    struct files files = {0};
    husly_status status = files_compose(&files, writing, error);
    if (status == HUSLY_OK)
        status = files_put(&files, &writing->folder, error);
    files_free(&files);
    memory_give_back();
    if (status == HUSLY_OK)
        status = check_staged(writing, error);
    if (status == HUSLY_OK)
        status = result_folder_move_into_place(&writing->folder, error);
    return status;
}

husly_status husly_result_write(const husly_problem *problem, const husly_plan *plan,
                                const char *folder, const husly_write_options *options,
                                husly_error *error)
{
    static const husly_write_options nothing_asked = {0};
    struct writing writing = {
        .problem = problem, .plan = plan, .options = options == NULL ? &nothing_asked : options};
    if (problem->round->folder == NULL)
        return error_set(error, HUSLY_E_ARGUMENT, (struct place){0},
                         "the round was not read from a folder, so its result cannot be checked");
    husly_status status = path_resolve(writing.round, problem->round->folder, error);
    if (status == HUSLY_OK)
        status = result_folder_open(&writing.folder, folder, writing.options->replace, error);
    if (status != HUSLY_OK)
        return status;
    status = write_checked(&writing, error);
    result_folder_close(&writing.folder);
    return status;
}

husly_status husly_result_probe(const char *folder, bool replace, husly_error *error)
{
    return result_folder_probe(folder, replace, error);
}
