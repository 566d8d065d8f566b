/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each reason code of contract § 6 on a round that shows it, and its sentence in both languages. */
#include "report/reason/reason.h"
#include "support/reason_round.h"

/* H1's reason, and its sentence when one is expected. */
static void expect(const struct tables *tables, const char *code, const char *english,
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
    const enum reason reason = reason_find(reasons, household, true);
    CHECK_TEXT(reason_code(reason), code);
    struct text said = {0};
    reason_sentence(reasons, household, reason, HUSLY_ENGLISH, &said);
    CHECK_TEXT(text_string(&said), english);
    text_free(&said);
    reason_sentence(reasons, household, reason, HUSLY_DANISH, &said);
    CHECK_TEXT(text_string(&said), danish);
    text_free(&said);
    reasons_free(reasons);
    husly_problem_free(problem);
    husly_round_free(round);
}

static void test_pair_rules(void)
{
    expect(&(struct tables){.households = PEOPLE "H1,1,0,5000\n",
                            .dwellings = HOMES "D1,S1,1,3000,youth\nD2,S1,2,9000,private\n"
                                               "D3,S1,2,3000,youth\n"},
           "kind", "2 dwellings fit in all but their kind (for students only: 2).",
           "2 boliger opfylder alle krav undtagen typen (kun for studerende: 2).");
    expect(&(struct tables){.households = PEOPLE "H1,2,4,9000\n",
                            .dwellings = HOMES "D1,S1,2,3000,private\nD2,S1,9,3000,private\n"},
           "size",
           "2 dwellings fit in all but the size. Too small for 6 persons: 1; the largest has room "
           "for 4 persons. Too many rooms: 1; the smallest has 9 rooms, and at most 7 are allowed.",
           "2 boliger opfylder alle krav undtagen størrelsen. For små til 6 personer: 1; den "
           "største har "
           "plads til 4 personer. For mange rum: 1; den mindste har 9 rum, og højst 7 er tilladt.");
    expect(&(struct tables){.households = "household_id,adults,children,step_free,max_rent\n"
                                          "H1,1,0,yes,5000\n",
                            .dwellings = HOMES "D1,S1,1,3000,private\n"},
           "access", "1 dwelling fits in all but access: it is not step-free.",
           "1 bolig opfylder alle krav undtagen adgangen: den er ikke trinfri.");
    expect(
        &(struct tables){.households = "household_id,adults,children,avoid,max_rent\n"
                                       "H1,1,0,A2,5000\n",
                         .dwellings = HOMES "D1,S1,1,3000,private\nD2,S2,1,3000,private\n",
                         .sections = "section_id,area_id\nS1,A1\nS2,A2\n",
                         .areas = "area_id,listed\nA1,yes\nA2,no\n"},
        "area",
        "2 dwellings fit in all but the area (in a listed area: 1; in an area that the household "
        "avoids: 1).",
        "2 boliger opfylder alle krav undtagen området (i et udsat boligområde: 1; i et område, "
        "som "
        "husstanden undgår: 1).");
    expect(
        &(struct tables){.households = PEOPLE "H1,1,0,5000\n",
                         .dwellings =
                             "dwelling_id,section_id,rooms,rent,kind,available_from,lease_end\n"
                             "D1,S1,1,3000,private,2026-09-01,\n"
                             "D2,S1,1,3000,private,,2026-06-09\n"},
        "time",
        "2 dwellings fit in all but the time. Too late: 1; the earliest is available from "
        "2026-09-01, and the last possible day is 2026-06-01. Lease too short: 1; the longest "
        "lasts 100 days, and 365 are needed.",
        "2 boliger opfylder alle krav undtagen tidspunktet. For sent ledige: 1; den tidligste er "
        "ledig "
        "fra 01-09-2026, og den sidste mulige dag er 01-06-2026. For kort lejemål: 1; det længste "
        "varer 100 dage, og 365 kræves.");
    expect(&(struct tables){.households = PEOPLE "H1,1,0,5000\n",
                            .dwellings = HOMES "D1,S1,1,3000,private\nD2,S1,1,3000,private\n",
                            .decisions = "household_id,dwelling_id,decision,reason\n"
                                         "H1,D1,forbid,noise\nH1,D2,decline,\n"},
           "decision", "2 dwellings fit in all but a decision (forbidden: 1; declined: 1).",
           "2 boliger opfylder alle krav undtagen en beslutning (forbudt: 1; afslået: 1).");
}

