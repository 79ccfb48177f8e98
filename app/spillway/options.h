// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/timeselection.h"
#include "pages/viewlink.h"
#include "style/themecontroller.h"

#include <QSize>

#include <optional>
#include <string>
#include <vector>

namespace spillway {

/// What the command line of `spillway` asked for; checked, so nothing here can be wrong any more.
struct Options
{
    bool demo = false;
    QString workspaceFile;
    QString page;
    QString policyFile; ///< for the policy page
    QString grabFile;   ///< empty: a window is shown
    QSize size;         ///< of the window; invalid = as it was
    std::optional<ThemeMode> theme;
    QString language;
    std::optional<TimeSelection> range;
    std::optional<std::chrono::milliseconds> refresh;
    std::optional<ViewLink> link;
    QString metricsListen; ///< "127.0.0.1:9464"; empty = off
    /// A line "ready" on stdout once the first page is painted with all its data (for benchmarks).
    bool printReady = false;
    /// No display and a demo: a picture of each page is made instead of a window.
    bool grabAllPages = false;
};

/// Either options, or what to print (help, version, a mistake) and the exit status.
struct OptionsResult
{
    std::optional<Options> options;
    int exitCode = 0;
    QString output; ///< to stdout if exitCode is 0, else to stderr
};

/// Needs no QApplication; what belongs to Qt (-platform, -style) is left alone.
[[nodiscard]] OptionsResult parseOptions(const std::vector<std::string> &arguments,
                                         bool hasDisplay);

} // namespace spillway
