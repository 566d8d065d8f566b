/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join of building, writing and law, as lib/join_read.c is of reading and law. */
#include <husly/build.h>

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "io/build/build.h"
#include "io/write/round_write.h"
#include "join/join_read.h"

husly_status husly_round_new(husly_round **out, const husly_policy *policy, husly_error *error)
{
    return build_begin(out, policy, join_year_is_shipped, error);
}

husly_status husly_round_finish(husly_round *round, husly_finding_fn *on_finding, void *user,
                                husly_error *error)
{
    if (round != NULL && !round->takes_rows)
        return HUSLY_OK;
    if (round == NULL)
        return build_demand_open(round, error);
    const struct findings listener = {.tell = on_finding, .user = user};
    const husly_read_options options = {.on_finding = on_finding,
                                        .user = user,
                                        .language =
                                            error == NULL ? HUSLY_LANGUAGE_AUTO : error->language};
    husly_status status = build_check(round, &listener, join_year_is_shipped, error);
    if (status == HUSLY_OK)
        status = join_check_pins(round, &options, error);
    if (status == HUSLY_OK)
        round->takes_rows = false;
    return status;
}

/* Where a round lies from now on. */
struct abode {
    const char *folder;
    struct input *inputs;
    size_t input_count;
};

/* The inputs as the reader of the written files saw them. */
static husly_status find_abode(struct abode *abode, const husly_round *written,
                               const husly_round *round, const char *folder, husly_error *error)
{
    const size_t count = written->input_count;
    abode->folder = arena_text(round->arena, folder, strlen(folder));
    abode->inputs = arena_take(round->arena, count, sizeof *abode->inputs);
    abode->input_count = count;
    bool failed = abode->folder == NULL || abode->inputs == NULL;
    for (size_t i = 0; i < count && !failed; i++) {
        const char *name = written->inputs[i].name;
        abode->inputs[i] = written->inputs[i];
        abode->inputs[i].name = arena_text(round->arena, name, strlen(name));
        failed = abode->inputs[i].name == NULL;
    }
    return failed ? error_memory(error) : HUSLY_OK;
}

/* Read again from the staging folder, and compared, before anything bears its final name. */
static husly_status put_checked(const husly_round *round, const struct result_folder *target,
                                husly_round **written, husly_error *error)
{
    bool failed = false;
    husly_status status = round_put(round, target, error);
    if (status == HUSLY_OK)
        status = husly_round_read(written, target->staging.path, NULL, error);
    if (status == HUSLY_OK && !round_same(round, *written, &failed))
        status = failed ? error_memory(error)
                        : error_set(error, HUSLY_E_INTERNAL, (struct place){0},
                                    "the round as written is not read as the same round");
    return status;
}

static void move_in(husly_round *round, const struct abode *abode)
{
    round->folder = abode->folder;
    round->inputs = abode->inputs;
    round->input_count = abode->input_count;
    round->date_overridden = false;
}

husly_status husly_round_write(husly_round *round, const char *folder, husly_error *error)
{
    husly_round *written = NULL;
    struct abode abode = {0};
    struct result_folder target;
    husly_status status = build_demand_finished(round, error);
    if (status == HUSLY_OK)
        status = result_folder_open(&target, folder, false, error);
    if (status != HUSLY_OK)
        return status;
    status = put_checked(round, &target, &written, error);
    if (status == HUSLY_OK)
        status = find_abode(&abode, written, round, folder, error);
    if (status == HUSLY_OK)
        status = result_folder_move_into_place(&target, error);
    if (status == HUSLY_OK && round->folder == NULL)
        move_in(round, &abode);
    result_folder_close(&target);
    husly_round_free(written);
    return status;
}
