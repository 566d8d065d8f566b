/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join of a result, the argument about numbers and the sum of its certificate. */
#include <husly/report.h>

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "join/join_most.h"
#include "join/join_prove.h"
#include "model/round.h"
#include "report/prove/prove_page.h"

husly_status proving_open(struct proving *proving, const husly_result *result,
                          husly_language language, husly_error *error)
{
    *proving = (struct proving){
        .result = result,
        .language = round_language(husly_result_round(result), language),
        .complaints = {.error = error, .language = language},
        .arena = arena_new(),
    };
    if (proving->arena == NULL)
        return error_memory(error);
    const husly_plan *plan = husly_result_plan(result);
    proving->has_proof = plan->stage_count > 0;
    if (!proving->has_proof)
        return HUSLY_OK;
    return proof_open(&proving->proof, husly_result_problem(result), plan, &proving->complaints,
                      proving->arena);
}

void proving_close(struct proving *proving)
{
    if (proving->has_proof)
        proof_close(&proving->proof);
    arena_free(proving->arena);
}

static husly_status write_page(struct proving *proving, struct text *text, husly_error *error)
{
    struct most most;
    struct prove_page page = {.text = text,
                              .language = proving->language,
                              .problem = husly_result_problem(proving->result),
                              .plan = husly_result_plan(proving->result),
                              .most = &most,
                              .proof = proving->has_proof ? &proving->proof : NULL,
                              .arena = proving->arena};
    husly_status status = most_find(&most, page.problem, proving->arena, error);
    if (status == HUSLY_OK)
        status = prove_page_add(&page);
    return status == HUSLY_OK && text->failed ? error_memory(error) : status;
}

husly_status husly_result_prove(const husly_result *result, husly_language language,
                                husly_line_fn *on_line, void *user, husly_error *error)
{
    struct proving proving;
    struct text text = {0};
    husly_status status = proving_open(&proving, result, language, error);
    if (status == HUSLY_OK)
        status = write_page(&proving, &text, error);
    if (status == HUSLY_OK)
        text_tell(&text, on_line, user);
    text_free(&text);
    proving_close(&proving);
    return status;
}
