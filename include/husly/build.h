/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_BUILD_H
#define HUSLY_BUILD_H

#include <husly/policy.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Rounds built by hand. A row is judged and copied as if it had stood in a file: the _usual()
 * functions give one in which every cell is empty, and only what differs is filled in. What is
 * wrong with a row alone is refused when it is added, what is wrong between rows by
 * husly_round_finish(); both with HUSLY_E_INPUT and with table and field in `error`, whose text
 * begins with the row's id, and the round is as it was.
 */
HUSLY_EXPORT husly_household husly_household_usual(void);
HUSLY_EXPORT husly_dwelling husly_dwelling_usual(void);
HUSLY_EXPORT husly_section husly_section_usual(void);
HUSLY_EXPORT husly_area husly_area_usual(void);
HUSLY_EXPORT husly_organisation husly_organisation_usual(void);

/* An empty round with this policy, which is copied; HUSLY_E_ARGUMENT without a round_date. A
 * benefit_year of 0 stands for the round date's. */
HUSLY_EXPORT husly_status husly_round_new(husly_round **out, const husly_policy *policy,
                                          husly_error *error);

HUSLY_EXPORT husly_status husly_round_add_household(husly_round *round, const husly_household *row,
                                                    husly_error *error);
HUSLY_EXPORT husly_status husly_round_add_dwelling(husly_round *round, const husly_dwelling *row,
                                                   husly_error *error);
HUSLY_EXPORT husly_status husly_round_add_section(husly_round *round, const husly_section *row,
                                                  husly_error *error);
HUSLY_EXPORT husly_status husly_round_add_area(husly_round *round, const husly_area *row,
                                               husly_error *error);
HUSLY_EXPORT husly_status husly_round_add_organisation(husly_round *round,
                                                       const husly_organisation *row,
                                                       husly_error *error);
HUSLY_EXPORT husly_status husly_round_add_score(husly_round *round, const husly_score *row,
                                                husly_error *error);
HUSLY_EXPORT husly_status husly_round_add_decision(husly_round *round, const husly_decision *row,
                                                   husly_error *error);

/* A pair of an earlier plan, for the goal `unchanged`. */
HUSLY_EXPORT husly_status husly_round_add_earlier(husly_round *round, const husly_earlier *row,
                                                  husly_error *error);

/* A cell of a column access_… or points_… of areas.csv, and a weight of such a column's own; the
 * name is the column's, such as "access_school". */
HUSLY_EXPORT husly_status husly_round_add_measure(husly_round *round, const husly_measure *row,
                                                  husly_error *error);
HUSLY_EXPORT husly_status husly_round_add_measure_weight(husly_round *round,
                                                         const husly_measure_weight *row,
                                                         husly_error *error);

/*
 * Who decided a rule of the policy and when, as column `source` of rules.csv; `rule` is its English
 * or Danish name. Needed where allow_listed or group_max_persons is not at its default.
 */
HUSLY_EXPORT husly_status husly_round_add_source(husly_round *round, const char *rule,
                                                 const char *source, husly_error *error);

/*
 * Holds the rows of a round built by hand against one another, with the checks that a folder's
 * files get: ids that name nothing or two things, rules without their source, pins that break a
 * rule. Findings go to `on_finding` (NULL = none), the first mistake also to `error`. From then on
 * the round takes no more rows; before, husly_problem_new() refuses it with HUSLY_E_ARGUMENT. A
 * round that was read from files is finished.
 */
HUSLY_EXPORT husly_status husly_round_finish(husly_round *round, husly_finding_fn *on_finding,
                                             void *user, husly_error *error);

/*
 * Writes a round as a folder of CSV files, which husly_round_read() reads as the same round. The
 * folder must be new or empty; on any failure it is as it was. From then on a round that no folder
 * held counts as read from there, so that its results can be written and checked.
 */
HUSLY_EXPORT husly_status husly_round_write(husly_round *round, const char *folder,
                                            husly_error *error);

/* 2026-03-01 as a husly_date; HUSLY_NO_DATE when there is no such day. */
HUSLY_EXPORT husly_date husly_date_of(int year, int month, int day);

#ifdef __cplusplus
}
#endif

#endif
