// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/refreshcontrol.h"
#include "controls/searchfield.h"
#include "support/manualclock.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestRefreshControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsThroughTheIntervals();
    void menuChoosesAndPauses();
    void tellsTheAge();
    void searchWaitsForAPause();
};

void TestRefreshControl::stepsThroughTheIntervals()
{
    RefreshControl control;
    control.setInterval(5s);
    QSignalSpy changed(&control, &RefreshControl::intervalChanged);
    control.stepInterval(-1);
    QCOMPARE(control.interval(), 0ms);
    control.stepInterval(-1);
    QCOMPARE(changed.size(), 1);
    for (int i = 0; i < 20; ++i) {
        control.stepInterval(1);
    }
    QCOMPARE(control.interval(), std::chrono::milliseconds{5min});
}

void TestRefreshControl::menuChoosesAndPauses()
{
    RefreshControl control;
    auto *choice = control.findChild<QToolButton *>(u"refreshInterval"_s);
    QMenu *menu = choice->menu();
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().size(), qsizetype(RefreshControl::intervals().size()) + 2);
    QSignalSpy paused(&control, &RefreshControl::pausedChanged);
    menu->actions().constLast()->trigger();
    QVERIFY(control.isPaused());
    menu->actions().at(1)->trigger();
    QVERIFY(!control.isPaused());
    QCOMPARE(control.interval(), 5000ms);
    QCOMPARE(paused.size(), 2);
    QSignalSpy now(&control, &RefreshControl::refreshRequested);
    control.findChild<QToolButton *>(u"refreshNow"_s)->click();
    QCOMPARE(now.size(), 1);
}

void TestRefreshControl::tellsTheAge()
{
    ManualClock clock;
    RefreshControl control;
    control.setClock(&clock);
    QCOMPARE(control.ageText(), u"No data yet"_s);
    control.setLastUpdate(clock.now());
    QCOMPARE(control.ageText(), u"Updated just now"_s);
    clock.advance(47s);
    QCOMPARE(control.ageText(), u"Updated 47 s ago"_s);
    control.setPaused(true);
    QCOMPARE(control.ageText(), u"Paused, data 47 s old"_s);
    control.setClockOffset(-90s);
    QVERIFY(control.findChild<QToolButton *>(u"refreshNow"_s)->toolTip().contains(u"behind"_s));
}

void TestRefreshControl::searchWaitsForAPause()
{
    SearchField field;
    field.show();
    QSignalSpy changed(&field, &SearchField::searchChanged);
    QTest::keyClicks(&field, u"rag"_s);
    QVERIFY(changed.wait(60'000));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toString(), u"rag"_s);
    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(changed.last().first().toString(), QString{});
}

QTEST_MAIN(TestRefreshControl)
#include "tst_refreshcontrol.moc"
