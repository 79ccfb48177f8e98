// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace spillway {

class WriteWindow;

/// The right to write to one context, for a while. Only an opened WriteWindow gives one; every
/// write verb asks for it. Copies share their fate: closing the window ends them all. A value.
class WriteTicket
{
public:
    [[nodiscard]] const QString &contextName() const { return m_state->contextName; }
    [[nodiscard]] EpochMs expires() const { return m_state->expires; }
    /// The context is one whose changes want a reason.
    [[nodiscard]] bool isProtected() const { return m_state->isProtected; }
    /// Forbidden, with the reason, if it is for another context, has expired or was taken back.
    [[nodiscard]] Result<void> check(const QString &contextName) const;

private:
    friend class WriteWindow;
    struct State
    {
        QString contextName;
        bool isProtected = false;
        EpochMs opened = 0;
        EpochMs expires = 0;
        const Clock *clock = nullptr; ///< null = closed
    };
    explicit WriteTicket(std::shared_ptr<State> state)
        : m_state(std::move(state))
    {}

    std::shared_ptr<State> m_state;
};

/// Read-only until somebody opens it, and again ten minutes later. A protected context wants its
/// name typed. Belongs to one connection; GUI thread. The clock must live longer.
class WriteWindow final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::minutes duration{10};

    WriteWindow(QString contextName, bool isProtected, const Clock &clock,
                QObject *parent = nullptr);
    ~WriteWindow() override;

    [[nodiscard]] const QString &contextName() const { return m_contextName; }
    [[nodiscard]] bool isProtected() const { return m_isProtected; }
    [[nodiscard]] bool isOpen() const;
    /// Nothing while closed.
    [[nodiscard]] std::optional<EpochMs> closesAt() const;
    /// Of the open window; Forbidden while closed.
    [[nodiscard]] Result<WriteTicket> ticket() const;

    /// Opens it, or gives it another ten minutes. typedName must be the context's name if it is
    /// protected, else InvalidInput.
    Result<WriteTicket> open(const QString &typedName = {});
    void close();

Q_SIGNALS:
    /// Opened, prolonged, closed or expired.
    void changed();

private:
    void expire();

    QString m_contextName;
    bool m_isProtected;
    const Clock &m_clock;
    QTimer m_timer;
    std::shared_ptr<WriteTicket::State> m_state;
};

} // namespace spillway
