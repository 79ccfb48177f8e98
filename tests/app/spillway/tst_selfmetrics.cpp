// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/selfmetrics.h"
#include "spillway/stallwatch.h"
#include "support/resultmacros.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSelfMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesCounts();
    void portInUse();
    void measuresLateness();
    void countsEvents();
};

namespace {

QByteArray fetch(int port)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(port));
    if (!socket.waitForConnected(5000)) {
        return {};
    }
    socket.write("GET /metrics HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n");
    QByteArray all;
    while (socket.waitForReadyRead(5000)) {
        all += socket.readAll();
    }
    return all + socket.readAll();
}

} // namespace

void TestSelfMetrics::servesCounts()
{
    SelfMetrics metrics([] {
        SelfCounts counts;
        counts.requests = 42;
        counts.longestStallSeconds = 0.25;
        return counts;
    });
    QCOMPARE(metrics.port(), 0);
    QVERIFY_RESULT(metrics.listen(u"127.0.0.1:0"_s));
    const QByteArray text = fetch(metrics.port());
    QVERIFY2(text.contains("spillway_http_requests_total 42"), text.constData());
    QVERIFY(text.contains("spillway_gui_stall_seconds_max 0.25"));
    QVERIFY(text.contains("process_resident_memory_bytes "));
    QVERIFY(SelfMetrics::residentBytes() > 1024 * 1024);
}

void TestSelfMetrics::portInUse()
{
    SelfMetrics first({});
    QVERIFY_RESULT(first.listen(u"127.0.0.1:0"_s));
    SelfMetrics second({});
    const auto result = second.listen(u"127.0.0.1:%1"_s.arg(first.port()));
    QVERIFY_ERROR(result, ErrorCode::Unreachable);
    QCOMPARE(second.port(), 0);
}

void TestSelfMetrics::measuresLateness()
{
    StallWatch watch;
    bool done = false;
    QTimer::singleShot(0, this, [&done] {
        QElapsedTimer timer;
        timer.start();
        // At least one beat falls into this, and waits for most of a beat.
        while (timer.elapsed() < 2 * StallWatch::beat.count()) {
        }
        done = true;
    });
    QTRY_VERIFY_WITH_TIMEOUT(done, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(watch.longest() > StallWatch::limit, 60'000);
    QVERIFY(watch.stalls() >= 1);
    QCOMPARE(watch.busy(), 0ns); // nobody told it of events
    watch.reset();
    QCOMPARE(watch.longest(), 0ns);
}

void TestSelfMetrics::countsEvents()
{
    StallWatch watch;
    watch.noteEvent(3ms);
    watch.noteEvent(50ms);
    QCOMPARE(watch.stalls(), 0);
    watch.noteEvent(80ms);
    watch.noteEvent(60ms);
    QCOMPARE(watch.stalls(), 2);
    QCOMPARE(watch.longest(), std::chrono::nanoseconds{80ms});
    QCOMPARE(watch.busy(), std::chrono::nanoseconds{193ms});
    QCOMPARE(watch.takeRecent(), std::chrono::nanoseconds{80ms});
    QCOMPARE(watch.takeRecent(), 0ns);
}

QTEST_GUILESS_MAIN(TestSelfMetrics)
#include "tst_selfmetrics.moc"
