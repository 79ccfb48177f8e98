// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/matrixrows.h"
#include "panelsamples.h"

#include <QTest>

#include <limits>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

using Values = std::vector<std::pair<const char *, double>>;

QueryAnswer answer(const QString &query, const Values &values)
{
    SeriesList list;
    for (const auto &[job, value] : values) {
        list.push_back(samples::series({{"job", job}}, {value, value}));
    }
    QueryAnswer made = samples::snapshotOf(list, u"{{job}}"_s).answers.front();
    made.queryId = query;
    return made;
}

/// Columns: errors (no advice), cpu and quota (with advice); all warn at 1 and are critical at 2.
Panel panel()
{
    const std::vector<Threshold> limits{{1, Severity::Warning, {}}, {2, Severity::Critical, {}}};
    Panel made;
    made.kind = PanelKind::Matrix;
    made.columns = {{u"errors"_s, u"Errors"_s, {}, limits, {}},
                    {u"cpu"_s, u"CPU"_s, {}, limits, u"Add replicas."_s},
                    {u"quota"_s, u"Quota"_s, {}, limits, u"Replicas do not help."_s}};
    return made;
}

PanelSnapshot snapshot(const Values &errors, const Values &cpu, const Values &quota)
{
    PanelSnapshot made = samples::snapshotOf({});
    made.answers = {answer(u"errors"_s, errors), answer(u"cpu"_s, cpu), answer(u"quota"_s, quota)};
    return made;
}

MatrixVerdict verdictOf(const PanelSnapshot &snapshot)
{
    return matrixVerdict(panel().columns, matrixRows(panel(), snapshot, QLocale::c()),
                         snapshot.state);
}

} // namespace

class TestMatrixRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreNamesAndCellsAreColumns()
    {
        const auto rows = matrixRows(
            panel(), snapshot({{"b", 0.5}, {"a", 1.5}}, {{"a", 0.1}}, {{"c", 2}}), QLocale::c());
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows[0].name, u"b"_s);
        QCOMPARE(rows[1].name, u"a"_s);
        QCOMPARE(rows[2].name, u"c"_s);
        QVERIFY(rows[0].cells[0] && !rows[0].cells[1] && !rows[0].cells[2]);
        QVERIFY(rows[1].cells[0] && rows[1].cells[1] && !rows[1].cells[2]);
        QCOMPARE(rows[0].tone, Tone::Ok);
        QCOMPARE(rows[1].tone, Tone::Warning);
        QCOMPARE(rows[2].tone, Tone::Critical);
    }

    /// Comparisons belong to their own query, though every column has the same legend.
    void changesAreOfTheSameColumn()
    {
        PanelSnapshot made = snapshot({{"a", 10}}, {{"a", 1}}, {});
        QueryAnswer past = answer(u"cpu-last-week"_s, {{"a", 0.5}});
        past.offset = std::chrono::hours{168};
        made.answers.push_back(past);
        const auto rows = matrixRows(panel(), made, QLocale::c());
        QCOMPARE(rows.size(), std::size_t{1});
        QVERIFY(!rows[0].cells[0]->change);
        QCOMPARE(rows[0].cells[1]->change->ratio, 1.0);
    }

    void theWorseOfTwoWithOneNameIsShown()
    {
        const auto rows =
            matrixRows(panel(), snapshot({{"a", 0}, {"a", 3}, {"a", 1}}, {}, {}), QLocale::c());
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0].cells[0]->reduced.value, 3.0);
        QCOMPARE(rows[0].tone, Tone::Critical);
    }

    void jobsAndWorkloadsAreTheirComponent()
    {
        const auto rows =
            matrixRows(panel(), snapshot({{"shop/rag", 0.5}}, {{"rag-v2", 1.5}}, {{"other", 2}}),
                       QLocale::c(), {{u"shop/rag"_s, u"rag"_s}, {u"rag-v2"_s, u"rag"_s}});
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(rows[0].name, u"rag"_s);
        QVERIFY(rows[0].cells[0] && rows[0].cells[1]);
        QCOMPARE(rows[0].tone, Tone::Warning);
        QCOMPARE(rows[1].name, u"other"_s);
    }

    void withoutColumnsEachQueryIsOne()
    {
        Panel plain;
        plain.unit = {Unit::Seconds};
        plain.queries = {{u"A"_s, u"x"_s, {}}, {u"B"_s, u"y"_s, {}}};
        const auto columns = matrixColumns(plain);
        QCOMPARE(columns.size(), std::size_t{2});
        QCOMPARE(columns[1].query, u"B"_s);
        QCOMPARE(columns[1].unit.unit, Unit::Seconds);
    }

    /// A failing provider fills the queue: the failures lead, not what they fill.
    void whatExplainsOthersLeads()
    {
        Panel ranked = panel();
        ranked.columns[0].advice = u"Find out why."_s;
        ranked.columns[0].rank = 1;
        ranked.columns[2].rank = 2;
        const auto headline = [&ranked](const Values &errors, const Values &cpu,
                                        const Values &quota) {
            const PanelSnapshot made = snapshot(errors, cpu, quota);
            return matrixVerdict(ranked.columns, matrixRows(ranked, made, QLocale::c()), made.state)
                .headline;
        };
        const Values bad{{"a", 2}};
        QCOMPARE(headline(bad, {}, bad), u"a: Errors 2"_s);
        QCOMPARE(headline(bad, bad, bad), u"a: CPU 2"_s);
        QCOMPARE(headline({}, {}, bad), u"a: Quota 2"_s);
        QCOMPARE(headline({{"a", 1}}, {}, bad), u"a: Quota 2"_s); // worse before rank
    }

    void onlyCurrentAndWholeDataIsCalledWell_data()
    {
        QTest::addColumn<PanelState>("state");
        QTest::addColumn<int>("tone");
        const auto row = [](const char *name, PanelState state, Tone tone) {
            QTest::newRow(name) << state << static_cast<int>(tone);
        };
        row("live", PanelState::Live, Tone::Ok);
        row("refreshing", PanelState::Refreshing, Tone::Ok);
        row("kept", PanelState::Kept, Tone::Neutral);
        row("failed", PanelState::Failed, Tone::Neutral);
        row("partial", PanelState::Partial, Tone::Info);
        row("truncated", PanelState::Truncated, Tone::Info);
    }

    void onlyCurrentAndWholeDataIsCalledWell()
    {
        QFETCH(PanelState, state);
        const Values fine{{"a", 0.5}};
        PanelSnapshot made = snapshot(fine, fine, fine);
        made.state = state;
        const MatrixVerdict verdict = verdictOf(made);
        QTEST(static_cast<int>(verdict.tone), "tone");
        QCOMPARE(verdict.headline == "Every component is within its limits"_L1,
                 verdict.tone == Tone::Ok);
        made.answers.front() = answer(u"errors"_s, {{"a", 2}});
        QCOMPARE(verdictOf(made).tone, Tone::Critical); // an alarm is one, however old
    }

    void verdicts_data()
    {
        QTest::addColumn<Values>("errors");
        QTest::addColumn<Values>("cpu");
        QTest::addColumn<Values>("quota");
        QTest::addColumn<int>("tone");
        QTest::addColumn<QString>("headline");
        QTest::addColumn<QString>("advice");
        QTest::addColumn<int>("others");
        const Values fine{{"a", 0.5}};
        const Values warns{{"a", 1}};
        const Values critical{{"b", 2}};
        const auto row = [](const char *name, const Values &errors, const Values &cpu,
                            const Values &quota, Tone tone, const QString &headline,
                            const QString &advice, int others) {
            QTest::newRow(name) << errors << cpu << quota << static_cast<int>(tone) << headline
                                << advice << others;
        };
        row("all well", fine, fine, fine, Tone::Ok, u"Every component is within its limits"_s, {},
            0);
        row("a symptom alone", warns, fine, fine, Tone::Warning, u"a: Errors 1"_s, {}, 0);
        row("a cause before its symptom", warns, fine, warns, Tone::Warning, u"a: Quota 1"_s,
            u"Replicas do not help."_s, 1);
        row("worse before cause", critical, warns, fine, Tone::Critical, u"b: Errors 2"_s, {}, 1);
        row("the first of two causes", critical, critical, critical, Tone::Critical, u"b: CPU 2"_s,
            u"Add replicas."_s, 2);
        row("unknown is not well", fine, {}, {{"a", notANumber}}, Tone::Info,
            u"No limit is crossed, but nothing is known of: CPU, Quota"_s, {}, 0);
        row("nothing", {}, {}, {}, Tone::Neutral, u"No component has values"_s, {}, 0);
    }

    void verdicts()
    {
        QFETCH(Values, errors);
        QFETCH(Values, cpu);
        QFETCH(Values, quota);
        const MatrixVerdict verdict = verdictOf(snapshot(errors, cpu, quota));
        QTEST(static_cast<int>(verdict.tone), "tone");
        QTEST(verdict.headline, "headline");
        QTEST(verdict.advice, "advice");
        QTEST(verdict.others, "others");
    }

    void hostileNamesAreOneLine()
    {
        const MatrixVerdict verdict = verdictOf(snapshot({{"a\n\u202Eb", 3}}, {}, {}));
        QCOMPARE(verdict.headline, u"a b: Errors 3"_s);
    }

    void shortChanges_data()
    {
        QTest::addColumn<double>("now");
        QTest::addColumn<double>("past");
        QTest::addColumn<QString>("text");
        QTest::newRow("more") << 1.24 << 1.0 << u"+24\u00a0%"_s;
        QTest::newRow("less") << 0.5 << 1.0 << u"−50\u00a0%"_s;
        QTest::newRow("hardly") << 1.001 << 1.0 << u"same"_s;
        QTest::newRow("zeros") << 0.0 << 0.0 << u"same"_s;
        QTest::newRow("from zero") << 1.0 << 0.0 << u"was 0"_s;
        QTest::newRow("many times") << 50.0 << 1.0 << u"×50"_s;
        QTest::newRow("NaN") << notANumber << 1.0 << QString{};
    }

    void shortChanges()
    {
        QFETCH(double, now);
        QFETCH(double, past);
        QTEST(shortChange(changeOf(now, past), QLocale::c()), "text");
    }
};

QTEST_MAIN(TestMatrixRows)
#include "tst_matrixrows.moc"
