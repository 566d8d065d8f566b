/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terms of breakdown.csv in both languages. */
#include "model/breakdown.h"

#include "base/text.h"
#include "support/check.h"

static void expect(const char *term, bool danish, const char *wanted)
{
    struct text text = {0};
    term_name_add(&text, term, danish);
    CHECK_TEXT(text_string(&text), wanted);
    text_free(&text);
}

static void expect_unit(const char *term, const char *about, bool danish, const char *wanted)
{
    const struct breakdown_line line = {.term = term, .about = about};
    CHECK_TEXT(breakdown_unit(&line, danish), wanted);
}

int main(void)
{
    expect("score", true, "pointtal");
    expect("unchanged", true, "uændret");
    expect("unchanged", false, "unchanged");
    expect("school", true, "skole");
    expect("access_school", true, "adgang_skole");
    expect("access_school", false, "access_school");
    expect("access_bus", true, "adgang_bus");
    expect("access_size", true, "adgang_size");
    expect("points_school", true, "point_skole");
    expect("points_green", false, "points_green");
    expect_unit("access_points_day", NULL, false, "minutes");
    expect_unit("points_access", NULL, true, "point");
    expect_unit("together", NULL, false, "yes_no");
    expect_unit("together", "dari/nord", true, "husstande");
    expect_unit("margin", NULL, true, "kroner");
    expect_unit("key", "engbo", false, "dwellings");
    expect_unit("score", NULL, true, "point");
    return check_result();
}
