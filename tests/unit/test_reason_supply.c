/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why reserved and closed dwellings, and those that ask for consent, leave a household without one,
 * and what would help, in both languages. */
#include "support/reason_said.h"

#define SINGLE PEOPLE "H1,1,0,5000\n"

static void test_reserved(void)
{
    expect(&(struct tables){.households = SINGLE,
                            .dwellings = "dwelling_id,section_id,rooms,rent,kind,places,for\n"
                                         "D1,S1,1,3000,private,,couple x\n"
                                         "D2,S1,1,3000,youth,,familie\n"
                                         "D3,S1,1,3000,youth,,single\n"
                                         "D4,S1,1,3000,minors,0,par\n"},
           REASON_KIND,
           SAID("4 dwellings fit in all but their kind (for students only: 2; for unaccompanied "
                "minors only: 1; reserved for others: 1).",
                "Rules 1-7 would allow it D1 if it were not reserved for couple, x; D2 if it were "
                "not for students only and were not reserved for familie; D3 if it were not for "
                "students only.",
                "4 boliger opfylder alle krav undtagen typen (kun for studerende: 2; kun for "
                "uledsagede "
                "mindreårige: 1; forbeholdt andre: 1).",
                "Regel 1-7 ville tillade D1, hvis den ikke var forbeholdt couple, x; D2, hvis den "
                "ikke kun var for studerende og ikke var forbeholdt familie; D3, hvis den ikke kun "
                "var for studerende."));
}

/* The stay ends on 2026-05-01, the next round is on 2026-03-31, the horizon is 10 days. */
static void test_hojskole(void)
{
    expect(&(struct tables){.households = "household_id,adults,children,max_rent,hojskole_from\n"
                                          "H1,1,0,5000,2025-10-31\n",
                            .dwellings =
                                "dwelling_id,section_id,rooms,rent,kind,available_from,lease_end\n"
                                "D1,S1,1,3000,private,2026-04-10,2027-04-10\n"
                                "D2,S1,1,3000,private,2026-04-11,2027-04-10\n"
                                "D3,S1,1,3000,private,,2027-03-30\n",
                            .rules = "horizon_days,10,\n"},
           REASON_TIME,
           SAID("3 dwellings fit in all but the time. The household is at a højskole until "
                "2026-05-01; its turn comes in a later round.",
                "Rules 1-7 would allow it D1 if the household's stay at the højskole ended by "
                "2026-03-31; D2 if the household's stay at the højskole ended by 2026-03-31 and it "
                "were free by 2026-04-10; D3 if the household's stay at the højskole ended by "
                "2026-03-31 and its lease were of at least 365 days.",
                "3 boliger opfylder alle krav undtagen tidspunktet. Husstanden er på højskole til "
                "01-05-2026; turen kommer i en senere runde.",
                "Regel 1-7 ville tillade D1, hvis husstandens ophold på højskole sluttede senest "
                "31-03-2026; D2, hvis husstandens ophold på højskole sluttede senest 31-03-2026 og "
                "den var ledig senest 10-04-2026; D3, hvis husstandens ophold på højskole sluttede "
                "senest 31-03-2026 og lejemålet var på mindst 365 dage."));
}

static void test_consent(void)
{
    expect(
        &(struct tables){.households = SINGLE,
                         .dwellings = "dwelling_id,section_id,rooms,rent,kind,consent\n"
                                      "D1,S1,1,3000,private,yes\nD2,S1,1,3000,private,yes\n",
                         .decisions = "household_id,dwelling_id,decision,reason\n"
                                      "H1,D2,forbid,x\n",
                         .rules = "only_scored_pairs,yes,\n"},
        REASON_DECISION,
        SAID("2 dwellings fit in all but a decision (forbidden: 1; not agreed between landlord "
             "and household: 1).",
             "Rules 1-7 would allow it D1 if landlord and household agreed on it and the pair "
             "had points; D2 if the decision that forbids it were taken back and landlord and "
             "household agreed on it and the pair had points.",
             "2 boliger opfylder alle krav undtagen en beslutning (forbudt: 1; ikke aftalt mellem "
             "udlejer og husstand: 1).",
             "Regel 1-7 ville tillade D1, hvis udlejer og husstand var enige om den og parret "
             "havde point; D2, hvis den beslutning, der forbyder den, blev taget tilbage og "
             "udlejer og husstand var enige om den og parret havde point."));
    /* The pair's one decision is the agreement, so it has none left that lifts the rent. */
    expect(
        &(struct tables){.households = PEOPLE "H1,1,0,2000\n",
                         .dwellings = "dwelling_id,section_id,rooms,rent,kind,consent\n"
                                      "D1,S1,1,3000,private,yes\nD2,S1,1,3000,private,no\n",
                         .decisions = "household_id,dwelling_id,decision,reason\n"
                                      "H1,D1,agree,\nH1,D2,agree,\n"},
        REASON_RENT,
        SAID("2 dwellings fit in all but the rent. The cheapest of them is 1000 kr. a month too "
             "dear after 0 kr. housing benefit.",
             "Rules 1-7 would allow it D1 or D2 if the household could pay 1000 kr. more a "
             "month. A decision could instead allow it D2.",
             "2 boliger opfylder alle krav undtagen huslejen. Den billigste af dem er 1000 kr. om "
             "måneden for dyr efter 0 kr. i boligstøtte.",
             "Regel 1-7 ville tillade D1 eller D2, hvis husstanden kunne betale 1000 kr. mere "
             "om måneden. En beslutning kunne i stedet tillade D2."));
}

