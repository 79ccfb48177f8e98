// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/workspace.h"
#include "dashboards/dashboardlibrary.h"
#include "dashboards/dashboardwriter.h"
#include "dashboards/gridlayout.h"
#include "dashboards/variables.h"
#include "prometheus/metricresolver.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

/// What a panel feed fills in, with fixed values.
QString filledIn(QString expr)
{
    static const QRegularExpression metric(u"\\$metric\\((\\w+)(?:,(\\w+))?\\)"_s);
    expr.replace(u"$__rate_interval"_s, u"1m"_s);
    for (QRegularExpressionMatch match = metric.match(expr); match.hasMatch();
         match = metric.match(expr)) {
        const QString part = match.captured(2);
        expr.replace(match.capturedStart(), match.capturedLength(),
                     part.isEmpty() ? match.captured(1) : QString{match.captured(1) + u'_' + part});
    }
    return expr;
}

} // namespace

Q_DECLARE_METATYPE(spillway::VariableValue)

class TestShippedDashboards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areCompleteAndCanonical()
    {
        QVERIFY(m_library.find(u"overview"_s) != nullptr);
        QVERIFY(m_library.entries().size() >= 8);
        for (const DashboardLibrary::Entry &entry : m_library.entries()) {
            QVERIFY2(entry.reading.complete(),
                     entry.reading.problems.empty()
                         ? qPrintable(entry.file)
                         : qPrintable(entry.reading.problems[0].sentence()));
            QCOMPARE(writeDashboard(entry.reading.dashboard), entry.loadedBytes);
            QVERIFY(isDashboardId(entry.reading.dashboard.id));
        }
    }

    void panelsDoNotOverlap()
    {
        for (const DashboardLibrary::Entry &entry : m_library.entries()) {
            std::vector<Panel> panels = entry.reading.dashboard.panels;
            resolveOverlaps(panels);
            QVERIFY2(panels == entry.reading.dashboard.panels, qPrintable(entry.file));
        }
    }

    void matchersTakeWhatTheirVariablesHold()
    {
        // A variable of several values, or "All", is a pattern; one value is compared as it is,
        // unless it is a part of a pattern.
        static const QRegularExpression matcher(u"(=~|!~|!=|=)\\s*\"([^\"]*)\""_s);
        static const QRegularExpression reference(u"\\$\\{?([A-Za-z]\\w*)\\}?"_s);
        int checked = 0;
        forEachQuery([&](const Dashboard &dashboard, const QString &expr) {
            for (const auto &found : matcher.globalMatch(expr)) {
                const QString text = found.captured(2);
                const bool pattern = found.captured(1).endsWith(u'~');
                for (const auto &name : reference.globalMatch(text)) {
                    const auto known = std::find_if(
                        dashboard.variables.begin(), dashboard.variables.end(),
                        [&](const Variable &one) { return one.name == name.captured(1); });
                    QVERIFY2(known != dashboard.variables.end(), qPrintable(expr));
                    const bool part = text != name.captured();
                    QVERIFY2(pattern == (known->multi || known->includeAll || part),
                             qPrintable(expr));
                    ++checked;
                }
            }
        });
        QVERIFY(checked > 200);
    }

    void namesComeFromTheWorkspace()
    {
        static const QRegularExpression macro(u"\\$metric\\([^)]*\\)"_s);
        static const QRegularExpression word(u"[a-zA-Z_:][\\w:]*"_s);
        static const QRegularExpression price(u"0\\.00\\d"_s);
        const QStringList logical = logicalMetrics();
        QStringList components;
        for (const WorkspaceComponent &one : defaultComponents()) {
            components << one.name;
        }
        int checked = 0;
        forEachQuery([&](const Dashboard &, const QString &expr) {
            ++checked;
            QVERIFY2(!price.match(expr).hasMatch(), qPrintable(expr));
            for (const QString &name : components) {
                QVERIFY2(!expr.contains(u'"' + name), qPrintable(expr));
            }
            QString rest = expr;
            rest.remove(macro);
            for (const auto &found : word.globalMatch(rest)) {
                QString name = found.captured();
                name.remove(QRegularExpression(u"_(bucket|sum|count|total)$"_s));
                QVERIFY2(!logical.contains(name) && !logical.contains(found.captured()),
                         qPrintable(found.captured() + u" in "_s + expr));
            }
        });
        QVERIFY(checked > 100);
        for (const DashboardLibrary::Entry &entry : m_library.entries()) {
            QVERIFY2(!entry.loadedBytes.contains("kotaemon"), qPrintable(entry.file));
        }
    }

    void queriesParseWithPromtool_data()
    {
        QTest::addColumn<VariableValue>("value"); // of each variable that is not a constant
        QTest::newRow("as they start") << VariableValue{};
        const QString evil = u"a.b|c\"} or vector(1)\\(['`"_s;
        QTest::newRow("one") << VariableValue{{evil}, false, true};
        QTest::newRow("several") << VariableValue{{evil, u"d"_s}, false, true};
        QTest::newRow("all") << VariableValue{{}, true, true};
    }

    void queriesParseWithPromtool()
    {
        QFETCH(const VariableValue, value);
        const QString promtool = QStandardPaths::findExecutable(u"promtool"_s);
        QVERIFY2(!promtool.isEmpty(), "install Debian's package prometheus");
        QByteArray rules = "groups:\n- name: shipped\n  rules:\n";
        int count = 0;
        for (const DashboardLibrary::Entry &entry : m_library.entries()) {
            const VariableValues values = valuesOf(entry.reading.dashboard, value);
            for (const Panel &panel : entry.reading.dashboard.panels) {
                for (const QuerySpec &query : expandQueries(panel.queries, values)) {
                    QString expr = filledIn(query.expr);
                    QVERIFY2(!QString(expr).remove(u"$1"_s).contains(u'$'), qPrintable(expr));
                    rules += "  - record: q" + QByteArray::number(count++) + "\n    expr: '" +
                             expr.replace(u'\'', u"''"_s).toUtf8() + "'\n";
                }
            }
        }
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"rules.yml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(rules);
        file.close();
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(promtool, {u"check"_s, u"rules"_s, file.fileName()});
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(process.exitCode() == 0, process.readAll().constData());
        QVERIFY(count > 100);
    }

private:
    template<typename Check>
    void forEachQuery(Check check)
    {
        for (const DashboardLibrary::Entry &entry : m_library.entries()) {
            for (const Panel &panel : entry.reading.dashboard.panels) {
                for (const QuerySpec &query : panel.queries) {
                    check(entry.reading.dashboard, query.expr);
                    if (QTest::currentTestFailed()) {
                        return;
                    }
                }
            }
        }
    }

    /// The values at the start; `value` instead for variables that a page offers or fixes.
    [[nodiscard]] static VariableValues valuesOf(const Dashboard &dashboard,
                                                 const VariableValue &value)
    {
        VariableValues values = initialValues(dashboard.variables);
        for (const Variable &variable : dashboard.variables) {
            const bool several = variable.multi || variable.includeAll;
            if (value == VariableValue{} || (variable.kind == VariableKind::Constant && !several)) {
                continue;
            }
            VariableValue given = value;
            given.regex = several;
            values.insert(variable.name, given);
        }
        return values;
    }

    DashboardLibrary m_library{u":/dashboards"_s, u"/nonexistent"_s};
};

QTEST_GUILESS_MAIN(TestShippedDashboards)
#include "tst_shippeddashboards.moc"
