# SPDX-License-Identifier: GPL-3.0-or-later
# husly_audit_sources(list pattern…): a list of sources has to name every file that the patterns find in
# the current folder, each once.
function(husly_audit_sources sources)
  file(GLOB found CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}" ${ARGN})
  set(forgotten ${found})
  list(REMOVE_ITEM forgotten ${sources})
  if(forgotten)
    message(FATAL_ERROR
      "${CMAKE_CURRENT_SOURCE_DIR}/CMakeLists.txt does not name these files: ${forgotten}")
  endif()
endfunction()
