# SPDX-License-Identifier: GPL-3.0-or-later
# husly_embed(target file): compiles a text file into the target as `const char data_<name>[]`, ended by
# a NUL, where <name> is the file's name without its ending. lib/data/data.h declares what there is.
# A file with a script of its own, embed_<name>.cmake, becomes what that script writes instead.
set(HUSLY_EMBED_FOLDER "${CMAKE_CURRENT_LIST_DIR}")

function(husly_embed target file)
  cmake_path(GET file STEM name)
  set(script "${HUSLY_EMBED_FOLDER}/embed_${name}.cmake")
  if(NOT EXISTS "${script}")
    set(script "${HUSLY_EMBED_FOLDER}/embed_file.cmake")
  endif()
  set(source "${CMAKE_CURRENT_BINARY_DIR}/${target}_${name}.c")
  add_custom_command(
    OUTPUT "${source}"
    COMMAND "${CMAKE_COMMAND}" -D "FILE=${file}" -D "NAME=data_${name}" -D "OUT=${source}"
            -P "${script}"
    DEPENDS "${file}" "${script}"
    VERBATIM)
  target_sources(${target} PRIVATE "${source}")
endfunction()
