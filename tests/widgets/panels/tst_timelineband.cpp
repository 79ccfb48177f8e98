// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/timelineband.h"
#include "style/theme.h"

#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr EpochMs hour = 3'600'000;
constexpr EpochMs day = 24 * hour;
// 2026-10-19T00:00 in Berlin (UTC+2): six days later the clock is put back.
constexpr EpochMs start = 1'792'360'800'000;
const TimeRange whole{start, start + 28 * day};

BandLane lane(const QString &name, int floor = 2, int cap = 20)
{
    BandLane made;
    made.name = name;
    made.baseFloor = floor;
    made.baseCap = cap;
    made.events = {u"sale"_s};
    made.rows = {{start, start + 2 * day, floor, cap, {}},
                 {start + 2 * day, start + 2 * day + 9 * hour, 4, cap, {u"office"_s}},
                 {start + 2 * day + 9 * hour, start + 10 * day, floor, cap, {}},
                 {start + 10 * day, start + 15 * day, 12, 40, {u"sale"_s, u"office"_s}},
                 {start + 15 * day, whole.to, floor, cap, {}}};
    return made;
}

std::unique_ptr<TimelineBand> shownBand(std::vector<BandLane> lanes, QSize size = {1000, 400})
{
    auto band = std::make_unique<TimelineBand>();
    band->resize(size);
    band->setLocale(QLocale::c());
    band->setZones(QTimeZone("Europe/Berlin"));
    band->setNow(start + day);
    band->setLanes(std::move(lanes), whole);
    band->show();
    return band;
}

QPoint placeOf(const TimelineBand &band, std::size_t index, EpochMs time, double value)
{
    const PlotMapping mapping = band.laneMapping(index);
    return QPointF{mapping.x(time), mapping.y(value)}.toPoint();
}

} // namespace

class TestTimelineBand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setPalette(themePalette(lightColors())); }
    void whatItSays_data();
    void whatItSays();
    void darkToTheFloorAndLightToTheCap();
    void lanesShareTheAxis();
    void manyLanesScroll();
    void clickingLeadsToWhatDecides();
    void draggingZooms();
    void zoomStaysInside();
    void newRowsKeepTheZoom();
    void byKeyboard();
    void theClockPutBack();
    void aLaneWithoutRows();
    void nothingAtAll();
};

void TestTimelineBand::whatItSays_data()
{
    QTest::addColumn<EpochMs>("time");
    QTest::addColumn<QString>("text");
    QTest::newRow("base") << start + hour
                          << u"web, 2 to 20 replicas, the base: no window or event holds, "
                             "until Wed 21 Oct 00:00"_s;
    QTest::newRow("window") << start + 2 * day
                            << u"web, 4 to 20 replicas, because of office, Wed 21 Oct 00:00 to "
                               "Wed 21 Oct 09:00"_s;
    QTest::newRow("after the change of the clock")
        << start + 12 * day
        << u"web, 12 to 40 replicas, because of sale, office, Wed 28 Oct 23:00 to "
           "Mon 2 Nov 23:00"_s;
    QTest::newRow("last") << whole.to - 1
                          << u"web, 2 to 20 replicas, the base: no window or event holds, "
                             "from Mon 2 Nov 23:00"_s;
    QTest::newRow("outside") << whole.to + 1 << QString{};
}

void TestTimelineBand::whatItSays()
{
    QFETCH(EpochMs, time);
    QFETCH(QString, text);
    const auto band = shownBand({lane(u"web"_s)});
    QCOMPARE(band->textAt(0, time), text);
    QCOMPARE(band->textAt(1, time), QString{});
}

