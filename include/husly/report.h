/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_H
#define HUSLY_REPORT_H

#include <husly/read.h>
#include <husly/solve.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct husly_write_options {
    bool replace;        /* swap an earlier result of husly as a whole, carrying run.jsonl on */
    const char *by;      /* who ran it, for run.jsonl; NULL = not recorded */
    const char *now;     /* when, ISO 8601, for run.jsonl; NULL = not recorded */
    const char *command; /* the options as given, for run.jsonl; NULL = "" */
} husly_write_options;

/*
 * Writes the result files of contract § 6 into `folder`, which must be new, empty, or with
 * `replace` an earlier result. Everything is written beside it, checked by husly_verify, and takes
 * its final name only then; on any failure `folder` is as it was.
 */
HUSLY_EXPORT husly_status husly_result_write(const husly_problem *problem, const husly_plan *plan,
                                             const char *folder, const husly_write_options *options,
                                             husly_error *error);

/*
 * Only asks whether `folder` is one that husly_result_write may write to, before a long solve: new
 * with a parent, empty, or with `replace` an earlier result. HUSLY_E_FILE with the reason when it
 * is not.
 */
HUSLY_EXPORT husly_status husly_result_probe(const char *folder, bool replace, husly_error *error);

/* Receives one line of text, without a line end; it lives for the call only. False asks for no
 * more. */
typedef bool husly_line_fn(const char *line, void *user);

/*
 * Tells a plan in a few lines for the person who asked for it: units where the right leaves nothing
 * first, then how many are placed, each stage with its bound, why others are not placed, and the
 * settings that differ from the default.
 */
HUSLY_EXPORT husly_status husly_result_describe(const husly_problem *problem,
                                                const husly_plan *plan, husly_language language,
                                                husly_line_fn *on_line, void *user,
                                                husly_error *error);

typedef struct husly_verify_report {
    size_t placed;
    size_t households;
    bool hand_made;     /* only placements.csv with ids: bounds were not checked */
    size_t stage_count; /* 0 for a plan made by hand */
    husly_stage_result stages[HUSLY_STAGE_END];
    husly_language language; /* of the findings; HUSLY_LANGUAGE_AUTO where no round was read */
} husly_verify_report;

/*
 * Re-reads a round and a result and checks every rule, figure and bound in integers, without the
 * model builder and without the solver. `round_folder` NULL takes the one that summary.json names.
 * Every disagreement goes to on_finding, the first to `error`; HUSLY_E_CHECK when there is any.
 * `report` may be NULL.
 */
HUSLY_EXPORT husly_status husly_verify(const char *folder, const char *round_folder,
                                       const husly_read_options *options,
                                       husly_verify_report *report, husly_error *error);

/* A result that was written earlier, with its round. */
typedef struct husly_result husly_result;

/*
 * Opens a result for questions about it. It is checked as husly_verify() does, and refused with the
 * same findings and HUSLY_E_CHECK where anything disagrees: only a plan that is lawful and belongs
 * to its round can be explained. A plan made by hand has no stages and no certificate.
 */
HUSLY_EXPORT husly_status husly_result_open(husly_result **out, const char *folder,
                                            const char *round_folder,
                                            const husly_read_options *options, husly_error *error);
HUSLY_EXPORT void husly_result_free(husly_result *result);

/* Lent by the result. */
HUSLY_EXPORT const husly_round *husly_result_round(const husly_result *result);
HUSLY_EXPORT const husly_problem *husly_result_problem(const husly_result *result);
HUSLY_EXPORT const husly_plan *husly_result_plan(const husly_result *result);

/*
 * Tells, on one page for a reader who knows no mathematics, how many are placed, why no plan can
 * place more or bring more points, and the small sum that proves it, from the result's certificate.
 */
HUSLY_EXPORT husly_status husly_result_prove(const husly_result *result, husly_language language,
                                             husly_line_fn *on_line, void *user,
                                             husly_error *error);

/* The whole sum of the page as a CSV file in the round's dialect, for a spreadsheet to add up:
 * docs/prove.md. Each line lacks the line feed that ends it, and has its CR where the dialect has
 * one. A plan made by hand has the headings only. */
HUSLY_EXPORT husly_status husly_result_prove_table(const husly_result *result,
                                                   husly_language language, husly_line_fn *on_line,
                                                   void *user, husly_error *error);

/*
 * Tells supply against need before anything is solved: by size, rent, access and area, how many
 * lawful dwellings each household has, and why no plan can place more than so many where a simple
 * argument shows it. The argument is checked against the round in whole numbers before it is told.
 */
HUSLY_EXPORT husly_status husly_survey_describe(const husly_problem *problem,
                                                husly_language language, husly_line_fn *on_line,
                                                void *user, husly_error *error);

/* The same as JSON, docs/survey.schema.json. */
HUSLY_EXPORT husly_status husly_survey_json(const husly_problem *problem, husly_language language,
                                            husly_line_fn *on_line, void *user, husly_error *error);

/*
 * Tells what a household can pay a month, line by line: its net income, from the shipped rates
 * where the round states a benefit class (aktivloven §§ 22, 25), less the living minimum; with a
 * dwelling
 * (`dwelling_id` not NULL) the housing benefit step by step (boligstøtteloven §§ 14, 22, 23), what
 * is left to pay, and whether rule 3 holds. HUSLY_E_ARGUMENT for an id that the round lacks.
 */
HUSLY_EXPORT husly_status husly_benefit_describe(const husly_problem *problem,
                                                 const char *household_id, const char *dwelling_id,
                                                 husly_language language, husly_line_fn *on_line,
                                                 void *user, husly_error *error);

/*
 * Tells the settings in force, those that differ from their default first, each with its default,
 * its source and how sure that is. NULL tells the defaults.
 */
HUSLY_EXPORT husly_status husly_rules_describe(const husly_round *round, husly_language language,
                                               husly_line_fn *on_line, void *user,
                                               husly_error *error);

/* Writes template files with their columns explained into a new or empty folder; Danish or English.
 */
HUSLY_EXPORT husly_status husly_template_write(const char *folder, bool danish, husly_error *error);

#ifdef __cplusplus
}
#endif

#endif
