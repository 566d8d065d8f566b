/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/row_words.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "report/certificate/goal_words.h"

/* What is being said, to whom. */
struct speaker {
    struct text *text;
    const struct kept_pairs *kept;
    const husly_problem *problem;
    husly_language language;
};

void row_words_pair(struct text *text, const husly_problem *problem, husly_language language,
                    int household, int dwelling)
{
    text_add_words(text, language, "%s in %s", problem->households[household].id,
                   problem->dwellings[dwelling].id);
}

/* A count is a unit of the right, or bears the word of what it counts. */
void row_words_count(struct text *text, husly_language language, const char *name)
{
    static const char home[] = "open/home/";
    if (strncmp(name, home, strlen(home)) == 0)
        text_add_words(text, language, "%s being opened", name + strlen(home));
    else if (!goal_words_count(text, language, name))
        text_add_words(text, language, "extra dwellings in %s", name);
}

/* A pair or, where there is no household, a count. */
struct word_entry {
    int household, index;
    int64_t coefficient;
};

/* Pairs by household, then dwelling; counts after them. */
static int compare_entries(const void *one, const void *other)
{
    const struct word_entry *a = one, *b = other;
    const unsigned int first = (unsigned int)a->household, second = (unsigned int)b->household;
    if (first != second)
        return first > second ? 1 : -1;
    return (a->index > b->index) - (a->index < b->index);
}

/* The entries from `first` on that are one household's, at one coefficient. */
static int run_of(const struct word_entry *entries, int count)
{
    int run = 1;
    while (entries[0].household != NONE && run < count &&
           entries[run].household == entries[0].household &&
           entries[run].coefficient == entries[0].coefficient)
        run++;
    return run;
}

/* "H1" where all its dwellings count, else "H1 in D1/D2". */
static void add_run(const struct speaker *speaker, const struct word_entry *entries, int count)
{
    const husly_problem *problem = speaker->problem;
    const int household = entries[0].household;
    if (entries[0].coefficient != 1)
        text_add_format(speaker->text, "%lld × ", (long long)entries[0].coefficient);
    if (household == NONE) {
        row_words_count(speaker->text, speaker->language,
                        speaker->kept->rows->counts.columns[entries[0].index].name);
        return;
    }
    if (count == speaker->kept->count_of[household]) {
        text_add_string(speaker->text, problem->households[household].id);
        return;
    }
    row_words_pair(speaker->text, problem, speaker->language, household, entries[0].index);
    for (int at = 1; at < count; at++)
        text_add_format(speaker->text, "/%s", problem->dwellings[entries[at].index].id);
}

static bool counts_down(const struct word_entry *entries, int count)
{
    for (int at = 0; at < count; at++) {
        if (entries[at].coefficient < 0)
            return true;
    }
    return false;
}

static struct word_entry *list_entries(const struct speaker *speaker,
                                       const struct certificate_row *row, int *count)
{
    const struct kept_pairs *kept = speaker->kept;
    const size_t room = (size_t)row->pair_count + (size_t)row->count_count + 1;
    struct word_entry *entries = memory_new(room, sizeof *entries);
    for (int at = 0; at < row->pair_count && entries != NULL; at++)
        entries[(*count)++] =
            (struct word_entry){kept->household_of[row->pairs[at].slot],
                                kept->dwellings[row->pairs[at].slot], row->pairs[at].coefficient};
    for (int at = 0; at < row->count_count && entries != NULL; at++)
        entries[(*count)++] =
            (struct word_entry){NONE, row->counts[at].count, row->counts[at].coefficient};
    if (entries != NULL)
        qsort(entries, (size_t)*count, sizeof *entries, compare_entries);
    return entries;
}

/* A cut is said by its pairs. */
static void add_cut(const struct speaker *speaker, const struct certificate_row *row)
{
    int count = 0;
    struct word_entry *entries = list_entries(speaker, row, &count);
    if (entries == NULL) {
        speaker->text->failed = true;
        return;
    }
    if (row->rhs == 0 && !counts_down(entries, count))
        text_add_words(speaker->text, speaker->language, "none of: ");
    else
        text_add_words(speaker->text, speaker->language, "at most %lld of: ", (long long)row->rhs);
    for (int at = 0, run = 0; at < count; at += run) {
        run = run_of(entries + at, count - at);
        text_add_string(speaker->text, at == 0 ? "" : ", ");
        add_run(speaker, entries + at, run);
    }
    memory_free(entries);
}

/* Of LABEL/PLACE/HOUSEHOLD, read from its end. */
static const char *start_of_place(const char *name, const char *member)
{
    const char *place = member;
    while (place > name && place[-1] != '/')
        place--;
    return place;
}

