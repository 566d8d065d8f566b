# SPDX-License-Identifier: GPL-3.0-or-later
#[[
Finds libcsv, which comes with neither a .pc file nor a CMake package.

Target:    LibCSV::LibCSV
Variables: LibCSV_FOUND, LibCSV_VERSION
Hints:     LibCSV_INCLUDE_DIR, LibCSV_LIBRARY

Other projects have a csv.h too, so the include guard of libcsv is demanded before the header is believed.
]]
find_path(LibCSV_INCLUDE_DIR NAMES csv.h)
find_library(LibCSV_LIBRARY NAMES csv)
mark_as_advanced(LibCSV_INCLUDE_DIR LibCSV_LIBRARY)

unset(LibCSV_VERSION)
set(LibCSV_IS_LIBCSV FALSE)
if(LibCSV_INCLUDE_DIR)
  file(STRINGS "${LibCSV_INCLUDE_DIR}/csv.h" lines
    REGEX "#define (LIBCSV_H__|CSV_(MAJOR|MINOR|RELEASE) )")
  if(lines MATCHES "LIBCSV_H__")
    set(LibCSV_IS_LIBCSV TRUE)
  endif()
  if(lines MATCHES "CSV_MAJOR +([0-9]+).*CSV_MINOR +([0-9]+).*CSV_RELEASE +([0-9]+)")
    set(LibCSV_VERSION "${CMAKE_MATCH_1}.${CMAKE_MATCH_2}.${CMAKE_MATCH_3}")
  endif()
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibCSV
  REQUIRED_VARS LibCSV_LIBRARY LibCSV_INCLUDE_DIR LibCSV_IS_LIBCSV
  VERSION_VAR LibCSV_VERSION
  REASON_FAILURE_MESSAGE "On Debian: apt-get install libcsv-dev")

if(LibCSV_FOUND AND NOT TARGET LibCSV::LibCSV)
  add_library(LibCSV::LibCSV UNKNOWN IMPORTED)
  set_target_properties(LibCSV::LibCSV PROPERTIES
    IMPORTED_LOCATION "${LibCSV_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${LibCSV_INCLUDE_DIR}")
endif()
