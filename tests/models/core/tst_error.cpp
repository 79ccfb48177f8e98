// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/result.h"

#include <QSet>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sentenceLeavesOutWhatIsEmpty_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("sentence");
        Error full;
        full.what = u"Cannot read the metrics"_s;
        full.where = u"http://prom:9090"_s;
        full.why = u"connection refused"_s;
        full.advice = u"Check the address."_s;
        QTest::newRow("all parts")
            << full
            << u"Cannot read the metrics (http://prom:9090): connection refused. Check the address."_s;
        Error bare;
        bare.what = u"Cannot read the metrics"_s;
        QTest::newRow("what only") << bare << u"Cannot read the metrics."_s;
        Error placed = full;
        placed.position = DocumentPosition{u"a.yaml"_s, 3, 7, u"spec.x"_s};
        QTest::newRow("the position is the place")
            << placed
            << u"Cannot read the metrics (a.yaml:3:7 spec.x): connection refused. Check the address."_s;
    }

    void sentenceLeavesOutWhatIsEmpty()
    {
        QFETCH(Error, error);
        QTEST(error.sentence(), "sentence");
    }

    void everyCodeHasItsOwnName()
    {
        QSet<QString> names;
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            names.insert(errorCodeName(static_cast<ErrorCode>(code)));
        }
        QCOMPARE(names.size(), static_cast<int>(ErrorCode::Internal) + 1);
    }

    void resultHoldsOneOfTheTwo()
    {
        const Result<int> good = 7;
        QVERIFY(good.ok());
        QCOMPARE(good.value(), 7);
        const Result<int> bad = Error{.code = ErrorCode::NotFound, .what = u"x"_s};
        QVERIFY(!bad.ok());
        QCOMPARE(bad.error().code, ErrorCode::NotFound);
        QVERIFY(Result<void>{}.ok());
    }
};

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
