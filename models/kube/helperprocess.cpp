// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/helperprocess.h"

#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>

namespace spillway {

namespace {

constexpr qsizetype largestOutput = 1024LL * 1024;
constexpr qsizetype longestComplaint = 16LL * 1024;
constexpr std::chrono::milliseconds patience{2'000};

} // namespace

HelperProcess::HelperProcess(HelperCommand command, QObject *parent)
    : QObject(parent)
    , m_command(std::move(command))
{
    for (QTimer *timer : {&m_limit, &m_patience}) {
        timer->setSingleShot(true);
    }
    connect(&m_limit, &QTimer::timeout, this, [this] { stop(HelperOutcome::End::TimedOut); });
    connect(&m_patience, &QTimer::timeout, this, [this] { signalGroup(SIGKILL); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &HelperProcess::readOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this, &HelperProcess::readComplaints);
    connect(&m_process, &QProcess::errorOccurred, this, &HelperProcess::failed);
    connect(&m_process, &QProcess::finished, this, &HelperProcess::ended);
}

HelperProcess::~HelperProcess()
{
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        signalGroup(SIGKILL);
        m_process.waitForFinished(1'000); // it is dead; only the system has to say so
    }
}

void HelperProcess::start()
{
    m_process.setProgram(m_command.program);
    m_process.setArguments(m_command.arguments);
    m_process.setProcessEnvironment(m_command.environment);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([] {
        // A session of its own has no terminal to ask on, and can be ended as a whole.
        setsid();
        prctl(PR_SET_PDEATHSIG, SIGKILL);
    });
    m_limit.start(m_command.timeLimit);
    m_process.start();
    m_group = m_process.processId();
}

void HelperProcess::readOutput()
{
    const QByteArray more = m_process.readAllStandardOutput();
    if (m_stopping) {
        return;
    }
    m_outcome.output += more;
    if (m_outcome.output.size() > largestOutput) {
        m_outcome.output.clear();
        stop(HelperOutcome::End::TooMuch);
    }
}

void HelperProcess::readComplaints()
{
    m_outcome.complaints += m_process.readAllStandardError();
    if (m_outcome.complaints.size() > longestComplaint) {
        m_outcome.complaints = m_outcome.complaints.last(longestComplaint);
    }
}

void HelperProcess::failed(QProcess::ProcessError error)
{
    if (error == QProcess::FailedToStart) {
        m_outcome.end = HelperOutcome::End::NotStarted;
        m_outcome.reason = m_process.errorString();
        // It may come from inside start().
        QMetaObject::invokeMethod(this, &HelperProcess::tell, Qt::QueuedConnection);
    }
}

void HelperProcess::ended(int code, QProcess::ExitStatus status)
{
    if (m_stopping) {
        signalGroup(SIGKILL); // children that did not go with it
    } else {
        readOutput();
        readComplaints();
        m_outcome.code = code;
        m_outcome.end = status == QProcess::NormalExit ? HelperOutcome::End::Exited
                                                       : HelperOutcome::End::Crashed;
    }
    tell();
}

void HelperProcess::stop(HelperOutcome::End end)
{
    if (!m_stopping) {
        m_stopping = true;
        m_outcome.end = end;
        m_patience.start(patience);
        signalGroup(SIGTERM);
    }
}

void HelperProcess::signalGroup(int signal) const
{
    if (m_group > 0) {
        const auto group = static_cast<pid_t>(m_group);
        // The session may not be made yet.
        if (::kill(-group, signal) != 0 && m_process.state() != QProcess::NotRunning) {
            ::kill(group, signal);
        }
    }
}

void HelperProcess::tell()
{
    m_limit.stop();
    m_patience.stop();
    const HelperOutcome outcome = std::move(m_outcome);
    Q_EMIT finished(outcome);
}

} // namespace spillway
