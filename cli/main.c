/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "command.h"
#include "output.h"
#include "say.h"

static const struct command *const commands[] = {
    &command_check,   &command_init,  &command_survey,  &command_solve, &command_verify,
    &command_explain, &command_prove, &command_benefit, &command_rules, &command_export};
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
    say(to, "Usage: husly COMMAND …\n\n"
            "husly allocates dwellings to refugee households: it reads a folder of CSV files and\n"
            "writes a plan that is lawful, proven, explained and checked.\n\n"
            "Commands:\n");
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        fprintf(to, "  %-8s %s\n", commands[i]->name, say_words(commands[i]->summary));
    say(to, "\n`husly COMMAND --help` tells more about one. `husly --version` tells the version.\n"
            "With `--lang da` husly speaks Danish, with `--lang en` English.\n");
}

static int print_version(void)
{
    printf("husly %s (GLPK %s)\n", husly_version(), husly_glpk_version());
    return EXIT_DONE;
}

/* Behind what was said on stderr about a wrong command line. */
static int show_overview(void)
{
    fputs("\n\n", stderr);
    print_overview(stderr);
    return EXIT_USAGE;
}

/* --lang may stand before the command, too. */
static void skip_language(int *count, char ***words)
{
    while (*count > 1 && strncmp((*words)[1], "--lang", 6) == 0) {
        const int taken = (*words)[1][6] == '\0' ? 2 : 1;
        *count -= taken;
        *words += taken;
    }
}

static int run_command(const char *name, int count, char **words)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(name, commands[i]->name) == 0)
            return commands[i]->run(count, words);
    }
    say(stderr, "husly: no command of this name: %s", name);
    return show_overview();
}

static int run(int count, char **words)
{
    if (!say_in_asked(count, words)) {
        say(stderr, "husly: --lang needs da or en");
        return show_overview();
    }
    skip_language(&count, &words);
    const char *word = count > 1 ? words[1] : NULL;
    if (word == NULL) {
        say(stderr, "husly: a command is missing");
        return show_overview();
    }
    if (strcmp(word, "--version") == 0)
        return print_version();
    if (strcmp(word, "--help") != 0 && strcmp(word, "-h") != 0)
        return run_command(word, count - 1, words + 1);
    print_overview(stdout);
    return EXIT_DONE;
}

/* A disk that is full must not look like success; a reader that left early is no failure. */
static int finish(int status)
{
    errno = 0;
    const bool failed = ferror(stdout) != 0;
    if ((fflush(stdout) == 0 && !failed) || errno == EPIPE)
        return status;
    if (errno == 0)
        say(stderr, "husly: standard output: cannot write\n");
    else
        say(stderr, "husly: standard output: %s\n", say_words(strerror(errno)));
    return EXIT_FILE;
}

int main(int count, char **words)
{
    harden();
    return finish(run(count, words));
}
