/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress.h"

#include <math.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "say.h"

/* A signal handler has no argument of ours, so what it notes can only be static. */
static atomic_bool interrupted;

static void note_interrupt(int signal_number)
{
    (void)signal_number;
    atomic_store(&interrupted, true);
}

void progress_watch_interrupt(void)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = note_interrupt;
    action.sa_flags = (int)SA_RESETHAND | SA_RESTART;
    sigaction(SIGINT, &action, NULL);
}

/* Hundredths of a per cent; of nothing there is none. */
static void show_gap(const husly_progress *progress)
{
    const double bound = (double)progress->bound, value = (double)progress->value;
    if (!progress->has_plan || progress->bound == 0)
        return;
    const double share = 10000 * fabs((bound - value) / bound);
    if (share > 1e9)
        return;
    const long long hundredths = (long long)(share + 0.5);
    say(stderr, "gap %lld.%02lld %%, ", hundredths / 100, hundredths % 100);
}

static void show_parts(const husly_progress *progress)
{
    if (husly_doing_name(progress->doing) != NULL)
        fprintf(stderr, "%s, ", say_words(husly_doing_name(progress->doing)));
    if (progress->parts > 1)
        say(stderr, "%lld of %lld parts, ", (long long)progress->parts_done,
            (long long)progress->parts);
}

static void show_figures(const husly_progress *progress)
{
    char value[SAY_KRONER_SIZE], bound[SAY_KRONER_SIZE];
    const bool is_cost = progress->stage == HUSLY_STAGE_COST;
    if (progress->has_plan && is_cost)
        say(stderr, "%s kr. found, ", say_kroner(value, progress->value));
    else if (progress->has_plan)
        say(stderr, "%lld found, ", (long long)progress->value);
    if (is_cost)
        say(stderr, "%s kr. lower bound, ", say_kroner(bound, progress->bound));
    else
        say(stderr, "%lld bound, ", (long long)progress->bound);
}

static void show_stage(const husly_progress *progress)
{
    const char *name = husly_stage_name(progress->stage);
    if (name == NULL)
        return;
    fprintf(stderr, "%s: ", say_words(name));
    show_figures(progress);
    show_gap(progress);
}

bool progress_show(const husly_progress *progress, void *user)
{
    const int64_t *limit = user;
    if (isatty(STDERR_FILENO)) {
        fputs("\r\033[K", stderr);
        show_stage(progress);
        show_parts(progress);
        say(stderr, "%lld open, work %lld ", (long long)progress->leaves,
            (long long)progress->work);
        if (limit != NULL)
            say(stderr, "of %lld ", (long long)*limit);
        fflush(stderr);
    }
    return !atomic_load(&interrupted);
}

void progress_end(void)
{
    if (isatty(STDERR_FILENO))
        fputs("\r\033[K", stderr);
}
