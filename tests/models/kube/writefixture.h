// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubewriter.h"
#include "net/httpclient.h"
#include "scriptedcluster.h"
#include "support/manualclock.h"

#include <QSignalSpy>

namespace spillway {

/// A writer with an open window at a server that does what the test says.
struct WriteFixture
{
    explicit WriteFixture(ScriptedCluster::Script script)
        : cluster(std::move(script))
        , access(cluster)
        , client(http, access)
        , writer(client)
        , window(QStringLiteral("test"), false, clock)
        , ticket(*window.open())
    {
        client.setRandom([] { return 0.0; });
        writer.setReadBackDelays({std::chrono::milliseconds{0}, std::chrono::milliseconds{0}});
    }
    static KubeWrite *finished(KubeWrite *write)
    {
        QSignalSpy spy(write, &KubeWrite::finished);
        spy.wait(10'000);
        return write;
    }
    /// Requests that may have changed something.
    [[nodiscard]] qsizetype writes() const
    {
        return std::count_if(cluster.requests.cbegin(), cluster.requests.cend(),
                             [](const ClusterRequest &one) {
                                 return one.method != "GET" && !one.has(QStringLiteral("dryRun"));
                             });
    }

    ManualClock clock;
    ScriptedCluster cluster;
    HttpClient http;
    FakeAccess access;
    KubeClient client;
    KubeWriter writer;
    WriteWindow window;
    WriteTicket ticket;
    QObject parent;
};

} // namespace spillway
