/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/benefit_text.h"

#include "base/amount.h"
#include "base/date.h"
#include "base/text.h"
#include "base/words.h"
#include "model/net_income.h"
#include "report/layout.h"
#include "rules/benefit.h"

/* What lib/data/benefit_rates.csv says in words, for whoever looks for texts without their Danish.
 */
#define TEXTS_OF_BENEFIT_RATES                                                                     \
    WORDS_LATER("aktivloven § 22 (provision not looked up)")                                       \
    WORDS_LATER("aktivloven § 25 (provision not looked up)")                                       \
    WORDS_LATER("bm.dk 2016: the equal rates of uddannelseshjælp")                                 \
    WORDS_LATER("bm.dk 2017: the equal rate of uddannelseshjælp")                                  \
    WORDS_LATER("bm.dk 2023: 97 per cent of uddannelseshjælp and within 2 kr")                     \
    WORDS_LATER("common knowledge")                                                                \
    WORDS_LATER("ishoj.dk and job.herning.dk")                                                     \
    WORDS_LATER("lundsteenwiederquist.dk 2023 and the others are those of 2023 times 1.032")

enum { WIDTH_OF_WORDS = 58, WIDTH_OF_AMOUNT = 14 };

/* A sum being told: words to the left, kroner to the right. */
struct sum {
    struct text *text;
    husly_language language;
    const husly_problem *problem;
    const struct household *people;
};

static void add_line(const struct sum *sum, const char *words, husly_amount amount)
{
    struct text kroner = {0};
    amount_add(&kroner, amount, sum->language == HUSLY_DANISH ? ',' : '.');
    layout_left(sum->text, words, WIDTH_OF_WORDS);
    layout_right(sum->text, text_string(&kroner), WIDTH_OF_AMOUNT);
    text_add_string(sum->text, "\n");
    sum->text->failed = sum->text->failed || kroner.failed;
    text_free(&kroner);
}

static void add_step(const struct sum *sum, const char *words, wide amount)
{
    add_line(sum, husly_words(sum->language, words), (husly_amount)amount);
}

static void add_note(const struct sum *sum, const char *note)
{
    text_add_string(sum->text, husly_words(sum->language, note));
    text_add_string(sum->text, "\n");
}

static const char *class_name(husly_benefit_class benefit_class)
{
    return benefit_class == HUSLY_CLASS_INTEGRATION ? WORDS_LATER("Integration benefit")
                                                    : WORDS_LATER("Cash assistance");
}

static const char *earner_name(enum earner earner)
{
    static const char *const names[] = {
        [EARNER_SINGLE_PROVIDER] = WORDS_LATER("one adult with children"),
        [EARNER_PROVIDER] = WORDS_LATER("an adult of a couple with children"),
        [EARNER_NON_PROVIDER] = WORDS_LATER("an adult without children")};
    return names[earner];
}

/* How sure a shipped figure is. */
static const char *standing_of(const struct benefit_rate *rate)
{
    static const char *const words[] = {WORDS_LATER("yes"), WORDS_LATER("derived"),
                                        WORDS_LATER("no")};
    int word = 0;
    while (word < 2 && !text_equal(rate->verified, words[word]))
        word++;
    return words[word];
}

static void add_day(struct text *text, const char *written, husly_language language)
{
    husly_date day = HUSLY_NO_DATE;
    if (date_parse(written, &day) == NULL)
        date_add(text, day, language);
}

static void add_rate_source(const struct sum *sum, const struct benefit_rate *rate)
{
    struct text from = {0}, until = {0};
    add_day(&from, rate->from, sum->language);
    add_day(&until, rate->until, sum->language);
    text_add_words(
        sum->text, sum->language, "  rate of %s – %s, %s; verified: %s, %s\n", text_string(&from),
        text_string(&until), husly_words(sum->language, rate->provision),
        husly_words(sum->language, standing_of(rate)), husly_words(sum->language, rate->source));
    sum->text->failed = sum->text->failed || from.failed || until.failed;
    text_free(&from);
    text_free(&until);
}

