# SPDX-License-Identifier: GPL-3.0-or-later
# Run by husly_embed: writes the rows of FILE as the constant table of model/self_payment.h into OUT.
file(STRINGS "${FILE}" rows ENCODING UTF-8)
list(POP_FRONT rows header)
set(wanted "year,single,couple_0,couple_1_3,couple_4,provision,verified,source")
if(NOT header STREQUAL wanted)
  message(FATAL_ERROR "${FILE}: the header is not ${wanted}")
endif()

# Kroner in the file, øre in the table.
set(kroner "([0-9]+)")
set(text "([^,\"\\]*)")
set(form "^${kroner},${kroner},${kroner},${kroner},${kroner},${text},${text},${text}$")
set(table "")
foreach(row IN LISTS rows)
  if(NOT row MATCHES "${form}")
    message(FATAL_ERROR "${FILE}: this row cannot be read: ${row}")
  endif()
  string(REGEX REPLACE "${form}"
    "    {\\1, \\2 * ORE, \\3 * ORE, \\4 * ORE, \\5 * ORE, \"\\6\", \"\\7\", \"\\8\"},\n"
    row "${row}")
  string(APPEND table "${row}")
endforeach()

file(WRITE "${OUT}" "#include \"model/self_payment.h\"

#define ORE INT64_C(100)

const struct self_payment_year data_self_payment_years[] = {
${table}};
const size_t data_self_payment_year_count =
    sizeof data_self_payment_years / sizeof *data_self_payment_years;
")
