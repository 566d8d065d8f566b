# SPDX-License-Identifier: GPL-3.0-or-later
# husly_embed(target file): compiles a text file into the target as `const char data_<name>[]`, ended by
# a NUL, where <name> is the file's name without its ending. lib/data/data.h declares what there is.
set(HUSLY_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/embed_file.cmake")

function(husly_embed target file)
  cmake_path(GET file STEM name)
  set(source "${CMAKE_CURRENT_BINARY_DIR}/${target}_${name}.c")
  add_custom_command(
    OUTPUT "${source}"
    COMMAND "${CMAKE_COMMAND}" -D "FILE=${file}" -D "NAME=data_${name}" -D "OUT=${source}"
            -P "${HUSLY_EMBED_SCRIPT}"
    DEPENDS "${file}" "${HUSLY_EMBED_SCRIPT}"
    VERBATIM)
  target_sources(${target} PRIVATE "${source}")
endfunction()
