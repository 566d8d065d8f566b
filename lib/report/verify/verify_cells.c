/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/amount.h"
#include "base/words.h"
#include "report/verify/verify.h"

struct figure figure_text(const char *text)
{
    return (struct figure){.text = text};
}

struct figure figure_whole(int64_t number)
{
    return (struct figure){.number = number, .is_number = true};
}

struct figure figure_amount(husly_amount amount)
{
    if (amount == HUSLY_NO_AMOUNT)
        return figure_text(NULL);
    return (struct figure){.number = amount, .is_number = true, .is_amount = true};
}

static bool shows(const struct result_cell *cell, struct figure wanted)
{
    if (wanted.is_number)
        return cell->filled && cell->number == wanted.number;
    return text_equal(cell->text, wanted.text != NULL ? wanted.text : "");
}

static void add_figure(struct text *text, husly_language language, struct figure figure)
{
    if (figure.is_amount)
        amount_add(text, figure.number, '.');
    else if (figure.is_number)
        text_add_format(text, "%lld", (long long)figure.number);
    else if (figure.text != NULL)
        text_add_string(text, figure.text);
    else
        text_add_words(text, language, "an empty cell");
}

/* A household's figures are quoted only to who asks for values. */
static void complain_of_figure(struct verification *verification, struct place at,
                               struct figure wanted)
{
    if (!verification->complaints->show_values) {
        complain(verification->complaints, at, "not what the round gives");
        return;
    }
    struct text right = {0};
    add_figure(&right, verification->complaints->language, wanted);
    complain(verification->complaints, at, "not what the round gives, which is %s",
             text_string(&right));
    text_free(&right);
}

void verify_cell(struct verification *verification, const struct result_table *table,
                 const struct result_row *row, int column, struct figure wanted)
{
    const struct result_cell *cell = &row->cells[column];
    const bool silent = table->field_of[column] == 0 || (verification->hand_made && !cell->filled);
    if (!silent && !shows(cell, wanted))
        complain_of_figure(verification, cell_place(table, row, column), wanted);
}

void verify_columns(struct verification *verification, const struct result_table *table, int count)
{
    for (int column = 0; column < count && !verification->hand_made; column++) {
        const struct place at = {.source = table->source, .field = table->name_of[column]};
        if (table->field_of[column] == 0)
            complain(verification->complaints, at, "the column is missing");
    }
}

int verify_household(struct verification *verification, const struct result_table *table,
                     const struct result_row *row)
{
    const int household = problem_find_household(verification->problem, row->cells[0].text);
    if (household == NONE)
        complain(verification->complaints, cell_place(table, row, 0),
                 "the round has no household with this id");
    return household;
}