static void add_party(const struct speaker *speaker, const char *name)
{
    const char *member = strrchr(name, '/');
    const char *dwelling = start_of_place(name, member);
    text_add_words(speaker->text, speaker->language, "%s with its party in %.*s", member + 1,
                   (int)(member - dwelling), dwelling);
}

/* In a section, for those that are near one another. */
static void add_near(const struct speaker *speaker, const char *name)
{
    const char *member = strrchr(name, '/');
    const char *section = start_of_place(name, member);
    text_add_words(speaker->text, speaker->language, "%s with those near it in %.*s", member + 1,
                   (int)(member - section), section);
}

/* GROUP/AREA, from its end. */
static void add_group(const struct speaker *speaker, const char *name)
{
    const char *area = strrchr(name, '/');
    text_add_words(speaker->text, speaker->language, "group %.*s in area %s, persons",
                   (int)(area - name), name, area + 1);
}

static void add_dwelling(const struct speaker *speaker, const char *name)
{
    const husly_problem *problem = speaker->problem;
    const int dwelling = problem_find_dwelling(problem, name);
    const bool single = kind_is_single(problem->dwellings[dwelling].kind);
    text_add_words(speaker->text, speaker->language,
                   single ? WORDS_LATER("dwelling %s") : WORDS_LATER("places in %s"), name);
}

static void add_floor(const struct speaker *speaker, const char *name)
{
    if (text_equal(name, husly_stage_name(HUSLY_STAGE_COST)))
        text_add_words(speaker->text, speaker->language, "øre already saved");
    else
        text_add_words(speaker->text, speaker->language, "points of %s already reached",
                       husly_words(speaker->language, name));
}

/* The words of a table with the name at their %s; gcc takes formats only where they are written. */
static void add_named(const struct speaker *speaker, const char *english, const char *name)
{
    const char *words = husly_words(speaker->language, english);
    const char *gap = strstr(words, "%s");
    text_add(speaker->text, words, (size_t)(gap - words));
    text_add_string(speaker->text, name);
    text_add_string(speaker->text, gap + 2);
}

static void add_together(const struct speaker *speaker, const char *name)
{
    goal_words_together(speaker->text, speaker->language, speaker->problem, name);
}

typedef void say_fn(const struct speaker *speaker, const char *name);

static const struct {
    const char *prefix;
    const char *english; /* with the rest of the unit for %s; NULL: what `say` says */
    say_fn *say;
} kinds[] = {
    {"dwelling/", NULL, add_dwelling},
    {"least/", WORDS_LATER("persons that %s opens with"), NULL},
    {"singles/", WORDS_LATER("single persons in %s"), NULL},
    {"right/", WORDS_LATER("the right in %s"), NULL},
    {"ordinary/", WORDS_LATER("the right in %s without flexible letting"), NULL},
    {"extra/", WORDS_LATER("extra dwellings of %s"), NULL},
    {"area_persons/", WORDS_LATER("area %s, persons"), NULL},
    {"area_children/", WORDS_LATER("area %s, children"), NULL},
    {"area_share/", WORDS_LATER("area %s, share of refugees"), NULL},
    {"area_whole/", WORDS_LATER("area %s, persons up to the share"), NULL},
    {"section_households/", WORDS_LATER("section %s, households"), NULL},
    {"section_share/", WORDS_LATER("section %s, share of refugee homes"), NULL},
    {"section_whole/", WORDS_LATER("section %s, homes up to the share"), NULL},
    {"group/", NULL, add_group},
    {"party/", NULL, add_party},
    {"near/", NULL, add_near},
    {"floor/", NULL, add_floor},
    {"school/", WORDS_LATER("area %s, places at school"), NULL},
    {"daycare/", WORDS_LATER("area %s, places in day-care"), NULL},
    {"even/", WORDS_LATER("area %s, persons at the town's level"), NULL},
    {"key_over/", WORDS_LATER("dwellings of %s up to the key"), NULL},
    {"key_under/", WORDS_LATER("dwellings of %s down to the key"), NULL},
    {"together/", NULL, add_together},
};

void row_words_add(struct text *text, const struct kept_pairs *kept, husly_language language,
                   const char *unit, const struct certificate_row *row)
{
    const struct speaker speaker = {text, kept, kept->rows->problem, language};
    if (strncmp(unit, "cut/", 4) == 0) {
        add_cut(&speaker, row);
        return;
    }
    for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++) {
        const size_t size = strlen(kinds[kind].prefix);
        if (strncmp(unit, kinds[kind].prefix, size) != 0)
            continue;
        if (kinds[kind].say != NULL)
            kinds[kind].say(&speaker, unit + size);
        else
            add_named(&speaker, kinds[kind].english, unit + size);
        return;
    }
}
