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
    "earlier": "tidligere",
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
        ("labels", "mærker", "ids", ()),
        ("near", "nær", "text", None),
        ("small_children", "små_børn", "whole", 0),
        ("benefit_class", "ydelse", "benefit_class", None),
        ("current_rent", "nuværende_husleje", "money", None),
        ("current_until", "nuværende_til", "date", None),
        ("hojskole_from", "højskole_fra", "date", None),
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
        ("for", "forbeholdt", "words", ()),
        ("least_persons", "mindst_personer", "whole", None),
        ("max_singles", "maks_enlige", "whole", None),
        ("market_rent", "markedsleje", "money", None),
        ("status", "status", "status", "free"),
        ("consent", "samtykke", "bool", False),
        ("hearing_from", "høring_fra", "date", None),
        ("max_stay", "maks_ophold", "whole", None),
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
        ("max_rent", "maks_husleje", "money", None),
        ("flexible", "fleksibel", "share", None),
        ("flexible_taken", "fleksibel_anvist", "whole", 0),
        ("flexible_for", "fleksibel_for", "words", ()),
        ("private_right", "privat_anvisning", "share", None),
        ("private_vacated_before", "private_ledige_hidtil", "whole", 0),
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
        ("school", "skole", "whole", None),
        ("daycare", "dagtilbud", "whole", None),
    ],
    "organisations": [
        ("organisation_id", "organisation", "id", REQUIRED),
        ("name", "navn", "text", None),
        ("vacated_last_year", "fraflytninger_sidste_år", "whole", None),
        ("extra_dwellings", "ekstra_boliger", "whole", 0),
        ("extra_used", "ekstra_brugt", "whole", 0),
        ("right", "anvisningsandel", "share", None),
        ("extra_from", "ekstra_fra", "date", None),
        ("extra_until", "ekstra_til", "date", None),
        ("homes_family", "familieboliger", "whole", None),
        ("homes_youth", "ungdomsboliger", "whole", None),
        ("homes_elderly", "ældreboliger", "whole", None),
        ("moves_family", "fraflytning_familie", "share", None),
        ("moves_youth", "fraflytning_ungdom", "share", None),
        ("moves_elderly", "fraflytning_ældre", "share", None),
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
    "earlier": [
        ("household_id", "husstand", "id", REQUIRED),
        ("dwelling_id", "bolig", "id", REQUIRED),
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
    "mål": "term", "om": "about", "målt": "measure", "enhed": "unit", "vægt": "weight", "point": "points",
    "sted": "place", "til": "until", "egenbetaling": "self_payment",
    "kommunens_udgift": "excess", "udgift_runde": "cost_round", "udgift_år": "cost_year",
}

KINDS = {
    "family": "familie", "youth": "ungdom", "elderly": "ældre", "private": "privat",
    "municipal": "kommunal", "shared": "delt", "site": "fælles", "minors": "unge",
    "transit": "midlertidig",
}

DECISIONS = {
    "pin": "fastlås", "forbid": "forbyd", "allow": "tillad", "accept": "accept",
    "decline": "afslag", "agree": "aftalt",
}

STATUSES = {"free": "fri", "waiting": "venter", "let": "udlejet"}

BENEFIT_CLASSES = {"integration": "integrationsydelse", "assistance": "kontanthjælp"}

# Whom a cell of `for` names, beside labels.
HOUSEHOLD_WORDS = {"single": "enlig", "couple": "par", "family": "familie", "minors": "unge"}

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
    "right_unused": ("anvisning_ubrugt", "text", "carry"),
    "hearing_days": ("høring_dage", "whole", 14),
    "hojskole_days": ("højskole_dage", "whole", 182),
    "selfpay": ("egenbetaling", "text", "none"),
    "fallback_rent": ("pris_uden_plads", "money_or_none", None),
    "tax_rate": ("skatteprocent", "share_or_none", None),
    "tax_allowance": ("personfradrag", "money_or_none", None),
    "access_near": ("adgang_nær", "whole", 15),
    "access_far": ("adgang_fjern", "whole", 60),
    "margin_full": ("råderum_fuldt", "money", 100000),
    "key_dwellings": ("nøgle_boliger", "whole_or_none", None),
    "weight_access": ("vægt_adgang", "whole", None),
    "weight_points": ("vægt_point", "whole", None),
    "weight_margin": ("vægt_råderum", "whole", None),
    "weight_size": ("vægt_størrelse", "whole", None),
    "weight_reunion": ("vægt_sammenføring", "whole", None),
    "weight_early": ("vægt_tidlig", "whole", None),
    "weight_youth": ("vægt_ungdom", "whole", None),
    "weight_unchanged": ("vægt_uændret", "whole", None),
    "weight_together": ("vægt_sammen", "whole", None),
    "weight_school": ("vægt_skole", "whole", None),
    "weight_daycare": ("vægt_dagtilbud", "whole", None),
    "weight_even": ("vægt_jævn", "whole", None),
    "weight_key": ("vægt_nøgle", "whole", None),
    "lot": ("lodtrækning", "whole", 0),
}

# Words among the values of rules, and their Danish names.
RULE_WORDS = {
    "stages": {"need": "behov", "fit": "pasning", "cost": "udgift"},
    "need_counts": {"persons": "personer", "households": "husstande"},
    "right_unit": {"section": "afdeling", "organisation": "boligorganisation"},
    "right_kinds": {"together": "samlet", "apart": "hver_for_sig"},
    "right_mode": {"choose": "vælg", "offered": "tilbudt"},
    "affordability": {"on": "til", "off": "fra"},
    "housing_benefit": {"none": "ingen", "table": "tabel"},
    "profile": {"plain": "enkel", "recommended": "anbefalet"},
    "right_unused": {"carry": "overføres", "lapse": "bortfalder"},
    "selfpay": {"none": "ingen"},
}

# What `allow` may lift.
LIFTED = {"size": "størrelse", "rent": "husleje", "avoid": "undgår"}

# Columns of areas.csv and rules whose names end in a word of the municipality's own.
MEASURES = {"access": "adgang", "points": "point"}
MEASURE_WEIGHTS = {"weight_access_": "vægt_adgang_", "weight_points_": "vægt_point_"}

# The words of breakdown.csv, column term; a measure has the Danish of its column.
TERMS = {
    "score": "pointtal", "wish": "ønske", "margin": "råderum", "size": "størrelse",
    "reunion": "sammenføring", "early": "tidlig", "youth": "ungdom", "unchanged": "uændret",
    "together": "sammen", "school": "skole", "daycare": "dagtilbud", "even": "jævn", "key": "nøgle",
}

# The words of breakdown.csv, column unit.
UNITS = {
    "minutes": "minutter", "points": "point", "kroner": "kroner", "rooms": "rum", "persons": "personer", "days": "dage",
    "children": "børn", "dwellings": "boliger", "households": "husstande", "yes_no": "ja_nej",
}

# The unit of a term of a placement or of the plan, but for measures and for `together` of the plan.
UNIT_OF = {
    "score": "points", "wish": "yes_no", "margin": "kroner", "size": "rooms", "reunion": "persons", "early": "days",
    "youth": "yes_no", "unchanged": "yes_no", "together": "yes_no", "school": "children", "daycare": "children",
    "even": "persons", "key": "dwellings",
}
