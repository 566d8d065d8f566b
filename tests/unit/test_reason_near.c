/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why near labels, homes and flexible letting leave a household without a dwelling, and what would
 * help, in both languages. */
#include "support/reason_said.h"

#define NEAR "household_id,adults,children,max_rent,near\n"

/* H1 may live in S1 alone, H2 in S2 alone. */
static void test_near(void)
{
    expect(&(struct tables){.households = NEAR "H1,2,0,5000,N\nH2,2,3,5000,N\n",
                            .dwellings = HOMES "D1,S1,2,3000,private\nD2,S1,2,3000,private\n"
                                               "D3,S2,4,3000,private\n"},
           REASON_NEAR,
           SAID("It is to live near 1 other household, and in no section is there a lawful "
                "dwelling for each of them. Lawful for the household by itself: 2 dwellings.",
                "A section with a dwelling that the rules allow for each of them would take them "
                "all. Without the label (column near) rules 1-7 allow the household 2 dwellings.",
                "Den skal bo nær 1 anden husstand, og i ingen afdeling er der en lovlig bolig til "
                "hver af dem. Lovlige for husstanden alene: 2 boliger.",
                "En afdeling med en bolig, som reglerne tillader, til hver af dem kunne tage dem "
                "alle. Uden mærket (kolonnen nær) tillader regel 1-7 husstanden 2 boliger."));
}

/* What closes a section counts for those near one another together: 4 persons, not 2. */
static void test_near_and_limit(void)
{
    expect(&(struct tables){.households = NEAR "H1,2,0,5000,N\nH2,2,0,5000,N\n",
                            .dwellings = HOMES "D1,S1,2,3000,private\nD2,S1,2,3000,private\n",
                            .sections = "section_id,area_id\nS1,A1\n",
                            .areas = "area_id,max_persons\nA1,3\n"},
           REASON_CAP,
           SAID("Lawful for the household, in sections where those near it may live too: 2 "
                "dwellings. All of them lie where a limit leaves too little for it, even if nobody "
                "else were placed (persons in the area: 2).",
                "This would let it in, if nobody else were placed: a limit of 4 persons in A1.",
                "Lovlige for husstanden, i afdelinger hvor også de, der skal bo nær den, kan bo: 2 "
                "boliger. Alle ligger, hvor en grænse giver for lidt plads, selv hvis ingen andre "
                "blev anvist (personer i området: 2).",
                "Dette ville give plads, hvis ingen andre blev anvist: en grænse på 4 personer i "
                "A1."));
    expect(&(struct tables){.households = NEAR "H1,2,0,2000,N\nH2,2,0,5000,N\n",
                            .dwellings = HOMES "D1,S1,2,3000,private\n"},
           REASON_RENT,
           SAID("1 dwelling fits in all but the rent. It is 1000 kr. a month too dear after 0 kr. "
                "housing benefit.",
                "Rules 1-7 would allow it D1 if the household could pay 1000 kr. more a month. A "
                "decision could instead allow it D1. Those near it would have to be allowed a "
                "dwelling in its section.",
                "1 bolig opfylder alle krav undtagen huslejen. Den er 1000 kr. om måneden for dyr "
                "efter 0 kr. i boligstøtte.",
                "Regel 1-7 ville tillade D1, hvis husstanden kunne betale 1000 kr. mere om "
                "måneden. En beslutning kunne i stedet tillade D1. De, der skal bo nær den, skulle "
                "også være tilladt en bolig i dens afdeling."));
}

#define GROUP "dwelling_id,section_id,rooms,rent,kind,places,least_persons,max_singles\n"

/* H1 and H2 are four, and D1 opens with five; D2 takes no single person. */
static void test_home(void)
{
    expect(&(struct tables){.households = PEOPLE "H1,1,0,5000\nH2,2,1,5000\n",
                            .dwellings = GROUP "D1,S1,2,3000,site,5,5,\n"
                                               "D2,S1,2,3000,site,6,,0\n"},
           REASON_CAP,
           SAID("Lawful for the household: 2 dwellings. All of them lie where a limit leaves too "
                "little for it, even if nobody else were placed (single persons in the home: 1; "
                "persons that the home opens with: 1).",
                "One of these would let it in, if nobody else were placed: D1 opening with 4 "
                "persons; a limit of 1 single person in D2.",
                "Lovlige for husstanden: 2 boliger. Alle ligger, hvor en grænse giver for lidt "
                "plads, selv hvis ingen andre blev anvist (enlige i boligen: 1; personer, som "
                "boligen åbner med: 1).",
                "Én af disse ville give plads, hvis ingen andre blev anvist: at D1 åbner med 4 "
                "personer; en grænse på 1 enlig i D2."));
}

/* The right gives nothing of one vacancy, flexible letting one to couples. */
static void test_flexible(void)
{
    const char *sections = "section_id,flexible,flexible_for\nS1,100,couple\n";
    expect(&(struct tables){.households = PEOPLE "H1,1,0,5000\n",
                            .dwellings = HOMES "D1,S1,1,3000,family\n",
                            .sections = sections},
           REASON_RIGHT,
           SAID("Lawful for the household: 1 dwelling. It lies where the municipality's right "
                "leaves 0 in this round and no extra dwelling is agreed.",
                "One dwelling could be taken in S1 with 3 more vacancies.",
                "Lovlige for husstanden: 1 bolig. Den ligger, hvor kommunens anvisningsret giver 0 "
                "i denne runde, og hvor der ikke er aftalt en ekstra bolig.",
                "Der kunne tages én bolig i S1 med 3 ledige boliger mere."));
    expect(&(struct tables){.households = PEOPLE "H1,2,0,5000\n",
                            .dwellings = HOMES "D1,S1,2,3000,family\n",
                            .sections = sections},
           REASON_COMPETITION,
           SAID("Lawful for the household: 1 dwelling. It is proven that no lawful plan which "
                "gives the household a dwelling is better for all together.",
                "1 dwelling is lawful; husly explain tells what it would cost, or why no plan has "
                "it.",
                "Lovlige for husstanden: 1 bolig. Det er bevist, at ingen lovlig plan, som giver "
                "husstanden en bolig, er bedre for alle tilsammen.",
                "1 bolig er lovlig; husly explain fortæller, hvad den ville koste, eller hvorfor "
                "ingen plan har den."));
    /* Flexible vacancies help a couple before the right does: of 1/2 the second gives one. */
    expect(&(struct tables){.households = PEOPLE "H1,2,0,5000\n",
                            .dwellings = HOMES "D1,S1,2,3000,family\n",
                            .sections = "section_id,flexible,flexible_for\nS1,50,couple\n"},
           REASON_RIGHT,
           SAID("Lawful for the household: 1 dwelling. It lies where the municipality's right "
                "leaves 0 in this round and no extra dwelling is agreed.",
                "One dwelling could be taken in S1 with 1 more vacancy.",
                "Lovlige for husstanden: 1 bolig. Den ligger, hvor kommunens anvisningsret giver 0 "
                "i denne runde, og hvor der ikke er aftalt en ekstra bolig.",
                "Der kunne tages én bolig i S1 med 1 ledig bolig mere."));
}

int main(void)
{
    test_near();
    test_near_and_limit();
    test_home();
    test_flexible();
    return check_result();
}
