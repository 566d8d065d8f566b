/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * husly allocates dwellings to refugee households. One door: include this header.
 *
 * Results come back through the first parameter and are NULL on failure; what a const pointer
 * returns is lent. Every _free takes NULL.
 *
 * A call that takes a handle as const only reads it, and any number of threads may do so at once:
 * several may solve one problem. A call that takes it without const needs it for itself. Different
 * handles have nothing in common.
 */
#ifndef HUSLY_H
#define HUSLY_H

#include <husly/build.h>
#include <husly/error.h>
#include <husly/explain.h>
#include <husly/policy.h>
#include <husly/read.h>
#include <husly/report.h>
#include <husly/round.h>
#include <husly/solve.h>

#ifdef __cplusplus
extern "C" {
#endif

/* "0.1.0": major.minor.patch of the library at run time. */
HUSLY_EXPORT const char *husly_version(void);

/* The version of GLPK that husly runs on. */
HUSLY_EXPORT const char *husly_glpk_version(void);

#ifdef __cplusplus
}
#endif

#endif
