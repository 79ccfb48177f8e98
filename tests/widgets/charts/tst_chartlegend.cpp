// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartlegend.h"

#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

ChartSeriesList namedSeries(int count, const QString &prefix)
{
    ChartSeriesList list;
    for (int i = 0; i < count; ++i) {
        ChartSeries one;
        one.name = prefix + QString::number(i);
        one.look = ChartPalette::light().look(static_cast<std::size_t>(i));
        list.push_back(std::move(one));
    }
    return list;
}

} // namespace

class TestChartLegend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layoutNeverCrowds_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("rows");
        for (const int count : {0, 1, 3, 12, 2000}) {
            for (const int width : {80, 200, 400, 1200}) {
                for (const int rows : {1, 2, 4}) {
                    QTest::addRow("%d in %d px, %d rows", count, width, rows)
                        << count << width << rows;
                }
            }
        }
    }

    void layoutNeverCrowds()
    {
        QFETCH(int, count);
        QFETCH(int, width);
        QFETCH(int, rows);
        const ChartSeriesList list = namedSeries(count, u"a series with quite a long name "_s);
        const LegendLayout layout = layoutLegend(list, width, rows, QFont{});
        QCOMPARE(static_cast<int>(layout.items.size()) + layout.moreCount, count);
        QCOMPARE(layout.more.isNull(), layout.moreCount == 0);
        for (std::size_t i = 0; i < layout.items.size(); ++i) {
            QVERIFY(layout.items[i].box.right() < width);
            for (std::size_t other = 0; other < i; ++other) {
                QVERIFY(!layout.items[i].box.intersects(layout.items[other].box));
            }
            QVERIFY(!layout.items[i].box.intersects(layout.more));
        }
        const int rowHeight = QFontMetrics{QFont{}}.height() + 4;
        QVERIFY(layout.height <= rows * rowHeight + 2);
    }

    void aGroupHasOneEntryBehindTheOthers()
    {
        ChartSeriesList list = namedSeries(4, u"s"_s);
        list[1].legendGroup = list[2].legendGroup = u"last week"_s;
        QCOMPARE(legendEntries(list), (std::vector<std::size_t>{0, 3, 1}));
        const LegendLayout layout = layoutLegend(list, 400, 2, QFont{});
        QCOMPARE(layout.items.size(), std::size_t{3});
        QCOMPARE(layout.items.back().series, std::size_t{1});
        QCOMPARE(layout.moreCount, 0);
    }

    void clicksSayWhatIsWanted()
    {
        ChartLegend legend;
        legend.setContent(namedSeries(3, u"s"_s), {true, true, true});
        legend.resize(400, legend.heightForWidth(400));
        const QSignalSpy solo(&legend, &ChartLegend::soloRequested);
        const QSignalSpy toggle(&legend, &ChartLegend::toggleRequested);
        const QPoint second = legend.currentLayout().items[1].box.center();
        QTest::mouseClick(&legend, Qt::LeftButton, Qt::NoModifier, second);
        QTest::mouseClick(&legend, Qt::LeftButton, Qt::ControlModifier, second);
        QTest::mouseClick(&legend, Qt::RightButton, Qt::NoModifier, second);
        QCOMPARE(solo.size(), 1);
        QCOMPARE(toggle.size(), 1);
        QCOMPARE(solo.first().first().value<std::size_t>(), std::size_t{1});
    }

    void keysDoWhatTheMouseDoes()
    {
        ChartLegend legend;
        legend.setContent(namedSeries(3, u"s"_s), {true, false, true});
        legend.resize(400, legend.heightForWidth(400));
        const QSignalSpy solo(&legend, &ChartLegend::soloRequested);
        const QSignalSpy toggle(&legend, &ChartLegend::toggleRequested);
        const QSignalSpy all(&legend, &ChartLegend::showAllRequested);
        QTest::keyClick(&legend, Qt::Key_Right);
        QCOMPARE(legend.currentSeries(), std::optional<std::size_t>{1});
        QVERIFY(legend.accessibleDescription().contains(u"hidden"_s));
        QTest::keyClick(&legend, Qt::Key_Return);
        QTest::keyClick(&legend, Qt::Key_Space);
        QTest::keyClick(&legend, Qt::Key_A);
        QCOMPARE(solo.size(), 1);
        QCOMPARE(toggle.size(), 1);
        QCOMPARE(all.size(), 1);
        QTest::keyClick(&legend, Qt::Key_Left);
        QTest::keyClick(&legend, Qt::Key_Left);
        QCOMPARE(legend.currentSeries(), std::optional<std::size_t>{0});
    }

    void theRestIsReachable()
    {
        ChartLegend legend;
        legend.setMaxRows(1);
        legend.setContent(namedSeries(50, u"series "_s), std::vector<bool>(50, true));
        legend.resize(300, legend.heightForWidth(300));
        const LegendLayout layout = legend.currentLayout();
        QVERIFY(layout.moreCount > 0);
        const QSignalSpy more(&legend, &ChartLegend::moreRequested);
        QTest::mouseClick(&legend, Qt::LeftButton, Qt::NoModifier, layout.more.center());
        for (std::size_t i = 0; i < layout.items.size(); ++i) {
            QTest::keyClick(&legend, Qt::Key_Right);
        }
        QTest::keyClick(&legend, Qt::Key_Return);
        QCOMPARE(more.size(), 2);
    }
};

QTEST_MAIN(TestChartLegend)
#include "tst_chartlegend.moc"