/* Housing benefit of the contract's example: 2026, single, 80 000 kr, 2 750 kr, 40 m²: 341,66 kr.
 */
static void test_rent(void)
{
    expect(&(struct tables){.households = "household_id,adults,children,max_rent,income\n"
                                          "H1,1,0,2400,80000\n",
                            .dwellings = "dwelling_id,section_id,rooms,rent,area_m2,kind\n"
                                         "D1,S1,1,2750,40,private\nD2,S1,1,9000,40,private\n",
                            .rules = "housing_benefit,2026,\n"},
           "rent",
           "2 dwellings fit in all but the rent. The cheapest of them is 8.34 kr. a month too dear "
           "after 341.66 kr. housing benefit.",
           "2 boliger opfylder alle krav undtagen huslejen. Den billigste af dem er 8,34 kr. om "
           "måneden "
           "for dyr efter 341,66 kr. i boligstøtte.");
    expect(
        &(struct tables){.households = PEOPLE "H1,1,0,2400\n",
                         .dwellings = HOMES "D1,S1,1,2750,private\n",
                         .rules = "housing_benefit,2026,\n"},
        "rent",
        "1 dwelling fits in all but the rent. It is 350 kr. a month too dear after 0 kr. housing "
        "benefit. Housing benefit counts as 0, because the household's income is not stated.",
        "1 bolig opfylder alle krav undtagen huslejen. Den er 350 kr. om måneden for dyr efter 0 "
        "kr. i "
        "boligstøtte. Boligstøtte regnes som 0, fordi husstandens indkomst ikke er oplyst.");
}

static void test_several(void)
{
    expect(&(struct tables){.households = PEOPLE "H1,2,4,2000\n",
                            .dwellings = HOMES "D1,S1,1,3000,private\nD2,S1,1,3000,youth\n"},
           "several",
           "No dwelling is kept out by one rule alone. Of the 2 permanent dwellings of the round "
           "these break several each (kind: 1; size: 2; rent: 2).",
           "Ingen bolig falder på én regel alene. Af rundens 2 varige boliger bryder disse flere "
           "hver (type: 1; størrelse: 2; husleje: 2).");
    expect(&(struct tables){.households = PEOPLE "H1,1,0,2000\n",
                            .dwellings = "dwelling_id,section_id,rooms,rent,kind,places\n"
                                         "D1,S1,1,100,transit,3\n"},
           "several", "The round has no permanent dwelling.", "Runden har ingen varig bolig.");
}

static void test_party(void)
{
    expect(
        &(struct tables){.households = "household_id,adults,children,max_rent,party\n"
                                       "H1,1,0,5000,p\nH2,1,1,5000,p\n",
                         .dwellings = "dwelling_id,section_id,rooms,rent,kind,places\n"
                                      "D1,S1,2,100,site,2\nD2,S1,1,100,private,\n"},
        "party",
        "The party is of 2 households with 3 persons, and no dwelling takes all of them together. "
        "The largest dwelling for several households has 2 places.",
        "Følget er på 2 husstande med 3 personer, og ingen bolig kan tage dem alle sammen. Den "
        "største bolig for flere husstande har 2 pladser.");
    expect(
        &(struct tables){.households = "household_id,adults,children,max_rent,party\n"
                                       "H1,1,0,5000,p\nH2,1,1,50,p\n",
                         .dwellings = "dwelling_id,section_id,rooms,rent,kind,places\n"
                                      "D1,S1,2,100,site,3\n"},
        "party",
        "The party is of 2 households with 3 persons, and no dwelling takes all of them together. "
        "Places enough for all: 1 dwelling, but the rules do not allow every member there.",
        "Følget er på 2 husstande med 3 personer, og ingen bolig kan tage dem alle sammen. "
        "Pladser nok til alle: 1 bolig, men reglerne tillader ikke alle i følget der.");
}

