/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_MODEL_ROUND_H
#define HUSLY_MODEL_ROUND_H

#include <husly/policy.h>
#include <husly/read.h>

struct arena;

/* How a file is written: told from its header line when read, kept for what is written out. */
struct dialect {
    char delimiter; /* ',' ';' or tab */
    bool crlf;
    bool bom;    /* UTF-8 with BOM, or Windows-1252: write a BOM */
    bool danish; /* most headers that differ between the languages are Danish */
};

/* One input file as read. */
struct input {
    const char *name; /* "households.csv", or its Danish name */
    char sha256[65];
};

/* One line of rules.csv. */
struct setting {
    const char *rule;   /* English name */
    const char *value;  /* as written in the file, blanks dropped */
    const char *source; /* NULL = none */
    int64_t line;
};

/* Tables as given, in file order. One arena holds every row and string. */
struct husly_round {
    struct arena *arena;
    husly_household *households;
    husly_dwelling *dwellings;
    husly_section *sections;
    husly_area *areas;
    husly_organisation *organisations;
    husly_score *scores;
    husly_decision *decisions;
    husly_earlier *earlier;
    husly_measure *measures;
    husly_measure_weight *measure_weights;
    struct setting *settings;
    size_t household_count, dwelling_count, section_count, area_count, organisation_count,
        score_count, decision_count, earlier_count, measure_count, measure_weight_count,
        setting_count;
    struct input *inputs; /* in the fixed order of the tables */
    size_t input_count;
    struct dialect dialect; /* of households.csv */
    husly_policy policy;
    bool takes_rows;      /* built by hand, and not finished */
    bool date_overridden; /* the round date came from the caller */
    const char *folder;   /* NULL for a round that no folder holds */
};

/* A round without rows, with the default policy; NULL when memory ran out. */
husly_round *round_empty(void);

/* The language that is asked for, else that of the round's headers. */
husly_language round_language(const husly_round *round, husly_language asked);

/* The round's line of rules.csv for a rule by its English name, NULL when there is none. */
struct setting *round_setting(const husly_round *round, const char *rule);

/* English and Danish file name of each table, households first; NULL ends the list. */
struct table_name {
    const char *english;
    const char *danish;
};
extern const struct table_name table_names[];

#endif
