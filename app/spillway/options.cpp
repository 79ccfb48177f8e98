// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/options.h"

#include "core/duration.h"
#include "dialogs/preferences.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// As CLI11 fills them in.
struct Raw
{
    bool demo = false;
    bool printReady = false;
    std::string workspace, page, policy, grab, size, theme, language, range, refresh, link, metrics;
    std::string platform; ///< Qt reads it itself
};

std::string checkSize(const std::string &text)
{
    static const QRegularExpression form(u"^([1-9][0-9]{2,4})x([1-9][0-9]{2,4})$"_s);
    return form.match(QString::fromStdString(text)).hasMatch() ? std::string{}
                                                               : "write it as 1600x1000";
}

std::string checkLanguage(const std::string &text)
{
    const auto &choices = languageChoices();
    const bool known = std::any_of(choices.begin(), choices.end(), [&text](const auto &choice) {
        return choice.code.toStdString() == text;
    });
    return known ? std::string{} : "there are en and zh_CN";
}

/// Metrics tell what one watches: loopback only.
std::string checkListen(const std::string &text)
{
    static const QRegularExpression form(u"^(127\\.0\\.0\\.1|localhost|\\[::1\\]):([0-9]{1,5})$"_s);
    const auto match = form.match(QString::fromStdString(text));
    return match.hasMatch() && match.captured(2).toInt() <= 65535
               ? std::string{}
               : "only a port of this machine: 127.0.0.1:9464";
}

std::string checkRange(const std::string &text)
{
    const auto range =
        parseTimeSelection(QString::fromStdString(text), QTimeZone::systemTimeZone());
    return range ? std::string{} : range.error().sentence().toStdString();
}

std::string checkRefresh(const std::string &text)
{
    const auto interval = parseDuration(QString::fromStdString(text));
    return interval && *interval >= std::chrono::seconds{1} ? std::string{}
                                                            : "at least 1s, e.g. 30s or 5m";
}

std::string checkLink(const std::string &text)
{
    const auto link = parseViewLink(QString::fromStdString(text));
    return link ? std::string{} : link.error().sentence().toStdString();
}

void define(CLI::App &app, Raw &raw)
{
    app.add_flag("--demo", raw.demo, "Start a complete simulated system and watch it");
    app.add_option("--workspace", raw.workspace, "Open this workspace file");
    app.add_option("--page", raw.page,
                   "Show this page: overview, cluster, cost, component-<name>, ...");
    app.add_option("--policy", raw.policy, "Open this policy file on the policy page");
    app.add_option("--grab", raw.grab,
                   "Save a picture of the page when its panels have settled, print a JSON summary "
                   "and end; exit status 1 if a panel failed");
    app.add_option("--size", raw.size, "Size of the window, e.g. 1600x1000")
        ->check(CLI::Validator(checkSize, "WxH"));
    app.add_option("--theme", raw.theme, "light, dark or system")
        ->check(CLI::IsMember({"light", "dark", "system"}));
    app.add_option("--lang", raw.language, "en or zh_CN")
        ->check(CLI::Validator(checkLanguage, "LANG"));
    app.add_option("--range", raw.range, "Time range, e.g. now-6h")
        ->check(CLI::Validator(checkRange, "RANGE"));
    app.add_option("--refresh", raw.refresh, "How often to refresh, e.g. 30s")
        ->check(CLI::Validator(checkRefresh, "DURATION"));
    app.add_flag("--print-ready", raw.printReady,
                 "Print \"ready\" once the first page is painted with all its data");
    app.add_option("--link,link", raw.link, "Open a spillway://view link")
        ->check(CLI::Validator(checkLink, "URL"));
    app.add_option("--metrics-listen", raw.metrics,
                   "Serve the console's own metrics at this address, e.g. 127.0.0.1:9464")
        ->check(CLI::Validator(checkListen, "HOST:PORT"));
    app.add_option("--platform,-p", raw.platform, "Qt platform: xcb, wayland, offscreen");
}

Options fromRaw(const Raw &raw)
{
    Options options;
    options.demo = raw.demo;
    options.workspaceFile = QString::fromStdString(raw.workspace);
    options.page = QString::fromStdString(raw.page);
    options.policyFile = QString::fromStdString(raw.policy);
    if (options.page.isEmpty() && !options.policyFile.isEmpty() && raw.link.empty()) {
        options.page = QStringLiteral("policy");
    }
    options.grabFile = QString::fromStdString(raw.grab);
    const QStringList size = QString::fromStdString(raw.size).split(u'x');
    if (size.size() == 2) {
        options.size = QSize(size.first().toInt(), size.last().toInt());
    }
    options.theme = themeModeFromName(QString::fromStdString(raw.theme));
    options.language = QString::fromStdString(raw.language);
    options.metricsListen = QString::fromStdString(raw.metrics);
    if (!raw.range.empty()) {
        const auto range =
            parseTimeSelection(QString::fromStdString(raw.range), QTimeZone::systemTimeZone());
        options.range = range ? std::optional(*range) : std::nullopt;
    }
    options.printReady = raw.printReady;
    if (!raw.refresh.empty()) {
        const auto interval = parseDuration(QString::fromStdString(raw.refresh));
        options.refresh = interval ? std::optional(*interval) : std::nullopt;
    }
    if (!raw.link.empty()) {
        const auto link = parseViewLink(QString::fromStdString(raw.link));
        options.link = link ? std::optional(*link) : std::nullopt;
    }
    return options;
}

} // namespace

OptionsResult parseOptions(const std::vector<std::string> &arguments, bool hasDisplay)
{
    CLI::App app{"Console that keeps LLM and RAG systems standing under spiky traffic"};
    app.name("spillway");
    app.set_version_flag("--version", "spillway " SPILLWAY_VERSION);
    app.footer("Exit status: 0 done; 1 a panel failed or nothing could be shown; 2 wrong command "
               "line.");
    Raw raw;
    define(app, raw);
    // CLI11 takes the arguments from the back. Qt's own long options may have one dash.
    std::vector<std::string> reversed;
    for (const std::string &argument : arguments) {
        reversed.push_back(argument == "-platform" ? "--platform" : argument);
    }
    std::reverse(reversed.begin(), reversed.end());
    try {
        app.parse(reversed);
    } catch (const CLI::ParseError &error) {
        std::ostringstream out;
        std::ostringstream err;
        const bool fine = app.exit(error, out, err) == 0;
        return {.options = {},
                .exitCode = fine ? 0 : 2,
                .output = QString::fromStdString(fine ? out.str() : err.str())};
    }
    Options options = fromRaw(raw);
    options.grabAllPages =
        options.demo && options.grabFile.isEmpty() && !hasDisplay && raw.platform.empty();
    return {.options = options, .exitCode = 0, .output = {}};
}

} // namespace spillway
