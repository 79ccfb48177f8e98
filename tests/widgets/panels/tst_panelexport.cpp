// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/panelexport.h"
#include "panels/panelwidget.h"
#include "panelsamples.h"
#include "support/imagebaseline.h"
#include "support/resultmacros.h"

#include <QDir>
#include <QFile>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestPanelExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTestLook(false); }

    void text_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("cell");
        const auto row = [](const char *name, const char *text, const char *cell) {
            QTest::newRow(name) << QByteArray{text} << QByteArray{cell};
        };
        row("plain", "up{}", "up{}");
        row("empty", "", "");
        row("equals", "=1+1", "'=1+1");
        row("plus", "+1", "'+1");
        row("minus", "-1+cmd", "'-1+cmd");
        row("at", "@SUM(A1)", "'@SUM(A1)");
        row("tab", "\tx", "'\tx");
        row("comma", "a,b", "\"a,b\"");
        row("quote", "a\"b", "\"a\"\"b\"");
        row("both", "=a\"b", "\"'=a\"\"b\"");
        row("new line", "a\nb", "\"a\nb\"");
    }

    void text()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, cell);
        QCOMPARE(csvText(text), cell);
    }

    void numbersStayNumbers()
    {
        QCOMPARE(csvNumber(-1.5), QByteArray{"-1.5"});
        QCOMPARE(csvNumber(0.1), QByteArray{"0.1"});
        QCOMPARE(csvNumber(std::nan("")), QByteArray{"NaN"});
        QCOMPARE(csvNumber(-std::numeric_limits<double>::infinity()), QByteArray{"-Inf"});
        QCOMPARE(csvNumber(1.0 / 3).toDouble(), 1.0 / 3);
    }

    void samplesOfAllAnswers()
    {
        PanelSnapshot snapshot =
            samples::snapshotOf({samples::series({{"__name__", "x"}, {"job", "a"}}, {-1, 2})});
        PanelSnapshot past = samples::snapshotOf({samples::series({{"=1", "b"}}, {3})});
        past.answers.front().offset = std::chrono::hours{168};
        snapshot.answers.push_back(past.answers.front());
        QCOMPARE(panelCsv(snapshot), QByteArray{"series,timestamp_ms,value\n"
                                                "\"x{job=\"\"a\"\"}\",1795348740000,-1\n"
                                                "\"x{job=\"\"a\"\"}\",1795348800000,2\n"
                                                "\"{\"\"=1\"\"=\"\"b\"\"} offset 1w\","
                                                "1795348800000,3\n"});
    }

    void nativeHistograms()
    {
        auto series = std::make_shared<Series>();
        series->labels = {{"__name__", "d"}};
        HistogramSample sample{.time = 5, .count = 3, .sum = 4.5};
        sample.buckets = {{HistogramBucket::Bounds::LeftOpen, 0.5, 1, 1},
                          {HistogramBucket::Bounds::LeftOpen, 1, 2, 2}};
        series->histograms = {sample};
        QCOMPARE(panelCsv(samples::snapshotOf({series})),
                 QByteArray{"series,timestamp_ms,value\nd_count,5,3\nd_sum,5,4.5\n"
                            "\"d_bucket{le=\"\"1\"\"}\",5,1\n\"d_bucket{le=\"\"2\"\"}\",5,3\n"});
    }

    void everyKindToEveryFormat_data()
    {
        QTest::addColumn<int>("kind");
        for (const PanelKind kind : samples::kinds()) {
            QTest::newRow(qPrintable(samples::kindName(kind))) << static_cast<int>(kind);
        }
    }

    void everyKindToEveryFormat()
    {
        QFETCH(int, kind);
        const QTemporaryDir folder;
        const auto panelKind = static_cast<PanelKind>(kind);
        for (const PanelState state : {PanelState::Live, PanelState::Failed}) {
            const std::unique_ptr<PanelWidget> widget{createPanelWidget(samples::panel(panelKind))};
            widget->setSnapshot(samples::snapshot(panelKind, state));
            widget->resize(400, 250);
            widget->show();
            for (const QString &suffix : {u"png"_s, u"svg"_s, u"csv"_s}) {
                const QString file = folder.filePath(u"panel."_s + suffix);
                QVERIFY_RESULT(widget->exportTo(file));
                QVERIFY(QFile{file}.size() > 20);
            }
            const QImage png{folder.filePath(u"panel.png"_s)};
            QCOMPARE(png.size(), QSize(800, 500));
            QSvgRenderer svg{folder.filePath(u"panel.svg"_s)};
            QVERIFY(svg.isValid());
            QCOMPARE(svg.viewBox(), QRect(0, 0, 400, 250));
        }
    }

    void failuresAreSaid()
    {
        const QTemporaryDir folder;
        const Result<void> written = writeFile(folder.filePath(u"no/such/panel.csv"_s), "x");
        QVERIFY_ERROR(written, ErrorCode::File);
        QVERIFY(!written.error().why.isEmpty());
        QVERIFY(written.error().where.contains("panel.csv"_L1));
        QVERIFY(QDir{folder.path()}.isEmpty());
    }
};

QTEST_MAIN(TestPanelExport)
#include "tst_panelexport.moc"
