/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result folder read back: dialects, signs, places, and what does not read. */
#include "support/check.h"

#include <stdio.h>
#include <unistd.h>

#include "base/json.h"
#include "io/read/result_read.h"

static void put(const char *name, const char *bytes)
{
    FILE *file = fopen(name, "w");
    CHECK(file != NULL && fputs(bytes, file) >= 0 && fclose(file) == 0);
}

static void remove_all(void)
{
    unlink("placements.csv");
    unlink("unplaced.csv");
    unlink("certificate.csv");
    unlink("summary.json");
}

static void test_dialects(void)
{
    remove_all();
    put("placements.csv", "\xEF\xBB\xBFRÅDERUM;bolig;HUSSTAND;husleje;behov\r\n"
                          "-7,50;D1;H1;12.345,67;1.024\r\n"
                          "\r\n"
                          ";D2;'=H2;0;-3\r\n");
    struct result result;
    CHECK_NUMBER(result_read(&result, ".", NULL), HUSLY_OK);
    CHECK_NUMBER((int64_t)result.complaint_count, 0);
    const struct result_table *table = &result.placements;
    CHECK(table->count == 2 && !result.unplaced.present && !result.has_summary);
    CHECK_NUMBER(table->field_of[PLACEMENT_HOUSEHOLD], 3);
    CHECK_NUMBER(table->field_of[PLACEMENT_FIT], 0);
    CHECK_TEXT(table->name_of[PLACEMENT_MARGIN], "råderum");
    CHECK_NUMBER(table->rows[1].line, 4);
    CHECK_TEXT(table->rows[0].cells[PLACEMENT_HOUSEHOLD].text, "H1");
    CHECK_TEXT(table->rows[1].cells[PLACEMENT_HOUSEHOLD].text, "=H2");
    CHECK_NUMBER(table->rows[0].cells[PLACEMENT_MARGIN].number, -750);
    CHECK(!table->rows[1].cells[PLACEMENT_MARGIN].filled);
    CHECK_NUMBER(table->rows[0].cells[PLACEMENT_RENT].number, 1234567);
    CHECK_NUMBER(table->rows[0].cells[PLACEMENT_NEED].number, 1024);
    CHECK_NUMBER(table->rows[1].cells[PLACEMENT_NEED].number, -3);
    result_free(&result);
}

/* The complaint with this number, by line, column and the beginning of its text. */
static void expect_complaint(const struct result *result, size_t at, int64_t line, int64_t column,
                             const char *text)
{
    CHECK(at < result->complaint_count);
    if (at >= result->complaint_count)
        return;
    const struct result_complaint *complaint = &result->complaints[at];
    CHECK_NUMBER(complaint->line, line);
    CHECK_NUMBER(complaint->column, column);
    if (strncmp(complaint->text, text, strlen(text)) != 0)
        CHECK_TEXT(complaint->text, text);
}

static void test_complaints(void)
{
    remove_all();
    put("placements.csv", "household_id,dwelling_id,need,colour\nH1,D1,many,red\nH2,D2\n");
    put("certificate.csv", "stage,leaf,what,unit,multiplier\n"
                           "need,0,row,dwelling/D1,999999999999999999\n"
                           "need,0,row,dwelling/D1,9999999999999999999\n"
                           "need,0,row,dwelling/D1,-999999999999999999\n");
    put("unplaced.csv", "household_id,persons\nH3,1\n");
    put("summary.json", "{\"husly\": }");
    struct result result;
    CHECK_NUMBER(result_read(&result, ".", NULL), HUSLY_OK);
    expect_complaint(&result, 0, 1, 4, "no column of this table");
    expect_complaint(&result, 1, 2, 3, "not a whole number");
    expect_complaint(&result, 2, 3, 0, "the row has not as many fields");
    expect_complaint(&result, 3, 1, 0, "the column is missing");
    CHECK(result.unplaced.count == 0 && result.certificate.count == 3);
    CHECK_NUMBER(result.certificate.rows[0].cells[CERTIFICATE_MULTIPLIER].number,
                 INT64_C(999999999999999999));
    CHECK_NUMBER(result.certificate.rows[2].cells[CERTIFICATE_MULTIPLIER].number,
                 INT64_C(-999999999999999999));
    const size_t last = result.complaint_count - 1;
    expect_complaint(&result, last - 1, 3, 5, "too large");
    expect_complaint(&result, last, 0, 0, "not a JSON document");
    CHECK(result.has_summary && result.summary == NULL);
    result_free(&result);
}

static void test_folder(void)
{
    remove_all();
    struct result result;
    husly_error error = {0};
    CHECK_NUMBER(result_read(&result, ".", &error), HUSLY_E_FILE);
    result_free(&result);
    husly_error_clear(&error);
    CHECK_NUMBER(result_read(&result, "nowhere", &error), HUSLY_E_FILE);
    CHECK_TEXT(error.source, "nowhere");
    result_free(&result);
    put("placements.csv", "");
    CHECK_NUMBER(result_read(&result, ".", NULL), HUSLY_OK);
    expect_complaint(&result, 0, 0, 0, "the file is empty");
    result_free(&result);
}

int main(void)
{
    test_dialects();
    test_complaints();
    test_folder();
    remove_all();
    return check_result();
}
