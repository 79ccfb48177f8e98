// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/tokenfile.h"
#include "support/manualclock.h"
#include "support/resultmacros.h"
#include "support/testcertificates.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestTokenFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { replaceFile(m_path, "  one \n"); }

    void isReadAgainEachMinuteLessTenSeconds()
    {
        TokenFile file(m_path, m_clock);
        QCOMPARE(*file.token(), u"one"_s);
        replaceFile(m_path, "two");
        m_clock.advance(50s - 1ms);
        QCOMPARE(*file.token(), u"one"_s);
        m_clock.advance(1ms);
        QCOMPARE(*file.token(), u"two"_s);
    }

    void isReadAgainWhenRefused()
    {
        TokenFile file(m_path, m_clock);
        QCOMPARE(*file.token(), u"one"_s);
        replaceFile(m_path, "two");
        file.expire();
        QCOMPARE(*file.token(), u"two"_s);
    }

    void isReadAgainWhenTheClockWasPutBack()
    {
        TokenFile file(m_path, m_clock);
        QCOMPARE(*file.token(), u"one"_s);
        replaceFile(m_path, "two");
        m_clock.advance(-24h);
        QCOMPARE(*file.token(), u"two"_s);
    }

    void keepsTheLastGoodOne_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("white space") << " \n"_ba;
        QTest::newRow("two lines") << "one\ntwo"_ba;
        QTest::newRow("gone") << QByteArray{};
    }

    void keepsTheLastGoodOne()
    {
        QFETCH(QByteArray, bytes);
        TokenFile file(m_path, m_clock);
        QCOMPARE(*file.token(), u"one"_s);
        spoil(bytes);
        m_clock.advance(1min);
        QCOMPARE(*file.token(), u"one"_s);
        // And takes the next good one as soon as it is there.
        replaceFile(m_path, "three");
        QCOMPARE(*file.token(), u"three"_s);
    }

    void withoutAGoodOneItIsAnError_data() { keepsTheLastGoodOne_data(); }

    void withoutAGoodOneItIsAnError()
    {
        QFETCH(QByteArray, bytes);
        spoil(bytes);
        TokenFile file(m_path, m_clock);
        QVERIFY_ERROR(file.token(), ErrorCode::File);
        QCOMPARE(file.token().error().where, m_path);
        if (!bytes.isNull()) {
            QCOMPARE(file.token().error().why, u"the file does not hold one line of text"_s);
        }
    }

private:
    void spoil(const QByteArray &bytes) const
    {
        if (bytes.isNull()) {
            QVERIFY(QFile::remove(m_path));
        } else {
            replaceFile(m_path, bytes);
        }
    }

    QTemporaryDir m_dir;
    QString m_path = m_dir.filePath(u"token"_s);
    ManualClock m_clock;
};

QTEST_GUILESS_MAIN(TestTokenFile)
#include "tst_tokenfile.moc"
