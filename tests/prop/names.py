# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of a round: file names, columns with their Danish aliases, value and rule names.

Each column is (name, alias, form, default); with the default REQUIRED it must be there.
"""

REQUIRED = object()

FILES = {
    "households": "husstande",
    "dwellings": "boliger",
    "sections": "afdelinger",
    "areas": "områder",
    "organisations": "boligorganisationer",
    "scores": "point",
    "decisions": "beslutninger",
    "rules": "regler",
}

COLUMNS = {
    "households": [
        ("household_id", "husstand", "id", REQUIRED),
        ("adults", "voksne", "whole", REQUIRED),
        ("children", "børn", "whole", REQUIRED),
        ("waiting_since", "venter_siden", "date", None),
        ("priority", "prioritet", "whole", 1),
        ("max_rent", "maks_husleje", "money", None),
        ("net_income", "nettoindkomst", "money", None),
        ("income", "indkomst", "money", None),
        ("step_free", "trinfri", "bool", False),
        ("student", "studerende", "bool", False),
        ("group", "gruppe", "text", None),
        ("party", "følge", "text", None),
        ("wishes", "ønsker", "ids", ()),
        ("avoid", "undgår", "ids", ()),
        ("arrival", "ankomst", "date", None),
        ("expected_persons", "forventet_antal", "whole", None),
        ("current_place", "nuværende_sted", "text", None),
        ("current_cost", "nuværende_udgift", "money", None),
        ("municipality", "kommune", "text", None),
    ],
    "dwellings": [
        ("dwelling_id", "bolig", "id", REQUIRED),
        ("section_id", "afdeling", "id", REQUIRED),
        ("rooms", "rum", "whole", REQUIRED),
        ("rent", "husleje", "money", REQUIRED),
        ("area_m2", "areal", "whole", None),
        ("utilities", "forbrug", "money", 0),
        ("kind", "type", "kind", "family"),
        ("places", "pladser", "whole", None),
        ("step_free", "trinfri", "bool", False),
        ("available_from", "ledig_fra", "date", None),
        ("lease_end", "lejemål_slut", "date", None),
        ("offered", "tilbudt", "bool", False),
        ("cost", "kommunal_udgift", "money", 0),
        ("name", "navn", "text", None),
        ("deposit", "indskud", "money", None),
        ("answer_by", "svarfrist", "date", None),
    ],
    "sections": [
        ("section_id", "afdeling", "id", REQUIRED),
        ("organisation_id", "organisation", "id", None),
        ("area_id", "område", "id", None),
        ("name", "navn", "text", None),
        ("right", "anvisningsandel", "share", None),
        ("vacated_before", "ledige_hidtil", "whole", 0),
        ("taken_before", "anvist_hidtil", "whole", 0),
        ("reserved", "reserveret", "whole", 0),
        ("youth_vacated_before", "unge_ledige_hidtil", "whole", 0),
        ("youth_taken_before", "unge_anvist_hidtil", "whole", 0),
        ("youth_reserved", "unge_reserveret", "whole", 0),
        ("homes", "boliger_i_alt", "whole", None),
        ("refugee_homes", "flygtningeboliger", "whole", 0),
        ("max_share", "maks_andel", "share", None),
        ("max_households", "maks_husstande", "whole", None),
    ],
    "areas": [
        ("area_id", "område", "id", REQUIRED),
        ("name", "navn", "text", None),
        ("municipality", "kommune", "text", None),
        ("lon", None, "decimal", None),
        ("lat", None, "decimal", None),
        ("x", None, "decimal", None),
        ("y", None, "decimal", None),
        ("residents", "beboere", "whole", None),
        ("refugees", "flygtninge", "whole", 0),
        ("listed", "udsat", "bool", False),
        ("max_persons", "maks_personer", "whole", None),
        ("max_children", "maks_børn", "whole", None),
        ("max_share", "maks_andel", "share", None),
    ],
    "organisations": [
        ("organisation_id", "organisation", "id", REQUIRED),
        ("name", "navn", "text", None),
        ("vacated_last_year", "fraflytninger_sidste_år", "whole", None),
        ("extra_dwellings", "ekstra_boliger", "whole", 0),
        ("extra_used", "ekstra_brugt", "whole", 0),
    ],
    "scores": [
        ("household_id", "husstand", "id", REQUIRED),
        ("dwelling_id", "bolig", "id", None),
        ("area_id", "område", "id", None),
        ("score", "point", "signed", REQUIRED),
    ],
    "decisions": [
        ("household_id", "husstand", "id", REQUIRED),
        ("dwelling_id", "bolig", "id", REQUIRED),
        ("decision", "beslutning", "decision", REQUIRED),
        ("rule", "regel", "lifted", None),
        ("by", "af", "text", None),
        ("reason", "begrundelse", "text", None),
    ],
    "rules": [
        ("rule", "regel", "text", REQUIRED),
        ("value", "værdi", "text", REQUIRED),
        ("source", "kilde", "text", None),
    ],
}

# Aliases of result columns that are not those of an input table.
RESULT_ALIASES = {
    "husstand": "household_id", "bolig": "dwelling_id", "afdeling": "section_id",
    "område": "area_id", "personer": "persons", "husleje": "rent", "forbrug": "utilities",
    "boligstøtte": "housing_benefit", "nettohusleje": "net_rent", "budget": "budget",
    "råderum": "margin", "behov": "need", "pasning": "fit", "årsag": "reason",
    "forklaring": "detail", "midlertidig_bolig": "temporary_dwelling_id",
    "hvad_kan_hjælpe": "what_would_help",
}

KINDS = {
    "family": "familie", "youth": "ungdom", "elderly": "ældre", "private": "privat",
    "municipal": "kommunal", "shared": "delt", "site": "fælles", "minors": "unge",
    "transit": "midlertidig",
}

DECISIONS = {
    "pin": "fastlås", "forbid": "forbyd", "allow": "tillad", "accept": "accept",
    "decline": "afslag",
}

YES = ("yes", "ja", "1", "true")
NO = ("no", "nej", "0", "false")

# rule: (Danish name, form, default)
RULES = {
    "round_date": ("rundedato", "date", None),
    "round_days": ("rundedage", "whole", 30),
    "stages": ("trin", "text", "need fit"),
    "need_counts": ("behov_tæller", "text", "persons"),
    "right": ("anvisningsandel", "share", (2500, 10000)),
    "right_unit": ("anvisningsenhed", "text", "section"),
    "right_kinds": ("anvisning_typer", "text", "together"),
    "right_mode": ("anvisningsform", "text", "choose"),
    "affordability": ("huslejeregel", "text", "on"),
    "housing_benefit": ("boligstøtte", "text", "none"),
    "hb_rent_max": ("bs_maks_husleje", "money", None),
    "hb_threshold": ("bs_indkomstgrænse", "money", None),
    "hb_threshold_child": ("bs_indkomstgrænse_barn", "money", None),
    "hb_own": ("bs_egenbetaling", "money", None),
    "hb_max": ("bs_maks_støtte", "money", None),
    "benefit_minimum": ("boligstøtte_mindst", "money", 0),
    "living_minimum_single": ("rådighedsbeløb_enlig", "money", 360000),
    "living_minimum_couple": ("rådighedsbeløb_par", "money", 580000),
    "living_minimum_child": ("rådighedsbeløb_barn", "money", 130000),
    "persons_per_room": ("personer_pr_rum", "whole", 2),
    "m2_per_person": ("m2_pr_person", "whole", 20),
    "spare_rooms": ("ekstra_rum", "whole_or_none", 1),
    "allow_listed": ("tillad_udsat", "bool", False),
    "horizon_days": ("horisont_dage", "whole", 92),
    "permanent_days": ("varig_dage", "whole", 365),
    "area_max_share": ("område_maks_andel", "share_or_none", None),
    "group_max_persons": ("gruppe_maks_personer", "whole_or_none", None),
    "only_scored_pairs": ("kun_par_med_point", "bool", False),
    "fallback_cost": ("udgift_uden_plads", "money_or_none", None),
    "wish_points": ("ønskepoint", "signed", 100),
    "profile": ("profil", "text", "plain"),
    "lot": ("lodtrækning", "whole", 0),
}

# Words among the values of rules, and their Danish names.
RULE_WORDS = {
    "stages": {"need": "behov", "fit": "pasning"},
    "need_counts": {"persons": "personer", "households": "husstande"},
    "right_unit": {"section": "afdeling", "organisation": "boligorganisation"},
    "right_kinds": {"together": "samlet", "apart": "hver_for_sig"},
    "right_mode": {"choose": "vælg", "offered": "tilbudt"},
    "affordability": {"on": "til", "off": "fra"},
    "housing_benefit": {"none": "ingen", "table": "tabel"},
    "profile": {"plain": "enkel", "recommended": "anbefalet"},
}

# What `allow` may lift.
LIFTED = {"size": "størrelse", "rent": "husleje", "avoid": "undgår"}
