/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would help, for each reason, in the words of docs/explain.md and in both languages. */
#include "report/reason/reason.h"
#include "support/reason_round.h"

/* H1's reason, and what is said of it. */
static void expect(const struct tables *tables, enum reason wanted, const char *english,
                   const char *danish)
{
    husly_problem *problem = NULL;
    husly_round *round = round_of(tables, &problem);
    if (problem == NULL) {
        husly_round_free(round);
        return;
    }
    const int household = problem_find_household(problem, "H1");
    struct reasons *reasons = reasons_new(problem);
    const enum reason reason = reason_find(reasons, household, wanted != REASON_NOT_PROVEN);
    CHECK_TEXT(reason_code(reason), reason_code(wanted));
    struct text said = {0};
    reason_help(reasons, household, reason, HUSLY_ENGLISH, &said);
    CHECK_TEXT(text_string(&said), english);
    text_free(&said);
    reason_help(reasons, household, reason, HUSLY_DANISH, &said);
    CHECK_TEXT(text_string(&said), danish);
    text_free(&said);
    reasons_free(reasons);
    husly_problem_free(problem);
    husly_round_free(round);
}

#define SINGLE PEOPLE "H1,1,0,5000\n"

static void test_kind(void)
{
    expect(&(struct tables){.households = SINGLE,
                            .dwellings = HOMES "D1,S1,1,3000,youth\nD2,S1,2,3000,youth\n"},
           REASON_KIND, "Rules 1-7 would allow it D1 or D2 if it were not for students only.",
           "Regel 1-7 ville tillade D1 eller D2, hvis den ikke kun var for studerende.");
    expect(
        &(struct tables){.households = PEOPLE "H1,2,1,5000\n",
                         .dwellings = "dwelling_id,section_id,rooms,rent,kind,places\n"
                                      "D1,S1,4,100,shared,4\nD2,S1,4,100,site,2\n"
                                      "D3,S1,4,100,minors,2\nD4,S1,4,100,shared,2\n"},
        REASON_KIND,
        "Rules 1-7 would allow it D2 if it had places for 3; D1 if it were not for single persons "
        "only; D3 if it took households with an adult and had places for 3.",
        "Regel 1-7 ville tillade D2, hvis den havde pladser til 3; D1, hvis den ikke kun var for "
        "enlige; D3, hvis den tog husstande med en voksen og havde pladser til 3.");
    expect(
        &(struct tables){.households = PEOPLE "H1,0,2,\n", .dwellings = HOMES "D1,S1,1,1,family\n"},
        REASON_KIND, "Rules 1-7 would allow it D1 if it took households without an adult.",
        "Regel 1-7 ville tillade D1, hvis den tog husstande uden voksne.");
}

/* One too few rooms is nearer than two too many; D4 has its one decision already. */
static void test_size_and_rent(void)
{
    expect(
        &(struct tables){.households = PEOPLE "H1,2,1,5000\n",
                         .dwellings = HOMES "D1,S1,6,3000,private\nD2,S1,1,3000,private\n"},
        REASON_SIZE,
        "Rules 1-7 would allow it D2 if it had 2 rooms or 60 m²; D1 if it had at most 4 rooms. A "
        "decision could instead allow it D2 or D1.",
        "Regel 1-7 ville tillade D2, hvis den havde 2 rum eller 60 m²; D1, hvis den havde højst "
        "4 rum. En beslutning kunne i stedet tillade D2 eller D1.");
    expect(
        &(struct tables){.households = PEOPLE "H1,1,0,100\n",
                         .dwellings = HOMES "D1,S1,1,150,private\nD2,S1,1,107.50,private\n"
                                            "D3,S1,1,200,private\nD4,S1,9,105,private\n",
                         .decisions = "household_id,dwelling_id,decision,rule,reason\n"
                                      "H1,D4,allow,size,x\nH1,D1,accept,,\n"},
        REASON_RENT,
        "Rules 1-7 would allow it D4 if the household could pay 5 kr. more a month; D2 if the "
        "household could pay 7.50 kr. more a month; D1 if the household could pay 50 kr. more a "
        "month. A decision could instead allow it D2 or D1.",
        "Regel 1-7 ville tillade D4, hvis husstanden kunne betale 5 kr. mere om måneden; D2, hvis "
        "husstanden kunne betale 7,50 kr. mere om måneden; D1, hvis husstanden kunne betale 50 kr. "
        "mere om måneden. En beslutning kunne i stedet tillade D2 eller D1.");
}