static void add_tax(const struct sum *sum, husly_amount tax)
{
    const husly_policy *policy = &sum->problem->policy;
    const char mark = sum->language == HUSLY_DANISH ? ',' : '.';
    struct text rate = {0}, allowance = {0};
    char words[160];
    if (policy->tax_rate.whole == 10000) {
        amount_add(&rate, policy->tax_rate.part, mark); /* hundredths of a per cent */
        text_add_string(&rate, " %");
    } else {
        text_add_format(&rate, "%lld/%lld", (long long)policy->tax_rate.part,
                        (long long)policy->tax_rate.whole);
    }
    amount_add(&allowance, policy->tax_allowance, mark);
    words_print(words, sizeof words, sum->language, "− tax: %s of what is above %s a year",
                text_string(&rate), text_string(&allowance));
    add_line(sum, words, -tax);
    sum->text->failed = sum->text->failed || rate.failed || allowance.failed;
    text_free(&rate);
    text_free(&allowance);
}

static void add_earner(const struct sum *sum, const struct net_income_part *part)
{
    const struct benefit_rate *rate = part->rate;
    char words[160];
    words_print(words, sizeof words, sum->language, "%s, %s",
                husly_words(sum->language, class_name(rate->benefit_class)),
                husly_words(sum->language, earner_name(rate->earner)));
    add_line(sum, words, part->gross);
    add_rate_source(sum, rate);
    add_tax(sum, part->tax);
    if (part->adults == 1) {
        add_step(sum, WORDS_LATER("= after tax"), part->net);
        return;
    }
    words_print(words, sizeof words, sum->language, "= after tax, times %d", part->adults);
    add_line(sum, words, part->adults * part->net);
}

/* What must be left for living; true when a net income is held against it. */
static void add_minimum(const struct sum *sum)
{
    const husly_policy *policy = &sum->problem->policy;
    const struct household *people = sum->people;
    const int more = people->adults > 2 ? people->adults - 2 + people->children : people->children;
    char words[160];
    if (people->adults == 1)
        add_step(sum, WORDS_LATER("− living minimum, one adult"), -policy->living_minimum_single);
    else
        add_step(sum, WORDS_LATER("− living minimum, two adults"), -policy->living_minimum_couple);
    words_print(words, sizeof words, sum->language, "− for each child and further adult, times %d",
                more);
    if (more == 1)
        add_step(sum, WORDS_LATER("− for one child or further adult"),
                 -policy->living_minimum_child);
    else if (more > 1)
        add_line(sum, words, -more * policy->living_minimum_child);
}

static void add_gap(const struct sum *sum)
{
    const struct net_income income = net_income_of(sum->people->given, &sum->problem->policy);
    if (sum->people->adults == 0)
        add_note(sum, WORDS_LATER("The rent rule does not apply: no adult in the household."));
    else if (income.gap == NET_INCOME_WITHOUT_TAX)
        add_note(sum,
                 WORDS_LATER("No net income: the rules tax_rate and tax_allowance are not set."));
    else if (income.gap == NET_INCOME_WITHOUT_RATE)
        add_note(sum, WORDS_LATER("No net income: no rate is shipped for the round date."));
    else
        add_note(sum, WORDS_LATER("The round states no max_rent, net_income or benefit_class."));
}

/* A net income that the round states, or the benefit that it comes from. */
static void add_income(const struct sum *sum)
{
    const husly_household *given = sum->people->given;
    const struct net_income income = net_income_of(given, &sum->problem->policy);
    if (given->net_income != HUSLY_NO_AMOUNT) {
        add_step(sum, WORDS_LATER("Net income a month, as the round states it"), given->net_income);
        return;
    }
    for (int part = 0; part < income.part_count; part++)
        add_earner(sum, &income.parts[part]);
    add_step(sum, WORDS_LATER("= net income a month"), income.net);
}

static void add_budget(const struct sum *sum)
{
    const struct household *people = sum->people;
    if (!people->has_budget) {
        add_gap(sum);
        return;
    }
    if (people->given->max_rent == HUSLY_NO_AMOUNT) {
        add_income(sum);
        add_minimum(sum);
        add_step(sum, WORDS_LATER("= budget: what it can pay a month"), people->budget);
    } else {
        add_step(sum, WORDS_LATER("Budget a month, max_rent as the round states it"),
                 people->budget);
    }
}

static void add_year(const struct sum *sum, const struct benefit_year *year)
{
    if (year->source == NULL)
        add_note(sum, WORDS_LATER("Housing benefit a year, with the municipality's own amounts:"));
    else
        text_add_words(sum->text, sum->language,
                       "Housing benefit a year, amounts of %d: %s, published by %s; verified: %s\n",
                       year->year, husly_words(sum->language, year->provision), year->source,
                       husly_words(sum->language, year->verified));
}

