/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/write/result_tables.h"

#include "io/csv_write.h"

enum { PLACEMENT_CELLS = 13, UNPLACED_CELLS = 7, BREAKDOWN_CELLS = 8, CERTIFICATE_CELLS = 5 };

static const struct csv_heading placement_headings[PLACEMENT_CELLS] = {
    {"household_id", "husstand"}, {"dwelling_id", "bolig"},
    {"section_id", "afdeling"},   {"area_id", "område"},
    {"persons", "personer"},      {"rent", "husleje"},
    {"utilities", "forbrug"},     {"housing_benefit", "boligstøtte"},
    {"net_rent", "nettohusleje"}, {"budget", "budget"},
    {"margin", "råderum"},        {"need", "behov"},
    {"fit", "pasning"},
};

static const struct csv_heading unplaced_headings[UNPLACED_CELLS] = {
    {"household_id", "husstand"},
    {"persons", "personer"},
    {"need", "behov"},
    {"reason", "årsag"},
    {"detail", "forklaring"},
    {"temporary_dwelling_id", "midlertidig_bolig"},
    {"what_would_help", "hvad_kan_hjælpe"},
};

static const struct csv_heading breakdown_headings[BREAKDOWN_CELLS] = {
    {"household_id", "husstand"}, {"dwelling_id", "bolig"}, {"term", "mål"},    {"about", "om"},
    {"measure", "målt"},          {"unit", "enhed"},        {"weight", "vægt"}, {"points", "point"},
};

static const struct csv_heading certificate_headings[CERTIFICATE_CELLS] = {
    {.english = "stage"}, {.english = "leaf"},       {.english = "what"},
    {.english = "unit"},  {.english = "multiplier"},
};

static void add_placement(struct csv_writer *writer, const struct placement_row *row)
{
    csv_write_text(writer, row->household_id);
    csv_write_text(writer, row->dwelling_id);
    csv_write_text(writer, row->section_id);
    csv_write_text(writer, row->area_id);
    csv_write_whole(writer, row->persons);
    csv_write_amount(writer, row->rent);
    csv_write_amount(writer, row->utilities);
    csv_write_amount(writer, row->housing_benefit);
    csv_write_amount(writer, row->net_rent);
    csv_write_amount(writer, row->budget);
    csv_write_amount(writer, row->margin);
    csv_write_whole(writer, row->need);
    csv_write_whole(writer, row->fit);
    csv_write_row_end(writer);
}

void result_add_placements(struct text *text, const struct dialect *dialect,
                           const struct outcome *outcome)
{
    struct csv_writer writer = csv_writer_start(text, dialect);
    csv_write_headings(&writer, placement_headings, PLACEMENT_CELLS);
    for (size_t i = 0; i < outcome->placement_count; i++)
        add_placement(&writer, &outcome->placements[i]);
}

static void add_unplaced(struct csv_writer *writer, const struct unplaced_row *row)
{
    csv_write_text(writer, row->household_id);
    csv_write_whole(writer, row->persons);
    csv_write_whole(writer, row->need);
    csv_write_text(writer, row->reason);
    csv_write_text(writer, row->detail);
    csv_write_text(writer, row->temporary_dwelling_id);
    csv_write_text(writer, row->what_would_help);
    csv_write_row_end(writer);
}

void result_add_unplaced(struct text *text, const struct dialect *dialect,
                         const struct outcome *outcome)
{
    struct csv_writer writer = csv_writer_start(text, dialect);
    csv_write_headings(&writer, unplaced_headings, UNPLACED_CELLS);
    for (size_t i = 0; i < outcome->unplaced_count; i++)
        add_unplaced(&writer, &outcome->unplaced[i]);
}

static void add_whole_if(struct csv_writer *writer, bool there, int64_t number)
{
    if (there)
        csv_write_whole(writer, number);
    else
        csv_write_text(writer, NULL);
}

static void add_breakdown(struct csv_writer *writer, const struct breakdown_row *row)
{
    struct text term = {0};
    term_name_add(&term, row->line.term, writer->dialect.danish);
    csv_write_text(writer, row->household_id);
    csv_write_text(writer, row->dwelling_id);
    csv_write_text(writer, text_string(&term));
    csv_write_text(writer, row->line.about);
    add_whole_if(writer, row->line.has_measure, row->line.measure);
    csv_write_text(writer, breakdown_unit(&row->line, writer->dialect.danish));
    add_whole_if(writer, row->line.has_weight, row->line.weight);
    csv_write_whole(writer, row->line.points);
    csv_write_row_end(writer);
    writer->text->failed = writer->text->failed || term.failed;
    text_free(&term);
}

void result_add_breakdown(struct text *text, const struct dialect *dialect,
                          const struct outcome *outcome)
{
    struct csv_writer writer = csv_writer_start(text, dialect);
    csv_write_headings(&writer, breakdown_headings, BREAKDOWN_CELLS);
    for (size_t i = 0; i < outcome->breakdown_count; i++)
        add_breakdown(&writer, &outcome->breakdown[i]);
}

void result_add_certificate(struct text *text, const struct dialect *dialect,
                            const struct husly_plan *plan)
{
    struct dialect english = *dialect;
    english.danish = false;
    struct csv_writer writer = csv_writer_start(text, &english);
    csv_write_headings(&writer, certificate_headings, CERTIFICATE_CELLS);
    for (size_t i = 0; i < plan->line_count; i++) {
        const struct certificate_line *line = &plan->lines[i];
        csv_write_text(&writer, line->stage);
        csv_write_text(&writer, line->leaf);
        csv_write_text(&writer, line->what);
        csv_write_text(&writer, line->unit);
        if (line->has_multiplier)
            csv_write_whole(&writer, line->multiplier);
        else
            csv_write_text(&writer, NULL);
        csv_write_row_end(&writer);
    }
}
