// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/loginpath.h"

#include "kube/helperprocess.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QPointer>

#include <utility>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(spillwayLoginPath, "spillway.kube.loginpath", QtWarningMsg)

constexpr QLatin1String marker{"spillway-path:"};

/// The line behind the marker; start-up files may print anything around it.
QString pathIn(const QByteArray &output)
{
    const QString text = QString::fromLocal8Bit(output);
    const qsizetype at = text.lastIndexOf(marker);
    if (at < 0) {
        return {};
    }
    return text.sliced(at + marker.size()).section(u'\n', 0, 0).trimmed();
}

} // namespace

LoginPath::LoginPath(QString shell, QProcessEnvironment environment, QObject *parent)
    : QObject(parent)
    , m_shell(std::move(shell))
    , m_environment(std::move(environment))
    , m_path(m_environment.value(u"PATH"_s))
    , m_known(!QFileInfo(m_shell).isExecutable() || QDir::isRelativePath(m_shell))
{}

LoginPath::~LoginPath() = default;

void LoginPath::get(std::function<void(const QString &)> done)
{
    if (m_known) {
        done(m_path);
        return;
    }
    m_waiting.push_back(std::move(done));
    if (!m_process) {
        start();
    }
}

void LoginPath::start()
{
    HelperCommand command;
    command.program = m_shell;
    // Both a login and an interactive shell, as people put PATH into either's files. printenv and
    // not $PATH, which is a list in fish.
    command.arguments = QStringList{u"-l"_s, u"-i"_s, u"-c"_s,
                                    u"printf '\\n%s' '"_s + marker + u"'; printenv PATH"_s};
    command.environment = m_environment;
    command.timeLimit = m_limit;
    m_process = std::make_unique<HelperProcess>(std::move(command));
    connect(m_process.get(), &HelperProcess::finished, this, &LoginPath::finish);
    m_process->start();
}

void LoginPath::finish(const HelperOutcome &outcome)
{
    QStringList folders = m_path.split(QDir::listSeparator(), Qt::SkipEmptyParts);
    const QString added = pathIn(outcome.output);
    if (added.isEmpty()) {
        qCWarning(spillwayLoginPath) << m_shell << "did not say its PATH";
    }
    for (const QString &folder : added.split(QDir::listSeparator(), Qt::SkipEmptyParts)) {
        if (QDir::isAbsolutePath(folder) && !folders.contains(folder)) {
            folders << folder;
        }
    }
    m_path = folders.join(QDir::listSeparator());
    m_known = true;
    m_process.release()->deleteLater(); // it is in the middle of its signal
    const QPointer<LoginPath> alive(this);
    for (const auto &done : std::exchange(m_waiting, {})) {
        if (alive) {
            done(m_path);
        }
    }
}

} // namespace spillway
