/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "options.h"

#include <ctype.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

#include "command.h"
#include "output.h"
#include "say.h"

enum { SPEC_LIMIT = 16, HELP_WIDTH = 22 };

/* What every command takes besides its own. */
enum { COMMON_LANGUAGE, COMMON_HELP, COMMON_COUNT };
static const struct option_spec common_options[COMMON_COUNT] = {
    [COMMON_LANGUAGE] = {.name = "lang",
                         .value = WORDS_LATER("LANG"),
                         .about = WORDS_LATER(
                             "the language: da (Danish) or en (English) [the round's]")},
    [COMMON_HELP] = {.name = "help", .letter = 'h', .about = WORDS_LATER("show this help")},
};

static void print_usage(FILE *to, const struct command *command)
{
    say(to, "Usage: husly %s", command->name);
    if (command->operand != NULL)
        fprintf(to, " %s", say_words(command->operand));
    if (command->second_operand != NULL)
        fprintf(to, command->second_may_lack ? " [%s]" : " %s", say_words(command->second_operand));
    say(to, " [OPTION…]\n");
}

/* "-o, --output FOLDER" and what it is for, in two columns. */
static void print_option(FILE *to, const struct option_spec *spec)
{
    char left[64];
    const char *gap = spec->value == NULL ? "" : " ";
    const char *value = spec->value == NULL ? "" : say_words(spec->value);
    if (spec->letter != 0)
        snprintf(left, sizeof left, "-%c, --%s%s%s", spec->letter, spec->name, gap, value);
    else
        snprintf(left, sizeof left, "    --%s%s%s", spec->name, gap, value);
    fputs("  ", to);
    say_padded(to, left, HELP_WIDTH);
    fprintf(to, " %s", say_words(spec->about));
    if (spec->usual != 0)
        fprintf(to, " [%" PRId64 "]", spec->usual);
    fputs("\n", to);
}

static void print_help(FILE *to, const struct command *command)
{
    const char *const summary = say_words(command->summary);
    print_usage(to, command);
    fprintf(to, "\n%c%s.\n", toupper((unsigned char)summary[0]), summary + 1);
    if (command->about != NULL)
        fprintf(to, "\n%s", say_words(command->about));
    say(to, "\nOptions:\n");
    for (size_t i = 0; i < command->option_count; i++)
        print_option(to, &command->options[i]);
    for (size_t i = 0; i < COMMON_COUNT; i++)
        print_option(to, &common_options[i]);
}

int options_scold(const struct command *command, const char *english, ...)
{
    va_list parts;
    va_start(parts, english);
    fprintf(stderr, "husly %s: ", command->name);
    vfprintf(stderr, say_words(english), parts);
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
    return read_decimal(text, 0, out) && *out > 0
               ? NULL
               : WORDS_LATER("needs a whole number such as 1000");
}

/* Per cent in millionths: four decimals. */
static const char *set_percent(const char *text, int64_t *out)
{
    const bool read = read_decimal(text, 4, out) && *out <= INT64_C(1000000);
    return read ? NULL : WORDS_LATER("needs per cent from 0 to 100, such as 0.5");
}

static const char *set_seconds(const char *text, double *out)
{
    int64_t thousandths = 0;
    if (!read_decimal(text, 3, &thousandths) || thousandths == 0)
        return WORDS_LATER("needs seconds, such as 60 or 0.5");
    *out = (double)thousandths / 1000;
    return NULL;
}

static const char *add_to_list(const char *text, struct option_list *list)
{
    if (list->count == OPTION_LIST_ROOM)
        return WORDS_LATER("is given too often");
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
    struct option longs[SPEC_LIMIT + COMMON_COUNT + 1];
    char letters[2 * (SPEC_LIMIT + COMMON_COUNT) + 2];
};

/* The command's own options come first, and the common ones are numbered on. */
static const struct option_spec *spec_at(const struct command *command, size_t index)
{
    return index < command->option_count ? &command->options[index]
                                         : &common_options[index - command->option_count];
}

static size_t spec_count(const struct command *command)
{
    return command->option_count + COMMON_COUNT;
}

static void scan_init(struct scan *scan, const struct command *command)
{
    /* The colon makes getopt tell a missing value from an unknown option, and print neither. */
    char *letter = scan->letters;
    *letter++ = ':';
    for (size_t i = 0; i < spec_count(command); i++) {
        const struct option_spec *spec = spec_at(command, i);
        const int takes = spec->value == NULL ? no_argument : required_argument;
        scan->longs[i] = (struct option){spec->name, takes, NULL, 256 + (int)i};
        if (spec->letter == 0)
            continue;
        *letter++ = spec->letter;
        if (spec->value != NULL)
            *letter++ = ':';
    }
    *letter = '\0';
    scan->longs[spec_count(command)] = (struct option){NULL, 0, NULL, 0};
}

/* The option that getopt found, by its number or its letter; NULL for what is none. */
static const struct option_spec *spec_found(const struct command *command, int found)
{
    for (size_t i = 0; i < spec_count(command); i++) {
        const struct option_spec *spec = spec_at(command, i);
        if (found == 256 + (int)i || (found != 0 && found == spec->letter))
            return spec;
    }
    return NULL;
}

/* NULL, or what is wrong with the option's value. */
static const char *take_option(const struct option_spec *spec, const char *text, void *values)
{
    if (spec != &common_options[COMMON_LANGUAGE])
        return set_option(spec, text, values);
    return say_in(text) ? NULL : WORDS_LATER("needs da or en");
}

static void scold_unread(const struct command *command, int found, const char *word)
{
    if (found == ':')
        options_scold(command, "%s needs a value", word);
    else
        options_scold(command, "unknown option %s", word);
}

static enum parsed parse_options(const struct command *command, int count, char **words,
                                 void *values)
{
    struct scan scan;
    scan_init(&scan, command);
    opterr = 0;
    int found;
    while ((found = getopt_long(count, words, scan.letters, scan.longs, NULL)) != -1) {
        const struct option_spec *spec = spec_found(command, found);
        if (spec == NULL) {
            scold_unread(command, found, words[optind - 1]);
            return PARSED_WRONG;
        }
        if (spec == &common_options[COMMON_HELP]) {
            print_help(stdout, command);
            return PARSED_HELP;
        }
        const char *wrong = take_option(spec, optarg, values);
        if (wrong != NULL) {
            options_scold(command, "--%s %s", spec->name, say_words(wrong));
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
    const int most = (command->operand != NULL) + (command->second_operand != NULL);
    const int least = most - command->second_may_lack;
    const int given = count - optind;
    if (given < least) {
        options_scold(command, "%s is missing",
                      say_words(given == 0 ? command->operand : command->second_operand));
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
