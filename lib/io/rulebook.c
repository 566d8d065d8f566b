/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/rulebook.h"

#define AT(field) offsetof(husly_policy, field)

enum { DAYS_LIMIT = 36500, ROOM_LIMIT = 1000 };

#define POINTS_LIMIT INT64_C(1000000000)

static const struct word need_words[] = {{"persons", "personer"}, {"households", "husstande"}};
static const struct word unit_words[] = {{"section", "afdeling"},
                                         {"organisation", "boligorganisation"}};
static const struct word kinds_words[] = {{"together", "samlet"}, {"apart", "hver_for_sig"}};
static const struct word mode_words[] = {{"choose", "vælg"}, {"offered", "tilbudt"}};
static const struct word switch_words[] = {{"off", "fra"}, {"on", "til"}};
static const struct word profile_words[] = {{"plain", "enkel"}, {"recommended", "anbefalet"}};

static const char municipal[] = "the municipality's own decision";
static const char kommunens[] = "kommunens egen beslutning";
static const char guidance[] = "published guidance of one municipality (dragoer.dk)";
static const char vejledning[] = "én kommunes offentlige vejledning (dragoer.dk)";
static const char benefit_law[] =
    "boligstøtteloven §§ 14, 22, 23 (text read at elov.dk; amounts by year)";
static const char satser[] =
    "boligstøtteloven §§ 14, 22, 23 (teksten læst på elov.dk; beløb efter år)";

