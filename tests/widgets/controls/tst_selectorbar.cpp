// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/selectorbar.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestSelectorBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneValue();
    void severalValues();
    void unknownValueStays();
    void staysOpenForSeveral_data();
    void staysOpenForSeveral();
};

namespace {

QMenu *openMenu(SelectorBar &bar, int index)
{
    QMenu *menu = bar.findChildren<QToolButton *>().at(index)->menu();
    Q_EMIT menu->aboutToShow();
    return menu;
}

} // namespace

void TestSelectorBar::oneValue()
{
    SelectorBar bar;
    bar.setSelectors({{.name = u"job"_s,
                       .label = u"Job"_s,
                       .values = {u"rag"_s, u"a&b"_s},
                       .current = {u"rag"_s}}});
    QCOMPARE(bar.summary(u"job"_s), u"Job: rag"_s);
    QSignalSpy changed(&bar, &SelectorBar::valuesChanged);
    openMenu(bar, 0)->actions().at(1)->trigger();
    QCOMPARE(changed.first().at(1).toStringList(), QStringList{u"a&b"_s});
    QCOMPARE(bar.summary(u"job"_s), u"Job: a&&b"_s);
}

void TestSelectorBar::severalValues()
{
    SelectorBar bar;
    bar.setSelectors({{.name = u"pod"_s,
                       .label = {},
                       .values = {u"a"_s, u"b"_s},
                       .current = {},
                       .multi = true,
                       .includeAll = true}});
    QCOMPARE(bar.summary(u"pod"_s), u"pod: all"_s);
    openMenu(bar, 0)->actions().at(2)->trigger();
    openMenu(bar, 0)->actions().at(3)->trigger();
    QCOMPARE(bar.selectors().front().current, (QStringList{u"a"_s, u"b"_s}));
    openMenu(bar, 0)->actions().at(0)->trigger();
    QVERIFY(bar.selectors().front().current.isEmpty());
}

void TestSelectorBar::unknownValueStays()
{
    SelectorBar bar;
    bar.setSelectors({{.name = u"pod"_s, .label = {}, .values = {u"a"_s}, .current = {u"gone"_s}}});
    const auto actions = openMenu(bar, 0)->actions();
    QCOMPARE(actions.size(), 2);
    QCOMPARE(actions.first()->text(), u"gone"_s);
    QVERIFY(actions.first()->isChecked());
}

void TestSelectorBar::staysOpenForSeveral_data()
{
    QTest::addColumn<bool>("multi");
    QTest::addColumn<bool>("keyboard");
    QTest::newRow("one, clicked") << false << false;
    QTest::newRow("one, by key") << false << true;
    QTest::newRow("several, clicked") << true << false;
    QTest::newRow("several, by key") << true << true;
}

void TestSelectorBar::staysOpenForSeveral()
{
    QFETCH(bool, multi);
    QFETCH(bool, keyboard);
    SelectorBar bar;
    bar.setSelectors({{.name = u"pod"_s,
                       .label = {},
                       .values = {u"a"_s, u"b"_s},
                       .current = {},
                       .multi = multi,
                       .includeAll = true}});
    QMenu *menu = bar.findChild<QToolButton *>()->menu();
    menu->popup({0, 0});
    QVERIFY(QTest::qWaitForWindowExposed(menu));
    const auto choose = [&](int index) {
        QAction *action = menu->actions().at(index);
        if (keyboard) {
            menu->setActiveAction(action);
            QTest::keyClick(menu, Qt::Key_Return);
        } else {
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        }
    };
    choose(2);
    QCOMPARE(menu->isVisible(), multi);
    if (multi) {
        QVERIFY(!menu->actions().at(0)->isChecked()); // "All"
        choose(3);
        QCOMPARE(bar.selectors().front().current, (QStringList{u"a"_s, u"b"_s}));
        choose(0);
        QVERIFY(menu->actions().at(0)->isChecked());
        QVERIFY(!menu->actions().at(2)->isChecked() && !menu->actions().at(3)->isChecked());
    }
    menu->close();
}

QTEST_MAIN(TestSelectorBar)
#include "tst_selectorbar.moc"
