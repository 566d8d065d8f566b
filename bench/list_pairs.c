/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * list_pairs ROUND: CPU seconds to read a round and to list its lawful pairs, as solving does and
 * as verify does, to hold the time of `husly verify` against. Built by `ninja list_pairs`.
 */
#include <husly/round.h>
#include <husly/solve.h>
#include <stdio.h>
#include <time.h>

#include "base/memory.h"
#include "report/certificate/lawful_pairs.h"
#include "rules/pairs.h"

static double seconds(void)
{
    return (double)clock() / CLOCKS_PER_SEC;
}

static int list(const husly_problem *problem, double start)
{
    struct pairs pairs;
    struct lawful_pairs anew;
    struct arena *arena = arena_new();
    const double read = seconds();
    bool done = pairs_find(&pairs, problem);
    const double listed = seconds();
    done = done && arena != NULL && lawful_pairs_find(&anew, problem, arena);
    const double again = seconds();
    if (done)
        printf("%lld lawful pairs; read %.2f, listed %.2f, verify's list %.2f CPU s\n",
               (long long)anew.count, read - start, listed - read, again - listed);
    pairs_free(&pairs);
    arena_free(arena);
    return done ? 0 : 1;
}

int main(int count, char **words)
{
    husly_round *round = NULL;
    husly_problem *problem = NULL;
    husly_error error = {0};
    int status = 1;
    if (count != 2) {
        fputs("list_pairs ROUND\n", stderr);
        return 2;
    }
    const double start = seconds();
    if (husly_round_read(&round, words[1], NULL, &error) == HUSLY_OK &&
        husly_problem_new(&problem, round, NULL, &error) == HUSLY_OK)
        status = list(problem, start);
    else
        fprintf(stderr, "%s\n", error.text);
    husly_problem_free(problem);
    husly_round_free(round);
    return status;
}
