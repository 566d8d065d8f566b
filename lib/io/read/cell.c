/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/read/cell.h"

#include <string.h>

#include "base/date.h"
#include "base/memory.h"
#include "base/words.h"
#include "io/read/nearest.h"
#include "model/problem.h"

static void *value_at(void *row, const struct column *column)
{
    return (char *)row + column->offset;
}

const char *cell_unprotect(const char *text)
{
    const char *behind = text + strspn(text, "'");
    const bool live = *behind != '\0' && strchr("=+@-\t\r", *behind) != NULL;
    return behind > text && live ? text + 1 : text;
}

const char cell_not_bool[] = WORDS_LATER("neither yes nor no; write yes or no, ja or nej, 1 or 0");

bool cell_bool(const char *text, bool *out)
{
    static const char *const words[] = {"no", "yes", "nej", "ja", "0", "1", "false", "true"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (text_equal_folded(text, words[i])) {
            *out = i % 2 == 1;
            return true;
        }
    }
    return false;
}

static const char *keep(struct reader *reader, const char *text)
{
    const char *kept = arena_text(reader->round->arena, text, strlen(text));
    reader->starved = reader->starved || kept == NULL;
    return kept;
}

/* The rows of a round name the same ids again and again. */
static const char *keep_id(struct reader *reader, const char *id)
{
    if (reader->by_hand)
        return keep(reader, id);
    const char *kept = id_index_keep(&reader->kept, id, reader->round->arena);
    reader->starved = reader->starved || kept == NULL;
    return kept;
}

static const char *read_id(struct reader *reader, const struct cell *cell, const char **out)
{
    if (!text_is_id(cell->text))
        return WORDS_LATER(
            "not an id; write letters, digits, '-', '_' and '.', a letter or digit first, at "
            "most 64 bytes");
    *out = keep_id(reader, cell->text);
    return NULL;
}

/* The words of a text with one blank between them; NULL when memory ran out. A word that is not
 * what each must be ends the list. */
static const char *keep_words(struct reader *reader, const char *text,
                              bool (*is_fine)(const char *), bool *fine)
{
    char *list = arena_text(reader->round->arena, text, strlen(text));
    reader->starved = reader->starved || list == NULL;
    *fine = true;
    if (list == NULL)
        return NULL;
    char *end = list;
    char *rest = list;
    for (char *word = strtok_r(list, " \t\r\n", &rest); word != NULL && *fine;
         word = strtok_r(NULL, " \t\r\n", &rest)) {
        const size_t size = strlen(word);
        *fine = is_fine == NULL || is_fine(word);
        if (end > list)
            *end++ = ' ';
        memmove(end, word, size);
        end += size;
    }
    *end = '\0';
    return list;
}

static const char *read_ids(struct reader *reader, const struct cell *cell, const char **out)
{
    bool fine;
    const char *kept = keep_words(reader, cell->text, text_is_id, &fine);
    if (!fine)
        return WORDS_LATER("not ids separated by blanks; write such as A1 A2");
    *out = kept;
    return NULL;
}

static void read_labels(struct reader *reader, const struct cell *cell, const char **out)
{
    bool fine;
    *out =
        keep_words(reader, reader->by_hand ? cell->text : cell_unprotect(cell->text), NULL, &fine);
}

static const char *read_decimal(struct reader *reader, const struct cell *cell, const char **out)
{
    char decimal[32];
    const char *wrong = decimal_parse(cell->text, cell->numbers, decimal);
    if (wrong == NULL)
        *out = keep(reader, decimal);
    return wrong;
}

/* Whole numbers and points; the caller of `read_whole` says where they are held. */
static bool read_points(struct reader *reader, const struct cell *cell, int64_t *out)
{
    const struct column *column = cell->column;
    const char *wrong = whole_parse(cell->text, cell->numbers, column->low, INT64_MAX, out);
    if (wrong != NULL) {
        finding_cell(&reader->findings, cell->at, wrong, cell->text);
        return false;
    }
    if (*out <= column->high)
        return true;
    finding_mistake(&reader->findings, cell->at,
                    "too large; write a whole number from %lld to %lld", (long long)column->low,
                    (long long)column->high);
    return false;
}

static void read_whole(struct reader *reader, const struct cell *cell, int32_t *out)
{
    int64_t number = 0;
    if (read_points(reader, cell, &number))
        *out = (int32_t)number;
}

/* A word of a short list: its index, or a mistake that names the nearest. */
static bool read_word(struct reader *reader, const struct cell *cell, const struct word *words,
                      size_t count, size_t *out)
{
    *out = word_find(words, count, cell->text);
    if (*out < count)
        return true;
    struct text wrong = {0};
    word_refuse(&wrong, reader->findings.language, &(struct vocabulary){words, count, cell->danish},
                cell->text);
    finding_cell(&reader->findings, cell->at, text_string(&wrong), cell->text);
    reader->starved = reader->starved || wrong.failed;
    text_free(&wrong);
    return false;
}

static void read_kind(struct reader *reader, const struct cell *cell, husly_kind *out)
{
    struct word names[HUSLY_KIND_END];
    for (size_t kind = 0; kind < HUSLY_KIND_END; kind++)
        names[kind] =
            (struct word){kind_name((husly_kind)kind, false), kind_name((husly_kind)kind, true)};
    size_t kind = 0;
    if (read_word(reader, cell, names, HUSLY_KIND_END, &kind))
        *out = (husly_kind)kind;
}

const struct word cell_verdicts[CELL_VERDICTS] = {
    [HUSLY_PIN] = {"pin", "fastlås"},        [HUSLY_FORBID] = {"forbid", "forbyd"},
    [HUSLY_ALLOW] = {"allow", "tillad"},     [HUSLY_ACCEPT] = {"accept", "accept"},
    [HUSLY_DECLINE] = {"decline", "afslag"}, [HUSLY_AGREE] = {"agree", "aftalt"}};

