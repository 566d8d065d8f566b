# SPDX-License-Identifier: GPL-3.0-or-later
#[[
Finds GLPK, which comes with neither a .pc file nor a CMake package.

Target:    GLPK::GLPK
Variables: GLPK_FOUND, GLPK_VERSION
Hints:     GLPK_INCLUDE_DIR, GLPK_LIBRARY

A static libglpk.a needs more libraries (amd, colamd, gmp, ltdl, z), depending on how it was built; name
them in GLPK_LIBRARY when you link it.
]]
find_path(GLPK_INCLUDE_DIR NAMES glpk.h)
find_library(GLPK_LIBRARY NAMES glpk)
mark_as_advanced(GLPK_INCLUDE_DIR GLPK_LIBRARY)

unset(GLPK_VERSION)
if(GLPK_INCLUDE_DIR)
  file(STRINGS "${GLPK_INCLUDE_DIR}/glpk.h" lines REGEX "#define GLP_(MAJOR|MINOR)_VERSION")
  if(lines MATCHES "GLP_MAJOR_VERSION +([0-9]+).*GLP_MINOR_VERSION +([0-9]+)")
    set(GLPK_VERSION "${CMAKE_MATCH_1}.${CMAKE_MATCH_2}")
  endif()
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(GLPK
  REQUIRED_VARS GLPK_LIBRARY GLPK_INCLUDE_DIR
  VERSION_VAR GLPK_VERSION
  REASON_FAILURE_MESSAGE "On Debian: apt-get install libglpk-dev")

if(GLPK_FOUND AND NOT TARGET GLPK::GLPK)
  add_library(GLPK::GLPK UNKNOWN IMPORTED)
  set_target_properties(GLPK::GLPK PROPERTIES
    IMPORTED_LOCATION "${GLPK_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${GLPK_INCLUDE_DIR}")
endif()
