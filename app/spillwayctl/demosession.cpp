// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/demosession.h"

#include "core/duration.h"
#include "spillwayctl/command.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QMetaEnum>

#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace spillway {

using namespace Qt::StringLiterals;
using demo::ControlCommand;
using demo::DemoWorld;

DemoSession::DemoSession(Settings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_world(m_settings.options)
{
    connect(&m_world, &DemoWorld::ready, this, &DemoSession::worldReady);
    connect(&m_world, &DemoWorld::log, this,
            [this](const QString &line) { print(u"log"_s, line); });
    connect(&m_world, &DemoWorld::failed, this, [this](const Error &error) {
        std::fputs(qPrintable(error.sentence() + u'\n'), stderr);
        quit(ExitError);
    });
}

void DemoSession::start()
{
    m_input = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
    connect(m_input.get(), &QSocketNotifier::activated, this, &DemoSession::readInput);
    m_world.start();
}

void DemoSession::quit(int exitCode)
{
    if (!std::exchange(m_isQuitting, true)) {
        m_input.reset();
        m_world.stop();
        QCoreApplication::exit(exitCode);
    }
}

void DemoSession::readInput()
{
    std::array<char, 4096> buffer{};
    const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count > 0) {
        feed(QByteArray(buffer.data(), static_cast<qsizetype>(count)));
    } else if (count == 0 || (errno != EINTR && errno != EAGAIN)) {
        // Deleting the notifier from its own signal is not allowed: later.
        QMetaObject::invokeMethod(
            this, [this] { quit(ExitOk); }, Qt::QueuedConnection);
        m_input->setEnabled(false);
    }
}

void DemoSession::feed(const QByteArray &bytes)
{
    constexpr qsizetype longestPending = 1 << 16;
    m_pending += bytes;
    if (m_pending.size() > longestPending) {
        m_pending.clear(); // nobody types that; a pipe of garbage must not fill the memory
    }
    if (m_world.state() == DemoWorld::State::Ready) {
        runLines();
    }
}

void DemoSession::runLines()
{
    qsizetype end = m_pending.indexOf('\n');
    while (end >= 0 && !m_isQuitting) {
        const QByteArray line = m_pending.left(end);
        m_pending.remove(0, end + 1);
        runLine(line);
        end = m_pending.indexOf('\n');
    }
}

void DemoSession::runLine(const QByteArray &line)
{
    if (line.trimmed().isEmpty()) {
        return;
    }
    const Result<ControlCommand> command = demo::parseControl(QString::fromUtf8(line));
    if (!command) {
        print(u"error"_s, command.error().sentence());
        return;
    }
    const Result<void> done = demo::applyControl(m_world, *command);
    if (!done) {
        print(u"error"_s, done.error().sentence());
    }
    switch (command->kind) {
    case ControlCommand::Kind::Status:
        printStatus();
        break;
    case ControlCommand::Kind::Help:
        print(u"help"_s, demo::controlHelp());
        break;
    case ControlCommand::Kind::Quit:
        QMetaObject::invokeMethod(
            this, [this] { quit(ExitOk); }, Qt::QueuedConnection);
        break;
    default:
        break;
    }
}

Result<void> DemoSession::writeFiles() const
{
    if (!m_settings.workspaceFile.isEmpty()) {
        QFile file(m_settings.workspaceFile);
        const QByteArray yaml = m_world.workspaceYaml();
        if (!file.open(QIODevice::WriteOnly) || file.write(yaml) != yaml.size()) {
            return Error{.code = ErrorCode::File,
                         .what = tr("Cannot write the workspace of the demo"),
                         .where = m_settings.workspaceFile,
                         .why = file.errorString(),
                         .advice = {},
                         .position = {}};
        }
    }
    return m_settings.kubeconfigFile.isEmpty() ? Result<void>()
                                               : m_world.writeKubeconfig(m_settings.kubeconfigFile);
}

void DemoSession::worldReady()
{
    const QString url = m_world.prometheusUrl().toString();
    const QString direct = m_world.directPrometheusUrl().toString();
    const QString exporter = m_world.exporterUrl().toString();
    const QString cluster = m_world.clusterUrl().toString();
    if (const Result<void> written = writeFiles(); !written) {
        std::fputs(qPrintable(written.error().sentence() + u'\n'), stderr);
        quit(ExitError);
        return;
    }
    const QString api = cluster.isEmpty() ? QString() : tr("Kubernetes API %1\n").arg(cluster);
    print(u"ready"_s,
          tr("Prometheus %1\nwithout proxy %2\nexporter %3/metrics/<job>\n")
                  .arg(url, direct, exporter) +
              api + tr("Type help for the commands."),
          {{u"prometheus"_s, url},
           {u"directPrometheus"_s, direct},
           {u"exporter"_s, exporter},
           {u"cluster"_s, cluster},
           {u"kubeconfig"_s, m_settings.kubeconfigFile},
           {u"workspace"_s, m_settings.workspaceFile}});
    runLines();
}

void DemoSession::printStatus()
{
    const demo::DemoStatus status = m_world.status();
    print(u"status"_s,
          tr("%1 turns/s, spike x %2, %3 pods, %4 messages waiting, Prometheus %5")
              .arg(status.turnsPerSecond, 0, 'f', 1)
              .arg(status.spikeFactor)
              .arg(status.pods)
              .arg(status.backlog, 0, 'f', 0)
              .arg(status.prometheusRunning ? tr("runs") : tr("is gone")),
          {{u"turnsPerSecond"_s, status.turnsPerSecond},
           {u"spikeFactor"_s, status.spikeFactor},
           {u"pods"_s, status.pods},
           {u"backlog"_s, status.backlog},
           {u"llmOutage"_s, status.llmOutage},
           {u"redisPressure"_s, status.redisPressure},
           {u"prometheusRunning"_s, status.prometheusRunning},
           {u"prometheusDelayMs"_s, static_cast<qint64>(status.prometheusDelay.count())}});
}

void DemoSession::print(const QString &event, const QString &text, QJsonObject fields) const
{
    QByteArray line = text.toUtf8();
    if (m_settings.json) {
        fields.insert(u"event"_s, event);
        if (fields.size() == 1) {
            fields.insert(u"text"_s, text);
        }
        line = QJsonDocument(fields).toJson(QJsonDocument::Compact);
    }
    std::fputs(line.append('\n').constData(), stdout);
    std::fflush(stdout); // a pipe's reader waits for it
}

} // namespace spillway
