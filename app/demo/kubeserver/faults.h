// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "kubeserver/apianswer.h"
#include "kubeserver/apirequest.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QString>

#include <chrono>
#include <mutex>
#include <optional>
#include <vector>

namespace spillway::demo {

/// One way in which the server misbehaves on purpose. A value.
struct Fault
{
    enum class Kind {
        Latency,        ///< waits before the request is handled
        Status,         ///< answers with `status` and does nothing
        CutBefore,      ///< ends the connection before the effect
        CutAfter,       ///< does it and ends the connection instead of answering
        StaleWatch,     ///< a watch tells nothing, while it stays open
        WebhookRefusal, ///< an admission webhook refuses the write
        WebhookDown,    ///< an admission webhook cannot be reached: 500
        Gone,           ///< 410: as after a compaction
        LoginPage,      ///< HTML of a proxy that wants a login, with status 200
    };

    Kind kind = Kind::Latency;
    QString verb;   ///< list, patch, ...; empty: all
    QString path;   ///< a pattern with * and ?; empty: all
    int count = -1; ///< how often; negative: until it is taken away
    std::chrono::milliseconds latency{0};
    int status = 503;    ///< of Status
    int retryAfter = -1; ///< seconds; negative: no such header

    /// "latency 500ms", "status 429 retry-after=3 verb=patch path=/apis/keda.sh/* count=2",
    /// "cut-after verb=create", ... Error InvalidInput.
    static Result<Fault> parse(const QString &line);
};

/// The switches of the server's faults. Every method from any thread; a switch counts for requests
/// that begin after it.
class FaultSwitches
{
    Q_DECLARE_TR_FUNCTIONS(spillway::demo::FaultSwitches)
public:
    /// Gives a number by which remove() finds it.
    int add(const Fault &fault);
    void remove(int number);
    void clear();
    [[nodiscard]] int active() const;

    /// The first switch of a kind for this request; counts it down.
    [[nodiscard]] std::optional<Fault> take(Fault::Kind kind, const ApiRequest &request);
    /// The same without counting: for what lasts, as a stale watch.
    [[nodiscard]] bool holds(Fault::Kind kind, const ApiRequest &request) const;

private:
    struct Switch
    {
        int number = 0;
        Fault fault;
        QRegularExpression path;
    };
    [[nodiscard]] static bool matches(const Switch &each, Fault::Kind kind,
                                      const ApiRequest &request);

    mutable std::mutex m_mutex;
    std::vector<Switch> m_switches;
    int m_next = 1;
};

/// The answer of a Status, Gone or LoginPage fault.
[[nodiscard]] ApiAnswer faultAnswer(const Fault &fault);

} // namespace spillway::demo
