/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One round with every column of every table, written in four dialects, is read as the same rows.
 */
#include "base/memory.h"
#include "base/text.h"
#include "support/check.h"
#include "support/parse.h"

static const char *const english[TABLE_END] = {
    "household_id,adults,children,waiting_since,priority,max_rent,net_income,income,step_free,"
    "student,group,party,wishes,avoid,arrival,expected_persons,current_place,current_cost,"
    "municipality,labels,near,small_children,benefit_class,current_rent,current_until,"
    "hojskole_from\n"
    "H1,2,3,2015-02-28,9,4500.50,13200,180000,yes,no,tolk-3,P1,A1 Åby,A3,2016-03-05,6,Hotel Sø,"
    "9000.05,Ærø,mål-1  Øst,,2,integration,9500.5,2016-06-30,2016-02-01\n"
    "Høj.2,0,1,,,,,,,,,,,,,,,,,,N1,,assistance,,,\n",
    "dwelling_id,section_id,rooms,rent,area_m2,utilities,kind,places,step_free,available_from,"
    "lease_end,offered,cost,name,deposit,answer_by,for,least_persons,max_singles,market_rent,"
    "status,consent,hearing_from,max_stay\n"
    "D1,S1,3,6200,78,850.5,family,,true,2016-04-01,2019-04-01,1,0,\"Øvej 4, "
    "st.\",21000,2016-03-10,family  mål-1,,,6300.5,waiting,yes,2016-03-01,\n"
    "D2,S1,4,3000,,,shared,3,,,,,,,,,,2,1,,let,no,,\n"
    "D3,S2,9,1,,,transit,12,,,,,,,,,,,,,free,,,30\n",
    "section_id,organisation_id,area_id,name,right,vacated_before,taken_before,reserved,"
    "youth_vacated_before,youth_taken_before,youth_reserved,homes,refugee_homes,max_share,"
    "max_households,max_rent,flexible,flexible_taken,flexible_for,private_right,"
    "private_vacated_before\n"
    "S1,O1,A1,Birkeparken,33.33,12,3,1,4,1,2,1200,6,1/3,3,8000.5,12.5,1,couple Øst,1/4,7\n"
    "S2,,,,,,,,,,,,,,,,,,,,\n",
    "area_id,name,municipality,lon,lat,x,y,residents,refugees,listed,max_persons,max_children,"
    "max_share,access_school,school,daycare,points_Sø\n"
    "A1,Nord,Ærø,9.5683,-56.1,,,2400,60,no,20,10,5,12,30,0,-1200\n"
    "Åby,,,,,1.5,2,,,ja,,,,,,,3\nA3,,,,,,,,,,,,,,,,\n",
    "organisation_id,name,vacated_last_year,extra_dwellings,extra_used,right,extra_from,"
    "extra_until,homes_family,homes_youth,homes_elderly,moves_family,moves_youth,moves_elderly\n"
    "O1,Boligby,80,4,1,1/3,2016-01-01,2016-12-31,1200,30,9,12.5,40,1/9\n",
    "household_id,dwelling_id,area_id,score\nH1,D1,,-1000\nH1,,A1,1000000000\n",
    "household_id,dwelling_id,decision,rule,by,reason\nH1,D1,allow,rent,kh,søster bor der\n"
    "H1,D2,decline,,,\nHøj.2,D1,agree,,,\n",
    "household_id,dwelling_id\nHøj.2,D2\n",
    "rule,value,source\nround_date,2016-03-01,\nliving_minimum_single,3600.50,\nright,30,råd\n"
    "tax_rate,37,\ntax_allowance,46200,\n",
};

