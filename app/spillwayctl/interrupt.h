// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace spillway {

/// SIGINT, SIGTERM and SIGHUP as a signal of the event loop, once. Main thread; one at a time in a
/// process. If no pipe can be had, the signals end the process as they always do.
class Interrupt final : public QObject
{
    Q_OBJECT
public:
    explicit Interrupt(QObject *parent = nullptr);
    /// The signals have their default effect again.
    ~Interrupt() override;

Q_SIGNALS:
    void caught();
};

} // namespace spillway
