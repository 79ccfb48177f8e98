#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The one list of Debian packages. Sourced by run.sh and test.sh; run alone it prints the list:
#   packaging/packages.sh build|run|test|lint|bench

# shellcheck disable=SC2034  # read by the scripts that source this file
packages_build=(
    build-essential cmake ninja-build ccache mold pkg-config
    qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libqt6svg6-dev
    # qt6-charts-dev is only found by CMake with these three beside it.
    qt6-charts-dev libqt6opengl6-dev libgl-dev libopengl-dev
    libcurl4-openssl-dev libssl-dev zlib1g-dev libsimdjson-dev libyaml-cpp-dev prometheus-cpp-dev
    qtkeychain-qt6-dev libqscintilla2-qt6-dev libdtl-dev libcli11-dev libical-dev libcpp-httplib-dev
)
# The demo world runs a real Prometheus; the fonts are what the console draws Latin and Chinese with.
packages_run=(prometheus fonts-dejavu-core fonts-inter fonts-noto-cjk qt6-qpa-plugins qt6-translations-l10n)
packages_test=(victoria-metrics openssl nghttp2-server protobuf-compiler python3 curl git universal-ctags busybox zsh fish)
# kubectl from elsewhere conflicts with Debian's package.
command -v kubectl >/dev/null || packages_test+=(kubernetes-client)
packages_lint=(clang clang-format clang-tidy clazy codespell shellcheck)
packages_bench=(libbenchmark-dev chromium)
# Node from elsewhere brings its own npm, which Debian's package conflicts with.
command -v npm >/dev/null || packages_bench+=(nodejs npm)

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
    list="packages_${1:-build}[@]"
    printf '%s\n' "${!list}"
fi
