// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/writewindow.h"

#include <algorithm>

namespace spillway {

Result<void> WriteTicket::check(const QString &contextName) const
{
    Error error{.code = ErrorCode::Forbidden,
                .what = WriteWindow::tr("Nothing was written to %1").arg(contextName),
                .advice = WriteWindow::tr("Open the write window of the context first.")};
    if (contextName != m_state->contextName) {
        error.why = WriteWindow::tr("the write window is that of %1").arg(m_state->contextName);
        return error;
    }
    if (m_state->clock == nullptr) {
        error.why = WriteWindow::tr("the write window is closed");
        return error;
    }
    const EpochMs now = m_state->clock->now();
    // A clock that was set back must not prolong it.
    if (now >= m_state->expires || now < m_state->opened) {
        error.why = WriteWindow::tr("the write window has expired");
        return error;
    }
    return {};
}

WriteWindow::WriteWindow(QString contextName, bool isProtected, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_contextName(std::move(contextName))
    , m_isProtected(isProtected)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &WriteWindow::expire);
}

WriteWindow::~WriteWindow()
{
    if (m_state) {
        m_state->clock = nullptr;
    }
}

bool WriteWindow::isOpen() const
{
    return m_state && WriteTicket{m_state}.check(m_contextName).ok();
}

std::optional<EpochMs> WriteWindow::closesAt() const
{
    return isOpen() ? std::optional{m_state->expires} : std::nullopt;
}

Result<WriteTicket> WriteWindow::ticket() const
{
    const WriteTicket ticket{m_state ? m_state
                                     : std::make_shared<WriteTicket::State>(
                                           WriteTicket::State{.contextName = m_contextName})};
    const Result<void> valid = ticket.check(m_contextName);
    return valid.ok() ? Result<WriteTicket>{ticket} : Result<WriteTicket>{valid.error()};
}

Result<WriteTicket> WriteWindow::open(const QString &typedName)
{
    if (m_isProtected && typedName != m_contextName) {
        return Error{.code = ErrorCode::InvalidInput,
                     .what = tr("The write window of %1 stays closed").arg(m_contextName),
                     .why = tr("the context is protected, and its name was not typed"),
                     .advice = tr("Type the name of the context exactly.")};
    }
    const EpochMs now = m_clock.now();
    if (!isOpen()) {
        close(); // tickets of an expired window stay dead
        m_state = std::make_shared<WriteTicket::State>(
            WriteTicket::State{m_contextName, m_isProtected, now, now, &m_clock});
    }
    m_state->expires = now + std::chrono::milliseconds{duration}.count();
    m_timer.start(duration);
    Q_EMIT changed();
    return ticket();
}

void WriteWindow::close()
{
    if (!m_state) {
        return;
    }
    m_timer.stop();
    m_state->clock = nullptr;
    m_state.reset();
    Q_EMIT changed();
}

void WriteWindow::expire()
{
    if (m_state && isOpen()) {
        // The timer and the clock need not agree.
        m_timer.start(
            std::chrono::milliseconds{std::max<qint64>(1, m_state->expires - m_clock.now())});
        return;
    }
    close();
}

} // namespace spillway