void TestTimelineBand::darkToTheFloorAndLightToTheCap()
{
    for (const ThemeColors *colors : {&lightColors(), &darkColors()}) {
        QApplication::setPalette(themePalette(*colors));
        const auto band = shownBand({lane(u"web"_s)});
        const QImage image = band->viewport()->grab().toImage();
        const auto distance = [&](double value) {
            const QColor pixel = image.pixelColor(placeOf(*band, 0, start + 12 * day, value));
            return std::abs(pixel.red() - colors->surface.red()) +
                   std::abs(pixel.green() - colors->surface.green()) +
                   std::abs(pixel.blue() - colors->surface.blue());
        };
        QVERIFY2(distance(6) > distance(26) + 20, "the floor must stand out from the rest");
        QVERIFY2(distance(26) > 10, "the room up to the cap must be seen");
        const QColor above = image.pixelColor(placeOf(*band, 0, start + 8 * day, 30));
        QCOMPARE(above, colors->surface);
    }
    QApplication::setPalette(themePalette(lightColors()));
}

void TestTimelineBand::lanesShareTheAxis()
{
    const auto band = shownBand({lane(u"web"_s), lane(u"a much longer name"_s, 1, 400)});
    const PlotMapping first = band->laneMapping(0);
    const PlotMapping second = band->laneMapping(1);
    QCOMPARE(first.plot().left(), second.plot().left());
    QCOMPARE(first.plot().right(), second.plot().right());
    QCOMPARE(first.x(start + 3 * day), second.x(start + 3 * day));
    QVERIFY(first.plot().bottom() < second.plot().top());
    QCOMPARE(first.values().max, 40.0);
    QCOMPARE(second.values().max, 400.0);
}

void TestTimelineBand::manyLanesScroll()
{
    std::vector<BandLane> lanes;
    for (int i = 0; i < 12; ++i) {
        lanes.push_back(lane(u"component-%1"_s.arg(i)));
    }
    const auto band = shownBand(lanes);
    QVERIFY(band->verticalScrollBar()->maximum() > 0);
    const qreal before = band->laneMapping(11).plot().bottom();
    QVERIFY(before > band->viewport()->height());
    band->verticalScrollBar()->setValue(band->verticalScrollBar()->maximum());
    QVERIFY(band->laneMapping(11).plot().bottom() < band->viewport()->height());
    band->resize(1000, 2000);
    QCOMPARE(band->verticalScrollBar()->maximum(), 0);
}

void TestTimelineBand::clickingLeadsToWhatDecides()
{
    const auto band = shownBand({lane(u"web"_s), lane(u"worker"_s)});
    QSignalSpy activated(band.get(), &TimelineBand::activated);
    QTest::mouseClick(band->viewport(), Qt::LeftButton, {},
                      placeOf(*band, 1, start + 12 * day, 20));
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0], (QVariantList{u"worker"_s, u"sale"_s}));
    QTest::mouseClick(band->viewport(), Qt::LeftButton, {}, placeOf(*band, 0, start + 5 * day, 10));
    QCOMPARE(activated[1], (QVariantList{u"web"_s, QString{}}));
    QTest::mouseClick(band->viewport(), Qt::LeftButton, {}, {5, 5}); // the name
    QCOMPARE(activated.size(), 2);
}

void TestTimelineBand::draggingZooms()
{
    const auto band = shownBand({lane(u"web"_s)});
    QWidget *plot = band->viewport();
    const QPoint from = placeOf(*band, 0, start + 10 * day, 10);
    const QPoint to = placeOf(*band, 0, start + 12 * day, 10);
    QTest::mousePress(plot, Qt::LeftButton, {}, from);
    QTest::mouseMove(plot, to);
    QTest::mouseRelease(plot, Qt::LeftButton, {}, to);
    QVERIFY(std::abs(band->range().from - (start + 10 * day)) < 2 * hour);
    QVERIFY(std::abs(band->range().to - (start + 12 * day)) < 2 * hour);
    QTest::mouseDClick(plot, Qt::LeftButton, {}, from);
    QCOMPARE(band->range(), whole);
}

void TestTimelineBand::zoomStaysInside()
{
    const auto band = shownBand({lane(u"web"_s)});
    band->zoomTo({start - 5 * day, start + day});
    QCOMPARE(band->range(), (TimeRange{start, start + 6 * day}));
    band->zoomTo({start + day, start + day + 1});
    QCOMPARE(band->range().to - band->range().from, hour); // no shorter
    band->zoomTo({start - 100 * day, start + 100 * day});
    QCOMPARE(band->range(), whole);
}

