/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The argument why no plan can place more: what is found, how it is told, and that planted wrong
 * ones are refused. */
#include "support/check.h"
#include "support/parse.h"

#include "base/memory.h"
#include "base/text.h"
#include "join/join_most.h"
#include "report/survey/most_check.h"
#include "report/survey/most_text.h"

#define PEOPLE "household_id,adults,children,max_rent\n"
#define HOMES "dwelling_id,section_id,rooms,rent,kind,places\n"
#define RULES "rule,value,source\nround_date,2025-03-01,\n"

/* Eight families for large dwellings: two private ones, a unit that gives one and whose
 * organisation adds one, and a site for twelve. H8 is too many for all of them; H9 fits D9. */
static const struct source sources[TABLE_END] = {
    [TABLE_HOUSEHOLDS] = {"households.csv",
                          PEOPLE "H1,2,3,9000\nH2,2,3,9000\nH3,2,3,9000\nH4,2,3,9000\n"
                                 "H5,2,4,9000\nH6,2,3,9000\nH7,2,3,9000\nH8,2,18,9000\n"
                                 "H9,1,0,9000\n",
                          0},
    [TABLE_DWELLINGS] = {"dwellings.csv",
                         HOMES "D1,P,4,8000,private,\nD2,P,4,8000,private,\n"
                               "D3,S1,4,8000,family,\nD4,S1,4,8000,family,\n"
                               "D5,S1,4,8000,family,\nD6,P,4,2000,site,12\n"
                               "D9,P,1,8000,private,\n",
                         0},
    [TABLE_SECTIONS] = {"sections.csv",
                        "section_id,organisation_id,vacated_before\nP,,0\nS1,O1,1\n", 0},
    [TABLE_ORGANISATIONS] = {"organisations.csv", "organisation_id,extra_dwellings\nO1,1\n", 0},
    [TABLE_DECISIONS] = {"decisions.csv",
                         "household_id,dwelling_id,decision,reason\nH9,D6,forbid,single\n", 0},
    [TABLE_RULES] = {"rules.csv", RULES, 0}};

struct scene {
    husly_round *round;
    husly_problem *problem;
    struct arena *arena;
    struct open_pairs pairs;
    struct right_count right;
    struct most most;
};

static bool scene_open(struct scene *scene)
{
    struct source sized[TABLE_END];
    for (int table = 0; table < TABLE_END; table++) {
        sized[table] = sources[table];
        if (sized[table].name != NULL)
            sized[table] = parse_text(sources[table].name, sources[table].bytes);
    }
    *scene = (struct scene){.round = parse_round(sized), .arena = arena_new()};
    husly_error error = {0};
    CHECK_NUMBER(problem_new(&scene->problem, scene->round, NULL, &error), HUSLY_OK);
    CHECK_TEXT(error.text, "");
    if (scene->problem == NULL)
        return false;
    CHECK(open_pairs_find(&scene->pairs, scene->problem, scene->arena));
    CHECK(right_count_find(&scene->right, scene->problem, scene->arena));
    CHECK_NUMBER(most_find(&scene->most, scene->problem, scene->arena, &error), HUSLY_OK);
    return true;
}

static void scene_close(struct scene *scene)
{
    arena_free(scene->arena);
    husly_problem_free(scene->problem);
    husly_round_free(scene->round);
}

static bool holds(const struct scene *scene, const struct most *most)
{
    return most_check(most, scene->problem, &scene->pairs, &scene->right);
}

static void test_found(const struct scene *scene)
{
    const struct most *most = &scene->most;
    CHECK_NUMBER(most->household_count, 9);
    CHECK_NUMBER(most->barred_count, 1);
    CHECK_TEXT(most->barred[0].code, "size");
    CHECK_NUMBER(most->group_count, 1);
    CHECK_NUMBER(most->groups[0].household_count, 7);
    CHECK_NUMBER(most->groups[0].limit_count, 5);
    CHECK_NUMBER(most->groups[0].places, 6);
    CHECK_NUMBER(most->bound, 7);
    CHECK(holds(scene, most));
}

static void expect_told(const struct scene *scene, husly_language language, const char *wanted)
{
    struct text told = {0};
    most_tell_plain(&told, scene->problem, &scene->most, language);
    CHECK_TEXT(text_string(&told), wanted);
    text_free(&told);
}

