/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/certificate_blocks.h"

#include <husly/solve.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/words.h"

enum { NAME_DIGITS = 9 };

/* The numbers that come next in a part of a stage. */
struct numbering {
    int64_t cut, leaf;
    bool has_aside;
};

/* What reading blocks goes by. */
struct blocking {
    const struct result_table *table;
    const husly_policy *policy;
    struct complaints *complaints;
    struct numbering *next; /* stage × part */
    int part_count;
    bool named;
};

static int find_stage(const husly_policy *policy, const char *name)
{
    int stage = 0;
    while (stage < policy->stage_count &&
           !text_equal(husly_stage_name(policy->stages[stage]), name))
        stage++;
    return stage;
}

/* Takes a number without leading zeros off the text; false where there is none. */
static bool take_number(const char **text, int64_t *number)
{
    const size_t size = strspn(*text, "0123456789");
    if (size == 0 || size > NAME_DIGITS || ((*text)[0] == '0' && size > 1))
        return false;
    *number = 0;
    for (const char *end = *text + size; *text < end; (*text)++)
        *number = 10 * *number + (**text - '0');
    return true;
}

/* Whether the text begins so; takes it off. */
static bool take_word(const char **text, const char *word)
{
    const size_t size = strlen(word);
    if (strncmp(*text, word, size) != 0)
        return false;
    *text += size;
    return true;
}

/* "7", "cut7" or "aside". */
static bool read_kind(const char *name, struct certificate_block *block)
{
    block->kind = BLOCK_ASIDE;
    if (text_equal(name, "aside"))
        return true;
    block->kind = take_word(&name, "cut") ? BLOCK_CUT : BLOCK_LEAF;
    return take_number(&name, &block->number) && *name == '\0';
}

/* "part2", or one of the above, after "part2/" where the round has parts. */
static bool read_name(const char *name, struct certificate_block *block, bool *in_part)
{
    int64_t part = 0;
    *in_part = take_word(&name, "part");
    if (!*in_part)
        return read_kind(name, block);
    if (!take_number(&name, &part) || part == 0)
        return false;
    block->part = (int)part - 1;
    block->kind = BLOCK_PART;
    return *name == '\0' || (take_word(&name, "/") && read_kind(name, block));
}

/* How many lines from here on bear the same stage and leaf. */
static size_t block_size(const struct result_table *table, size_t first)
{
    const struct result_cell *cells = table->rows[first].cells;
    size_t end = first + 1;
    while (
        end < table->count &&
        text_equal(table->rows[end].cells[CERTIFICATE_STAGE].text, cells[CERTIFICATE_STAGE].text) &&
        text_equal(table->rows[end].cells[CERTIFICATE_LEAF].text, cells[CERTIFICATE_LEAF].text))
        end++;
    return end - first;
}

static bool is_in_order(const struct certificate_block *block, struct numbering *next)
{
    switch (block->kind) {
    case BLOCK_CUT:
        return block->number == next->cut++;
    case BLOCK_ASIDE:
        if (next->has_aside)
            return false;
        next->has_aside = true;
        return true;
    case BLOCK_LEAF:
        if (block->number < next->leaf)
            return false;
        next->leaf = block->number + 1;
        return true;
    case BLOCK_PART:
        break;
    }
    return true;
}

static void complain_of(const struct blocking *it, const struct result_row *row, int column,
                        const char *text)
{
    complain(it->complaints, cell_place(it->table, row, column), "%s",
             husly_words(it->complaints->language, text));
}

/* Reads whose block it is; false after complaining. */
static bool read_place(const struct blocking *it, struct certificate_block *block)
{
    const struct result_row *row = block->lines;
    bool in_part = false;
    block->leaf = row->cells[CERTIFICATE_LEAF].text;
    block->stage = find_stage(it->policy, row->cells[CERTIFICATE_STAGE].text);
    if (block->stage == it->policy->stage_count)
        complain_of(it, row, CERTIFICATE_STAGE, WORDS_LATER("the round has no such stage"));
    else if (!read_name(block->leaf, block, &in_part))
        complain_of(it, row, CERTIFICATE_LEAF,
                    WORDS_LATER("neither the number of a leaf, nor the name of a cut or of a part; "
                                "write 0, 1 … or cut1, cut2 …, after part1/, part2/ … where the "
                                "round has parts"));
    else if (in_part != it->named || block->part >= it->part_count)
        complain_of(it, row, CERTIFICATE_LEAF,
                    it->named ? WORDS_LATER("names no part that has households here; their lines "
                                            "stand in the first stage")
                              : WORDS_LATER("the certificate says of no household which part it "
                                            "belongs to"));
    else
        return true;
    return false;
}