#define VACANT "dwelling_id,section_id,rooms,rent,kind,status,market_rent,offered\n"

static void test_closed(void)
{
    expect(
        &(struct tables){.households = SINGLE,
                         .dwellings = VACANT "D1,S1,1,3000,private,waiting,,\n"
                                             "D2,S1,1,3000,private,let,,\n"
                                             "D3,S1,1,3000,private,,2900,\n"
                                             "D4,S2,1,3000,elderly,,,\n",
                         .sections = "section_id,max_rent\nS1,\nS2,2500\n"},
        REASON_RIGHT,
        SAID(
            "Lawful for the household: 4 dwellings. None of them can be had in this round "
            "(nothing is agreed with the landlord yet: 1; let already: 1; above the market "
            "rent: 1; above the section's highest rent: 1).",
            "Rule 9 would allow D1 if its landlord agreed to it; D3 if its rent were at most "
            "2900 kr. a month; D4 if its rent with utilities were at most 2500 kr. a month.",
            "Lovlige for husstanden: 4 boliger. Ingen af dem kan fås i denne runde (intet er "
            "aftalt med udlejeren endnu: 1; allerede udlejet: 1; over markedslejen: 1; over "
            "afdelingens højeste husleje: 1).",
            "Regel 9 ville tillade D1, hvis udlejeren gik med til det; D3, hvis huslejen højst "
            "var 2900 kr. om måneden; D4, hvis husleje og forbrug højst var 2500 kr. om måneden."));
    expect(
        &(struct tables){.households = SINGLE,
                         .dwellings = VACANT "D1,S1,1,3000,private,waiting,2900,\n"
                                             "D2,S1,1,3000,private,let,2900,\n",
                         .sections = "section_id,max_rent\nS1,2500\n"},
        REASON_RIGHT,
        SAID("Lawful for the household: 2 dwellings. None of them can be had in this round "
             "(nothing is agreed with the landlord yet: 1; let already: 1).",
             "Rule 9 would allow D1 if its landlord agreed to it and its rent were at most 2900 "
             "kr. a month and its rent with utilities were at most 2500 kr. a month.",
             "Lovlige for husstanden: 2 boliger. Ingen af dem kan fås i denne runde (intet er "
             "aftalt med udlejeren endnu: 1; allerede udlejet: 1).",
             "Regel 9 ville tillade D1, hvis udlejeren gik med til det og huslejen højst var 2900 "
             "kr. om måneden og husleje og forbrug højst var 2500 kr. om måneden."));
    expect(&(struct tables){.households = SINGLE,
                            .dwellings = VACANT "D1,S1,1,3000,private,,,\n",
                            .sections = "section_id,private_right,private_vacated_before\n"
                                        "S1,1/4,1\n"},
           REASON_RIGHT,
           SAID("Lawful for the household: 1 dwelling. It cannot be had in this round (not the "
                "municipality's turn: 1).",
                "What is let, or not the municipality's turn, cannot be had in this round.",
                "Lovlige for husstanden: 1 bolig. Den kan ikke fås i denne runde (ikke kommunens "
                "tur: 1).",
                "Det, der er udlejet, eller hvor det ikke er kommunens tur, kan ikke fås i denne "
                "runde."));
}

/* A unit's right helps where the dwelling is not closed; an offer where one is wanted. */
static void test_closed_among_others(void)
{
    expect(&(struct tables){.households = SINGLE,
                            .dwellings = VACANT "D1,S1,1,3000,family,let,,\n"
                                                "D2,S2,1,3000,family,,,\n"},
           REASON_RIGHT,
           SAID("Lawful for the household: 2 dwellings. None of them can be had in this round (let "
                "already: 1; the municipality's right leaves 0 there: 1).",
                "One dwelling could be taken in S2 with 3 more vacancies.",
                "Lovlige for husstanden: 2 boliger. Ingen af dem kan fås i denne runde (allerede "
                "udlejet: 1; kommunens anvisningsret giver 0 der: 1).",
                "Der kunne tages én bolig i S2 med 3 ledige boliger mere."));
    expect(&(struct tables){.households = SINGLE,
                            .dwellings = VACANT "D1,S1,1,3000,family,let,,yes\n"
                                                "D2,S2,1,3000,family,,,no\n",
                            .rules = "right_mode,offered,\n"},
           REASON_RIGHT,
           SAID("Lawful for the household: 2 dwellings. None of them can be had in this round (let "
                "already: 1; not offered to the municipality: 1).",
                "D2 would have to be offered to the municipality.",
                "Lovlige for husstanden: 2 boliger. Ingen af dem kan fås i denne runde (allerede "
                "udlejet: 1; ikke tilbudt kommunen: 1).",
                "D2 skulle tilbydes kommunen."));
}

int main(void)
{
    test_reserved();
    test_hojskole();
    test_consent();
    test_closed();
    test_closed_among_others();
    return check_result();
}
