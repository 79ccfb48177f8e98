// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboardview/panelslot.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestPanelSlot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void variablesAreFilledIn()
    {
        Panel panel;
        panel.queries = {{u"A"_s, u"up{job=\"$job\"}"_s, u"$job"_s}};
        DashboardLook look;
        look.variables = {{u"job"_s, {{u"a.b"_s, u"c"_s}, false, true}}};
        const PanelRequest request = PanelSlot::request(panel, look, 400);
        QCOMPARE(request.queries.front().expr, u"up{job=~\"(a\\\\.b|c)\"}"_s);
        QCOMPARE(request.queries.front().legend, u"a.b, c"_s);
    }

    void timeIsLeftToTheFeed()
    {
        DashboardLook look;
        look.time = {.from = {.rounding = TimePoint::Rounding::Day}, .to = {}};
        look.zone = QTimeZone("Asia/Shanghai");
        const PanelRequest request = PanelSlot::request({}, look, 400);
        QCOMPARE(request.time, look.time);
        QCOMPARE(request.zone, look.zone);
    }

    void lastWeekIsAskedForWhereItCanBeShown_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("ofPanel");
        QTest::addColumn<bool>("ofLook");
        QTest::addColumn<int>("queries");
        QTest::newRow("off") << static_cast<int>(PanelKind::TimeSeries) << false << false << 1;
        QTest::newRow("panel") << static_cast<int>(PanelKind::TimeSeries) << true << false << 2;
        QTest::newRow("page") << static_cast<int>(PanelKind::TimeSeries) << false << true << 2;
        QTest::newRow("stat") << static_cast<int>(PanelKind::Stat) << true << true << 2;
        QTest::newRow("matrix") << static_cast<int>(PanelKind::Matrix) << true << false << 2;
        QTest::newRow("heatmap") << static_cast<int>(PanelKind::Heatmap) << true << true << 1;
    }

    void lastWeekIsAskedForWhereItCanBeShown()
    {
        QFETCH(int, kind);
        QFETCH(bool, ofPanel);
        QFETCH(bool, ofLook);
        Panel panel;
        panel.kind = static_cast<PanelKind>(kind);
        panel.compareLastWeek = ofPanel;
        panel.queries = {{u"A"_s, u"up"_s, {}}};
        DashboardLook look;
        look.compareLastWeek = ofLook;
        const PanelRequest request = PanelSlot::request(panel, look, 400);
        QTEST(static_cast<int>(request.queries.size()), "queries");
        if (request.queries.size() == 2) {
            QCOMPARE(request.queries[1].offset, std::chrono::milliseconds{168h});
            QVERIFY(request.queries[1].id != request.queries[0].id);
        }
    }

    void smallChangesOfWidthAskNothingNew()
    {
        QCOMPARE(PanelSlot::request({}, {}, 401), PanelSlot::request({}, {}, 590));
        QVERIFY(PanelSlot::request({}, {}, 400).maxPoints >= 400);
        QVERIFY(PanelSlot::request({}, {}, 0).maxPoints > 0);
    }
};

QTEST_MAIN(TestPanelSlot)
#include "tst_panelslot.moc"
