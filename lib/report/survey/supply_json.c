/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/survey/supply_json.h"

#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "report/survey/most_text.h"

static void write_counts(struct json_writer *json, const struct supply_counts *counts)
{
    json_open(json, "counts", '{');
    json_number(json, "households", counts->households);
    json_number(json, "persons", counts->persons);
    json_number(json, "dwellings", counts->dwellings);
    json_number(json, "single", counts->single);
    json_number(json, "several", counts->several);
    json_number(json, "places", counts->places);
    json_number(json, "transit", counts->transit);
    json_number(json, "transit_places", counts->transit_places);
    json_number(json, "usable", counts->usable);
    json_close(json, '}');
}

static void write_closed(struct json_writer *json, const struct supply *supply)
{
    json_open(json, "closed", '{');
    for (int closing = 0; closing < CLOSED_NOT; closing++)
        json_number(json, supply_closing((enum closing)closing), supply->closed[closing]);
    json_close(json, '}');
}

static void write_sizes(struct json_writer *json, const struct supply *supply)
{
    json_open(json, "by_size", '[');
    for (int s = 0; s < supply->size_count; s++) {
        const struct supply_size *row = &supply->sizes[s];
        json_open(json, NULL, '{');
        json_number(json, "persons", row->persons);
        json_number(json, "households", row->households);
        json_number(json, "dwellings", row->dwellings);
        json_number(json, "without", row->without);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_rents(struct json_writer *json, const struct supply *supply)
{
    json_open(json, "by_rent", '[');
    for (int r = 0; r < supply->rent_count; r++) {
        const struct supply_rent *row = &supply->rents[r];
        json_open(json, NULL, '{');
        json_number(json, "from", row->from);
        json_number(json, "below", row->below);
        json_number(json, "dwellings", row->dwellings);
        json_number(json, "can_pay", row->can_pay);
        json_number(json, "lawful", row->lawful);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_accesses(struct json_writer *json, const struct supply *supply)
{
    json_open(json, "by_access", '[');
    for (int a = 0; a < 2; a++) {
        const struct supply_access *row = &supply->accesses[a];
        json_open(json, NULL, '{');
        json_bool(json, "step_free", row->step_free);
        json_number(json, "households", row->households);
        json_number(json, "dwellings", row->dwellings);
        json_number(json, "fitting", row->fitting);
        json_number(json, "without", row->without);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_limit(struct json_writer *json, const char *key, int64_t limit)
{
    if (limit == SUPPLY_NO_LIMIT)
        json_null(json, key);
    else
        json_number(json, key, limit);
}

static void write_areas(struct json_writer *json, const struct supply *supply)
{
    json_open(json, "by_area", '[');
    for (int a = 0; a < supply->area_count; a++) {
        const struct supply_area *row = &supply->areas[a];
        json_open(json, NULL, '{');
        json_string(json, "area", row->area);
        json_bool(json, "listed", row->listed);
        json_number(json, "dwellings", row->dwellings);
        write_limit(json, "persons_left", row->persons_left);
        write_limit(json, "children_left", row->children_left);
        json_number(json, "wishes", row->wishes);
        json_number(json, "lawful", row->lawful);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_sections(struct json_writer *json, const struct supply *supply)
{
    json_open(json, "by_section", '[');
    for (int s = 0; s < supply->section_count; s++) {
        const struct supply_section *row = &supply->sections[s];
        json_open(json, NULL, '{');
        json_string(json, "section", row->section);
        json_number(json, "dwellings", row->dwellings);
        json_number(json, "households_left", row->households_left);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_rights(struct json_writer *json, const struct supply *supply)
{
    json_open(json, "right", '[');
    for (int r = 0; r < supply->right_count; r++) {
        const struct supply_right *row = &supply->rights[r];
        json_open(json, NULL, '{');
        json_string(json, "unit", row->unit);
        json_string(json, "organisation", row->organisation);
        json_number(json, "reported", row->reported);
        json_number(json, "closed", row->closed);
        json_number(json, "offered", row->offered);
        json_number(json, "entitlement", row->entitlement);
        json_number(json, "extras", row->extras);
        json_number(json, "flexible", row->flexible);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_households(struct json_writer *json, const struct supply *supply)
{
    json_open(json, "household_list", '[');
    for (int h = 0; h < supply->household_count; h++) {
        const struct supply_household *row = &supply->households[h];
        json_open(json, NULL, '{');
        json_string(json, "household", row->household);
        json_number(json, "persons", row->persons);
        json_number(json, "lawful", row->lawful);
        json_number(json, "open", row->open);
        json_string(json, "code", row->code);
        json_close(json, '}');
    }
    json_close(json, ']');
}

void supply_write_tables(struct json_writer *json, const struct supply *supply)
{
    write_counts(json, &supply->counts);
    write_closed(json, supply);
    write_sizes(json, supply);
    write_rents(json, supply);
    write_accesses(json, supply);
    write_areas(json, supply);
    write_sections(json, supply);
    write_rights(json, supply);
    write_households(json, supply);
}

static void write_barred(struct json_writer *json, const husly_problem *problem,
                         const struct most *most)
{
    json_open(json, "barred", '[');
    for (int b = 0; b < most->barred_count; b++) {
        json_open(json, NULL, '{');
        json_string(json, "household", problem->households[most->barred[b].household].id);
        json_string(json, "code", most->barred[b].code);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_limits(struct json_writer *json, const struct most_group *group)
{
    static const char *const kinds[] = {"dwelling", "unit", "extras"};
    json_open(json, "limits", '[');
    for (int l = 0; l < group->limit_count; l++) {
        json_open(json, NULL, '{');
        json_string(json, "kind", kinds[group->limits[l].kind]);
        json_string(json, "id", group->limits[l].name);
        json_number(json, "places", group->limits[l].places);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_groups(struct json_writer *json, const husly_problem *problem,
                         const struct most *most)
{
    json_open(json, "groups", '[');
    for (int g = 0; g < most->group_count; g++) {
        const struct most_group *group = &most->groups[g];
        json_open(json, NULL, '{');
        json_open(json, "households", '[');
        for (int k = 0; k < group->household_count; k++)
            json_string(json, NULL, problem->households[group->households[k]].id);
        json_close(json, ']');
        write_limits(json, group);
        json_number(json, "places", group->places);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_sentences(struct json_writer *json, const husly_problem *problem,
                            const struct most *most, husly_language language)
{
    struct text plain = {0};
    most_tell_plain(&plain, problem, most, language);
    json_open(json, "sentences", '[');
    char *line = plain.bytes;
    while (line != NULL && *line != '\0') {
        char *end = strchr(line, '\n');
        if (end != NULL)
            *end = '\0';
        json_string(json, NULL, line);
        line = end != NULL ? end + 1 : NULL;
    }
    json_close(json, ']');
    json->text->failed = json->text->failed || plain.failed;
    text_free(&plain);
}

void supply_write_most(struct json_writer *json, const husly_problem *problem,
                       const struct most *most, husly_language language)
{
    json_open(json, "most", '{');
    json_number(json, "households", most->household_count);
    write_barred(json, problem, most);
    write_groups(json, problem, most);
    json_number(json, "bound", most->bound);
    write_sentences(json, problem, most, language);
    json_close(json, '}');
}