/* D4 is listed, avoided and elsewhere, and no decision lifts all of it; D2 has no area. */
static void test_access_and_area(void)
{
    expect(&(struct tables){.households = "household_id,adults,children,step_free,max_rent\n"
                                          "H1,1,0,yes,5000\n",
                            .dwellings = HOMES "D1,S1,1,3000,private\n"},
           REASON_ACCESS, "Rules 1-7 would allow it D1 if it were step-free.",
           "Regel 1-7 ville tillade D1, hvis den var trinfri.");
    expect(
        &(struct tables){.households = "household_id,adults,children,avoid,municipality,max_rent\n"
                                       "H1,1,0,A1 A4,M,5000\n",
                         .dwellings = HOMES "D1,S1,1,300,private\nD2,S2,1,300,private\n"
                                            "D4,S4,1,300,private\n",
                         .sections = "section_id,area_id\nS1,A1\nS2,\nS4,A4\n",
                         .areas = "area_id,listed,municipality\nA1,no,M\nA4,yes,N\n"},
        REASON_AREA,
        "Rules 1-7 would allow it D1 if the household did not avoid A1; D2 if it lay in the "
        "household's municipality (M); D4 if area A4 were not listed and the household did not "
        "avoid A4 and it lay in the household's municipality (M). A decision could instead allow "
        "it D1.",
        "Regel 1-7 ville tillade D1, hvis husstanden ikke undgik A1; D2, hvis den lå i "
        "husstandens kommune (M); D4, hvis området A4 ikke var et udsat boligområde og husstanden "
        "ikke undgik "
        "A4 og den lå i husstandens kommune (M). En beslutning kunne i stedet tillade D1.");
}

static void test_time(void)
{
    expect(
        &(struct tables){.households = SINGLE,
                         .dwellings =
                             "dwelling_id,section_id,rooms,rent,kind,available_from,lease_end\n"
                             "D1,S1,1,3000,private,2026-06-02,2027-06-02\n"
                             "D2,S1,1,3000,private,2026-06-03,2027-05-31\n"
                             "D3,S1,1,3000,private,,2027-02-25\n"},
        REASON_TIME,
        "Rules 1-7 would allow it D1 if it were free by 2026-06-01; D2 if it were free by "
        "2026-06-01 with a lease of at least 365 days; D3 if its lease were of at least 365 days.",
        "Regel 1-7 ville tillade D1, hvis den var ledig senest 01-06-2026; D2, hvis den var ledig "
        "senest 01-06-2026 med et lejemål på mindst 365 dage; D3, hvis lejemålet var på mindst "
        "365 dage.");
}

static void test_decision(void)
{
    expect(&(struct tables){.households = SINGLE,
                            .dwellings = HOMES "D1,S1,1,3000,private\nD2,S1,1,3000,private\n",
                            .decisions = "household_id,dwelling_id,decision,reason\n"
                                         "H1,D1,forbid,noise\nH1,D2,decline,\n"},
           REASON_DECISION,
           "Rules 1-7 would allow it D1 if the decision that forbids it were taken back; D2 if the "
           "household took back that it declined it.",
           "Regel 1-7 ville tillade D1, hvis den beslutning, der forbyder den, blev taget tilbage; "
           "D2, hvis husstanden tog sit afslag tilbage.");
    expect(
        &(struct tables){.households = SINGLE,
                         .dwellings = HOMES "D1,S1,1,3000,private\nD2,S1,1,3000,private\n",
                         .decisions = "household_id,dwelling_id,decision,reason\n"
                                      "H1,D1,forbid,noise\n",
                         .rules = "only_scored_pairs,yes,\n"},
        REASON_DECISION,
        "Rules 1-7 would allow it D1 if the decision that forbids it were taken back and the pair "
        "had points; D2 if the pair had points.",
        "Regel 1-7 ville tillade D1, hvis den beslutning, der forbyder den, blev taget tilbage og "
        "parret havde point; D2, hvis parret havde point.");
}

