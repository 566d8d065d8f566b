/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands first in the way, turned round. Nothing is solved and nothing promised: once this is
 * changed, another rule or another household may stand there. */
#include "report/reason/reason.h"

#include "report/reason/help_parts.h"
#include "rules/sentence.h"

/* A dwelling, by how much it fails. */
struct miss {
    int dwelling;
    int broken, first; /* rules, and the first of them */
    int64_t amount;    /* of that first one */
};

static struct miss miss_of(const struct phrase *phrase, int dwelling)
{
    struct miss miss = {.dwelling = dwelling};
    for (int rule = 0; rule < PAIR_RULES; rule++) {
        const struct judgement judgement =
            rules[rule]->judge(phrase->problem, phrase->household, dwelling);
        if (judgement.holds)
            continue;
        if (miss.broken++ == 0) {
            miss.first = rule;
            miss.amount = judgement.amount;
        }
    }
    return miss;
}

static bool is_nearer(const struct miss *one, const struct miss *other)
{
    if (one->broken != other->broken)
        return one->broken < other->broken;
    if (one->first != other->first)
        return one->first < other->first;
    return one->amount < other->amount;
}

/* Keeps the nearest; of equal ones those that came first, and so by id. */
static int keep_nearest(struct miss *nearest, int count, struct miss next)
{
    int at = count;
    for (; at > 0 && is_nearer(&next, &nearest[at - 1]); at--) {
        if (at < HELP_PLACES)
            nearest[at] = nearest[at - 1];
    }
    if (at < HELP_PLACES)
        nearest[at] = next;
    return count < HELP_PLACES ? count + 1 : count;
}

/* The nearest of those that the rule alone keeps out. */
static int find_alone(const struct phrase *phrase, int rule, struct miss *nearest)
{
    int count = 0;
    for (int d = 0; d < phrase->problem->dwelling_count; d++) {
        if (reasons_broken_alone(phrase->reasons, rule, d))
            count = keep_nearest(nearest, count, miss_of(phrase, d));
    }
    return count;
}

/* "B1 or B2 if it were step-free; B3 if …"; what several need is said once. */
static void add_conditions(const struct phrase *phrase, const struct miss *nearest,
                           const struct text *conditions, int count)
{
    bool joins = false;
    for (int at = 0; at < count; at++) {
        const bool goes_on = at + 1 < count && text_equal(text_string(&conditions[at]),
                                                          text_string(&conditions[at + 1]));
        if (joins && !goes_on)
            phrase_add(phrase, " or ");
        else
            text_add_string(phrase->out, at == 0 ? "" : joins ? ", " : "; ");
        text_add_string(phrase->out, phrase->problem->dwellings[nearest[at].dwelling].id);
        joins = goes_on;
        if (goes_on)
            continue;
        phrase_add(phrase, " if ");
        text_add_string(phrase->out, text_string(&conditions[at]));
    }
}

static void add_decision(const struct phrase *phrase, int rule, const struct miss *nearest,
                         int count)
{
    const char *ids[HELP_PLACES];
    int allowed = 0;
    for (int at = 0; at < count; at++) {
        if (help_may_allow(phrase, rule, nearest[at].dwelling))
            ids[allowed++] = phrase->problem->dwellings[nearest[at].dwelling].id;
    }
    if (allowed == 0)
        return;
    phrase_add(phrase, " A decision could instead allow it ");
    for (int at = 0; at < allowed; at++) {
        if (at > 0 && at + 1 == allowed)
            phrase_add(phrase, " or ");
        else
            text_add_string(phrase->out, at > 0 ? ", " : "");
        text_add_string(phrase->out, ids[at]);
    }
    text_add_string(phrase->out, ".");
}

static void help_rule(const struct phrase *phrase, int rule)
{
    struct miss nearest[HELP_PLACES];
    struct text conditions[HELP_PLACES] = {{0}};
    const int count = find_alone(phrase, rule, nearest);
    for (int at = 0; at < count; at++) {
        const struct phrase inner = phrase_into(phrase, &conditions[at]);
        help_condition(&inner, rule, nearest[at].dwelling);
        phrase->out->failed = phrase->out->failed || conditions[at].failed;
    }
    phrase_add(phrase, "Rules 1-7 would allow it ");
    add_conditions(phrase, nearest, conditions, count);
    text_add_string(phrase->out, ".");
    add_decision(phrase, rule, nearest, count);
    for (int at = 0; at < count; at++)
        text_free(&conditions[at]);
}

