/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a cell such as `for` is meant for. */
#include "model/target.h"
#include "support/check.h"
#include "support/rows.h"

static bool fits(const char *words, int adults, int children, const char *labels)
{
    husly_household household = row_household("H1", adults, children);
    household.labels = labels;
    return target_fits(words, &household);
}

static void test_compositions(void)
{
    static const struct {
        const char *word;
        bool single, couple, three, family, lone_parent, minors;
    } rows[] = {{"single", true, false, false, false, false, false},
                {"enlig", true, false, false, false, false, false},
                {"couple", false, true, false, false, false, false},
                {"par", false, true, false, false, false, false},
                {"family", false, false, false, true, true, false},
                {"familie", false, false, false, true, true, false},
                {"minors", false, false, false, false, false, true},
                {"unge", false, false, false, false, false, true},
                {"Enlig", true, false, false, false, false, false},
                {"PAR", false, true, false, false, false, false}};
    for (size_t at = 0; at < sizeof rows / sizeof *rows; at++) {
        CHECK(fits(rows[at].word, 1, 0, NULL) == rows[at].single);
        CHECK(fits(rows[at].word, 2, 0, NULL) == rows[at].couple);
        CHECK(fits(rows[at].word, 3, 0, NULL) == rows[at].three);
        CHECK(fits(rows[at].word, 2, 3, NULL) == rows[at].family);
        CHECK(fits(rows[at].word, 1, 1, NULL) == rows[at].lone_parent);
        CHECK(fits(rows[at].word, 0, 2, NULL) == rows[at].minors);
    }
}

static void test_labels(void)
{
    CHECK(fits("aftale7", 2, 1, "x aftale7"));
    CHECK(!fits("aftale7", 2, 1, "aftale70 aftale Aftale7"));
    CHECK(!fits("aftale7", 2, 1, NULL));
    CHECK(!fits("singles", 1, 0, NULL));
    CHECK(!fits("sing", 1, 0, NULL));
    CHECK(!fits("couple", 1, 0, "couple"));
}

static void test_words(void)
{
    CHECK(fits(NULL, 2, 2, NULL));
    CHECK(fits("  ", 2, 2, NULL));
    CHECK(fits(" single\tcouple ", 2, 0, NULL));
    CHECK(fits("couple x", 1, 0, "y x"));
    CHECK(!fits("single couple x", 2, 1, "y"));
}

int main(void)
{
    test_compositions();
    test_labels();
    test_words();
    return check_result();
}