static void test_right_and_caps(void)
{
    static const char homes[] = HOMES "D1,S1,1,3000,family\n";
    static const char one_lawful[] =
        "Lawful for the household: 1 dwelling. It is proven that no lawful plan which gives the "
        "household a dwelling is better for all together.";
    static const char en_lovlig[] =
        "Lovlige for husstanden: 1 bolig. Det er bevist, at ingen lovlig plan, som giver "
        "husstanden en bolig, er bedre for alle tilsammen.";
    expect(&(struct tables){.households = PEOPLE "H1,1,0,5000\n", .dwellings = homes}, "right",
           "Lawful for the household: 1 dwelling. It lies where the municipality's right "
           "leaves 0 in this round and no extra dwelling is agreed.",
           "Lovlige for husstanden: 1 bolig. Den ligger, hvor kommunens anvisningsret giver 0 i "
           "denne runde, og hvor der ikke er aftalt en ekstra bolig.");
    expect(&(struct tables){.households = PEOPLE "H1,1,0,5000\n",
                            .dwellings = homes,
                            .rules = "right_mode,offered,\n"},
           "right",
           "Lawful for the household: 1 dwelling. It is not offered to the municipality in "
           "this round.",
           "Lovlige for husstanden: 1 bolig. Den er ikke tilbudt kommunen i denne runde.");
    /* Three vacancies before and this one give one. */
    expect(&(struct tables){.households = PEOPLE "H1,1,0,5000\n",
                            .dwellings = homes,
                            .sections = "section_id,vacated_before\nS1,3\n"},
           "competition", one_lawful, en_lovlig);
    expect(&(struct tables){.households = PEOPLE "H1,1,0,5000\n",
                            .dwellings = homes,
                            .sections = "section_id,organisation_id\nS1,O1\n",
                            .organisations = "organisation_id,extra_dwellings\nO1,1\n"},
           "competition", one_lawful, en_lovlig);
    expect(&(struct tables){.households = PEOPLE "H1,2,1,5000\n",
                            .dwellings = HOMES "D1,S1,2,3000,private\nD2,S2,2,3000,private\n",
                            .sections = "section_id,area_id,max_households\nS1,A1,\nS2,A2,0\n",
                            .areas = "area_id,max_persons\nA1,2\nA2,\n"},
           "cap",
           "Lawful for the household: 2 dwellings. All of them lie where a limit leaves too little "
           "for it, even if nobody else were placed (persons in the area: 1; households in the "
           "section: 1).",
           "Lovlige for husstanden: 2 boliger. Alle ligger, hvor en grænse giver for lidt plads, "
           "selv hvis ingen andre blev anvist (personer i området: 1; husstande i afdelingen: 1).");
    /* 10 of 100 live there: 1 more makes 11 of 101, above a tenth. */
    expect(&(struct tables){.households = PEOPLE "H1,1,0,5000\n",
                            .dwellings = HOMES "D1,S1,1,3000,private\n",
                            .sections = "section_id,area_id\nS1,A1\n",
                            .areas = "area_id,residents,refugees,max_share\nA1,100,10,10\n"},
           "cap",
           "Lawful for the household: 1 dwelling. It lies where a limit leaves too little "
           "for it, even if nobody else were placed (share in the area: 1).",
           "Lovlige for husstanden: 1 bolig. Den ligger, hvor en grænse giver for lidt plads, selv "
           "hvis ingen andre blev anvist (andel i området: 1).");
}

int main(void)
{
    test_pair_rules();
    test_rent();
    test_several();
    test_party();
    test_right_and_caps();
    CHECK_TEXT(reason_code(REASON_NOT_PROVEN), "not_proven");
    return check_result();
}
