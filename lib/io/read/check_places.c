/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sections, areas and organisations: what they refer to, and what their cells mean together. */
#include "io/read/reader.h"

void check_reference(struct reader *reader, struct place at, enum table_number target,
                     const char *id)
{
    const struct table_state *state = &reader->tables[target];
    const struct id_index *known = &reader->ids[target];
    if (id == NULL || !state->present || state->broken || id_index_has(known, id))
        return;
    const char *nearest = id_index_nearest(known, id);
    if (nearest == NULL && table_find(target)->required)
        finding_mistake(&reader->findings, at, "%s is not in %s, which has no rows; fill it in", id,
                        state->name);
    else if (nearest == NULL)
        finding_mistake(&reader->findings, at,
                        "%s is not in %s, which has no rows; fill it in, or delete the file to "
                        "take ids as they are",
                        id, state->name);
    else
        finding_mistake(&reader->findings, at, "%s is not in %s; the nearest is %s", id,
                        state->name, nearest);
}

static void check_flexible(struct reader *reader, const husly_section *section)
{
    const struct place share =
        reader_place(reader, TABLE_SECTIONS, section->line, offsetof(husly_section, flexible));
    const struct place whom =
        reader_place(reader, TABLE_SECTIONS, section->line, offsetof(husly_section, flexible_for));
    if (section->flexible.whole != 0 && section->flexible_for == NULL)
        finding_mistake(&reader->findings, whom,
                        "empty; %s needs whom the dwellings are for, words or labels", share.field);
}

static void check_section(struct reader *reader, const husly_section *section)
{
    check_reference(reader,
                    reader_place(reader, TABLE_SECTIONS, section->line,
                                 offsetof(husly_section, organisation_id)),
                    TABLE_ORGANISATIONS, section->organisation_id);
    check_reference(
        reader,
        reader_place(reader, TABLE_SECTIONS, section->line, offsetof(husly_section, area_id)),
        TABLE_AREAS, section->area_id);
    if (!reader_row_is_wrong(reader, TABLE_SECTIONS, section->line))
        check_flexible(reader, section);
    if (section->max_share.whole == 0 || section->homes != HUSLY_NO_NUMBER ||
        reader_row_is_wrong(reader, TABLE_SECTIONS, section->line))
        return;
    const struct place at =
        reader_place(reader, TABLE_SECTIONS, section->line, offsetof(husly_section, homes));
    finding_mistake(&reader->findings, at,
                    "missing; a largest share needs the number of all homes in the section");
}

static void check_area(struct reader *reader, const husly_area *area)
{
    const bool shared =
        area->max_share.whole != 0 || reader->round->policy.area_max_share.whole != 0;
    if (reader_row_is_wrong(reader, TABLE_AREAS, area->line))
        return;
    if (shared && area->residents == HUSLY_NO_NUMBER) {
        const struct place at =
            reader_place(reader, TABLE_AREAS, area->line, offsetof(husly_area, residents));
        finding_mistake(&reader->findings, at,
                        "missing; a largest share needs the number of residents");
    }
    const bool half_degrees = (area->lon == NULL) != (area->lat == NULL);
    const bool half_plane = (area->x == NULL) != (area->y == NULL);
    if (half_degrees || half_plane) {
        const size_t offset = half_degrees ? offsetof(husly_area, lon) : offsetof(husly_area, x);
        finding_mistake(&reader->findings, reader_place(reader, TABLE_AREAS, area->line, offset),
                        "one coordinate alone; give %s and %s, or neither",
                        half_degrees ? "lon" : "x", half_degrees ? "lat" : "y");
    }
}

static void check_period(struct reader *reader, const husly_organisation *organisation)
{
    const struct place until = reader_place(reader, TABLE_ORGANISATIONS, organisation->line,
                                            offsetof(husly_organisation, extra_until));
    const struct place from = reader_place(reader, TABLE_ORGANISATIONS, organisation->line,
                                           offsetof(husly_organisation, extra_from));
    if (organisation->extra_until != HUSLY_NO_DATE && organisation->extra_from != HUSLY_NO_DATE &&
        organisation->extra_until < organisation->extra_from)
        finding_mistake(&reader->findings, until,
                        "earlier than %s; the period ends on its last day", from.field);
}

static void check_organisation(struct reader *reader, const husly_organisation *organisation)
{
    if (reader_row_is_wrong(reader, TABLE_ORGANISATIONS, organisation->line))
        return;
    check_period(reader, organisation);
    if (organisation->extra_used <= organisation->extra_dwellings)
        return;
    const struct place at = reader_place(reader, TABLE_ORGANISATIONS, organisation->line,
                                         offsetof(husly_organisation, extra_used));
    finding_mistake(&reader->findings, at, "%d used of %d agreed; at most those agreed can be used",
                    (int)organisation->extra_used, (int)organisation->extra_dwellings);
}

void check_places(struct reader *reader)
{
    const husly_round *round = reader->round;
    for (size_t i = 0; i < round->section_count; i++)
        check_section(reader, &round->sections[i]);
    for (size_t i = 0; i < round->area_count; i++)
        check_area(reader, &round->areas[i]);
    for (size_t i = 0; i < round->organisation_count; i++)
        check_organisation(reader, &round->organisations[i]);
}
