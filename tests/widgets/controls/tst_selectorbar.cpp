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

QTEST_MAIN(TestSelectorBar)
#include "tst_selectorbar.moc"