static void read_verdict(struct reader *reader, const struct cell *cell, husly_verdict *out)
{
    size_t verdict = 0;
    if (read_word(reader, cell, cell_verdicts, CELL_VERDICTS, &verdict))
        *out = (husly_verdict)verdict;
}

const struct word cell_vacancies[CELL_VACANCIES] = {[HUSLY_VACANCY_FREE] = {"free", "fri"},
                                                    [HUSLY_VACANCY_WAITING] = {"waiting", "venter"},
                                                    [HUSLY_VACANCY_LET] = {"let", "udlejet"}};

static void read_vacancy(struct reader *reader, const struct cell *cell, husly_vacancy *out)
{
    size_t vacancy = 0;
    if (read_word(reader, cell, cell_vacancies, CELL_VACANCIES, &vacancy))
        *out = (husly_vacancy)vacancy;
}

const struct word cell_benefit_classes[CELL_BENEFIT_CLASSES] = {
    [HUSLY_CLASS_INTEGRATION - 1] = {"integration", "integrationsydelse"},
    [HUSLY_CLASS_ASSISTANCE - 1] = {"assistance", "kontanthjælp"}};

static void read_benefit_class(struct reader *reader, const struct cell *cell,
                               husly_benefit_class *out)
{
    size_t index = 0;
    /* What everybody calls the benefit that followed integrationsydelse. */
    if (text_equal_folded(cell->text, "sho"))
        *out = HUSLY_CLASS_INTEGRATION;
    else if (read_word(reader, cell, cell_benefit_classes, CELL_BENEFIT_CLASSES, &index))
        *out = (husly_benefit_class)(index + 1);
}

/* Only these three can be lifted for a pair: contract § 3, rule 7. */
const struct word cell_pair_rules[CELL_PAIR_RULES] = {
    {"size", "størrelse"}, {"rent", "husleje"}, {"avoid", "undgår"}};

static void read_pair_rule(struct reader *reader, const struct cell *cell, const char **out)
{
    size_t rule = 0;
    if (read_word(reader, cell, cell_pair_rules, CELL_PAIR_RULES, &rule))
        *out = cell_pair_rules[rule].english;
}

static const char *read_bool(const char *text, bool *out)
{
    return cell_bool(text, out) ? NULL : cell_not_bool;
}

static bool holds_text(enum cell_kind kind)
{
    return kind == CELL_ID || kind == CELL_IDS || kind == CELL_TEXT || kind == CELL_LABELS ||
           kind == CELL_RULE_VALUE;
}

/* NULL, or what is wrong with the cell; readers of words and numbers with a range tell it
 * themselves. */
static const char *read_value(struct reader *reader, const struct cell *cell, void *out)
{
    switch (cell->column->kind) {
    case CELL_ID:
        return read_id(reader, cell, out);
    case CELL_IDS:
        return read_ids(reader, cell, out);
    case CELL_LABELS:
        read_labels(reader, cell, out);
        return NULL;
    case CELL_TEXT:
    case CELL_RULE_VALUE:
        *(const char **)out =
            keep(reader, reader->by_hand ? cell->text : cell_unprotect(cell->text));
        return NULL;
    case CELL_WHOLE:
        read_whole(reader, cell, out);
        return NULL;
    case CELL_POINTS:
        read_points(reader, cell, out);
        return NULL;
    case CELL_AMOUNT:
        return amount_parse(cell->text, cell->numbers, out);
    case CELL_SHARE:
        return share_parse(cell->text, cell->numbers, out);
    case CELL_DATE:
        return date_parse(cell->text, out);
    case CELL_BOOL:
        return read_bool(cell->text, out);
    case CELL_DECIMAL:
        return read_decimal(reader, cell, out);
    case CELL_KIND:
        read_kind(reader, cell, out);
        return NULL;
    case CELL_VERDICT:
        read_verdict(reader, cell, out);
        return NULL;
    case CELL_VACANCY:
        read_vacancy(reader, cell, out);
        return NULL;
    case CELL_BENEFIT_CLASS:
        read_benefit_class(reader, cell, out);
        return NULL;
    case CELL_PAIR_RULE:
        read_pair_rule(reader, cell, out);
        return NULL;
    }
    return NULL;
}

void cell_read(struct reader *reader, const struct cell *cell, void *row)
{
    if (holds_text(cell->column->kind) && text_has_cpr(cell->text)) {
        finding_mistake(
            &reader->findings, cell->at,
            "looks like a CPR number; write a pseudonym, names and CPR numbers stay out");
        return;
    }
    const char *wrong = read_value(reader, cell, value_at(row, cell->column));
    if (wrong != NULL)
        finding_cell(&reader->findings, cell->at, wrong, cell->text);
}

void cell_default(const struct column *column, void *row)
{
    void *value = value_at(row, column);
    switch (column->kind) {
    case CELL_WHOLE:
        *(int32_t *)value = (int32_t)column->fallback;
        break;
    case CELL_DATE:
        *(husly_date *)value = (husly_date)column->fallback;
        break;
    case CELL_POINTS:
    case CELL_AMOUNT:
        *(int64_t *)value = column->fallback;
        break;
    case CELL_ID:
    case CELL_IDS:
    case CELL_TEXT:
    case CELL_LABELS:
    case CELL_SHARE:
    case CELL_BOOL:
    case CELL_DECIMAL:
    case CELL_KIND:
    case CELL_VERDICT:
    case CELL_VACANCY:
    case CELL_BENEFIT_CLASS:
    case CELL_PAIR_RULE:
    case CELL_RULE_VALUE:
        break; /* the row begins as zeros */
    }
}