/* D2 breaks as many rules as D1, but the first of them by less. */
static void test_several(void)
{
    expect(
        &(struct tables){.households = PEOPLE "H1,2,4,2000\n",
                         .dwellings = HOMES "D1,S1,1,3000,private\nD2,S1,2,2500,private\n"
                                            "D3,S1,1,3000,youth\n"},
        REASON_SEVERAL,
        "The nearest is D2, where all of this would have to change: 1 room too few: 2 rooms for 6 "
        "persons; 500 kr. too dear after 0 kr. housing benefit: 2500 kr. to pay, at most 2000 kr.",
        "Nærmest er D2, hvor alt dette skulle ændres: 1 rum for lidt: 2 rum til 6 personer; 500 "
        "kr. "
        "for dyr efter 0 kr. i boligstøtte: 2500 kr. at betale, højst 2000 kr.");
    expect(&(struct tables){.households = "household_id,adults,children,max_rent,party\n"
                                          "H1,1,0,2000,p\nH2,1,0,2000,p\n",
                            .dwellings = "dwelling_id,section_id,rooms,rent,kind,places\n"
                                         "D1,S1,1,100,transit,3\n"},
           REASON_SEVERAL,
           "The round would need a permanent dwelling. All of its party would have to be allowed "
           "there too.",
           "Runden skulle have en varig bolig. Hele følget skulle også være tilladt der.");
}

static void test_party(void)
{
    expect(
        &(struct tables){.households = "household_id,adults,children,max_rent,party\n"
                                       "H1,1,0,5000,p\nH2,1,1,5000,p\n",
                         .dwellings = "dwelling_id,section_id,rooms,rent,kind,places\n"
                                      "D1,S1,2,100,site,2\nD2,S1,1,100,private,\n"},
        REASON_PARTY,
        "A dwelling for several households with places for 3 persons, which the rules allow each "
        "of them, would take the party. Without the party (column party) rules 1-7 allow the "
        "household 2 dwellings.",
        "En bolig til flere husstande med pladser til 3 personer, som reglerne tillader hver af "
        "dem, kunne tage følget. Uden følget (kolonnen følge) tillader regel 1-7 husstanden 2 "
        "boliger.");
}

/* S1: 1 reported; a quarter of 4 is 1. S2 and S3 count together under O1, where 8 less 1 taken give
 * one. S4: a right of nothing, in nobody's hands. */
static void test_right(void)
{
    expect(
        &(struct tables){.households = SINGLE,
                         .dwellings = HOMES "D1,S1,1,3000,family\nD2,S2,1,3000,family\n"
                                            "D3,S3,1,3000,youth\nD4,S3,1,3000,family\n"
                                            "D5,S4,1,3000,family\n",
                         .sections = "section_id,organisation_id,taken_before,right\n"
                                     "S1,,0,\nS2,O1,1,\nS3,O1,0,\nS4,,0,0\n",
                         .rules = "right_unit,organisation,\n"},
        REASON_RIGHT,
        "One dwelling could be taken in S1 with 3 more vacancies; in O1 with one extra dwelling "
        "agreed with O1 or with 5 more vacancies; in S4 with a larger right.",
        "Der kunne tages én bolig i S1 med 3 ledige boliger mere; i O1 med én ekstra bolig aftalt "
        "med O1 eller med 5 ledige boliger mere; i S4 med en større anvisningsret.");
    expect(
        &(struct tables){.households = "household_id,adults,children,max_rent,student\n"
                                       "H1,1,0,5000,yes\n",
                         .dwellings = HOMES "D1,S1,1,3000,youth\nD2,S1,1,3000,family\n",
                         .sections =
                             "section_id,organisation_id,youth_vacated_before,taken_before\n"
                             "S1,O1,2,249\n",
                         .rules = "right_kinds,apart,\n"},
        REASON_RIGHT,
        "One dwelling could be taken in S1/youth with one extra dwelling agreed with O1 or with 1 "
        "more vacancy; in S1 with one extra dwelling agreed with O1 or with 999 more vacancies.",
        "Der kunne tages én bolig i S1/youth med én ekstra bolig aftalt med O1 eller med 1 ledig "
        "bolig mere; i S1 med én ekstra bolig aftalt med O1 eller med 999 ledige boliger mere.");
}

