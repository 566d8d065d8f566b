# SPDX-License-Identifier: GPL-3.0-or-later
# husly_flags carries what is needed to build husly and never what is needed to use it: link it through
# $<BUILD_INTERFACE:husly_flags>, so that neither warnings nor sanitizers reach an installed husly.
set(HUSLY_SANITIZE "" CACHE STRING "Sanitizers to build with, such as address,undefined")
option(HUSLY_FUZZ "Build the targets of tests/fuzz for libFuzzer (clang)" OFF)

set(CMAKE_C_STANDARD 11)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_C_VISIBILITY_PRESET hidden)

add_library(husly_flags INTERFACE)
target_compile_definitions(husly_flags INTERFACE _POSIX_C_SOURCE=200809L)
target_compile_options(husly_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla
  -Wundef -Wformat=2)
if(HUSLY_SANITIZE)
  target_compile_options(husly_flags INTERFACE
    -fsanitize=${HUSLY_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(husly_flags INTERFACE -fsanitize=${HUSLY_SANITIZE})
endif()
