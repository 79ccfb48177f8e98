# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Compiler settings that hold for every target. Everything else is set per target by spillwaytargets.cmake.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_GLOBAL_AUTOGEN_TARGET ON)
# moc reads headers, no libraries: it need not wait for them, and neither need who only wants its output (lint.sh).
set(CMAKE_AUTOGEN_ORIGIN_DEPENDS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# Qt asks for -fPIC in executables too; one flag everywhere also lets them share precompiled headers.
set(CMAKE_CXX_COMPILE_OPTIONS_PIE -fPIC)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")

find_program(SPILLWAY_CCACHE ccache)
if(SPILLWAY_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # The sloppiness is what ccache's manual asks for with precompiled headers; the base folder lets
    # several checkouts share results. With the external sum (cmake/pch/compile.sh) a file costs half:
    # ccache would read the whole precompiled header for each one.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 CCACHE_PCH_EXTSUM=1 CCACHE_DEPEND=1
        ${SPILLWAY_CCACHE})
endif()

find_program(SPILLWAY_MOLD mold)
if(SPILLWAY_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

add_library(spillway_flags INTERFACE)
target_compile_options(spillway_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
    -Wold-style-cast -Wimplicit-fallthrough -Wsuggest-override -Wno-missing-field-initializers
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<BOOL:${SPILLWAY_PCH}>>:-Winvalid-pch>)
target_compile_definitions(spillway_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS
    QT_NO_JAVA_STYLE_ITERATORS QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400
    SPILLWAY_VERSION="${PROJECT_VERSION}")

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_BUILD_TYPE STREQUAL "Release")
    # With -O2 gcc takes an empty std::optional for something uninitialised:
    # https://gcc.gnu.org/bugzilla/show_bug.cgi?id=80635
    target_compile_options(spillway_flags INTERFACE -Wno-maybe-uninitialized)
endif()
if(SPILLWAY_SANITIZE)
    # More than three hundred tests, each with its own copy of instrumented libraries, fill 20 GB.
    set(BUILD_SHARED_LIBS ON)
    # -O1 keeps the instrumented tests fast; line tables are all a sanitizer report needs.
    target_compile_options(spillway_flags INTERFACE
        -O1 -g1 -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_compile_definitions(spillway_flags INTERFACE QT_FORCE_ASSERTS)
    add_link_options(-fsanitize=address,undefined)
endif()
if(SPILLWAY_COVERAGE)
    target_compile_options(spillway_flags INTERFACE --coverage -O0)
    add_link_options(--coverage)
endif()
