# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One folder is one target. These functions are the only way a target is made, so that warnings,
# definitions and precompiled headers are the same everywhere.

# spillway_pch(<gui|core> link...): an object library that owns one precompiled header.
function(spillway_pch kind)
    add_library(spillway_pch_${kind} OBJECT "${PROJECT_SOURCE_DIR}/cmake/pch/${kind}.cpp")
    target_link_libraries(spillway_pch_${kind} PRIVATE spillway_flags ${ARGN})
    target_precompile_headers(spillway_pch_${kind} PRIVATE
        "$<$<COMPILE_LANGUAGE:CXX>:${PROJECT_SOURCE_DIR}/cmake/pch/${kind}.h>")
    set_target_properties(spillway_pch_${kind} PROPERTIES AUTOMOC OFF)
    if(SPILLWAY_CCACHE)
        set_target_properties(spillway_pch_${kind} PROPERTIES
            CXX_COMPILER_LAUNCHER "${PROJECT_SOURCE_DIR}/cmake/pch/compile.sh")
    endif()
endfunction()

function(spillway_use_pch target kind)
    if(SPILLWAY_PCH AND TARGET spillway_pch_${kind})
        target_precompile_headers(${target} REUSE_FROM spillway_pch_${kind})
    endif()
endfunction()

# spillway_add_library(<name> ROOT <models|widgets|app> PCH <core|gui>
#                      SOURCES file... LINKS public... PRIVATE_LINKS private...)
# makes spillway_<name> with alias Spillway::<name>; headers are included as "<folder>/<file>.h".
function(spillway_add_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "ROOT;PCH" "SOURCES;LINKS;PRIVATE_LINKS")
    add_library(spillway_${name} ${arg_SOURCES})
    add_library(Spillway::${name} ALIAS spillway_${name})
    target_include_directories(spillway_${name} PUBLIC "${PROJECT_SOURCE_DIR}/${arg_ROOT}")
    target_link_libraries(spillway_${name} PUBLIC ${arg_LINKS} PRIVATE spillway_flags ${arg_PRIVATE_LINKS})
    set_target_properties(spillway_${name} PROPERTIES DEFINE_SYMBOL "") # the precompiled header knows no such macro
    spillway_use_pch(spillway_${name} ${arg_PCH})
endfunction()

# spillway_add_executable(<name> PCH <core|gui> SOURCES file... LINKS target...)
function(spillway_add_executable name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "PCH" "SOURCES;LINKS")
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE spillway_flags ${arg_LINKS})
    spillway_use_pch(${name} ${arg_PCH})
endfunction()

# spillway_add_test(<tst_class> [PCH <core|gui>] [SOURCES extra...] [LINKS target...] [LABELS label...] [TIMEOUT s])
# builds tst_class.cpp beside the calling list file and runs it offscreen, in UTC, in a home of its own.
function(spillway_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "PCH;TIMEOUT" "SOURCES;LINKS;LABELS")
    if(NOT arg_PCH)
        set(arg_PCH core)
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    add_executable(${name} ${name}.cpp ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE spillway_flags Spillway::testsupport Qt6::Test ${arg_LINKS})
    target_compile_definitions(${name} PRIVATE
        SPILLWAY_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data" SPILLWAY_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    spillway_use_pch(${name} ${arg_PCH})
    add_test(NAME ${name} COMMAND ${name})
    spillway_test_environment(${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}")
    # Qt's own watchdog ends a function after five minutes, whatever the limit of the test.
    set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT "QTEST_FUNCTION_TIMEOUT=${arg_TIMEOUT}000")
endfunction()

function(spillway_test_environment name)
    set(home "${CMAKE_BINARY_DIR}/home/${name}")
    file(MAKE_DIRECTORY "${home}/run")
    file(CHMOD "${home}/run" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
    set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT
        "QT_QPA_PLATFORM=offscreen" "TZ=UTC" "LC_ALL=C.UTF-8" "HOME=${home}" "XDG_RUNTIME_DIR=${home}/run"
        "XDG_CONFIG_HOME=${home}/config" "XDG_DATA_HOME=${home}/data" "XDG_CACHE_HOME=${home}/cache"
        "http_proxy=" "https_proxy=" "HTTP_PROXY=" "HTTPS_PROXY=" "ALL_PROXY=" "NO_PROXY="
        "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/lsan.supp:print_suppressions=0"
        "UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1"
        "SPILLWAY_BIN_DIR=${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
endfunction()

# spillway_add_folders(folder...): those that exist, in this order, which is the order of the layers.
function(spillway_add_folders)
    foreach(folder IN LISTS ARGN)
        if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/CMakeLists.txt")
            add_subdirectory(${folder})
        endif()
    endforeach()
endfunction()
