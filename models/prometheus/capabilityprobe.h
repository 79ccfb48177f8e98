// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "prometheus/capabilities.h"

#include <QObject>

#include <memory>

namespace spillway {

class PrometheusClient;

/// Asks a backend who it is and what it lacks. GUI thread. finished() comes once; deleting
/// cancels. It fails only if not even a trivial query works: then the error is that query's, and
/// it is the diagnosis of a connection test.
class CapabilityProbe : public QObject
{
    Q_OBJECT

public:
    /// Starts at once. Client and clock (local) must live longer.
    CapabilityProbe(PrometheusClient &client, const Clock &clock, QObject *parent);
    ~CapabilityProbe() override;

    [[nodiscard]] bool isFinished() const;
    [[nodiscard]] const Result<Capabilities> &result() const;

Q_SIGNALS:
    void finished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace spillway
