/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/rulebook.h"

#include "base/words.h"
#include "io/measure.h"
#include "io/tables.h"

#define AT(field) offsetof(husly_policy, field)

enum { DAYS_LIMIT = 36500, ROOM_LIMIT = 1000 };

#define POINTS_LIMIT INT64_C(1000000000)

/* Each dwelling of a target is a column of its own. */
enum { KEY_LIMIT = 10000 };

static const struct word need_words[] = {{"persons", "personer"}, {"households", "husstande"}};
static const struct word unit_words[] = {{"section", "afdeling"},
                                         {"organisation", "boligorganisation"}};
static const struct word kinds_words[] = {{"together", "samlet"}, {"apart", "hver_for_sig"}};
static const struct word mode_words[] = {{"choose", "vælg"}, {"offered", "tilbudt"}};
static const struct word switch_words[] = {{"off", "fra"}, {"on", "til"}};
static const struct word unused_words[] = {{"carry", "overføres"}, {"lapse", "bortfalder"}};
static const struct word profile_words[] = {{"plain", "enkel"}, {"recommended", "anbefalet"}};

static const char municipal[] = WORDS_LATER("the municipality's own decision");
static const char guidance[] = WORDS_LATER("published guidance of one municipality (dragoer.dk)");
static const char benefit_law[] =
    WORDS_LATER("boligstøtteloven §§ 14, 22, 23 (text read at elov.dk; amounts by year)");

