# SPDX-License-Identifier: GPL-3.0-or-later
# Run by husly_embed: writes the rows of FILE as the constant table of model/benefit_rates.h into OUT.
file(STRINGS "${FILE}" rows ENCODING UTF-8)
list(POP_FRONT rows header)
set(wanted "from,until,class,who,amount,verified,provision,source")
if(NOT header STREQUAL wanted)
  message(FATAL_ERROR "${FILE}: the header is not ${wanted}")
endif()

# Kroner in the file, øre in the table.
set(day "([0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9])")
set(text "([^,\"\\]*)")
set(form "^${day},${day},(integration|assistance),(single_provider|provider|non_provider),([0-9]+),${text},${text},${text}$")
set(table "")
foreach(row IN LISTS rows)
  if(NOT row MATCHES "${form}")
    message(FATAL_ERROR "${FILE}: this row cannot be read: ${row}")
  endif()
  set(days "\"${CMAKE_MATCH_1}\", \"${CMAKE_MATCH_2}\"")
  set(sure "\"${CMAKE_MATCH_6}\", \"${CMAKE_MATCH_7}\", \"${CMAKE_MATCH_8}\"")
  set(amount "${CMAKE_MATCH_5} * ORE")
  string(TOUPPER "HUSLY_CLASS_${CMAKE_MATCH_3}, EARNER_${CMAKE_MATCH_4}" names)
  string(APPEND table "    {${days}, ${names}, ${amount}, ${sure}},\n")
endforeach()

file(WRITE "${OUT}" "#include \"model/benefit_rates.h\"

#define ORE INT64_C(100)

const struct benefit_rate data_benefit_rates[] = {
${table}};
const size_t data_benefit_rate_count = sizeof data_benefit_rates / sizeof *data_benefit_rates;
")
