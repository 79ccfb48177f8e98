// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/timerangepicker.h"
#include "controls/timerangepopup.h"
#include "support/manualclock.h"
#include "support/resultmacros.h"

#include <QCalendarWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestTimeRangePicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typesARange();
    void saysWhatIsWrong();
    void showsBothZones();
    void quickRangeByKeyboard();
    void calendarMakesARange();
    void movesAndFreezes();
    void popupOpensAndCloses();

private:
    ManualClock m_clock{1'795'350'896'000}; // 2026-11-22T12:34:56Z
};

void TestTimeRangePicker::typesARange()
{
    TimeRangePopup popup;
    popup.setSelection(TimeSelection::last(6h), m_clock.now());
    QSignalSpy chosen(&popup, &TimeRangePopup::chosen);
    popup.fromEdit()->setText(u"now-2d"_s);
    popup.toEdit()->setText(u"now-1d"_s);
    QTest::keyClick(popup.toEdit(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<TimeSelection>().toString(), u"now-2d to now-1d"_s);
}

void TestTimeRangePicker::saysWhatIsWrong()
{
    TimeRangePopup popup;
    popup.setSelection(TimeSelection::last(6h), m_clock.now());
    QSignalSpy chosen(&popup, &TimeRangePopup::chosen);
    popup.fromEdit()->setText(u"yesteryear"_s);
    QTest::keyClick(popup.fromEdit(), Qt::Key_Return);
    QVERIFY(chosen.isEmpty());
    QVERIFY_ERROR(popup.typed(), ErrorCode::InvalidInput);
    QVERIFY(popup.explanation().contains(u"yesteryear"_s));
}

void TestTimeRangePicker::showsBothZones()
{
    TimeRangePopup popup;
    popup.setZones(QTimeZone::utc(), QTimeZone{"Asia/Shanghai"});
    popup.setSelection(TimeSelection::last(6h), m_clock.now());
    QVERIFY(popup.explanation().contains(u"06:34:56"_s));
    QVERIFY(popup.explanation().contains(u"14:34:56"_s));
    popup.setZones(QTimeZone::utc(), {});
    QVERIFY(!popup.explanation().contains(u"14:34:56"_s));
}

void TestTimeRangePicker::quickRangeByKeyboard()
{
    TimeRangePopup popup;
    popup.setSelection(TimeSelection::last(6h), m_clock.now());
    popup.show();
    auto *list = popup.findChild<QListWidget *>();
    QVERIFY(list != nullptr);
    QSignalSpy chosen(&popup, &TimeRangePopup::chosen);
    QTest::keyClick(list, Qt::Key_Home);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<TimeSelection>(), quickTimeSelections().front());
}

void TestTimeRangePicker::calendarMakesARange()
{
    TimeRangePopup popup;
    popup.setSelection(TimeSelection::last(6h), m_clock.now());
    auto *calendar = popup.findChild<QCalendarWidget *>();
    Q_EMIT calendar->clicked(QDate(2026, 11, 18));
    Q_EMIT calendar->clicked(QDate(2026, 11, 20));
    const auto typed = popup.typed();
    QVERIFY_RESULT(typed);
    QCOMPARE(typed->resolve(m_clock.now()).length(), std::chrono::milliseconds{72h});
}

void TestTimeRangePicker::movesAndFreezes()
{
    TimeRangePicker picker;
    picker.setClock(&m_clock);
    picker.setSelection(TimeSelection::last(6h));
    QSignalSpy changed(&picker, &TimeRangePicker::selectionChanged);
    picker.moveForward();
    QVERIFY(changed.isEmpty());
    picker.moveBack();
    QCOMPARE(picker.text(), u"2026-11-22 03:34:56 – 09:34:56"_s);
    picker.moveForward();
    QCOMPARE(picker.selection(), TimeSelection::last(6h));
    picker.toggleFrozen();
    QVERIFY(!picker.selection().isRelative());
    picker.toggleFrozen();
    QVERIFY(picker.selection().isRelative());
    picker.zoomOut();
    QCOMPARE(picker.selection(), TimeSelection::last(12h));
    QCOMPARE(changed.size(), 5);
}

void TestTimeRangePicker::popupOpensAndCloses()
{
    TimeRangePicker picker;
    picker.setClock(&m_clock);
    picker.show();
    picker.openPopup();
    QVERIFY(picker.popup()->isVisible());
    QTest::keyClick(picker.popup(), Qt::Key_Escape);
    QVERIFY(!picker.popup()->isVisible());
    picker.openPopup();
    QSignalSpy changed(&picker, &TimeRangePicker::selectionChanged);
    picker.popup()->fromEdit()->setText(u"now-1h"_s);
    QTest::keyClick(picker.popup()->fromEdit(), Qt::Key_Return);
    QVERIFY(!picker.popup()->isVisible());
    QCOMPARE(changed.size(), 1);
}

QTEST_MAIN(TestTimeRangePicker)
#include "tst_timerangepicker.moc"