static const char *const danish[TABLE_END] = {
    "husstand;voksne;børn;venter_siden;prioritet;maks_husleje;nettoindkomst;indkomst;trinfri;"
    "studerende;gruppe;følge;ønsker;undgår;ankomst;forventet_antal;nuværende_sted;"
    "nuværende_udgift;kommune;mærker;nær;små_børn;ydelse;nuværende_husleje;nuværende_til;"
    "højskole_fra\r\n"
    "H1;2;3;28.02.2015;9;4.500,50;13.200;180.000;ja;nej;tolk-3;P1;A1  Åby;A3;05-03-2016;6;"
    "Hotel Sø;9000,05;Ærø;mål-1 Øst;;2;Integrationsydelse;9.500,50;30.06.2016;01-02-2016\r\n"
    "Høj.2;0;1;;;;;;;;;;;;;;;;;;N1;;kontanthjælp;;;\r\n",
    "bolig;afdeling;rum;husleje;areal;forbrug;type;pladser;trinfri;ledig_fra;lejemål_slut;tilbudt;"
    "kommunal_udgift;navn;indskud;svarfrist;forbeholdt;mindst_personer;maks_enlige;markedsleje;"
    "status;samtykke;høring_fra;maks_ophold\r\n"
    "D1;S1;3;6200,00;78;850,50;familie;;1;01/04/2016;01-04-2019;ja;0;Øvej 4, st.;21.000;"
    "10.03.2016;family mål-1;;;6.300,50;Venter;ja;01.03.2016;\r\n"
    "D2;S1;4;3000;;;Delt;3;;;;;;;;;;2;1;;udlejet;nej;;\r\n"
    "D3;S2;9;1;;;MIDLERTIDIG;12;;;;;;;;;;;;;fri;;;30\r\n",
    "afdeling;organisation;område;navn;anvisningsandel;ledige_hidtil;anvist_hidtil;reserveret;"
    "unge_ledige_hidtil;unge_anvist_hidtil;unge_reserveret;boliger_i_alt;flygtningeboliger;"
    "maks_andel;maks_husstande;maks_husleje;fleksibel;fleksibel_anvist;fleksibel_for;"
    "privat_anvisning;private_ledige_hidtil\r\n"
    "S1;O1;A1;Birkeparken;33,33;12;3;1;4;1;2;1.200;6;1/3;3;8000,50;12,5;1;couple  Øst;1/4;7\r\n"
    "S2;;;;;;;;;;;;;;;;;;;;\r\n",
    "område;navn;kommune;lon;lat;x;y;beboere;flygtninge;udsat;maks_personer;maks_børn;maks_andel;"
    "Adgang_skole;skole;dagtilbud;point_SØ\r\n"
    "A1;Nord;Ærø;9,5683;-56,1;;;2.400;60;nej;20;10;5,00;12;30;0;-1.200\r\n"
    "Åby;;;;;1,5;2;;;Ja;;;;;;;3\r\nA3;;;;;;;;;;;;;;;;\r\n",
    "organisation;navn;fraflytninger_sidste_år;ekstra_boliger;ekstra_brugt;anvisningsandel;"
    "ekstra_fra;ekstra_til;familieboliger;ungdomsboliger;ældreboliger;fraflytning_familie;"
    "fraflytning_ungdom;fraflytning_ældre\r\n"
    "O1;Boligby;80;4;1;1/3;01.01.2016;31.12.2016;1.200;30;9;12,5;40;1/9\r\n",
    "husstand;bolig;område;point\r\nH1;D1;;-1.000\r\nH1;;A1;1.000.000.000\r\n",
    "husstand;bolig;beslutning;regel;af;begrundelse\r\nH1;D1;tillad;husleje;kh;søster bor der\r\n"
    "H1;D2;afslag;;;\r\nHøj.2;D1;aftalt;;;\r\n",
    "husstand;bolig\r\nHøj.2;D2\r\n",
    "regel;værdi;kilde\r\nrundedato;01-03-2016;\r\nrådighedsbeløb_enlig;3.600,50;\r\n"
    "anvisningsandel;30;råd\r\nskatteprocent;37;\r\npersonfradrag;46.200;\r\n",
};

/* Every letter of these texts beyond ASCII is in Latin-1, where Windows-1252 agrees with it. */
static size_t to_cp1252(const char *text, char *out)
{
    size_t size = 0;
    for (; *text != '\0'; text++) {
        const unsigned char byte = (unsigned char)*text;
        if (byte < 0x80)
            out[size++] = *text;
        else
            out[size++] = (char)(((byte & 0x03) << 6) | ((unsigned char)*++text & 0x3f));
    }
    return size;
}

