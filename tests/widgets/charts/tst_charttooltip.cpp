// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/charttooltip.h"
#include "charts/nameshortener.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

ChartSeries named(const QString &name, std::vector<EpochMs> times, std::vector<double> values)
{
    auto series = std::make_shared<Series>();
    series->times = std::move(times);
    series->values = std::move(values);
    ChartSeries one;
    one.data = std::move(series);
    one.name = name;
    one.look = ChartPalette::light().look(0);
    return one;
}

QStringList names(const TooltipContent &content)
{
    QStringList list;
    for (const TooltipContent::Row &row : content.rows) {
        list.append(row.name);
    }
    return list;
}

} // namespace

class TestChartTooltip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsByValueWithNumbersFirst()
    {
        const ChartSeriesList list{named(u"small"_s, {0}, {1}),
                                   named(u"nan"_s, {0}, {std::nan("")}),
                                   named(u"inf"_s, {0}, {std::numeric_limits<double>::infinity()}),
                                   named(u"large"_s, {0}, {9})};
        const TooltipContent content =
            tooltipContent(list, {true, true, true, true}, {.step = 10, .range = {0, 100}}, {});
        QCOMPARE(names(content), (QStringList{u"inf"_s, u"large"_s, u"small"_s, u"nan"_s}));
        QCOMPARE(content.rows[0].value, u"+Inf"_s);
        QCOMPARE(content.rows[3].value, u"NaN"_s);
        QCOMPARE(content.more, 0);
    }

    void restartsOfCountersAreTold()
    {
        ChartSeries counter = named(u"c"_s, {0, 10, 20}, {5, std::nan(""), 2});
        QCOMPARE(sampleText(counter, 2, {}), u"2"_s); // what is not a counter may fall
        counter.counter = true;
        QCOMPARE(sampleText(counter, 0, {}), u"5"_s);
        QCOMPARE(sampleText(counter, 1, {}), u"NaN"_s);
        QCOMPARE(sampleText(counter, 2, {}), u"2, restarted"_s);
    }

    void gapsAndHiddenSeriesAreNotTold()
    {
        const ChartSeriesList list{named(u"here"_s, {100}, {1}), named(u"gap"_s, {0, 200}, {1, 2}),
                                   named(u"hidden"_s, {100}, {1}), ChartSeries{}};
        const TooltipContent content = tooltipContent(
            list, {true, true, false, true}, {.time = 100, .step = 15, .range = {0, 1000}}, {});
        QCOMPARE(names(content), QStringList{u"here"_s});
    }

    void nearestIsNeverLeftOut()
    {
        ChartSeriesList list;
        for (int i = 0; i < 30; ++i) {
            list.push_back(named(QString::number(i), {0}, {static_cast<double>(i)}));
        }
        const TooltipContent content =
            tooltipContent(list, std::vector<bool>(30, true),
                           {.step = 10, .range = {0, 100}, .maxRows = 5, .nearest = 3}, {});
        QCOMPARE(names(content), (QStringList{u"29"_s, u"28"_s, u"27"_s, u"26"_s, u"3"_s}));
        QVERIFY(content.rows.back().nearest);
        QCOMPARE(content.more, 25);
    }

    void stackedSeriesHaveATotal()
    {
        ChartSeriesList list{named(u"a"_s, {0}, {1}), named(u"b"_s, {0}, {2}),
                             named(u"line"_s, {0}, {50})};
        const TooltipRequest request{.step = 10, .range = {0, 100}};
        QVERIFY(tooltipContent(list, {true, true, true}, request, {}).total.isEmpty());
        list[0].style = list[1].style = TraceStyle::StackedArea;
        const TooltipContent content = tooltipContent(list, {true, true, true}, request, {});
        QCOMPARE(content.total, u"3"_s);
        QCOMPARE(content.rows[1].value, u"2"_s); // its own, not the sum it is drawn at
        QVERIFY(tooltipContent(list, {true, false, true}, request, {}).total.isEmpty());
    }

    void headingIsTheTimeOfTheSample()
    {
        ChartOptions options;
        options.secondZone = QTimeZone{"Asia/Shanghai"};
        const EpochMs noon = 1'795'348'800'000; // 2026-11-22T12:00:00Z
        const ChartSeriesList list{named(u"a"_s, {noon}, {1})};
        const TooltipContent content = tooltipContent(
            list, {true},
            {.time = noon + 4321, .step = 15'000, .range = {noon - 60'000, noon + 60'000}},
            options);
        QVERIFY2(content.heading.startsWith(u"12:00:00 UTC"_s), qPrintable(content.heading));
        QVERIFY2(content.heading.contains(u"20:00:00"_s), qPrintable(content.heading));
    }

    void paintsPlainText()
    {
        const ChartSeriesList list{named(u"<b>bold</b>"_s, {0}, {1}),
                                   named(u"x"_s.repeated(400), {0}, {2})};
        const TooltipContent content =
            tooltipContent(list, {true, true}, {.step = 1, .range = {0, 10}}, {});
        const QSize size = tooltipSize(content, QFont{});
        QVERIFY(size.width() < 500); // long names are elided
        QImage image{size, QImage::Format_ARGB32_Premultiplied};
        image.fill(Qt::transparent);
        QPainter painter{&image};
        paintTooltip(&painter, QRect{QPoint{0, 0}, size}, content, list, ChartPalette::dark(),
                     QFont{});
        painter.end();
        QCOMPARE(qAlpha(image.pixel(size.width() / 2, size.height() / 2)), 255);
    }

    void namesLoseWhatTheyShare_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("shortened");
        QTest::newRow("pods") << QStringList{u"rag-worker-7f9c6d8b5-x2kq9-container"_s,
                                             u"rag-worker-7f9c6d8b5-m8dzz-container"_s}
                              << QStringList{u"rag-w…x2kq9…"_s, u"rag-w…m8dzz…"_s};
        QTest::newRow("short names stay") << QStringList{u"rag-worker p95"_s, u"rag-worker p99"_s}
                                          << QStringList{u"rag-worker p95"_s, u"rag-worker p99"_s};
        QTest::newRow("one name stays")
            << QStringList{u"a"_s.repeated(50)} << QStringList{u"a"_s.repeated(50)};
        QTest::newRow("equal names stay") << QStringList{u"a"_s.repeated(50), u"a"_s.repeated(50)}
                                          << QStringList{u"a"_s.repeated(50), u"a"_s.repeated(50)};
    }

    void namesLoseWhatTheyShare()
    {
        QFETCH(QStringList, names);
        QFETCH(QStringList, shortened);
        ChartSeriesList list;
        for (const QString &name : names) {
            list.push_back(named(name, {}, {}));
        }
        const NameShortener shortener{list};
        QStringList result;
        for (const QString &name : names) {
            result.append(shortener.shorten(name));
        }
        QCOMPARE(result, shortened);
    }
};

QTEST_MAIN(TestChartTooltip)
#include "tst_charttooltip.moc"
