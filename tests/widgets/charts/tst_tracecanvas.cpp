// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/tracecanvas.h"
#include "charts/tracedash.h"
#include "charts/tracepainter.h"

#include <QTest>

#include <cmath>

using namespace spillway;

namespace {

constexpr QRgb red = 0xffff0000;

int alphaAt(const TraceCanvas &canvas, int x, int y)
{
    return qAlpha(canvas.pixel(x, y));
}

PixelColumns lineThrough(const std::vector<EpochMs> &times, const std::vector<double> &values,
                         int width, EpochMs step)
{
    return reduceToPixels(times, values,
                          {.range = {0, times.back()}, .width = width, .step = step});
}

} // namespace

class TestTraceCanvas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spanHasSoftEnds()
    {
        TraceCanvas canvas;
        canvas.reset(3, 10);
        canvas.span(1, 2.25F, 5.5F, red);
        QCOMPARE(alphaAt(canvas, 1, 1), 0);
        QVERIFY(std::abs(alphaAt(canvas, 1, 2) - 191) <= 1);
        QCOMPARE(alphaAt(canvas, 1, 3), 255);
        QCOMPARE(alphaAt(canvas, 1, 4), 255);
        QVERIFY(std::abs(alphaAt(canvas, 1, 5) - 128) <= 1);
        QCOMPARE(alphaAt(canvas, 1, 6), 0);
        QCOMPARE(alphaAt(canvas, 0, 3), 0);
        QCOMPARE(alphaAt(canvas, 2, 3), 0);
    }

    void spanInsideOnePixel()
    {
        TraceCanvas canvas;
        canvas.reset(1, 4);
        canvas.span(0, 2.25F, 2.75F, red);
        QVERIFY(std::abs(alphaAt(canvas, 0, 2) - 128) <= 1);
        QCOMPARE(alphaAt(canvas, 0, 1), 0);
        QCOMPARE(alphaAt(canvas, 0, 3), 0);
    }

    void spansAreClipped_data()
    {
        QTest::addColumn<int>("x");
        QTest::addColumn<float>("top");
        QTest::addColumn<float>("bottom");
        QTest::addColumn<int>("inked");
        QTest::newRow("left of it") << -1 << 0.0F << 4.0F << 0;
        QTest::newRow("right of it") << 4 << 0.0F << 4.0F << 0;
        QTest::newRow("above") << 1 << -9.0F << -1.0F << 0;
        QTest::newRow("below") << 1 << 4.0F << 9.0F << 0;
        QTest::newRow("through") << 1 << -1e6F << 1e6F << 4;
        QTest::newRow("upside down") << 1 << 3.0F << 1.0F << 0;
        QTest::newRow("not a number") << 1 << std::nanf("") << 2.0F << 0;
    }

    void spansAreClipped()
    {
        QFETCH(int, x);
        QFETCH(float, top);
        QFETCH(float, bottom);
        QFETCH(int, inked);
        TraceCanvas canvas;
        canvas.reset(4, 4);
        canvas.span(x, top, bottom, red);
        canvas.replaceSpan(x, top, bottom, red);
        int count = 0;
        for (int at = 0; at < 16; ++at) {
            count += alphaAt(canvas, at % 4, at / 4) > 0 ? 1 : 0;
        }
        QCOMPARE(count, inked);
    }

    void translucentSpansBlend()
    {
        TraceCanvas canvas;
        canvas.reset(1, 2);
        canvas.span(0, 0, 2, 0xff00ff00);
        canvas.span(0, 0, 1, qPremultiply(qRgba(255, 0, 0, 128)));
        QVERIFY(std::abs(qRed(canvas.pixel(0, 0)) - 128) <= 1);
        QVERIFY(std::abs(qGreen(canvas.pixel(0, 0)) - 127) <= 1);
        QCOMPARE(canvas.pixel(0, 1), QRgb{0xff00ff00});
        canvas.replaceSpan(0, 0, 2, 0x80000080);
        QCOMPARE(canvas.pixel(0, 0), QRgb{0x80000080});
    }

    void slopedSpanHoldsTheLinesWeight()
    {
        // However steep, a column's ink is the thickness along the column.
        for (const float rise : {0.0F, 0.5F, 1.0F, 2.0F, 4.0F}) {
            TraceCanvas canvas;
            canvas.reset(1, 40);
            canvas.slopedSpan(0, 20 - rise / 2, 20 + rise / 2, 2, red);
            double ink = 0;
            for (int y = 0; y < 40; ++y) {
                ink += alphaAt(canvas, 0, y) / 255.0;
            }
            const double expected = 2 * std::sqrt(1 + static_cast<double>(rise * rise));
            QVERIFY2(std::abs(ink - expected) < 0.25, qPrintable(QString::number(ink)));
        }
    }

    void segmentsCoverBothEndsAndDoNotDarkenEachOther()
    {
        TraceCanvas canvas;
        canvas.reset(20, 20);
        const QRgb half = qPremultiply(qRgba(255, 0, 0, 128));
        canvas.strokeSegment(QPointF(2, 10), QPointF(10, 10), 3);
        canvas.strokeSegment(QPointF(10, 10), QPointF(18, 10), 3);
        canvas.paintMask(half);
        for (const int x : {3, 9, 10, 16}) {
            QCOMPARE(canvas.pixel(x, 10), half);
        }
        QCOMPARE(alphaAt(canvas, 10, 5), 0);
        canvas.paintMask(half); // the mask is empty again
        QCOMPARE(canvas.pixel(10, 10), half);
    }

    void farAwayEndsAreHarmless()
    {
        TraceCanvas canvas;
        canvas.reset(20, 20);
        canvas.strokeSegment(QPointF(-1e12, 10), QPointF(1e12, 10), 2);
        canvas.strokeSegment(QPointF(10, -1e12), QPointF(10, 1e12), 2);
        canvas.marker(MarkerShape::Circle, QPointF(1e9, -1e9), 3);
        canvas.paintMask(red);
        QVERIFY(alphaAt(canvas, 3, 10) > 200);
        QVERIFY(alphaAt(canvas, 10, 3) > 200);
    }

    void markersDiffer()
    {
        std::vector<std::vector<QRgb>> shapes;
        for (const MarkerShape shape :
             {MarkerShape::Circle, MarkerShape::Square, MarkerShape::Triangle, MarkerShape::Diamond,
              MarkerShape::TriangleDown, MarkerShape::Cross}) {
            TraceCanvas canvas;
            canvas.reset(16, 16);
            canvas.marker(shape, QPointF(8, 8), 5);
            canvas.paintMask(red);
            QVERIFY(alphaAt(canvas, 8, 8) > 100 && alphaAt(canvas, 0, 0) == 0);
            std::vector<QRgb> pixels;
            for (int at = 0; at < 256; ++at) {
                pixels.push_back(canvas.pixel(at % 16, at / 16));
            }
            QVERIFY(std::find(shapes.begin(), shapes.end(), pixels) == shapes.end());
            shapes.push_back(std::move(pixels));
        }
    }

    void composeTurnsColumnsIntoRows()
    {
        TraceCanvas canvas;
        canvas.reset(40, 30);
        canvas.span(33, 7, 8, red);
        canvas.span(2, 0, 30, qPremultiply(qRgba(255, 255, 255, 128)));
        QImage image{50, 40, QImage::Format_RGB32};
        image.fill(Qt::black);
        canvas.composeOnto(image, QPoint{5, 4});
        QCOMPARE(image.pixel(38, 11), red);
        QCOMPARE(image.pixel(38, 12), qRgb(0, 0, 0));
        QVERIFY(std::abs(qRed(image.pixel(7, 20)) - 128) <= 1);
        canvas.composeOnto(image, QPoint{-20, -25}); // partly outside
        canvas.composeOnto(image, QPoint{45, 39});
    }

    void aSpikeBetweenPixelsIsDrawnToItsTop()
    {
        std::vector<EpochMs> times;
        std::vector<double> values;
        for (int i = 0; i <= 5000; ++i) {
            times.push_back(i);
            values.push_back(i == 2503 ? 100 : 10);
        }
        TraceCanvas canvas;
        canvas.reset(100, 100);
        const RowMapping rows{{0, 110, false}, 100};
        const PixelColumns columns = lineThrough(times, values, 100, 1);
        QVERIFY(columns.dense);
        strokeTrace(canvas, columns, rows, {.colour = red});
        const int top = static_cast<int>(rows(100));
        QCOMPARE(alphaAt(canvas, 50, top + 1), 255);
        QCOMPARE(alphaAt(canvas, 50, top + 40), 255);
        QCOMPARE(alphaAt(canvas, 50, top - 3), 0);
        QCOMPARE(alphaAt(canvas, 45, top + 1), 0);
    }

    void gapsStayEmptyAndLoneSamplesShow()
    {
        const std::vector<EpochMs> times{0, 10, 50, 90, 100};
        const std::vector<double> values{5, 5, 5, 5, 5};
        TraceCanvas canvas;
        canvas.reset(100, 20);
        const RowMapping rows{{0, 10, false}, 20};
        strokeTrace(canvas, lineThrough(times, values, 100, 10), rows, {.colour = red});
        QVERIFY(alphaAt(canvas, 5, 10) > 100);
        QCOMPARE(alphaAt(canvas, 30, 10), 0);
        QVERIFY(alphaAt(canvas, 50, 10) > 100); // on its own, yet visible
        QCOMPARE(alphaAt(canvas, 70, 10), 0);
        QVERIFY(alphaAt(canvas, 95, 10) > 100);
    }

    void incompleteIntervalIsDashed()
    {
        const std::vector<EpochMs> times{0, 50, 100};
        const std::vector<double> values{5, 5, 5};
        TraceCanvas canvas;
        canvas.reset(100, 20);
        const RowMapping rows{{0, 10, false}, 20};
        strokeTrace(canvas, lineThrough(times, values, 100, 50), rows,
                    {.colour = red, .dashedFrom = 50});
        const auto inked = [&](int from, int to) {
            int count = 0;
            for (int x = from; x < to; ++x) {
                count += alphaAt(canvas, x, 10) > 60 ? 1 : 0;
            }
            return count;
        };
        QCOMPARE(inked(8, 42), 34);
        QVERIFY(inked(58, 92) > 8 && inked(58, 92) < 30);
    }

    void areaIsFilledToItsBase()
    {
        const std::vector<EpochMs> times{0, 100};
        const std::vector<double> values{0, 10};
        const RowMapping rows{{0, 10, false}, 100};
        const TraceProfile profile = traceProfile(lineThrough(times, values, 100, 100), rows, 100);
        TraceCanvas canvas;
        canvas.reset(100, 100);
        fillToBase(canvas, profile, 100, red, false);
        QCOMPARE(alphaAt(canvas, 50, 90), 255);
        QCOMPARE(alphaAt(canvas, 50, 30), 0);
        QCOMPARE(alphaAt(canvas, 90, 30), 255);
        QVERIFY(!areaPath(profile, 100).isEmpty());
    }

    void dashesCoverTheirShare()
    {
        const DashPattern dash{DashStyle::Dash, 1};
        double phase = 0;
        double inked = 0;
        dash.split(QPointF(0, 0), QPointF(110, 0), phase,
                   [&](const QPointF &a, const QPointF &b) { inked += b.x() - a.x(); });
        QVERIFY(std::abs(inked - 70) < 1.5);
        QVERIFY(std::abs(phase - 110) < 1e-6);
        QVERIFY(dash.isOn(1) && !dash.isOn(9) && dash.isOn(12));
    }
};

QTEST_MAIN(TestTraceCanvas)
#include "tst_tracecanvas.moc"