void TestTimelineBand::newRowsKeepTheZoom()
{
    const auto band = shownBand({lane(u"web"_s)});
    const TimeRange zoomed{start + day, start + 3 * day};
    band->zoomTo(zoomed);
    band->setLanes({lane(u"web"_s, 3, 30)}, whole); // somebody typed
    QCOMPARE(band->range(), zoomed);
    const TimeRange tomorrow{start + day, start + 29 * day};
    band->setLanes({lane(u"web"_s)}, tomorrow);
    QCOMPARE(band->range(), tomorrow);
}

void TestTimelineBand::byKeyboard()
{
    const auto band = shownBand({lane(u"web"_s), lane(u"worker"_s)});
    QSignalSpy activated(band.get(), &TimelineBand::activated);
    const auto press = [&band](int key) {
        QTest::keyClick(band.get(), Qt::Key(key));
        return band->accessibleDescription();
    };
    QVERIFY(press(Qt::Key_Right).startsWith(u"web, 2 to 20 replicas"_s)); // now
    QVERIFY(press(Qt::Key_Right).contains(u"because of office"_s));
    QVERIFY(press(Qt::Key_Left).contains(u"base"_s));
    QVERIFY(press(Qt::Key_End).contains(u"from Mon 2 Nov"_s));
    QVERIFY(press(Qt::Key_Left).contains(u"because of sale"_s));
    QVERIFY(press(Qt::Key_Down).startsWith(u"worker, 12 to 40"_s));
    press(Qt::Key_Return);
    QCOMPARE(activated.value(0), (QVariantList{u"worker"_s, u"sale"_s}));
    press(Qt::Key_Plus);
    QVERIFY(band->range().to - band->range().from < 20 * day);
    QVERIFY(press(Qt::Key_Home).contains(u"until Wed 21 Oct"_s)); // and scrolls there
    QVERIFY(band->range().contains(start));
    press(Qt::Key_Backspace);
    QCOMPARE(band->range(), whole);
}

/// The day of the change is 25 hours long on the axis, and is said to be.
void TestTimelineBand::theClockPutBack()
{
    const auto band = shownBand({lane(u"web"_s)});
    const QImage with = band->viewport()->grab().toImage();
    band->setZones(QTimeZone("Asia/Shanghai"));
    const QImage without = band->viewport()->grab().toImage();
    const QPoint change = placeOf(*band, 0, start + 6 * day + 3 * hour, 30);
    const auto isMarked = [&](const QImage &image) {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = change.x() - 1; x <= change.x(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (pixel.red() > pixel.blue() + 60) {
                    return true;
                }
            }
        }
        return false;
    };
    QVERIFY(isMarked(with));
    QVERIFY(!isMarked(without));
}

void TestTimelineBand::aLaneWithoutRows()
{
    BandLane broken;
    broken.name = u"web"_s;
    broken.problem = u"the floor 9 is above the cap 3"_s;
    const auto band = shownBand({broken, lane(u"worker"_s)});
    QVERIFY(!band->viewport()->grab().isNull());
    QCOMPARE(band->textAt(0, start), QString{});
    QTest::keyClick(band.get(), Qt::Key_Right);
    QTest::keyClick(band.get(), Qt::Key_Down);
    QVERIFY(band->accessibleDescription().startsWith(u"worker"_s));
}

void TestTimelineBand::nothingAtAll()
{
    TimelineBand band;
    band.resize(300, 200);
    QVERIFY(!band.grab().isNull());
    for (const int key : {Qt::Key_Left, Qt::Key_Down, Qt::Key_Return, Qt::Key_Plus}) {
        QTest::keyClick(&band, Qt::Key(key));
    }
    band.setLanes({}, {});
    QVERIFY(!band.grab().isNull());
}

QTEST_MAIN(TestTimelineBand)
#include "tst_timelineband.moc"