static void test_offered(void)
{
    static const char offered[] = "right_mode,offered,\n";
    expect(&(struct tables){.households = SINGLE,
                            .dwellings = HOMES "D1,S1,1,3000,family\n",
                            .rules = offered},
           REASON_RIGHT, "D1 would have to be offered to the municipality.",
           "D1 skulle tilbydes kommunen.");
    expect(&(struct tables){.households = SINGLE,
                            .dwellings = HOMES "D1,S1,1,3000,family\nD2,S1,1,3000,family\n"
                                               "D3,S1,1,3000,family\nD4,S1,1,3000,family\n",
                            .rules = offered},
           REASON_RIGHT,
           "One of 4 dwellings would have to be offered to the municipality: D1, D2, D3, ….",
           "Én af 4 boliger skulle tilbydes kommunen: D1, D2, D3, ….");
}

/* 62 and 7 of 1707 are 4.0422 %. */
static void test_cap(void)
{
    expect(&(struct tables){.households = PEOPLE "H1,2,5,15000\n",
                            .dwellings = HOMES "D1,S1,4,3000,private\n",
                            .sections = "section_id,area_id\nS1,sund\n",
                            .areas = "area_id,residents,refugees,max_share\nsund,1700,62,4\n"},
           REASON_CAP,
           "This would let it in, if nobody else were placed: a share of 4.05 % in sund.",
           "Dette ville give plads, hvis ingen andre blev anvist: en andel på 4,05 % i sund.");
    expect(
        &(struct tables){.households = "household_id,adults,children,max_rent,group\n"
                                       "H1,2,1,5000,g\n",
                         .dwellings = HOMES "D1,S1,2,3000,private\nD2,S2,2,3000,private\n"
                                            "D3,S3,2,3000,private\nD4,S1,2,3000,private\n",
                         .sections = "section_id,area_id,max_households,homes,refugee_homes,"
                                     "max_share\n"
                                     "S1,A1,,,,\nS2,A2,0,40,9,25\nS3,A2,,40,40,5\n",
                         .areas = "area_id,max_persons,max_children\nA1,2,0\nA2,,\n",
                         .rules = "group_max_persons,2,the council\n"},
        REASON_CAP,
        "One of these would let it in, if nobody else were placed: a limit of 3 persons in A1 and "
        "a limit of 1 child in A1 and a limit of 3 persons of one group in an area; a limit of 1 "
        "household in S2 and a limit of 3 persons of one group in an area; no limit on the share "
        "in S3 and a limit of 3 persons of one group in an area.",
        "Én af disse ville give plads, hvis ingen andre blev anvist: en grænse på 3 personer i A1 "
        "og en grænse på 1 barn i A1 og en grænse på 3 personer fra én gruppe i et område; en "
        "grænse på 1 husstand i S2 og en grænse på 3 personer fra én gruppe i et område; ingen "
        "grænse for andelen i S3 og en grænse på 3 personer fra én gruppe i et område.");
}

static void test_competition(void)
{
    static const char homes[] = HOMES "D1,S1,1,3000,private\nD2,S1,1,3000,private\n";
    expect(
        &(struct tables){.households = SINGLE, .dwellings = homes}, REASON_COMPETITION,
        "2 dwellings are lawful; husly explain tells what each would cost, or why no plan has it.",
        "2 boliger er lovlige; husly explain fortæller, hvad hver af dem ville koste, eller "
        "hvorfor ingen plan har den.");
    expect(
        &(struct tables){.households = SINGLE, .dwellings = HOMES "D1,S1,1,3000,private\n"},
        REASON_NOT_PROVEN,
        "1 dwelling is lawful; husly explain tells what it would cost, or why no plan has it. More "
        "work for the search (--work) may find it a place.",
        "1 bolig er lovlig; husly explain fortæller, hvad den ville koste, eller hvorfor ingen "
        "plan har den. Mere arbejde til søgningen (--work) kan måske finde en bolig til den.");
}

int main(void)
{
    test_kind();
    test_size_and_rent();
    test_access_and_area();
    test_time();
    test_decision();
    test_several();
    test_party();
    test_right();
    test_offered();
    test_cap();
    test_competition();
    return check_result();
}
