// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/watchlines.h"
#include "support/resultmacros.h"
#include "wiredata.h"

#include <QTest>

using namespace spillway;
using namespace spillway::kube;
using namespace Qt::StringLiterals;

class TestWatchLines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("good");
        QTest::newRow("usual") << QByteArray{R"({"type":"ADDED","object":{"a":1}})"} << true;
        QTest::newRow("turned") << QByteArray{R"({"object":{"a":1},"type":"ERROR"})"} << true;
        QTest::newRow("unknown type") << QByteArray{R"({"type":"NEW","object":{}})"} << false;
        QTest::newRow("no object") << QByteArray{R"({"type":"ADDED"})"} << false;
        QTest::newRow("no type") << QByteArray{R"({"object":{}})"} << false;
        QTest::newRow("cut") << QByteArray{R"({"type":"ADDED","object":{"a")"} << false;
        QTest::newRow("text") << QByteArray{"hello"} << false;
    }
    void lines()
    {
        QFETCH(QByteArray, line);
        const auto decoded = decodeWatchLine(line);
        QTEST(decoded.ok(), "good");
        if (decoded) {
            QCOMPARE(decoded->object, QByteArray{R"({"a":1})"});
        }
    }

    void recordedWatches_data()
    {
        QTest::addColumn<int>("events");
        for (const char *name : {"watch.hpa", "watch.from_list_rv", "watch.send_initial_events",
                                 "watch.bookmark_before_timeout", "watch.too_old"}) {
            QTest::newRow(name) << 1;
        }
    }
    void recordedWatches()
    {
        const QByteArray bytes = wireBody(QString::fromLatin1(QTest::currentDataTag()));
        LineBuffer buffer;
        QList<QByteArray> lines;
        for (qsizetype i = 0; i < bytes.size(); i += 7) {
            lines += buffer.append(bytes.sliced(i, std::min<qsizetype>(7, bytes.size() - i)));
        }
        QCOMPARE(lines.size(), bytes.count('\n'));
        QVERIFY(buffer.rest().isEmpty());
        for (const QByteArray &line : std::as_const(lines)) {
            const auto decoded = decodeWatchLine(line);
            QVERIFY_RESULT(decoded);
            if (decoded->type != WatchLine::Type::Error) {
                QVERIFY_RESULT(watchPosition(decoded->object));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestWatchLines)
#include "tst_watchlines.moc"
