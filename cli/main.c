/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "command.h"
#include "output.h"

static const struct command *const commands[] = {&command_check,  &command_init,   &command_solve,
                                                 &command_verify, &command_export, &command_rules};
enum { COMMAND_COUNT = sizeof commands / sizeof commands[0] };

/* What husly reads is about vulnerable people: no core file, no debugger, no file for others. */
static void harden(void)
{
    const struct rlimit nothing = {0, 0};
    setrlimit(RLIMIT_CORE, &nothing);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    umask(077);
    signal(SIGPIPE, SIG_IGN);
}

static void print_overview(FILE *to)
{
    fputs("Usage: husly COMMAND …\n\n"
          "husly allocates dwellings to refugee households: it reads a folder of CSV files and\n"
          "writes a plan that is lawful, proven, explained and checked.\n\n"
          "Commands:\n",
          to);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        fprintf(to, "  %-8s %s\n", commands[i]->name, commands[i]->summary);
    fputs("\n`husly COMMAND --help` tells more about one. `husly --version` tells the version.\n",
          to);
}

static int print_version(void)
{
    printf("husly %s (GLPK %s)\n", husly_version(), husly_glpk_version());
    return EXIT_DONE;
}

static int scold(const char *word)
{
    if (word == NULL)
        fputs("husly: a command is missing\n\n", stderr);
    else
        fprintf(stderr, "husly: no command of this name: %s\n\n", word);
    print_overview(stderr);
    return EXIT_USAGE;
}

static int run(int count, char **words)
{
    const char *word = count > 1 ? words[1] : NULL;
    if (word == NULL)
        return scold(NULL);
    if (strcmp(word, "--version") == 0)
        return print_version();
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
        print_overview(stdout);
        return EXIT_DONE;
    }
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(word, commands[i]->name) == 0)
            return commands[i]->run(count - 1, words + 1);
    }
    return scold(word);
}

/* A disk that is full must not look like success; a reader that left early is no failure. */
static int finish(int status)
{
    errno = 0;
    const bool failed = ferror(stdout) != 0;
    if ((fflush(stdout) == 0 && !failed) || errno == EPIPE)
        return status;
    fprintf(stderr, "husly: standard output: %s\n", errno == 0 ? "cannot write" : strerror(errno));
    return EXIT_FILE;
}

int main(int count, char **words)
{
    harden();
    return finish(run(count, words));
}
