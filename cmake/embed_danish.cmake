# SPDX-License-Identifier: GPL-3.0-or-later
# Run by husly_embed: writes the entries of FILE, a PO file sorted by its English texts, as the constant table
# of base/words.h into OUT. Strings of a PO file are strings of C, so only what stands around them changes.
file(READ "${FILE}" entries)
string(REGEX REPLACE "(^|\n)#[^\n]*" "" entries "${entries}")
if(entries MATCHES "\nmsg(ctxt|id_plural)")
  message(FATAL_ERROR "${FILE}: only entries of msgid and msgstr can be read")
endif()
string(FIND "${entries}" "\n\n" end_of_header)
string(SUBSTRING "${entries}" ${end_of_header} -1 entries)
string(REGEX REPLACE "\n+msgid " "},\n    {" entries "\n${entries}")
string(REGEX REPLACE "\nmsgstr " ",\n     " entries "${entries}")
string(REGEX REPLACE "^},\n" "" entries "${entries}")
string(STRIP "${entries}" entries)

file(WRITE "${OUT}" "#include \"base/words.h\"

const struct words_row data_danish[] = {
    ${entries}}};
const size_t data_danish_count = sizeof data_danish / sizeof *data_danish;
")
