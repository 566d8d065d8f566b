# SPDX-License-Identifier: GPL-3.0-or-later
# husly_embed(target file): compiles a table of lib/data into the target. cmake/embed_<name>.cmake, run at
# build time, turns FILE (<name>.csv or <name>.po) into C source OUT.
set(HUSLY_EMBED_DIR "${CMAKE_CURRENT_LIST_DIR}")

function(husly_embed target file)
  cmake_path(GET file STEM name)
  set(script "${HUSLY_EMBED_DIR}/embed_${name}.cmake")
  set(source "${CMAKE_CURRENT_BINARY_DIR}/${target}_${name}.c")
  add_custom_command(
    OUTPUT "${source}"
    COMMAND "${CMAKE_COMMAND}" -D "FILE=${file}" -D "OUT=${source}" -P "${script}"
    DEPENDS "${file}" "${script}"
    VERBATIM)
  target_sources(${target} PRIVATE "${source}")
endfunction()
