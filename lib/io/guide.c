/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/guide.h"

#include "base/text.h"
#include "io/cell.h"
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

static void add_line(const struct guide *guide, const char *line)
{
    text_add_string(guide->text, line);
    text_add_string(guide->text, guide->line_end);
}

const char *guide_name(bool danish)
{
    return danish ? "LÆSMIG.txt" : "README.txt";
}

struct sentence {
    const char *english;
    const char *danish;
};

static void add_opening(const struct guide *guide)
{
    static const struct sentence lines[] = {
        {"A round of husly: one file a table, one line a household, dwelling and so on.",
         "En runde i husly: én fil pr. tabel, én linje pr. husstand, bolig og så videre."},
        {"Fill in the files, then run: husly check FOLDER. It names every mistake with its line.",
         "Udfyld filerne, og kør så: husly check MAPPE. Den nævner hver fejl med dens linje."},
        {"Delete the files you do not need; only households.csv and dwellings.csv are required.",
         "Slet de filer, der ikke er brug for; kun husstande.csv og boliger.csv er påkrævet."},
        {"Delete columns you do not need. Never write names or CPR numbers: use pseudonyms.",
         "Slet kolonner, der ikke er brug for. Skriv aldrig navne eller CPR-numre: brug "
         "pseudonymer."},
        {"In rules.csv, write the round date, and choose what need_counts shall be: persons or",
         "Skriv rundens dato i regler.csv, og vælg, hvad behov_tæller skal være: personer eller"},
        {"households. With households a single weighs as much as a family: a political choice.",
         "husstande. Med husstande vejer en enlig lige så meget som en familie: et politisk valg."},
        {"A star marks a required column; an example follows the name.",
         "En stjerne viser en påkrævet kolonne; et eksempel følger efter navnet."},
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        add_line(guide, in(guide, lines[i].english, lines[i].danish));
}

/* The Danish word for an English example or default; the same where both languages write it so. */
static const char *in_danish(const char *english)
{
    static const struct sentence words[] = {
        {"interpreter-3", "tolk-3"},
        {"hostel-2", "herberg-2"},
        {"Birkevej 4, 1st floor", "Birkevej 4, 1. sal"},
        {"North", "Nord"},
        {"officer-2", "sagsbehandler-2"},
        {"school next door", "skolen ligger lige ved"},
        {"right", "anvisningsandel"},
        {"council decision of 3 March", "byrådets beslutning af 3. marts"},
        {"need fit", "behov pasning"},
        {"none", "ingen"},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (text_equal(english, words[i].english))
            return words[i].danish;
    }
    return english;
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
    add_line(guide, in(guide, column->about, column->omtale));
}

static void add_table(const struct guide *guide, enum table_number number)
{
    const struct table *table = table_find(number);
    add_line(guide, "");
    add_line(guide, in(guide, table_names[number].english, table_names[number].danish));
    add_line(guide, in(guide, table->about, table->omtale));
    for (size_t i = 0; i < table->column_count; i++)
        add_column(guide, &table->columns[i]);
}

static void add_rule(const struct guide *guide, const struct rule_entry *entry)
{
    text_add_format(guide->text, "  %s [%s]", in(guide, entry->name, entry->danish),
                    default_of(guide, entry));
    add_line(guide, "");
    text_add_string(guide->text, "      ");
    add_line(guide, in(guide, entry->about, entry->omtale));
    text_add_format(guide->text, "      %s: %s", in(guide, "Source", "Kilde"),
                    in(guide, entry->source, entry->kilde));
    add_line(guide, entry->standing == RULE_HEARD_OF
                        ? in(guide, " (not verified)", " (ikke efterprøvet)")
                        : "");
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
    add_line(&guide, in(&guide, "The rules of rules.csv, with their default",
                        "Reglerne i regler.csv med deres standardværdi"));
    for (size_t i = 0; i < rulebook_count; i++)
        add_rule(&guide, &rulebook[i]);
}