static void test_told(const struct scene *scene)
{
    expect_told(scene, HUSLY_ENGLISH,
                "1 household can get no dwelling because of the size of the dwellings (size): H8.\n"
                "Too few dwellings are open to these 7 households, all of 5 or more persons: H1, "
                "H2, H3, H4, H5, H6, H7. They can live only in these 2 dwellings: D1, D2, or in "
                "D6, with room for 2 households, or in S1, where the right gives 1 dwelling, and "
                "O1 1 beyond the right. So at most 6 of the 7 get a dwelling, and at least 1 must "
                "do without.\n"
                "Of 9 households at most 9 − 1 − 1 = 7 can be placed in permanent dwellings.\n");
    expect_told(
        scene, HUSLY_DANISH,
        "1 husstand kan ikke få nogen bolig på grund af boligernes størrelse (størrelse): H8.\n"
        "For få boliger er åbne for disse 7 husstande, alle på 5 personer eller flere: H1, "
        "H2, H3, H4, H5, H6, H7. De kan kun bo i disse 2 boliger: D1, D2, eller i D6, med "
        "plads til 2 husstande, eller i S1, hvor anvisningsretten giver 1 bolig, og O1 1 "
        "ud over anvisningsretten. Derfor får højst 6 af de 7 en bolig, og mindst 1 må "
        "undvære.\n"
        "Af 9 husstande kan højst 9 − 1 − 1 = 7 anvises en varig bolig.\n");
}

/* A copy of the argument, to be spoilt. */
struct planted {
    struct most most;
    struct most_barred barred[9];
    struct most_group group;
    int households[9];
    struct most_limit limits[9];
};

static void plant(struct planted *planted, const struct most *most)
{
    *planted = (struct planted){.most = *most, .group = most->groups[0]};
    memcpy(planted->barred, most->barred, (size_t)most->barred_count * sizeof *most->barred);
    memcpy(planted->households, most->groups[0].households,
           (size_t)most->groups[0].household_count * sizeof(int));
    memcpy(planted->limits, most->groups[0].limits,
           (size_t)most->groups[0].limit_count * sizeof *most->groups[0].limits);
    planted->most.barred = planted->barred;
    planted->most.groups = &planted->group;
    planted->group.households = planted->households;
    planted->group.limits = planted->limits;
}

/* Takes a limit away, with a sum that is right without it. */
static void test_limit_too_few(const struct scene *scene)
{
    for (int l = 0; l < scene->most.groups[0].limit_count; l++) {
        struct planted planted;
        plant(&planted, &scene->most);
        planted.group.places -= planted.limits[l].places;
        planted.most.bound -= planted.limits[l].places;
        planted.group.limit_count--;
        memmove(&planted.limits[l], &planted.limits[l + 1],
                (size_t)(planted.group.limit_count - l) * sizeof *planted.limits);
        CHECK(!holds(scene, &planted.most));
    }
}

/* H9 has a dwelling of its own, so that it belongs to no group. */
static void test_household_too_many(const struct scene *scene)
{
    struct planted planted;
    plant(&planted, &scene->most);
    planted.households[planted.group.household_count++] =
        problem_find_household(scene->problem, "H9");
    planted.most.bound--;
    CHECK(!holds(scene, &planted.most));

    plant(&planted, &scene->most);
    planted.barred[planted.most.barred_count++].household =
        problem_find_household(scene->problem, "H9");
    planted.most.bound--;
    CHECK(!holds(scene, &planted.most));
}

static void test_twice(const struct scene *scene)
{
    struct planted planted;
    plant(&planted, &scene->most);
    planted.households[1] = planted.households[0];
    CHECK(!holds(scene, &planted.most));

    plant(&planted, &scene->most);
    planted.barred[planted.most.barred_count++] = planted.barred[0];
    planted.most.bound--;
    CHECK(!holds(scene, &planted.most));

    plant(&planted, &scene->most);
    struct most_group twice[2] = {planted.group, planted.group};
    planted.most.groups = twice;
    planted.most.group_count = 2;
    planted.most.bound--;
    CHECK(!holds(scene, &planted.most));
}

static void test_wrong_numbers(const struct scene *scene)
{
    for (int l = 0; l < scene->most.groups[0].limit_count; l++) {
        struct planted planted;
        plant(&planted, &scene->most);
        planted.limits[l].places--;
        planted.group.places--;
        planted.most.bound--;
        CHECK(!holds(scene, &planted.most));

        plant(&planted, &scene->most);
        planted.limits[l].index = 99;
        CHECK(!holds(scene, &planted.most));
    }
    struct planted planted;
    plant(&planted, &scene->most);
    planted.most.bound--;
    CHECK(!holds(scene, &planted.most));
    plant(&planted, &scene->most);
    planted.group.places--;
    planted.most.bound--;
    CHECK(!holds(scene, &planted.most));
}

/* A smaller group that is right by itself is accepted: nothing but the argument counts. */
static void test_weaker(const struct scene *scene)
{
    struct planted planted;
    plant(&planted, &scene->most);
    planted.most.group_count = 0;
    planted.most.bound = 8;
    CHECK(holds(scene, &planted.most));
}

int main(void)
{
    struct scene scene;
    if (scene_open(&scene)) {
        test_found(&scene);
        test_told(&scene);
        if (scene.most.group_count == 1) {
            test_limit_too_few(&scene);
            test_household_too_many(&scene);
            test_twice(&scene);
            test_wrong_numbers(&scene);
            test_weaker(&scene);
        }
    }
    scene_close(&scene);
    return check_result();
}
