// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantity.h"
#include "support/resultmacros.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestQuantity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milli");
        QTest::newRow("whole") << u"3"_s << qint64{3000};
        QTest::newRow("milli") << u"1200m"_s << qint64{1200};
        QTest::newRow("decimal") << u"1.5"_s << qint64{1500};
        QTest::newRow("point first") << u".5"_s << qint64{500};
        QTest::newRow("point last") << u"5."_s << qint64{5000};
        QTest::newRow("micro rounds away from zero") << u"1u"_s << qint64{1};
        QTest::newRow("1100u") << u"1100u"_s << qint64{2};
        QTest::newRow("negative rounds away from zero") << u"-1u"_s << qint64{-1};
        QTest::newRow("negative") << u"-100m"_s << qint64{-100};
        QTest::newRow("kilo") << u"1.5k"_s << qint64{1'500'000};
        QTest::newRow("binary") << u"1.5Gi"_s << qint64{1'610'612'736'000};
        QTest::newRow("exponent") << u"12e2"_s << qint64{1'200'000};
        QTest::newRow("negative exponent") << u"5E-4"_s << qint64{1};
        QTest::newRow("largest") << u"9223372036854775807m"_s << std::numeric_limits<qint64>::max();
        QTest::newRow("exbi of tiny") << u"0.000001Ei"_s << qint64{1'152'921'504'606'847};
        QTest::newRow("zero") << u"0"_s << qint64{0};
    }

    void parses()
    {
        QFETCH(QString, text);
        const auto parsed = parseQuantity(text);
        QVERIFY_RESULT(parsed);
        QTEST(qint64{parsed->milli}, "milli");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *bad : {"", "-", ".", "m", "1x", "1 m", " 1", "1ki", "1e", "1e99", "1.2.3",
                                "0x10", "9223372036854775808m", "9999Ei", "NaN"}) {
            QTest::newRow(bad) << QString::fromLatin1(bad);
        }
    }

    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY_ERROR(parseQuantity(text), ErrorCode::InvalidInput);
    }

    void knowsWhetherMilliIsExact()
    {
        QVERIFY(parseQuantity(u"0.1").value().wholeMilli);
        QVERIFY(!parseQuantity(u"1500u").value().wholeMilli);
        QCOMPARE(parseQuantity(u"1500u").value().micro, std::int64_t{1500});
    }
};

QTEST_GUILESS_MAIN(TestQuantity)
#include "tst_quantity.moc"
