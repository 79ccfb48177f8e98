// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/takeoverbutton.h"
#include "rollout/plan.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestTakeOverButton final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatTakingOverAnswers();
    void severalAreChosenAtOnce();
};

namespace {

PlanFinding finding(const QString &id, const QString &object)
{
    PlanFinding one;
    one.id = id;
    one.object = object;
    return one;
}

Plan planWithRivals()
{
    Plan plan;
    plan.findings = {finding(u"two-autoscalers"_s, u"hpa shop/b"_s),
                     finding(u"foreign-owner"_s, u"hpa shop/a&c"_s),
                     finding(u"foreign-owner"_s, u"hpa shop/a&c"_s),
                     finding(u"missing-kind"_s, u"rule shop/x"_s),
                     finding(u"two-autoscalers"_s, {})};
    return plan;
}

} // namespace

void TestTakeOverButton::onlyWhatTakingOverAnswers()
{
    TakeOverButton button;
    button.setPlan(Plan{}, {});
    QVERIFY(button.isHidden());
    button.setPlan(planWithRivals(), {u"hpa shop/z"_s});
    QVERIFY(!button.isHidden());
    QCOMPARE(button.objects(), (QStringList{u"hpa shop/a&c"_s, u"hpa shop/b"_s, u"hpa shop/z"_s}));
    QCOMPARE(button.menu()->actions().first()->text(), u"hpa shop/a&&c"_s);
    QVERIFY(button.menu()->actions().last()->isChecked());
    QVERIFY(!button.menu()->actions().first()->isChecked());
}

void TestTakeOverButton::severalAreChosenAtOnce()
{
    TakeOverButton button;
    button.setPlan(planWithRivals(), {});
    QSignalSpy chosen(&button, &TakeOverButton::chosen);
    const auto close = [&button] { Q_EMIT button.menu()->aboutToHide(); };
    close();
    QCOMPARE(chosen.size(), 0); // nothing is different
    for (QAction *action : button.menu()->actions()) {
        action->setChecked(true);
    }
    close();
    close();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<QSet<QString>>(),
             (QSet<QString>{u"hpa shop/a&c"_s, u"hpa shop/b"_s}));
}

QTEST_MAIN(TestTakeOverButton)
#include "tst_takeoverbutton.moc"