static bool read_block(const struct blocking *it, struct certificate_block *block)
{
    if (!read_place(it, block))
        return false;
    struct numbering *next = &it->next[block->stage * it->part_count + block->part];
    if (block->kind != BLOCK_PART && !is_in_order(block, next)) {
        complain_of(it, block->lines, CERTIFICATE_LEAF,
                    WORDS_LATER("out of order: a stage's cuts are numbered from 1 without gaps, "
                                "the numbers of its leaves ascend, pairs are set aside once, and "
                                "the lines of each stand together"));
        return false;
    }
    return true;
}

/* Parts stand in the first stage, each once, in the order of their numbers. */
static bool is_next_part(const struct blocking *it, const struct certificate_block *block)
{
    return find_stage(it->policy, block->lines->cells[CERTIFICATE_STAGE].text) == 0 &&
           block->part == it->part_count;
}

/* Counts the parts; false after complaining. */
static bool count_parts(struct blocking *it)
{
    for (size_t first = 0, size = 0; first < it->table->count; first += size) {
        struct certificate_block block = {.lines = &it->table->rows[first]};
        bool in_part = false;
        size = block_size(it->table, first);
        if (!read_name(block.lines->cells[CERTIFICATE_LEAF].text, &block, &in_part) ||
            block.kind != BLOCK_PART)
            continue;
        if (!is_next_part(it, &block)) {
            complain_of(it, block.lines, CERTIFICATE_LEAF,
                        WORDS_LATER("out of order: parts are numbered from 1 without gaps, and who "
                                    "belongs to each stands once, in the first stage"));
            return false;
        }
        it->part_count++;
        it->named = true;
    }
    if (it->part_count == 0)
        it->part_count = 1;
    return true;
}

/* Brings the blocks of each part in a stage together, as they stand, lines of parts before all. */
static bool sort_blocks(struct certificate_blocks *found, const husly_policy *policy,
                        struct arena *arena)
{
    const size_t places = (size_t)policy->stage_count * (size_t)found->part_count;
    struct certificate_block *sorted = arena_take(arena, found->count + 1, sizeof *sorted);
    size_t *next = arena_take(arena, places + 3, sizeof *next);
    if (sorted == NULL || next == NULL)
        return false;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t at = 0; at < found->count; at++) {
            const struct certificate_block *block = &found->blocks[at];
            const size_t place = block->kind == BLOCK_PART
                                     ? 0
                                     : 1 + (size_t)(block->stage * found->part_count + block->part);
            if (pass == 0)
                next[place + 2]++;
            else
                sorted[next[place + 1]++] = *block;
        }
        for (size_t place = 0; place <= places && pass == 0; place++)
            next[place + 2] += next[place + 1];
    }
    found->blocks = sorted;
    found->first = next + 1;
    return true;
}

struct certificate_blocks certificate_blocks_find(const struct result_table *table,
                                                  const husly_policy *policy, struct arena *arena,
                                                  struct complaints *complaints)
{
    struct blocking it = {.table = table, .policy = policy, .complaints = complaints};
    struct certificate_blocks found = {
        .blocks = arena_take(arena, table->count + 1, sizeof *found.blocks), .part_count = 1};
    found.failed = found.blocks == NULL;
    if (!found.failed && count_parts(&it)) {
        const size_t places = (size_t)policy->stage_count * (size_t)it.part_count;
        it.next = arena_take(arena, places + 1, sizeof *it.next);
        found.failed = it.next == NULL;
        for (size_t place = 0; place < places && !found.failed; place++)
            it.next[place].cut = 1;
        found.part_count = it.part_count;
        found.named = it.named;
    }
    for (size_t first = 0, size = 0; first < table->count && it.next != NULL; first += size) {
        size = block_size(table, first);
        struct certificate_block block = {.lines = &table->rows[first], .count = size};
        if (read_block(&it, &block))
            found.blocks[found.count++] = block;
    }
    found.failed = found.failed || !sort_blocks(&found, policy, arena);
    return found;
}

const struct certificate_block *certificate_blocks_of(const struct certificate_blocks *blocks,
                                                      int stage, int part, size_t *count)
{
    const size_t place = (size_t)stage * (size_t)blocks->part_count + (size_t)part;
    *count = blocks->first[place + 1] - blocks->first[place];
    return &blocks->blocks[blocks->first[place]];
}