static void add_counted_rent(const struct sum *sum, const struct benefit_steps *steps)
{
    char words[160];
    add_step(sum, WORDS_LATER("  rent, 12 months"), steps->rent);
    words_print(words, sizeof words, sum->language, "  of at most %lld m²",
                (long long)steps->norm_m2);
    if (steps->rent_of_norm != steps->rent)
        add_line(sum, words, (husly_amount)steps->rent_of_norm);
    add_step(sum, WORDS_LATER("  highest rent that counts"), steps->most_rent);
    add_step(sum, WORDS_LATER("  = rent that counts"), steps->counted);
}

static void add_steps(const struct sum *sum, const struct benefit_steps *steps)
{
    add_counted_rent(sum, steps);
    add_step(sum, WORDS_LATER("  60 per cent of it"), steps->part);
    add_step(sum, WORDS_LATER("  the household's income"), sum->people->income);
    add_step(sum, WORDS_LATER("  income that takes nothing off"), steps->threshold);
    add_step(sum, WORDS_LATER("  − 18 per cent of what is above"), -steps->reduction);
    if (sum->people->children == 0)
        add_step(sum, WORDS_LATER("  at most, without children: 15 per cent of that rent"),
                 steps->cap);
    add_step(sum, WORDS_LATER("  at most: the rent that counts less the own payment"),
             steps->beside_own);
    add_step(sum, WORDS_LATER("  at most"), steps->most);
    add_step(sum, WORDS_LATER("  = housing benefit a year, the least of these"), steps->yearly);
}

/* Why no benefit is counted, or the steps to it. */
static void add_benefit(const struct sum *sum, int household, const struct dwelling *home,
                        int dwelling)
{
    struct benefit_year own_table = {0};
    const struct benefit_year *year = benefit_year_in_force(&sum->problem->policy, &own_table);
    const enum benefit_gap gap = benefit_gap(sum->problem, household, dwelling);
    if (year == NULL)
        add_note(sum, WORDS_LATER("No housing benefit: the rule housing_benefit is none."));
    else if (!kind_is_single(home->kind))
        add_note(sum, WORDS_LATER("No housing benefit: a dwelling of this kind carries none."));
    else if (gap == BENEFIT_WITHOUT_INCOME)
        add_note(sum, WORDS_LATER("No housing benefit: the household's income is not stated."));
    else if (gap == BENEFIT_WITHOUT_AREA)
        add_note(sum, WORDS_LATER("No housing benefit: the dwelling's area in m² is not stated."));
    else {
        const struct benefit_steps steps =
            benefit_steps(year, sum->people->persons, sum->people->children, home->rent,
                          home->area_m2, sum->people->income);
        add_year(sum, year);
        add_steps(sum, &steps);
    }
}

static void add_dwelling(const struct sum *sum, int household, int dwelling)
{
    const struct dwelling *home = &sum->problem->dwellings[dwelling];
    const husly_amount benefit = benefit_of_pair(sum->problem, household, dwelling);
    const husly_amount net = home->rent + home->utilities - benefit;
    text_add_words(sum->text, sum->language, "\nIn dwelling %s:\n", home->id);
    add_benefit(sum, household, home, dwelling);
    add_step(sum, WORDS_LATER("Rent a month"), home->rent);
    add_step(sum, WORDS_LATER("+ utilities"), home->utilities);
    add_step(sum, WORDS_LATER("− housing benefit a month"), -benefit);
    add_step(sum, WORDS_LATER("= net rent a month"), net);
    if (!sum->people->has_budget)
        return;
    add_step(sum, WORDS_LATER("Margin: budget less net rent"), sum->people->budget - net);
    add_note(sum, sum->people->budget >= net
                      ? WORDS_LATER("The household can pay: rule 3 holds.")
                      : WORDS_LATER("The household cannot pay: rule 3 does not hold."));
}

void benefit_text_add(struct text *text, const husly_problem *problem, int household, int dwelling,
                      husly_language language)
{
    const struct sum sum = {text, language, problem, &problem->households[household]};
    struct text date = {0};
    date_add(&date, problem->policy.round_date, language);
    text_add_words(text, language,
                   "Household %s on %s, adults: %d, children: %d. Amounts in kroner.\n",
                   sum.people->id, text_string(&date), sum.people->adults, sum.people->children);
    text->failed = text->failed || date.failed;
    text_free(&date);
    add_budget(&sum);
    if (dwelling != NONE)
        add_dwelling(&sum, household, dwelling);
}
