/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/read/finding.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/printable.h"
#include "base/text.h"
#include "base/words.h"

static void tell(struct findings *findings, husly_severity severity, struct place at,
                 const char *text)
{
    if (findings->tell == NULL || findings->closed)
        return;
    const husly_finding finding = {.severity = severity,
                                   .source = at.source == NULL ? "" : at.source,
                                   .line = at.line,
                                   .column = at.column,
                                   .field = at.field == NULL ? "" : at.field,
                                   .text = text,
                                   .language = findings->language};
    findings->closed = !findings->tell(&finding, findings->user);
}

__attribute__((format(printf, 4, 0))) static void note(struct findings *findings,
                                                       husly_severity severity, struct place at,
                                                       const char *format, va_list parts)
{
    char text[sizeof findings->first.text];
    int *count = severity == HUSLY_MISTAKE ? &findings->mistakes : &findings->warnings;
    vsnprintf(text, sizeof text, husly_words(findings->language, format), parts);
    if (severity == HUSLY_MISTAKE)
        error_set(&findings->first, HUSLY_E_INPUT, at, "%s", text);
    if ((*count)++ < FINDING_LIMIT)
        tell(findings, severity, at, text);
}

void finding_mistake(struct findings *findings, struct place at, const char *format, ...)
{
    va_list parts;
    va_start(parts, format);
    note(findings, HUSLY_MISTAKE, at, format, parts);
    va_end(parts);
}

void finding_warning(struct findings *findings, struct place at, const char *format, ...)
{
    va_list parts;
    va_start(parts, format);
    note(findings, HUSLY_WARNING, at, format, parts);
    va_end(parts);
}

void finding_printable(char *out, size_t room, const char *text)
{
    size_t size = strlen(text);
    if (size >= room)
        size = room - 1;
    memcpy(out, text, size);
    while (size > 0 && ((unsigned char)text[size] & 0xc0) == 0x80)
        size--;
    out[size] = '\0';
    printable_make(out);
}

void finding_cell(struct findings *findings, struct place at, const char *wrong, const char *cell)
{
    const char *told = husly_words(findings->language, wrong);
    if (!findings->show_values || text_has_cpr(cell)) {
        finding_mistake(findings, at, "%s", told);
        return;
    }
    char shown[61];
    finding_printable(shown, sizeof shown, cell);
    finding_mistake(findings, at, "%s (the cell holds: %s)", told, shown);
}

bool finding_full(const struct findings *findings)
{
    return findings->closed || findings->mistakes >= FINDING_LIMIT;
}
