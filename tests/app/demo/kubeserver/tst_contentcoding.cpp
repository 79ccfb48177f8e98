// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/contentcoding.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway::demo;

class TestContentCoding : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void accepts_data();
    void accepts();
    void onlyAboveTheLimit();
    void gunzipReadsIt();
};

void TestContentCoding::accepts_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("expected");
    QTest::newRow("none") << QByteArray() << false;
    QTest::newRow("gzip") << QByteArray("gzip") << true;
    QTest::newRow("among others") << QByteArray("br, gzip, zstd") << true;
    QTest::newRow("another") << QByteArray("deflate") << false;
    QTest::newRow("a longer name") << QByteArray("x-gzip") << false;
}

void TestContentCoding::accepts()
{
    QFETCH(const QByteArray, header);
    QTEST(acceptsGzip(header), "expected");
}

void TestContentCoding::onlyAboveTheLimit()
{
    constexpr qsizetype limit = 128 * 1024;
    QVERIFY(!gzipIfLarge({}));
    QVERIFY(!gzipIfLarge(QByteArray(limit, 'a')));
    QVERIFY(gzipIfLarge(QByteArray(limit + 1, 'a')));
}

/// Also what cannot be made smaller.
void TestContentCoding::gunzipReadsIt()
{
    QByteArray body;
    quint32 state = 1;
    while (body.size() < 300'000) {
        state = state * 1664525U + 1013904223U;
        body.append(static_cast<char>(state >> 24U));
    }
    const auto packed = gzipIfLarge(body);
    QVERIFY(packed.has_value());
    QProcess gunzip;
    gunzip.start(u"gzip"_s, {u"-dc"_s});
    gunzip.write(*packed);
    gunzip.closeWriteChannel();
    QVERIFY(gunzip.waitForFinished(60'000));
    QCOMPARE(gunzip.exitCode(), 0);
    QVERIFY(gunzip.readAllStandardOutput() == body);
}

QTEST_GUILESS_MAIN(TestContentCoding)
#include "tst_contentcoding.moc"