static void check_values(const struct column *column, const void *a, const void *b)
{
    const void *left = (const char *)a + column->offset;
    const void *right = (const char *)b + column->offset;
    switch (column->kind) {
    case CELL_ID:
    case CELL_IDS:
    case CELL_TEXT:
    case CELL_LABELS:
    case CELL_DECIMAL:
    case CELL_PAIR_RULE:
        CHECK_TEXT(*(const char *const *)left, *(const char *const *)right);
        break;
    case CELL_WHOLE:
        CHECK_NUMBER(*(const int32_t *)left, *(const int32_t *)right);
        break;
    case CELL_POINTS:
    case CELL_AMOUNT:
        CHECK_NUMBER(*(const int64_t *)left, *(const int64_t *)right);
        break;
    case CELL_DATE:
        CHECK_NUMBER(*(const husly_date *)left, *(const husly_date *)right);
        break;
    case CELL_SHARE:
        CHECK_NUMBER(((const husly_share *)left)->part, ((const husly_share *)right)->part);
        CHECK_NUMBER(((const husly_share *)left)->whole, ((const husly_share *)right)->whole);
        break;
    case CELL_BOOL:
        CHECK(*(const bool *)left == *(const bool *)right);
        break;
    case CELL_KIND:
        CHECK(*(const husly_kind *)left == *(const husly_kind *)right);
        break;
    case CELL_VACANCY:
        CHECK(*(const husly_vacancy *)left == *(const husly_vacancy *)right);
        break;
    case CELL_BENEFIT_CLASS:
        CHECK(*(const husly_benefit_class *)left == *(const husly_benefit_class *)right);
        break;
    case CELL_VERDICT:
        CHECK(*(const husly_verdict *)left == *(const husly_verdict *)right);
        break;
    case CELL_RULE_VALUE:
        break; /* kept as written; the policy is compared instead */
    }
}

struct rows {
    const char *rows;
    size_t count;
};

static struct rows rows_of(const husly_round *round, const struct table *table)
{
    struct rows rows;
    memcpy(&rows.rows, (const char *)round + table->rows_offset, sizeof rows.rows);
    memcpy(&rows.count, (const char *)round + table->count_offset, sizeof rows.count);
    return rows;
}

static void check_same(const husly_round *a, const husly_round *b)
{
    for (enum table_number number = TABLE_HOUSEHOLDS; number < TABLE_END; number++) {
        const struct table *table = table_find(number);
        const struct rows left = rows_of(a, table);
        const struct rows right = rows_of(b, table);
        CHECK(left.count > 0);
        CHECK_NUMBER((int64_t)left.count, (int64_t)right.count);
        for (size_t i = 0; i < left.count && left.count == right.count; i++) {
            for (size_t c = 0; c < table->column_count; c++)
                check_values(&table->columns[c], left.rows + i * table->row_size,
                             right.rows + i * table->row_size);
        }
    }
    CHECK_NUMBER(a->policy.round_date, b->policy.round_date);
    CHECK_NUMBER(a->policy.living_minimum_single, b->policy.living_minimum_single);
    CHECK_NUMBER(a->policy.right.part, b->policy.right.part);
}

static husly_round *read_english(void)
{
    struct source sources[TABLE_END];
    for (size_t i = 0; i < TABLE_END; i++)
        sources[i] = parse_text(table_names[i].english, english[i]);
    return parse_round(sources);
}

static husly_round *read_danish(void)
{
    struct source sources[TABLE_END];
    char bytes[TABLE_END][2048];
    for (size_t i = 0; i < TABLE_END; i++) {
        snprintf(bytes[i], sizeof bytes[i], "\xef\xbb\xbf%s", danish[i]);
        sources[i] = parse_text(table_names[i].danish, bytes[i]);
    }
    return parse_round(sources);
}

static husly_round *read_cp1252(void)
{
    struct source sources[TABLE_END];
    char bytes[TABLE_END][2048];
    for (size_t i = 0; i < TABLE_END; i++)
        sources[i] =
            (struct source){table_names[i].danish, bytes[i], to_cp1252(danish[i], bytes[i])};
    return parse_round(sources);
}

/* Tabs for semicolons, told by a first line. */
static husly_round *read_tabs(void)
{
    struct source sources[TABLE_END];
    char bytes[TABLE_END][2048];
    for (size_t i = 0; i < TABLE_END; i++) {
        snprintf(bytes[i], sizeof bytes[i], "sep=\t\n%s", danish[i]);
        for (char *byte = bytes[i]; *byte != '\0'; byte++)
            *byte = *byte == ';' ? '\t' : *byte;
        sources[i] = parse_text(table_names[i].english, bytes[i]);
    }
    return parse_round(sources);
}

static void check_spot_values(const husly_round *round)
{
    const husly_household *first = &round->households[0];
    const husly_household *second = &round->households[1];
    CHECK_NUMBER(first->max_rent, 450050);
    CHECK_NUMBER(first->current_cost, 900005);
    CHECK_TEXT(first->wishes, "A1 Åby");
    CHECK_NUMBER(second->priority, 1);
    CHECK_NUMBER(second->max_rent, HUSLY_NO_AMOUNT);
    CHECK_NUMBER(second->waiting_since, HUSLY_NO_DATE);
    CHECK_NUMBER(second->expected_persons, HUSLY_NO_NUMBER);
    CHECK(second->group == NULL);
    CHECK_NUMBER(round->dwellings[2].kind, HUSLY_KIND_TRANSIT);
    CHECK_NUMBER(round->sections[0].right.part, 3333);
    CHECK_NUMBER(round->sections[1].right.whole, 0);
    CHECK_TEXT(round->areas[0].lon, "9.5683");
    CHECK_TEXT(round->decisions[0].rule, "rent");
    CHECK_NUMBER(round->scores[1].score, 1000000000);
    CHECK_TEXT(round->settings[0].rule, "round_date");
}

