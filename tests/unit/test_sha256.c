/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The published vectors: FIPS 180-4 examples and NIST's SHAVS byte-oriented short messages. */
#include "base/sha256.h"

#include <stdlib.h>

#include "support/check.h"

static void check_digest(const char *message, const char *wanted)
{
    char got[65];
    sha256_hex(message, strlen(message), got);
    CHECK_TEXT(got, wanted);
}

static void check_published(void)
{
    check_digest("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    check_digest("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    check_digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                 "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    check_digest("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
                 "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
                 "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
}

static void check_a_million(void)
{
    enum { MILLION = 1000000 };
    char got[65];
    char *message = malloc(MILLION);
    CHECK(message != NULL);
    if (message == NULL)
        return;
    memset(message, 'a', MILLION);
    sha256_hex(message, MILLION, got);
    CHECK_TEXT(got, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    free(message);
}

/* Lengths around the end of a block, where the padding takes one block or two. */
static void check_block_ends(void)
{
    static const struct {
        size_t size;
        const char *digest;
    } cases[] = {
        {55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
        {56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"},
        {63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"},
        {64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char message[64];
        char got[65];
        memset(message, 'a', sizeof message);
        sha256_hex(message, cases[i].size, got);
        CHECK_TEXT(got, cases[i].digest);
    }
}

int main(void)
{
    check_published();
    check_a_million();
    check_block_ends();
    return check_result();
}
