// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboardview/gridgeometry.h"

#include <QTest>

#include <random>

using namespace spillway;

class TestGridGeometry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void panelsFillTheWidth_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {641, 800, 1280, 1281, 2560, 3840}) {
            QTest::addRow("%d", width) << width;
        }
    }

    void panelsFillTheWidth()
    {
        QFETCH(int, width);
        const GridGeometry grid(width);
        const QRect all = grid.pixels({0, 0, 24, 2});
        QCOMPARE(all.left(), GridGeometry::gap);
        QCOMPARE(all.right() + 1 + GridGeometry::gap, width);
        const QRect left = grid.pixels({0, 0, 12, 2});
        const QRect right = grid.pixels({12, 0, 12, 2});
        QCOMPARE(right.left() - left.right() - 1, GridGeometry::gap);
    }

    void fittedPanelsFillTheHeight_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("fits");
        QTest::newRow("wall") << QSize{2560, 1376} << true;
        QTest::newRow("higher than needed") << QSize{2560, 4000} << false;
        QTest::newRow("too low") << QSize{2560, 600} << false;
        QTest::newRow("narrow") << QSize{600, 1376} << false;
    }

    void fittedPanelsFillTheHeight()
    {
        QFETCH(QSize, size);
        QFETCH(bool, fits);
        const std::vector<GridRect> rects{{0, 0, 12, 20}, {12, 0, 12, 39}};
        const GridGeometry grid = GridGeometry::fitted(size, rects);
        const int height = grid.height(rects);
        // Rows are whole pixels: less than one a row is left over.
        QCOMPARE(height <= size.height() && size.height() - height < 39, fits);
        if (!fits && size.height() < 2000) {
            QCOMPARE(height, GridGeometry(size.width()).height(rects));
        }
        QCOMPARE(GridGeometry::fitted(size, {}).height({}), GridGeometry::gap);
    }

    void snappingIsTheInverseOfPixels()
    {
        std::minstd_rand random(7);
        for (int i = 0; i < 1000; ++i) {
            const auto upTo = [&](unsigned bound) { return static_cast<int>(random() % bound); };
            GridRect rect;
            rect.columns = 2 + upTo(23);
            rect.column = upTo(static_cast<unsigned>(25 - rect.columns));
            rect.row = upTo(30);
            rect.rows = 2 + upTo(10);
            const GridGeometry grid(700 + upTo(2000));
            QCOMPARE(grid.snapMoved(grid.pixels(rect), rect), rect);
            QCOMPARE(grid.snapResized(grid.pixels(rect), rect), rect);
        }
    }

    void draggingStaysOnTheGrid()
    {
        const GridGeometry grid(1280);
        const GridRect rect{8, 4, 8, 6};
        const QRect pixels = grid.pixels(rect);
        QCOMPARE(grid.snapMoved(pixels.translated(-5000, -5000), rect), (GridRect{0, 0, 8, 6}));
        QCOMPARE(grid.snapMoved(pixels.translated(5000, 0), rect), (GridRect{16, 4, 8, 6}));
        QCOMPARE(grid.snapResized(pixels.adjusted(0, 0, -5000, -5000), rect),
                 (GridRect{8, 4, 2, 2}));
        QCOMPARE(grid.snapResized(pixels.adjusted(0, 0, 5000, 0), rect), (GridRect{8, 4, 16, 6}));
    }

    void narrowCanvasesStackInReadingOrder()
    {
        const GridGeometry grid(400);
        const std::vector<GridRect> rects{{12, 0, 12, 3}, {0, 3, 24, 4}, {0, 0, 12, 3}};
        const std::vector<QRect> places = grid.layout(rects);
        QVERIFY(places[2].bottom() < places[0].top());
        QVERIFY(places[0].bottom() < places[1].top());
        QCOMPARE(places[1].width(), 400 - 2 * GridGeometry::gap);
        QCOMPARE(grid.height(rects), places[1].bottom() + 1 + GridGeometry::gap);
    }
};

QTEST_MAIN(TestGridGeometry)
#include "tst_gridgeometry.moc"
