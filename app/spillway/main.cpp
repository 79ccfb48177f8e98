// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/secretstore.h"
#include "spillway/applicationcontroller.h"
#include "spillway/options.h"
#include "spillway/shellapplication.h"

#include <QFont>
#include <QTextStream>

namespace {

bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

} // namespace

int main(int argc, char **argv)
{
    using namespace spillway;
    const auto parsed = parseOptions(std::vector<std::string>(argv + 1, argv + argc), hasDisplay());
    if (!parsed.options) {
        QTextStream(parsed.exitCode == 0 ? stdout : stderr) << parsed.output;
        return parsed.exitCode;
    }
    const bool pictures = parsed.options->grabAllPages || !parsed.options->grabFile.isEmpty();
    if (pictures && !hasDisplay()) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    ShellApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("spillway"));
    QApplication::setApplicationDisplayName(QString{});
    QApplication::setApplicationVersion(QStringLiteral(SPILLWAY_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("spillway"));
    // Chinese text beside Latin of the desktop's font; the order is the order of fallback.
    QFont font = QApplication::font();
    font.setFamilies({font.family(), QStringLiteral("Noto Sans CJK SC")});
    QApplication::setFont(font);
    SettingsStore settings;
    WorkspaceFolder folder;
    KeychainSecretStore secrets;
    ApplicationController controller(application, settings, folder, secrets);
    controller.start(*parsed.options);
    return QApplication::exec();
}
