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
        look.expand = [](const QString &text) {
            return QString{text}.replace(u"$job"_s, u"rag"_s);
        };
        const PanelRequest request = PanelSlot::request(panel, look, 400, 0);
        QCOMPARE(request.queries.front().expr, u"up{job=\"rag\"}"_s);
        QCOMPARE(request.queries.front().legend, u"rag"_s);
    }

    void relativeRangesMoveAndOthersAreFixed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("last");
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        constexpr qint64 hour = 3'600'000;
        QTest::newRow("last six hours") << u"now-6h"_s << 6 * hour << 0LL << 0LL;
        QTest::newRow("an hour a day ago")
            << u"now-25h to now-24h"_s << 0LL << 75 * hour << 76 * hour;
        QTest::newRow("fixed") << u"1970-01-01 02:00 to 1970-01-01 03:00"_s << 0LL << 2 * hour
                               << 3 * hour;
    }

    void relativeRangesMoveAndOthersAreFixed()
    {
        QFETCH(QString, text);
        DashboardLook look;
        const auto selection = parseTimeSelection(text, QTimeZone::utc());
        QVERIFY(selection.ok());
        look.time = *selection;
        const PanelRequest request = PanelSlot::request({}, look, 400, 100 * 3'600'000LL);
        QTEST(qint64{request.last.count()}, "last");
        QTEST(qint64{request.range.from}, "from");
        QTEST(qint64{request.range.to}, "to");
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
        const PanelRequest request = PanelSlot::request(panel, look, 400, 0);
        QTEST(static_cast<int>(request.queries.size()), "queries");
        if (request.queries.size() == 2) {
            QCOMPARE(request.queries[1].offset, std::chrono::milliseconds{168h});
            QVERIFY(request.queries[1].id != request.queries[0].id);
        }
    }

    void smallChangesOfWidthAskNothingNew()
    {
        QCOMPARE(PanelSlot::request({}, {}, 401, 0), PanelSlot::request({}, {}, 590, 0));
        QVERIFY(PanelSlot::request({}, {}, 400, 0).maxPoints >= 400);
        QVERIFY(PanelSlot::request({}, {}, 0, 0).maxPoints > 0);
    }
};

QTEST_MAIN(TestPanelSlot)
#include "tst_panelslot.moc"
