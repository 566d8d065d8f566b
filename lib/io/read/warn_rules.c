/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules that are set, and yet find nothing in the round that they are about. */
#include "base/words.h"
#include "io/read/reader.h"

static bool has_number(const husly_round *round, husly_weight weight)
{
    for (size_t i = 0; i < round->area_count; i++) {
        const husly_area *area = &round->areas[i];
        const int32_t places = weight == HUSLY_WEIGHT_SCHOOL ? area->school : area->daycare;
        if (places != HUSLY_NO_NUMBER)
            return true;
    }
    return false;
}

static void warn_of_weight(struct reader *reader, husly_weight weight, const char *rule,
                           const char *column)
{
    const husly_round *round = reader->round;
    if (round->policy.weights[weight] > 0 && !reader->tables[TABLE_AREAS].broken &&
        !has_number(round, weight))
        finding_warning(&reader->findings, reader_rule_place(reader, rule),
                        "no area has a number in the column %s, so the rule counts for nothing",
                        column);
}

static bool moves_out(int32_t homes, husly_share moves)
{
    return homes > 0 && moves.part > 0;
}

static bool has_move_outs(const husly_round *round)
{
    for (size_t i = 0; i < round->organisation_count; i++) {
        const husly_organisation *row = &round->organisations[i];
        if (row->vacated_last_year > 0)
            return true;
        if (row->vacated_last_year == HUSLY_NO_NUMBER &&
            (moves_out(row->homes_family, row->moves_family) ||
             moves_out(row->homes_youth, row->moves_youth) ||
             moves_out(row->homes_elderly, row->moves_elderly)))
            return true;
    }
    return false;
}

static void warn_of_key(struct reader *reader, const char *rule)
{
    finding_warning(&reader->findings, reader_rule_place(reader, rule),
                    "no organisation has move-outs, so there is no key and the rule counts for "
                    "nothing");
}

void warn_of_rules(struct reader *reader)
{
    const husly_policy *policy = &reader->round->policy;
    warn_of_weight(reader, HUSLY_WEIGHT_SCHOOL, "weight_school",
                   reader_word(reader, TABLE_AREAS, "school", "skole"));
    warn_of_weight(reader, HUSLY_WEIGHT_DAYCARE, "weight_daycare",
                   reader_word(reader, TABLE_AREAS, "daycare", "dagtilbud"));
    if (reader->tables[TABLE_ORGANISATIONS].broken || has_move_outs(reader->round))
        return;
    if (policy->weights[HUSLY_WEIGHT_KEY] > 0)
        warn_of_key(reader, "weight_key");
    if (policy->key_dwellings != HUSLY_NO_NUMBER)
        warn_of_key(reader, "key_dwellings");
}