const struct rule_entry rulebook[] = {
    {"round_date", "rundedato", RULE_DATE, AT(round_date), 0, 0, NULL, false, false, RULE_CHOICE,
     "", WORDS_LATER("The day the round is held."), municipal},
    {"round_days", "rundedage", RULE_WHOLE, AT(round_days), 1, DAYS_LIMIT, NULL, false, false,
     RULE_CHOICE, "30", WORDS_LATER("Days until the next round."), municipal},
    {"stages", "trin", RULE_STAGES, AT(stages), 0, 0, NULL, false, false, RULE_CHOICE, "need fit",
     WORDS_LATER("Objectives in strict order, the most important first: need, fit, cost."),
     municipal},
    {"need_counts", "behov_tæller", RULE_WORDS, AT(need_counts_households), 0, 0, need_words, false,
     false, RULE_CHOICE, "persons",
     WORDS_LATER(
         "Whether need counts persons, or households: then a single weighs as much as a family."),
     WORDS_LATER("a political choice")},
    {"right", "anvisningsandel", RULE_SHARE, AT(right), 0, 0, NULL, false, false, RULE_VERIFIED,
     "25", WORDS_LATER("Share of vacancies the municipality may take, per cent."),
     WORDS_LATER("almenboligloven § 59(1): up to every fourth vacancy (as described at sbst.dk)")},
    {"right_unit", "anvisningsenhed", RULE_WORDS, AT(right_by_organisation), 0, 0, unit_words,
     false, false, RULE_HEARD_OF, "section",
     WORDS_LATER("Where the count of the right runs: section or organisation."),
     WORDS_LATER("practice; almenboligloven § 59 speaks of the organisation")},
    {"right_kinds", "anvisning_typer", RULE_WORDS, AT(right_kinds_apart), 0, 0, kinds_words, false,
     false, RULE_HEARD_OF, "together",
     WORDS_LATER("Whether family and youth dwellings are counted together or apart."),
     WORDS_LATER("practice of agreements, as told by BL")},
    {"right_mode", "anvisningsform", RULE_WORDS, AT(right_offered_only), 0, 0, mode_words, false,
     false, RULE_VERIFIED, "choose",
     WORDS_LATER("choose: any reported family or youth dwelling, up to the entitlement; offered: "
                 "only those "
                 "offered, without a count."),
     WORDS_LATER(
         "an agreement with the organisation, almenboligloven § 59 (as described at sbst.dk)")},
    {"affordability", "huslejeregel", RULE_WORDS, AT(affordability), 0, 0, switch_words, false,
     false, RULE_VERIFIED, "on", WORDS_LATER("Whether the rent must fit the household's budget."),
     WORDS_LATER("municipal practice before assignment (as described at dragoer.dk)")},
    {"housing_benefit", "boligstøtte", RULE_BENEFIT, AT(housing_benefit), 0, 0, NULL, false, false,
     RULE_VERIFIED, "none",
     WORDS_LATER("Which figures of housing benefit count: none; a shipped year; auto (the round "
                 "date's year); table (the hb_ rules)."),
     benefit_law},
    {"hb_rent_max", "bs_maks_husleje", RULE_AMOUNT, AT(hb_rent_max), 0, 0, NULL, false, false,
     RULE_VERIFIED, "", WORDS_LATER("With table: largest yearly rent that counts, kroner."),
     benefit_law},
    {"hb_threshold", "bs_indkomstgrænse", RULE_AMOUNT, AT(hb_threshold), 0, 0, NULL, false, false,
     RULE_VERIFIED, "", WORDS_LATER("With table: yearly income above which benefit falls, kroner."),
     benefit_law},
    {"hb_threshold_child", "bs_indkomstgrænse_barn", RULE_AMOUNT, AT(hb_threshold_child), 0, 0,
     NULL, false, false, RULE_VERIFIED, "",
     WORDS_LATER("With table: what the threshold rises by for child 2 to 4, kroner a year."),
     benefit_law},
    {"hb_own", "bs_egenbetaling", RULE_AMOUNT, AT(hb_own), 0, 0, NULL, false, false, RULE_VERIFIED,
     "", WORDS_LATER("With table: least own payment, kroner a year."), benefit_law},
    {"hb_max", "bs_maks_støtte", RULE_AMOUNT, AT(hb_max), 0, 0, NULL, false, false, RULE_VERIFIED,
     "", WORDS_LATER("With table: largest benefit, kroner a year."), benefit_law},
    {"benefit_minimum", "boligstøtte_mindst", RULE_AMOUNT, AT(benefit_minimum), 0, 0, NULL, false,
     false, RULE_HEARD_OF, "0", WORDS_LATER("A smaller monthly benefit counts as 0, kroner."),
     WORDS_LATER("boligstøtteloven has a least amount that was not found")},
    {"living_minimum_single", "rådighedsbeløb_enlig", RULE_AMOUNT, AT(living_minimum_single), 0, 0,
     NULL, false, false, RULE_VERIFIED, "3600",
     WORDS_LATER("Kroner a month left for living, one adult."), guidance},
    {"living_minimum_couple", "rådighedsbeløb_par", RULE_AMOUNT, AT(living_minimum_couple), 0, 0,
     NULL, false, false, RULE_VERIFIED, "5800",
     WORDS_LATER("Kroner a month left for living, two adults."), guidance},
    {"living_minimum_child", "rådighedsbeløb_barn", RULE_AMOUNT, AT(living_minimum_child), 0, 0,
     NULL, false, false, RULE_VERIFIED, "1300", WORDS_LATER("Kroner a month more for each child."),
     guidance},
    {"persons_per_room", "personer_pr_rum", RULE_WHOLE, AT(persons_per_room), 1, ROOM_LIMIT, NULL,
     false, false, RULE_VERIFIED, "2", WORDS_LATER("Most persons a habitable room."),
     WORDS_LATER("boligreguleringsloven § 52 a, where council and owner opted in (as described at "
                 "huslex.dk)")},
    {"m2_per_person", "m2_pr_person", RULE_WHOLE, AT(m2_per_person), 1, ROOM_LIMIT, NULL, false,
     false, RULE_VERIFIED, "20",
     WORDS_LATER("Square metres a person that lift the bound on persons a room."),
     WORDS_LATER("boligreguleringsloven § 52 b (danskelove.dk)")},
    {"spare_rooms", "ekstra_rum", RULE_WHOLE, AT(spare_rooms), 0, ROOM_LIMIT, NULL, true, false,
     RULE_CHOICE, "1",
     WORDS_LATER("Rooms a dwelling may have beyond the number of persons; none: no bound."),
     municipal},
    {"allow_listed", "tillad_udsat", RULE_BOOL, AT(allow_listed), 0, 0, NULL, false, true,
     RULE_VERIFIED, "no", WORDS_LATER("Lifts the bar on listed areas; needs a text in source."),
     WORDS_LATER("almenboligloven § 59(6)-(7) (2010, 2021; as described at bl.dk), "
                 "integrationsloven § 12(2) "
                 "(danskelove.dk)")},
    {"horizon_days", "horisont_dage", RULE_WHOLE, AT(horizon_days), 0, DAYS_LIMIT, NULL, false,
     false, RULE_CHOICE, "92", WORDS_LATER("A dwelling must be available within so many days."),
     municipal},
    {"permanent_days", "varig_dage", RULE_WHOLE, AT(permanent_days), 0, DAYS_LIMIT, NULL, false,
     false, RULE_HEARD_OF, "365", WORDS_LATER("Shortest stay that counts as permanent, days."),
     WORDS_LATER(
         "the municipality's own decision; integrationsloven § 12 before 1 March 2019 meant beyond "
         "three "
         "years")},
    {"area_max_share", "område_maks_andel", RULE_SHARE, AT(area_max_share), 0, 0, NULL, true, false,
     RULE_CHOICE, "none", WORDS_LATER("Default for max_share of areas.csv, per cent."), municipal},
    {"group_max_persons", "gruppe_maks_personer", RULE_WHOLE, AT(group_max_persons), 0, INT32_MAX,
     NULL, true, true, RULE_CHOICE, "none",
     WORDS_LATER("Most persons of one group placed in one area; needs a source."), municipal},
    {"only_scored_pairs", "kun_par_med_point", RULE_BOOL, AT(only_scored_pairs), 0, 0, NULL, false,
     false, RULE_CHOICE, "no",
     WORDS_LATER("Only pairs with a score of their own or of their area."), municipal},
    {"fallback_cost", "udgift_uden_plads", RULE_AMOUNT, AT(fallback_cost), 0, 0, NULL, true, false,
     RULE_CHOICE, "none", WORDS_LATER("Kroner a month for a household without any place."),
     WORDS_LATER("the municipality's own figure")},
    {"wish_points", "ønskepoint", RULE_POINTS, AT(wish_points), 0, POINTS_LIMIT, NULL, false, false,
     RULE_CHOICE, "100", WORDS_LATER("Points when the dwelling's area is among the wishes."),
     municipal},
    {"profile", "profil", RULE_WORDS, AT(recommended), 0, 0, profile_words, false, false,
     RULE_CHOICE, "plain",
     WORDS_LATER("The weights that are not set: plain (every one is 0) or recommended (husly rules "
                 "FOLDER shows them)."),
     municipal},
    {"right_unused", "anvisning_ubrugt", RULE_WORDS, AT(right_lapses), 0, 0, unused_words, false,
     false, RULE_HEARD_OF, "carry",
     WORDS_LATER("What earlier rounds of the period left unused: carry (still there) or lapse."),
     WORDS_LATER("the municipality's own decision, or an agreement")},
    {"hearing_days", "høring_dage", RULE_WHOLE, AT(hearing_days), 0, DAYS_LIMIT, NULL, false, false,
     RULE_HEARD_OF, "14",
     WORDS_LATER("Days from the beginning of a hearing until a converted building may be used."),
     WORDS_LATER("law of April 2015 on dispensations: two weeks at least (as told by LG Insight, "
                 "2015)")},
    {"hojskole_days", "højskole_dage", RULE_WHOLE, AT(hojskole_days), 0, DAYS_LIMIT, NULL, false,
     false, RULE_CHOICE, "182", WORDS_LATER("Length of a stay at a højskole, days."),
     WORDS_LATER("the municipality's own decision; Roskilde's of 2010, 26 weeks, as told in the "
                 "association's catalogue of 2016")},
    {"selfpay", "egenbetaling", RULE_SELFPAY, AT(selfpay_year), 0, 0, NULL, false, false,
     RULE_VERIFIED, "none",
     WORDS_LATER("Highest self-payment in a temporary place: none; a shipped year; auto (the round "
                 "date's year)."),
     WORDS_LATER("BEK 1111/2014 (retsinformation.dk), BEK 1453/2022 (socialjura.dk), rates of 2024 "
                 "(uim.dk)")},
    {"fallback_rent", "pris_uden_plads", RULE_AMOUNT, AT(fallback_rent), 0, 0, NULL, true, false,
     RULE_CHOICE, "none",
     WORDS_LATER("Whole price a month of an emergency place such as a hotel, kroner; read where "
                 "fallback_cost is "
                 "none."),
     WORDS_LATER("the municipality's own figure")},
    {"tax_rate", "skatteprocent", RULE_SHARE, AT(tax_rate), 0, 0, NULL, true, false, RULE_CHOICE,
     "none",
     WORDS_LATER("Tax of taxable income, per cent; needed where a household has a benefit "
                 "class."),
     WORDS_LATER("the municipality's and the state's rates of the year")},
    {"tax_allowance", "personfradrag", RULE_AMOUNT, AT(tax_allowance), 0, 0, NULL, true, false,
     RULE_HEARD_OF, "none",
     WORDS_LATER("Personal allowance, kroner a year; needed where a household has a benefit "
                 "class."),
     WORDS_LATER("personskatteloven § 10, by year")},
    {"access_near", "adgang_nær", RULE_WHOLE, AT(access_near), 0, MEASURE_LIMIT, NULL, false, false,
     RULE_CHOICE, "15", WORDS_LATER("Minutes to a service that count as near."), municipal},
    {"access_far", "adgang_fjern", RULE_WHOLE, AT(access_far), 1, MEASURE_LIMIT, NULL, false, false,
     RULE_CHOICE, "60", WORDS_LATER("Minutes from which nothing counts; more than access_near."),
     municipal},
    {"margin_full", "råderum_fuldt", RULE_AMOUNT, AT(margin_full), 0, 0, NULL, false, false,
     RULE_CHOICE, "1000", WORDS_LATER("Margin that earns all points, kroner a month."), municipal},
    {"key_dwellings", "nøgle_boliger", RULE_WHOLE, AT(key_dwellings), 0, KEY_LIMIT, NULL, true,
     false, RULE_CHOICE, "none", WORDS_LATER("Dwellings that the key shares; none: worked out."),
     WORDS_LATER("the municipality's own decision; an agreement with the organisations")},
    {"weight_access", "vægt_adgang", RULE_WEIGHT, AT(weights[HUSLY_WEIGHT_ACCESS]), 0, WEIGHT_LIMIT,
     NULL, false, false, RULE_CHOICE, "0",
     WORDS_LATER(
         "Points for a service near by, for each column access_… without a weight of its own."),
     municipal},
    {"weight_points", "vægt_point", RULE_WEIGHT, AT(weights[HUSLY_WEIGHT_POINTS]), 0, WEIGHT_LIMIT,
     NULL, false, false, RULE_CHOICE, "0",
     WORDS_LATER(
         "Points times the area's own, for each column points_… without a weight of its own."),
     municipal},
    {"weight_margin", "vægt_råderum", RULE_WEIGHT, AT(weights[HUSLY_WEIGHT_MARGIN]), 0,
     WEIGHT_LIMIT, NULL, false, false, RULE_CHOICE, "0",
     WORDS_LATER("Points for money left over when the rent is paid."), municipal},
    {"weight_size", "vægt_størrelse", RULE_WEIGHT, AT(weights[HUSLY_WEIGHT_SIZE]), 0, WEIGHT_LIMIT,
     NULL, false, false, RULE_CHOICE, "0",
     WORDS_LATER("Points for a dwelling that is neither crowded nor spare."), municipal},
    {"weight_reunion", "vægt_sammenføring", RULE_WEIGHT, AT(weights[HUSLY_WEIGHT_REUNION]), 0,
     WEIGHT_LIMIT, NULL, false, false, RULE_CHOICE, "0",
     WORDS_LATER("Points for room for those expected."), municipal},
    {"weight_early", "vægt_tidlig", RULE_WEIGHT, AT(weights[HUSLY_WEIGHT_EARLY]), 0, WEIGHT_LIMIT,
     NULL, false, false, RULE_CHOICE, "0", WORDS_LATER("Points for an early day."), municipal},
    {"weight_youth", "vægt_ungdom", RULE_WEIGHT, AT(weights[HUSLY_WEIGHT_YOUTH]), 0, WEIGHT_LIMIT,
     NULL, false, false, RULE_CHOICE, "0",
     WORDS_LATER("Points for a youth dwelling for a student."), municipal},
    {"weight_unchanged", "vægt_uændret", RULE_WEIGHT, AT(weights[HUSLY_WEIGHT_UNCHANGED]), 0,
     WEIGHT_LIMIT, NULL, false, false, RULE_CHOICE, "0",
     WORDS_LATER("Points for the dwelling of the earlier plan."), municipal},
    {"weight_together", "vægt_sammen", RULE_WEIGHT, AT(weights[HUSLY_WEIGHT_TOGETHER]), 0,
     WEIGHT_LIMIT, NULL, false, false, RULE_CHOICE, "0",
     WORDS_LATER("Points for others of its group in the area."), municipal},
    {"weight_school", "vægt_skole", RULE_WEIGHT, AT(weights[HUSLY_WEIGHT_SCHOOL]), 0, WEIGHT_LIMIT,
     NULL, false, false, RULE_CHOICE, "0",
     WORDS_LATER("What each child beyond the free places of the area's school costs in points."),
     municipal},
    {"weight_daycare", "vægt_dagtilbud", RULE_WEIGHT, AT(weights[HUSLY_WEIGHT_DAYCARE]), 0,
     WEIGHT_LIMIT, NULL, false, false, RULE_CHOICE, "0",
     WORDS_LATER("What each small child beyond the free places in day-care costs in points."),
     municipal},
    {"weight_even", "vægt_jævn", RULE_WEIGHT, AT(weights[HUSLY_WEIGHT_EVEN]), 0, WEIGHT_LIMIT, NULL,
     false, false, RULE_CHOICE, "0",
     WORDS_LATER("What an uneven spread over the areas costs in points."), municipal},
    {"weight_key", "vægt_nøgle", RULE_WEIGHT, AT(weights[HUSLY_WEIGHT_KEY]), 0, WEIGHT_LIMIT, NULL,
     false, false, RULE_CHOICE, "0",
     WORDS_LATER("What a departure from the distribution key costs in points."), municipal},
    {"lot", "lodtrækning", RULE_POINTS, AT(lot), 0, POINTS_LIMIT, NULL, false, false, RULE_CHOICE,
     "0", WORDS_LATER("Seeds the draw among equally good plans."), municipal},
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

const char *rulebook_nearest(const char *name, bool danish)
{
    struct nearest nearest = nearest_to(name);
    for (size_t i = 0; i < rulebook_count; i++) {
        nearest_try(&nearest, rulebook[i].name);
        nearest_try(&nearest, rulebook[i].danish);
    }
    const struct rule_entry *entry =
        nearest.best == NULL ? &rulebook[0] : rulebook_find(nearest.best);
    return danish ? entry->danish : entry->name;
}

size_t husly_rule_count(void)
{
    return rulebook_count;
}

husly_rule_info husly_rule(size_t index)
{
    static const char *const standings[] = {[RULE_VERIFIED] = WORDS_LATER("verified"),
                                            [RULE_HEARD_OF] = WORDS_LATER("not verified"),
                                            [RULE_CHOICE] = WORDS_LATER("municipal choice")};
    const struct rule_entry *entry = &rulebook[index];
    return (husly_rule_info){entry->name,  entry->danish, entry->fallback,
                             entry->about, entry->source, standings[entry->standing]};
}
