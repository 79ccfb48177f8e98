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

/// The desktop's font, with Chinese beside it. Where there is no desktop that has chosen one,
/// fontconfig may take a Chinese font for Latin text too, with its wide quotation marks: Inter
/// comes first there.
QFont interfaceFont(QFont font)
{
    QStringList families{font.family(), QStringLiteral("Noto Sans CJK SC")};
    if (qEnvironmentVariableIsEmpty("XDG_CURRENT_DESKTOP")) {
        families.prepend(QStringLiteral("Inter"));
    }
    font.setFamilies(families);
    return font;
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
    QApplication::setFont(interfaceFont(QApplication::font()));
    SettingsStore settings;
    WorkspaceFolder folder;
    KeychainSecretStore secrets;
    ApplicationController controller(application, settings, folder, secrets);
    controller.start(*parsed.options);
    return QApplication::exec();
}