/* Everything that a dwelling breaks, in the words of docs/explain.md. */
static void add_faults(const struct phrase *phrase, int dwelling)
{
    const struct sentence_pair pair = {phrase->problem, phrase->household, dwelling,
                                       phrase->language};
    bool any = false;
    for (int rule = 0; rule < PAIR_RULES; rule++) {
        const struct judgement judgement =
            rules[rule]->judge(phrase->problem, phrase->household, dwelling);
        if (judgement.holds)
            continue;
        const husly_obstacle obstacle = {.rule = rules[rule]->code,
                                         .what = judgement.what,
                                         .amount = judgement.amount,
                                         .given = judgement.given,
                                         .limit = judgement.limit};
        text_add_string(phrase->out, any ? "; " : "");
        sentence_add(phrase->out, &pair, &obstacle);
        any = true;
    }
}

/* A sentence may end with "kr." already. */
static void add_stop(struct text *out)
{
    const char *said = text_string(out);
    const bool stops = out->size > 0 && said[out->size - 1] == '.';
    text_add_string(out, stops ? "" : ".");
}

static int count_broken(const struct phrase *phrase, int dwelling)
{
    int count = 0;
    for (int rule = 0; rule < PAIR_RULES; rule++)
        count += mask_has(phrase->reasons->masks.broken[rule], dwelling);
    return count;
}

static void help_several(const struct phrase *phrase)
{
    struct miss nearest[HELP_PLACES];
    int count = 0;
    for (int d = 0; d < phrase->problem->dwelling_count; d++) {
        if (phrase->problem->dwellings[d].kind != HUSLY_KIND_TRANSIT &&
            (count == 0 || count_broken(phrase, d) <= nearest[0].broken))
            count = keep_nearest(nearest, count, miss_of(phrase, d));
    }
    if (count == 0) {
        phrase_add(phrase, "The round would need a permanent dwelling.");
        return;
    }
    phrase_add(phrase, "The nearest is %s, where all of this would have to change: ",
               phrase->problem->dwellings[nearest[0].dwelling].id);
    add_faults(phrase, nearest[0].dwelling);
    add_stop(phrase->out);
}

/* What opens a dwelling to the household opens it to the party only with all others of it. */
static void add_party(const struct phrase *phrase)
{
    if (survey_has_party(phrase->problem, phrase->household))
        phrase_add(phrase, " All of its party would have to be allowed there too.");
    if (survey_has_near(phrase->problem, phrase->household))
        phrase_add(phrase, " Those near it would have to be allowed a dwelling in its section.");
}

static void help_party(const struct phrase *phrase)
{
    const struct piece alone =
        piece_dwellings(phrase, reasons_count_lawful(phrase->reasons, phrase->household));
    const int64_t persons = phrase->reasons->load.persons;
    phrase_add(phrase,
               "A dwelling for several households with places for %s, which the rules allow each "
               "of them, would take the party.",
               piece_persons(phrase, persons).words);
    phrase_add(phrase, " Without the party (column party) rules 1-7 allow the household %s.",
               alone.words);
}

static void help_near(const struct phrase *phrase)
{
    const struct piece alone =
        piece_dwellings(phrase, reasons_count_lawful(phrase->reasons, phrase->household));
    phrase_add(phrase, "A section with a dwelling that the rules allow for each of them would take "
                       "them all.");
    phrase_add(phrase, " Without the label (column near) rules 1-7 allow the household %s.",
               alone.words);
}

static void help_competition(const struct phrase *phrase)
{
    const int count = reasons_count_takes(phrase->reasons, phrase->household);
    const struct piece dwellings = piece_dwellings(phrase, count);
    if (count == 1)
        phrase_add(phrase,
                   "%s is lawful; husly explain tells what it would cost, or why no plan has it.",
                   dwellings.words);
    else
        phrase_add(
            phrase,
            "%s are lawful; husly explain tells what each would cost, or why no plan has it.",
            dwellings.words);
}

void reason_help(struct reasons *reasons, int household, enum reason reason,
                 husly_language language, struct text *out)
{
    if (reason <= REASON_SEVERAL)
        reasons_look_closer(reasons, household);
    else
        reasons_look(reasons, household);
    const struct phrase phrase = {reasons, reasons->problem, household, language, out};
    switch (reason) {
    case REASON_KIND:
    case REASON_SIZE:
    case REASON_RENT:
    case REASON_ACCESS:
    case REASON_AREA:
    case REASON_TIME:
    case REASON_DECISION:
        help_rule(&phrase, (int)reason - REASON_KIND);
        add_party(&phrase);
        break;
    case REASON_SEVERAL:
        help_several(&phrase);
        add_party(&phrase);
        break;
    case REASON_PARTY:
        help_party(&phrase);
        break;
    case REASON_NEAR:
        help_near(&phrase);
        break;
    case REASON_RIGHT:
        help_right(&phrase);
        break;
    case REASON_CAP:
        help_cap(&phrase);
        break;
    case REASON_NOT_PROVEN:
        help_competition(&phrase);
        phrase_add(&phrase, " More work for the search (--work) may find it a place.");
        break;
    case REASON_COMPETITION:
        help_competition(&phrase);
        break;
    }
}
