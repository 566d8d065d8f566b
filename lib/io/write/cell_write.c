/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/write/cell_write.h"

#include "base/date.h"
#include "base/text.h"
#include "io/dialect.h"
#include "io/read/cell.h"
#include "model/problem.h"

void cell_add_share(struct text *text, husly_share share, const struct dialect *dialect)
{
    if (share.whole == 10000) /* hundredths of a per cent read like øre */
        amount_add(text, share.part, dialect_decimal(dialect));
    else if (share.whole != 0)
        text_add_format(text, "%lld/%lld", (long long)share.part, (long long)share.whole);
}

void cell_add_date(struct text *text, husly_date date)
{
    const int year = date_year(date);
    char written[16];
    if (date == HUSLY_NO_DATE)
        return;
    date_print(date, written);
    if (year < 1 || year > 9999)
        text_add_format(text, "%d", year);
    else
        text_add_string(text, written);
}

static void add_string(struct text *text, const char *string)
{
    if (string != NULL)
        text_add_string(text, string);
}

/* Held with a point. */
static void add_decimal(struct text *text, const char *decimal, const struct dialect *dialect)
{
    for (; decimal != NULL && *decimal != '\0'; decimal++)
        text_add_format(text, "%c", *decimal == '.' ? dialect_decimal(dialect) : *decimal);
}

static void add_number(struct text *text, int64_t number)
{
    text_add_format(text, "%lld", (long long)number);
}

static void add_word(struct text *text, const struct word *words, size_t count, size_t index,
                     const struct dialect *dialect)
{
    if (index < count)
        text_add_string(text, dialect_word(dialect, words[index].english, words[index].danish));
    else
        add_number(text, (int64_t)index);
}

static void add_kind(struct text *text, husly_kind kind, const struct dialect *dialect)
{
    const struct word word = {kind_name(kind, false), kind_name(kind, true)};
    add_word(text, &word, word.english == NULL ? 0 : 1, word.english == NULL ? (size_t)kind : 0,
             dialect);
}

static void add_benefit_class(struct text *text, husly_benefit_class class,
                              const struct dialect *dialect)
{
    if (class != HUSLY_CLASS_NONE)
        add_word(text, cell_benefit_classes, CELL_BENEFIT_CLASSES, (size_t) class - 1, dialect);
}

/* A rule that nobody knows is written as it is. */
static void add_pair_rule(struct text *text, const char *rule, const struct dialect *dialect)
{
    const size_t index =
        rule == NULL ? CELL_PAIR_RULES : word_find(cell_pair_rules, CELL_PAIR_RULES, rule);
    if (index < CELL_PAIR_RULES)
        add_word(text, cell_pair_rules, CELL_PAIR_RULES, index, dialect);
    else
        add_string(text, rule);
}

void cell_add(struct text *text, const struct column *column, const void *row,
              const struct dialect *dialect)
{
    const void *value = (const char *)row + column->offset;
    switch (column->kind) {
    case CELL_ID:
    case CELL_IDS:
    case CELL_TEXT:
    case CELL_LABELS:
    case CELL_RULE_VALUE:
        add_string(text, *(const char *const *)value);
        break;
    case CELL_WHOLE:
        if (*(const int32_t *)value != HUSLY_NO_NUMBER)
            add_number(text, *(const int32_t *)value);
        break;
    case CELL_POINTS:
        add_number(text, *(const int64_t *)value);
        break;
    case CELL_AMOUNT:
        amount_add(text, *(const husly_amount *)value, dialect_decimal(dialect));
        break;
    case CELL_SHARE:
        cell_add_share(text, *(const husly_share *)value, dialect);
        break;
    case CELL_DATE:
        cell_add_date(text, *(const husly_date *)value);
        break;
    case CELL_BOOL:
        text_add_string(text, *(const bool *)value ? dialect_word(dialect, "yes", "ja")
                                                   : dialect_word(dialect, "no", "nej"));
        break;
    case CELL_DECIMAL:
        add_decimal(text, *(const char *const *)value, dialect);
        break;
    case CELL_KIND:
        add_kind(text, *(const husly_kind *)value, dialect);
        break;
    case CELL_VERDICT:
        add_word(text, cell_verdicts, CELL_VERDICTS, (size_t) * (const husly_verdict *)value,
                 dialect);
        break;
    case CELL_VACANCY:
        add_word(text, cell_vacancies, CELL_VACANCIES, (size_t) * (const husly_vacancy *)value,
                 dialect);
        break;
    case CELL_BENEFIT_CLASS:
        add_benefit_class(text, *(const husly_benefit_class *)value, dialect);
        break;
    case CELL_PAIR_RULE:
        add_pair_rule(text, *(const char *const *)value, dialect);
        break;
    }
}