const struct rule_entry rulebook[] = {
    {"round_date", "rundedato", RULE_DATE, AT(round_date), 0, 0, NULL, false, false, RULE_CHOICE,
     "", "The day the round is held.", "Dagen, hvor runden holdes.", municipal, kommunens},
    {"round_days", "rundedage", RULE_WHOLE, AT(round_days), 1, DAYS_LIMIT, NULL, false, false,
     RULE_CHOICE, "30", "Days until the next round.", "Dage til næste runde.", municipal,
     kommunens},
    {"stages", "trin", RULE_STAGES, AT(stages), 0, 0, NULL, false, false, RULE_CHOICE, "need fit",
     "Objectives in strict order, the most important first: need, fit.",
     "Formål i streng rækkefølge, det vigtigste først: behov, pasning.", municipal, kommunens},
    {"need_counts", "behov_tæller", RULE_WORDS, AT(need_counts_households), 0, 0, need_words, false,
     false, RULE_CHOICE, "persons",
     "Whether need counts persons, or households: then a single weighs as much as a family.",
     "Om behov tæller personer eller husstande: så vejer en enlig lige så meget som en familie.",
     "a political choice", "et politisk valg"},
    {"right", "anvisningsandel", RULE_SHARE, AT(right), 0, 0, NULL, false, false, RULE_VERIFIED,
     "25", "Share of vacancies the municipality may take.",
     "Andel af de ledige boliger, som kommunen kan anvise til.",
     "almenboligloven § 59(1): up to every fourth vacancy (as described at sbst.dk)",
     "almenboligloven § 59, stk. 1: indtil hver fjerde ledige bolig (som beskrevet på sbst.dk)"},
    {"right_unit", "anvisningsenhed", RULE_WORDS, AT(right_by_organisation), 0, 0, unit_words,
     false, false, RULE_HEARD_OF, "section",
     "Where the count of the right runs: section or organisation.",
     "Hvor anvisningsretten tælles: afdeling eller boligorganisation.",
     "practice; almenboligloven § 59 speaks of the organisation",
     "praksis; almenboligloven § 59 taler om organisationen"},
    {"right_kinds", "anvisning_typer", RULE_WORDS, AT(right_kinds_apart), 0, 0, kinds_words, false,
     false, RULE_HEARD_OF, "together",
     "Whether family and youth dwellings are counted together or apart.",
     "Om familie- og ungdomsboliger tælles samlet eller hver_for_sig.",
     "practice of agreements, as told by BL", "praksis i aftaler, som fortalt af BL"},
    {"right_mode", "anvisningsform", RULE_WORDS, AT(right_offered_only), 0, 0, mode_words, false,
     false, RULE_VERIFIED, "choose",
     "choose: any reported family or youth dwelling, up to the entitlement; offered: only those "
     "offered, without a count.",
     "vælg: enhver meldt familie- eller ungdomsbolig op til andelen; tilbudt: kun de tilbudte, "
     "uden "
     "optælling.",
     "an agreement with the organisation, almenboligloven § 59 (as described at sbst.dk)",
     "en aftale med organisationen, almenboligloven § 59 (som beskrevet på sbst.dk)"},
    {"affordability", "huslejeregel", RULE_WORDS, AT(affordability), 0, 0, switch_words, false,
     false, RULE_VERIFIED, "on", "Whether the rent must fit the household's budget.",
     "Om huslejen skal passe til husstandens budget.",
     "municipal practice before assignment (as described at dragoer.dk)",
     "kommunal praksis før anvisning (som beskrevet på dragoer.dk)"},
    {"housing_benefit", "boligstøtte", RULE_BENEFIT, AT(housing_benefit), 0, 0, NULL, false, false,
     RULE_VERIFIED, "none",
     "none; a shipped year; auto: the round date's year; table: the hb_ rules.",
     "ingen; et år, der følger med; auto: rundedatoens år; tabel: reglerne bs_.", benefit_law,
     satser},
    {"hb_rent_max", "bs_maks_husleje", RULE_AMOUNT, AT(hb_rent_max), 0, 0, NULL, false, false,
     RULE_VERIFIED, "", "With table: largest yearly rent that counts, kroner.",
     "Med tabel: største årlige husleje, der tæller, kroner.", benefit_law, satser},
    {"hb_threshold", "bs_indkomstgrænse", RULE_AMOUNT, AT(hb_threshold), 0, 0, NULL, false, false,
     RULE_VERIFIED, "", "With table: yearly income above which benefit falls, kroner.",
     "Med tabel: årlig indkomst, hvorover støtten falder, kroner.", benefit_law, satser},
    {"hb_threshold_child", "bs_indkomstgrænse_barn", RULE_AMOUNT, AT(hb_threshold_child), 0, 0,
     NULL, false, false, RULE_VERIFIED, "",
     "With table: what the threshold rises by for child 2 to 4, kroner a year.",
     "Med tabel: hvad grænsen stiger med for barn 2 til 4, kroner om året.", benefit_law, satser},
    {"hb_own", "bs_egenbetaling", RULE_AMOUNT, AT(hb_own), 0, 0, NULL, false, false, RULE_VERIFIED,
     "", "With table: least own payment, kroner a year.",
     "Med tabel: mindste egenbetaling, kroner om året.", benefit_law, satser},
    {"hb_max", "bs_maks_støtte", RULE_AMOUNT, AT(hb_max), 0, 0, NULL, false, false, RULE_VERIFIED,
     "", "With table: largest benefit, kroner a year.",
     "Med tabel: største støtte, kroner om året.", benefit_law, satser},
    {"benefit_minimum", "boligstøtte_mindst", RULE_AMOUNT, AT(benefit_minimum), 0, 0, NULL, false,
     false, RULE_HEARD_OF, "0", "A smaller monthly benefit counts as 0, kroner.",
     "En mindre månedlig støtte regnes som 0, kroner.",
     "boligstøtteloven has a least amount that was not found",
     "boligstøtteloven har et mindstebeløb, som ikke er fundet"},
    {"living_minimum_single", "rådighedsbeløb_enlig", RULE_AMOUNT, AT(living_minimum_single), 0, 0,
     NULL, false, false, RULE_VERIFIED, "3600", "Kroner a month left for living, one adult.",
     "Kroner om måneden til at leve for, én voksen.", guidance, vejledning},
    {"living_minimum_couple", "rådighedsbeløb_par", RULE_AMOUNT, AT(living_minimum_couple), 0, 0,
     NULL, false, false, RULE_VERIFIED, "5800", "Kroner a month left for living, two adults.",
     "Kroner om måneden til at leve for, to voksne.", guidance, vejledning},
    {"living_minimum_child", "rådighedsbeløb_barn", RULE_AMOUNT, AT(living_minimum_child), 0, 0,
     NULL, false, false, RULE_VERIFIED, "1300", "Kroner a month more for each child.",
     "Kroner om måneden mere for hvert barn.", guidance, vejledning},
    {"persons_per_room", "personer_pr_rum", RULE_WHOLE, AT(persons_per_room), 1, ROOM_LIMIT, NULL,
     false, false, RULE_VERIFIED, "2", "Most persons a habitable room.",
     "Højeste antal personer pr. beboelsesrum.",
     "boligreguleringsloven § 52 a, where council and owner opted in (as described at huslex.dk)",
     "boligreguleringsloven § 52 a, hvor kommune og ejer har valgt det (som beskrevet på "
     "huslex.dk)"},
    {"m2_per_person", "m2_pr_person", RULE_WHOLE, AT(m2_per_person), 1, ROOM_LIMIT, NULL, false,
     false, RULE_VERIFIED, "20", "Square metres a person that lift the bound on persons a room.",
     "Kvadratmeter pr. person, der ophæver grænsen for personer pr. rum.",
     "boligreguleringsloven § 52 b (danskelove.dk)",
     "boligreguleringsloven § 52 b (danskelove.dk)"},
    {"spare_rooms", "ekstra_rum", RULE_WHOLE, AT(spare_rooms), 0, ROOM_LIMIT, NULL, true, false,
     RULE_CHOICE, "1", "Rooms a dwelling may have beyond the number of persons; none: no bound.",
     "Rum, en bolig må have ud over antallet af personer; ingen: uden grænse.", municipal,
     kommunens},
    {"allow_listed", "tillad_udsat", RULE_BOOL, AT(allow_listed), 0, 0, NULL, false, true,
     RULE_VERIFIED, "no", "Lifts the bar on listed areas; needs a text in source.",
     "Ophæver spærringen for udsatte områder; kræver en tekst i kilde.",
     "almenboligloven § 59(6)-(7) (2010, 2021; as described at bl.dk), integrationsloven § 12(2) "
     "(danskelove.dk)",
     "almenboligloven § 59, stk. 6-7 (2010, 2021; som beskrevet på bl.dk), integrationsloven § 12, "
     "stk. 2 (danskelove.dk)"},
    {"horizon_days", "horisont_dage", RULE_WHOLE, AT(horizon_days), 0, DAYS_LIMIT, NULL, false,
     false, RULE_CHOICE, "92", "A dwelling must be available within so many days.",
     "En bolig skal være ledig inden for så mange dage.", municipal, kommunens},
    {"permanent_days", "varig_dage", RULE_WHOLE, AT(permanent_days), 0, DAYS_LIMIT, NULL, false,
     false, RULE_HEARD_OF, "365", "Shortest stay that counts as permanent, days.",
     "Korteste ophold, der regnes som varigt, dage.",
     "the municipality's own decision; integrationsloven § 12 before 1 March 2019 meant beyond "
     "three "
     "years",
     "kommunens egen beslutning; integrationsloven § 12 krævede før 1. marts 2019 "
     "mere end tre år"},
    {"area_max_share", "område_maks_andel", RULE_SHARE, AT(area_max_share), 0, 0, NULL, true, false,
     RULE_CHOICE, "none", "Default for max_share of areas.csv.",
     "Standard for maks_andel i områder.csv.", municipal, kommunens},
    {"group_max_persons", "gruppe_maks_personer", RULE_WHOLE, AT(group_max_persons), 0, INT32_MAX,
     NULL, true, true, RULE_CHOICE, "none",
     "Most persons of one group placed in one area; needs a source.",
     "Højeste antal personer af én gruppe placeret i ét område; kræver en kilde.", municipal,
     kommunens},
    {"only_scored_pairs", "kun_par_med_point", RULE_BOOL, AT(only_scored_pairs), 0, 0, NULL, false,
     false, RULE_CHOICE, "no", "Only pairs with a score of their own or of their area.",
     "Kun par med egne point eller point for området.", municipal, kommunens},
    {"fallback_cost", "udgift_uden_plads", RULE_AMOUNT, AT(fallback_cost), 0, 0, NULL, true, false,
     RULE_CHOICE, "none", "Kroner a month for a household without any place.",
     "Kroner om måneden for en husstand uden nogen plads.", "the municipality's own figure",
     "kommunens eget tal"},
    {"wish_points", "ønskepoint", RULE_POINTS, AT(wish_points), 0, POINTS_LIMIT, NULL, false, false,
     RULE_CHOICE, "100", "Points when the dwelling's area is among the wishes.",
     "Point, når boligens område er blandt ønskerne.", municipal, kommunens},
    {"profile", "profil", RULE_WORDS, AT(recommended), 0, 0, profile_words, false, false,
     RULE_CHOICE, "plain",
     "plain: every other soft weight is 0; recommended: the weights the docs recommend.",
     "enkel: alle andre bløde vægte er 0; anbefalet: de vægte, dokumentationen anbefaler.",
     municipal, kommunens},
    {"lot", "lodtrækning", RULE_POINTS, AT(lot), 0, POINTS_LIMIT, NULL, false, false, RULE_CHOICE,
     "0", "Seeds the draw among equally good plans.",
     "Starter lodtrækningen mellem lige gode planer.", municipal, kommunens},
};

const size_t rulebook_count = sizeof rulebook / sizeof rulebook[0];

const struct rule_entry *rulebook_find(const char *name)
{
    for (size_t i = 0; i < rulebook_count; i++) {
        if (text_equal_folded(name, rulebook[i].name) ||
            text_equal_folded(name, rulebook[i].danish))
            return &rulebook[i];
    }
    return NULL;
}

const char *rulebook_nearest(const char *name)
{
    struct nearest nearest = nearest_to(name);
    for (size_t i = 0; i < rulebook_count; i++) {
        nearest_try(&nearest, rulebook[i].name);
        nearest_try(&nearest, rulebook[i].danish);
    }
    return nearest.best;
}

size_t husly_rule_count(void)
{
    return rulebook_count;
}

husly_rule_info husly_rule(size_t index)
{
    static const char *const standings[] = {[RULE_VERIFIED] = "verified",
                                            [RULE_HEARD_OF] = "not verified",
                                            [RULE_CHOICE] = "municipal choice"};
    const struct rule_entry *entry = &rulebook[index];
    return (husly_rule_info){entry->name,  entry->danish, entry->fallback,
                             entry->about, entry->source, standings[entry->standing]};
}
