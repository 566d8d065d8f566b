/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round from memory is the round that a folder of the same files would give, mistakes included.
 */
#include <stdlib.h>

#include "base/text.h"
#include "support/handmade.h"
#include "support/round_equal.h"

enum { FILE_ROOM = 65536, FILES = 8 };

static const char *const danish_names[FILES] = {
    "regler.csv",     "husstande.csv",           "områder.csv", "boliger.csv",
    "afdelinger.csv", "boligorganisationer.csv", "point.csv",   "beslutninger.csv"};

/* The hamlet's files, in another order than that of the tables. */
static size_t load_hamlet(husly_file files[FILES], char *room, const char *folder)
{
    size_t count = 0;
    for (int i = 0; i < FILES; i++) {
        struct text path = {0};
        text_add_format(&path, "%s/%s", folder, danish_names[i]);
        FILE *file = fopen(text_string(&path), "rb");
        text_free(&path);
        if (file == NULL)
            continue;
        char *bytes = room + (size_t)i * FILE_ROOM;
        files[count++] = (husly_file){danish_names[i], bytes, fread(bytes, 1, FILE_ROOM, file)};
        fclose(file);
    }
    return count;
}

static void test_hamlet(void)
{
    struct text folder = {0};
    const char *source = getenv("SOURCE_DIR");
    text_add_format(&folder, "%s/examples/hamlet", source == NULL ? "." : source);
    char *room = malloc((size_t)FILES * FILE_ROOM);
    husly_file files[FILES];
    const size_t count = load_hamlet(files, room, text_string(&folder));
    CHECK(count >= 6);
    husly_round *round = NULL, *other = NULL;
    husly_error error = {0};
    CHECK_NUMBER(husly_round_parse(&round, files, count, NULL, &error), HUSLY_OK);
    memset(room, 'z', (size_t)FILES * FILE_ROOM);
    CHECK_NUMBER(husly_round_read(&other, text_string(&folder), NULL, &error), HUSLY_OK);
    CHECK_TEXT(error.text, "");
    check_equal_rounds(round, other);
    CHECK_NUMBER((int64_t)round->input_count, (int64_t)other->input_count);
    for (size_t i = 0; i < round->input_count; i++) {
        CHECK_TEXT(round->inputs[i].name, other->inputs[i].name);
        CHECK_TEXT(round->inputs[i].sha256, other->inputs[i].sha256);
    }
    CHECK_NUMBER(husly_round_language(round), HUSLY_DANISH);
    CHECK(round->folder == NULL);
    husly_round_free(round);
    husly_round_free(other);
    text_free(&folder);
    free(room);
}

static husly_file file_of(const char *name, const char *text)
{
    return (husly_file){name, text, strlen(text)};
}

static const char households[] = "household_id,adults,children,max_rent\nH1,1,0,5000\n";
static const char dwellings[] = "dwelling_id,section_id,rooms,rent\nD1,S1,2,4000\n";

static void check_refused(const husly_file *files, size_t count, const char *source,
                          const char *words)
{
    const husly_read_options options = {.date = "2026-03-01", .language = HUSLY_ENGLISH};
    husly_round *round = NULL;
    husly_error error = {0};
    CHECK_NUMBER(husly_round_parse(&round, files, count, &options, &error), HUSLY_E_INPUT);
    CHECK(round == NULL);
    CHECK_TEXT(error.source, source);
    if (!check_that(strstr(error.text, words) != NULL, __FILE__, __LINE__, words))
        printf("  told: %s\n", error.text);
}

static void test_names(void)
{
    const husly_file homes = file_of("households.csv", households);
    const husly_file vacancies = file_of("boliger.csv", dwellings);
    const husly_file areas = file_of("områder.csv", "area_id\nA1\n");
    const husly_file split = file_of("omra\xcc\x8a"
                                     "der.csv",
                                     "area_id\nA1\n");
    const husly_file unknown = file_of("dwelings.csv", dwellings);
    check_refused((const husly_file[]){homes, unknown}, 2, "dwelings.csv",
                  "no file of a round has this name; the nearest is dwellings.csv");
    check_refused(&homes, 1, "dwellings.csv", "the file is missing");
    check_refused(NULL, 0, "households.csv", "the file is missing");
    check_refused((const husly_file[]){homes, vacancies, file_of("husstande.csv", households)}, 3,
                  "husstande.csv", "households.csv is there too");
    check_refused((const husly_file[]){homes, vacancies, homes}, 3, "households.csv",
                  "households.csv is there too");
    check_refused((const husly_file[]){homes, vacancies, areas, split}, 4, "områder.csv",
                  "områder.csv is there too");
    check_refused((const husly_file[]){homes, {"dwellings.csv", NULL, 0}}, 2, "dwellings.csv",
                  "the file is empty");
}

/* As husly_round_read() does, it holds pins against the rules and asks for a date. */
static void test_judgement(void)
{
    const husly_file files[] = {
        file_of("households.csv", households), file_of("dwellings.csv", dwellings),
        file_of("decisions.csv", "household_id,dwelling_id,decision,reason\nH1,D1,pin,x\n")};
    const husly_file dear =
        file_of("dwellings.csv", "dwelling_id,section_id,rooms,rent\nD1,S1,2,400000\n");
    const husly_file poor[] = {files[0], dear, files[2]};
    const husly_read_options options = {.date = "2026-03-01"};
    husly_round *round = NULL;
    CHECK_NUMBER(husly_round_parse(&round, files, 3, &options, NULL), HUSLY_OK);
    CHECK(round != NULL && round->decision_count == 1);
    husly_round_free(round);
    check_refused(poor, 3, "decisions.csv", "D1");
    CHECK_NUMBER(husly_round_parse(&round, files, 3, NULL, NULL), HUSLY_E_ARGUMENT);
    CHECK(round == NULL);
}

static void test_arguments(void)
{
    const husly_file nameless = {NULL, "x", 1}, empty = {"households.csv", NULL, 5};
    husly_round *round = NULL;
    CHECK_NUMBER(husly_round_parse(&round, &nameless, 1, NULL, NULL), HUSLY_E_ARGUMENT);
    CHECK_NUMBER(husly_round_parse(&round, &empty, 1, NULL, NULL), HUSLY_E_ARGUMENT);
    CHECK(round == NULL);
}

int main(void)
{
    test_hamlet();
    test_names();
    test_judgement();
    test_arguments();
    return check_result();
}
