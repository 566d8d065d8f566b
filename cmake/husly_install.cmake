# SPDX-License-Identifier: GPL-3.0-or-later
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/husly")

install(TARGETS husly EXPORT husly-targets
  RUNTIME COMPONENT husly
  LIBRARY COMPONENT husly NAMELINK_COMPONENT husly-dev
  ARCHIVE COMPONENT husly-dev
  FILE_SET HEADERS COMPONENT husly-dev)
if(TARGET husly_cli)
  install(TARGETS husly_cli RUNTIME COMPONENT husly)
endif()

install(EXPORT husly-targets
  NAMESPACE husly:: DESTINATION "${package_dir}" COMPONENT husly-dev)
set(husly_is_shared OFF)
if(BUILD_SHARED_LIBS)
  set(husly_is_shared ON)
endif()
configure_package_config_file(cmake/husly-config.cmake.in husly-config.cmake
  INSTALL_DESTINATION "${package_dir}"
  NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(husly-config-version.cmake COMPATIBILITY SameMinorVersion)

# A user of the static library has to find GLPK and libcsv too, and nobody else ships the modules.
install(FILES
  "${PROJECT_BINARY_DIR}/husly-config.cmake"
  "${PROJECT_BINARY_DIR}/husly-config-version.cmake"
  cmake/FindGLPK.cmake
  cmake/FindLibCSV.cmake
  DESTINATION "${package_dir}" COMPONENT husly-dev)

# The prefix is told from where the .pc file lies, so that an installed tree may be moved.
file(RELATIVE_PATH prefix_from_pc
  "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig" "${CMAKE_INSTALL_PREFIX}")
set(pc_definitions "")
if(NOT husly_is_shared)
  set(pc_definitions " -DHUSLY_STATIC_DEFINE")
endif()
configure_file(cmake/husly.pc.in husly.pc @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/husly.pc"
  DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT husly-dev)

file(GLOB man_pages CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/docs/man/*.[1-8]")
foreach(page IN LISTS man_pages)
  cmake_path(GET page EXTENSION LAST_ONLY section)
  string(SUBSTRING "${section}" 1 1 section)
  install(FILES "${page}" DESTINATION "${CMAKE_INSTALL_MANDIR}/man${section}" COMPONENT husly)
endforeach()