/* What the columns of the second half hold, and what an empty cell of theirs means. */
static void check_new_values(const husly_round *round)
{
    const husly_household *first = &round->households[0], *second = &round->households[1];
    CHECK_TEXT(first->labels, "mål-1 Øst");
    CHECK_TEXT(second->near, "N1");
    CHECK_NUMBER(first->small_children, 2);
    CHECK_NUMBER(first->benefit_class, HUSLY_CLASS_INTEGRATION);
    CHECK_NUMBER(second->benefit_class, HUSLY_CLASS_ASSISTANCE);
    CHECK_NUMBER(second->current_rent, HUSLY_NO_AMOUNT);
    CHECK_NUMBER(second->current_until, HUSLY_NO_DATE);
    CHECK_NUMBER(second->hojskole_from, HUSLY_NO_DATE);
    CHECK_TEXT(round->dwellings[0].reserved_for, "family mål-1");
    CHECK_NUMBER(round->dwellings[0].status, HUSLY_VACANCY_WAITING);
    CHECK_NUMBER(round->dwellings[0].least_persons, HUSLY_NO_NUMBER);
    CHECK_NUMBER(round->dwellings[0].max_singles, HUSLY_NO_NUMBER);
    CHECK_NUMBER(round->dwellings[1].market_rent, HUSLY_NO_AMOUNT);
    CHECK_NUMBER(round->dwellings[1].hearing_from, HUSLY_NO_DATE);
    CHECK_NUMBER(round->dwellings[1].max_stay, HUSLY_NO_NUMBER);
    CHECK_NUMBER(round->dwellings[2].max_stay, 30);
    CHECK_NUMBER(round->sections[0].flexible.part, 1250);
    CHECK_NUMBER(round->sections[1].max_rent, HUSLY_NO_AMOUNT);
    CHECK_NUMBER(round->areas[1].school, HUSLY_NO_NUMBER);
    CHECK_NUMBER(round->organisations[0].right.whole, 3);
    CHECK_NUMBER(round->decisions[2].decision, HUSLY_AGREE);
    CHECK_TEXT(round->earlier[0].dwelling_id, "D2");
}

/* Cells of the columns that a municipality names as it likes. */
static void check_measure_cells(const husly_round *round)
{
    static const husly_measure wanted[] = {
        {"A1", "access_school", 12, 2}, {"A1", "points_sø", -1200, 2}, {"Åby", "points_sø", 3, 3}};
    CHECK_NUMBER((int64_t)round->measure_count, 3);
    for (size_t i = 0; i < round->measure_count && i < 3; i++) {
        CHECK_TEXT(round->measures[i].area_id, wanted[i].area_id);
        CHECK_TEXT(round->measures[i].name, wanted[i].name);
        CHECK_NUMBER(round->measures[i].value, wanted[i].value);
    }
}

static void check_dialect(const struct dialect *dialect, char delimiter, bool crlf, bool bom,
                          bool is_danish)
{
    CHECK_NUMBER(dialect->delimiter, delimiter);
    CHECK(dialect->crlf == crlf);
    CHECK(dialect->bom == bom);
    CHECK(dialect->danish == is_danish);
}

int main(void)
{
    husly_round *rounds[] = {read_english(), read_danish(), read_cp1252(), read_tabs()};
    for (size_t i = 0; i < 4; i++)
        CHECK(rounds[i] != NULL);
    if (checks_failed == 0) {
        check_spot_values(rounds[0]);
        check_new_values(rounds[0]);
        for (size_t i = 0; i < 4; i++)
            check_measure_cells(rounds[i]);
        for (size_t i = 1; i < 4; i++)
            check_same(rounds[0], rounds[i]);
        check_dialect(&rounds[0]->dialect, ',', false, false, false);
        check_dialect(&rounds[1]->dialect, ';', true, true, true);
        check_dialect(&rounds[2]->dialect, ';', true, true, true);
        check_dialect(&rounds[3]->dialect, '\t', false, false, true);
    }
    for (size_t i = 0; i < 4; i++)
        husly_round_free(rounds[i]);
    return check_result();
}
