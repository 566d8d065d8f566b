/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "options.h"

#include <ctype.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

#include "command.h"
#include "output.h"

enum { SPEC_LIMIT = 16, HELP_WIDTH = 22 };

static void print_usage(FILE *to, const struct command *command)
{
    fprintf(to, "Usage: husly %s", command->name);
    if (command->operand != NULL)
        fprintf(to, " %s", command->operand);
    if (command->optional_operand != NULL)
        fprintf(to, " [%s]", command->optional_operand);
    fputs(" [OPTION…]\n", to);
}

/* "-o, --output FOLDER" and what it is for, in two columns. */
static void print_option(FILE *to, const struct option_spec *spec)
{
    char left[64];
    const char *gap = spec->value == NULL ? "" : " ";
    const char *value = spec->value == NULL ? "" : spec->value;
    if (spec->letter != 0)
        snprintf(left, sizeof left, "-%c, --%s%s%s", spec->letter, spec->name, gap, value);
    else
        snprintf(left, sizeof left, "    --%s%s%s", spec->name, gap, value);
    fprintf(to, "  %-*s %s", HELP_WIDTH, left, spec->about);
    if (spec->usual != 0)
        fprintf(to, " [%" PRId64 "]", spec->usual);
    fputs("\n", to);
}

static void print_help(FILE *to, const struct command *command)
{
    print_usage(to, command);
    fprintf(to, "\n%c%s.\n%s%s\nOptions:\n", toupper((unsigned char)command->summary[0]),
            command->summary + 1, *command->about == '\0' ? "" : "\n", command->about);
    for (size_t i = 0; i < command->option_count; i++)
        print_option(to, &command->options[i]);
    const struct option_spec help = {.name = "help", .letter = 'h', .about = "show this help"};
    print_option(to, &help);
}

int options_scold(const struct command *command, const char *format, ...)
{
    va_list parts;
    va_start(parts, format);
    fprintf(stderr, "husly %s: ", command->name);
    vfprintf(stderr, format, parts);
    va_end(parts);
    fputs("\n\n", stderr);
    print_help(stderr, command);
    return EXIT_USAGE;
}

int options_status(enum parsed parsed)
{
    return parsed == PARSED_WRONG ? EXIT_USAGE : EXIT_DONE;
}

/* Digits with at most `decimals` behind a point or comma, as that many decimals' whole number. */
static bool read_decimal(const char *text, int decimals, int64_t *out)
{
    int64_t number = 0;
    int behind = -1;
    size_t digits = 0;
    for (; *text != '\0' && digits < 15; text++) {
        if ((*text == '.' || *text == ',') && behind < 0 && digits > 0) {
            behind = 0;
            continue;
        }
        if (*text < '0' || *text > '9' || behind == decimals)
            return false;
        number = number * 10 + (*text - '0');
        behind += behind >= 0;
        digits++;
    }
    for (int i = behind < 0 ? 0 : behind; i < decimals; i++)
        number *= 10;
    *out = number;
    return *text == '\0' && digits > 0 && behind != 0;
}

static const char *set_whole(const char *text, int64_t *out)
{
    return read_decimal(text, 0, out) && *out > 0 ? NULL : "needs a whole number such as 1000";
}

/* Per cent in millionths: four decimals. */
static const char *set_percent(const char *text, int64_t *out)
{
    const bool read = read_decimal(text, 4, out) && *out <= INT64_C(1000000);
    return read ? NULL : "needs per cent from 0 to 100, such as 0.5";
}

static const char *set_seconds(const char *text, double *out)
{
    int64_t thousandths = 0;
    if (!read_decimal(text, 3, &thousandths) || thousandths == 0)
        return "needs seconds, such as 60 or 0.5";
    *out = (double)thousandths / 1000;
    return NULL;
}

static const char *add_to_list(const char *text, struct option_list *list)
{
    if (list->count == OPTION_LIST_ROOM)
        return "is given too often";
    list->texts[list->count++] = text;
    return NULL;
}

/* NULL, or what is wrong with the option's value. */
static const char *set_option(const struct option_spec *spec, const char *text, void *values)
{
    void *out = (char *)values + spec->offset;
    switch (spec->kind) {
    case OPTION_FLAG:
        *(bool *)out = true;
        return NULL;
    case OPTION_TEXT:
        *(const char **)out = text;
        return NULL;
    case OPTION_WHOLE:
        return set_whole(text, out);
    case OPTION_PERCENT:
        return set_percent(text, out);
    case OPTION_SECONDS:
        return set_seconds(text, out);
    case OPTION_LIST:
        return add_to_list(text, out);
    }
    return NULL;
}

/* The tables of getopt_long, made from the command's own. */
struct scan {
    struct option longs[SPEC_LIMIT + 2];
    char letters[2 * SPEC_LIMIT + 4];
};

static void scan_init(struct scan *scan, const struct command *command)
{
    /* The colon makes getopt tell a missing value from an unknown option, and print neither. */
    char *letter = scan->letters;
    *letter++ = ':';
    *letter++ = 'h';
    for (size_t i = 0; i < command->option_count; i++) {
        const struct option_spec *spec = &command->options[i];
        const int takes = spec->value == NULL ? no_argument : required_argument;
        scan->longs[i] = (struct option){spec->name, takes, NULL, 256 + (int)i};
        if (spec->letter == 0)
            continue;
        *letter++ = spec->letter;
        if (spec->value != NULL)
            *letter++ = ':';
    }
    *letter = '\0';
    scan->longs[command->option_count] = (struct option){"help", no_argument, NULL, 'h'};
    scan->longs[command->option_count + 1] = (struct option){NULL, 0, NULL, 0};
}

/* The option that getopt found, by its number or its letter; NULL for what is none. */
static const struct option_spec *spec_found(const struct command *command, int found)
{
    for (size_t i = 0; i < command->option_count; i++) {
        if (found == 256 + (int)i || (found != 0 && found == command->options[i].letter))
            return &command->options[i];
    }
    return NULL;
}

static enum parsed parse_options(const struct command *command, int count, char **words,
                                 void *values)
{
    struct scan scan;
    scan_init(&scan, command);
    opterr = 0;
    int found;
    while ((found = getopt_long(count, words, scan.letters, scan.longs, NULL)) != -1) {
        if (found == 'h') {
            print_help(stdout, command);
            return PARSED_HELP;
        }
        const struct option_spec *spec = spec_found(command, found);
        if (spec == NULL) {
            options_scold(command, found == ':' ? "%s needs a value" : "unknown option %s",
                          words[optind - 1]);
            return PARSED_WRONG;
        }
        const char *wrong = set_option(spec, optarg, values);
        if (wrong != NULL) {
            options_scold(command, "--%s %s", spec->name, wrong);
            return PARSED_WRONG;
        }
    }
    return PARSED;
}

enum parsed options_parse(const struct command *command, int count, char **words, void *values,
                          const char **operands)
{
    const enum parsed parsed = parse_options(command, count, words, values);
    if (parsed != PARSED)
        return parsed;
    const int least = command->operand != NULL;
    const int most = least + (command->optional_operand != NULL);
    const int given = count - optind;
    if (given < least) {
        options_scold(command, "%s is missing", command->operand);
        return PARSED_WRONG;
    }
    if (given > most) {
        options_scold(command, "one word too many: %s", words[optind + most]);
        return PARSED_WRONG;
    }
    for (int i = 0; i < given; i++)
        operands[i] = words[optind + i];
    return PARSED;
}
