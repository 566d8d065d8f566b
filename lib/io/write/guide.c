/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/write/guide.h"

#include "base/words.h"
#include "io/read/cell.h"
#include "io/rulebook.h"
#include "io/tables.h"
#include "model/problem.h"

/* A guide being written: lines end as the dialect's files do. */
struct guide {
    struct text *text;
    bool danish;
    const char *line_end;
};

static const char *in(const struct guide *guide, const char *english, const char *danish)
{
    return guide->danish ? danish : english;
}

static husly_language language_of(const struct guide *guide)
{
    return guide->danish ? HUSLY_DANISH : HUSLY_ENGLISH;
}

static void add_line(const struct guide *guide, const char *line)
{
    text_add_string(guide->text, line);
    text_add_string(guide->text, guide->line_end);
}

static void add_words(const struct guide *guide, const char *english)
{
    add_line(guide, husly_words(language_of(guide), english));
}

const char *guide_name(bool danish)
{
    return danish ? "LÆSMIG.txt" : "README.txt";
}

static void add_opening(const struct guide *guide)
{
    static const char *const lines[] = {
        WORDS_LATER(
            "A round of husly: one file a table, one line a household, dwelling and so on."),
        WORDS_LATER("Fill in the files, then run: husly check FOLDER. It names every mistake with "
                    "its line."),
        WORDS_LATER("Delete the files you do not need; only households.csv and dwellings.csv are "
                    "required."),
        WORDS_LATER(
            "Delete columns you do not need. Never write names or CPR numbers: use pseudonyms."),
        WORDS_LATER(
            "In rules.csv, write the round date, and choose what need_counts shall be: persons or"),
        WORDS_LATER(
            "households. With households a single weighs as much as a family: a political choice."),
        WORDS_LATER("When nothing is wrong any more: husly solve FOLDER -o PLAN. The plan and its "
                    "reasons lie in PLAN;"),
        WORDS_LATER("husly explain PLAN HOUSEHOLD says why a household got its dwelling, or none."),
        WORDS_LATER("In PLAN: placements.csv and unplaced.csv, who gets which dwelling and who "
                    "none; breakdown.csv,"),
        WORDS_LATER("the points of each household goal by goal; costs.csv, what it costs the "
                    "municipality."),
        WORDS_LATER("A star marks a required column; an example follows the name."),
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        add_words(guide, lines[i]);
}

/* The Danish for an English example or default: what files hold first, which may mean something
 * else in a sentence. */
static const char *in_danish(const char *english)
{
    static const struct word words[] = {
        {"right", "anvisningsandel"},
        {"need fit", "behov pasning"},
        {"none", "ingen"},
        {"family", "familie"},
        {"free", "fri"},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (text_equal(english, words[i].english))
            return words[i].danish;
    }
    return husly_words(HUSLY_DANISH, english);
}

/* The example in the guide's language; the tables hold it in English. */
static const char *example_of(const struct guide *guide, const struct column *column)
{
    bool yes = false;
    if (!guide->danish)
        return column->example;
    if (column->kind == CELL_BOOL && cell_bool(column->example, &yes))
        return yes ? "ja" : "nej";
    if (column->kind == CELL_KIND)
        return kind_name(HUSLY_KIND_FAMILY, true);
    return column->kind == CELL_VERDICT ? "fastlås" : in_danish(column->example);
}

/* The default in the guide's language; the rulebook holds it in English. */
static const char *default_of(const struct guide *guide, const struct rule_entry *entry)
{
    bool yes = false;
    if (!guide->danish)
        return entry->fallback;
    if (entry->kind == RULE_WORDS)
        return entry->words[word_find(entry->words, 2, entry->fallback)].danish;
    if (entry->kind == RULE_BOOL && cell_bool(entry->fallback, &yes))
        return yes ? "ja" : "nej";
    return in_danish(entry->fallback);
}

static void add_column(const struct guide *guide, const struct column *column)
{
    const char *example = example_of(guide, column);
    text_add_format(guide->text, "  %s%s", in(guide, column->name, column->alias),
                    column->required ? " *" : "");
    if (*example != '\0')
        text_add_format(guide->text, " (%s)", example);
    add_line(guide, "");
    text_add_string(guide->text, "      ");
    add_words(guide, column->about);
}

static void add_table(const struct guide *guide, enum table_number number)
{
    const struct table *table = table_find(number);
    add_line(guide, "");
    add_line(guide, in(guide, table_names[number].english, table_names[number].danish));
    add_words(guide, table->about);
    for (size_t i = 0; i < table->column_count; i++)
        add_column(guide, &table->columns[i]);
}

static void add_rule(const struct guide *guide, const struct rule_entry *entry)
{
    text_add_format(guide->text, "  %s [%s]", in(guide, entry->name, entry->danish),
                    default_of(guide, entry));
    add_line(guide, "");
    text_add_string(guide->text, "      ");
    add_words(guide, entry->about);
    const char *source = husly_words(language_of(guide), entry->source);
    text_add_string(guide->text, "      ");
    if (entry->standing == RULE_HEARD_OF)
        text_add_words(guide->text, language_of(guide), "Source: %s (not verified)", source);
    else
        text_add_words(guide->text, language_of(guide), "Source: %s", source);
    add_line(guide, "");
}

void guide_add(struct text *text, const struct dialect *dialect)
{
    const struct guide guide = {text, dialect->danish, dialect->crlf ? "\r\n" : "\n"};
    if (dialect->bom)
        text_add_string(text, "\xEF\xBB\xBF");
    add_opening(&guide);
    for (enum table_number i = TABLE_HOUSEHOLDS; i < TABLE_END; i++)
        add_table(&guide, i);
    add_line(&guide, "");
    add_words(&guide, WORDS_LATER("The rules of rules.csv, with their default"));
    for (size_t i = 0; i < rulebook_count; i++)
        add_rule(&guide, &rulebook[i]);
    add_line(&guide, "");
    add_words(&guide, WORDS_LATER("A rule weight_access_… or weight_points_… that ends as a column "
                                  "of areas.csv does weighs that column alone."));
}
