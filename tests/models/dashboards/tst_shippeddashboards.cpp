// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboards/dashboardlibrary.h"
#include "dashboards/dashboardwriter.h"
#include "dashboards/gridlayout.h"
#include "dashboards/variables.h"

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

    void queriesParseWithPromtool()
    {
        const QString promtool = QStandardPaths::findExecutable(u"promtool"_s);
        QVERIFY2(!promtool.isEmpty(), "install Debian's package prometheus");
        QByteArray rules = "groups:\n- name: shipped\n  rules:\n";
        int count = 0;
        for (const DashboardLibrary::Entry &entry : m_library.entries()) {
            const VariableValues values = initialValues(entry.reading.dashboard.variables);
            for (const Panel &panel : entry.reading.dashboard.panels) {
                for (const QuerySpec &query : expandQueries(panel.queries, values)) {
                    QString expr = filledIn(query.expr);
                    QVERIFY2(!expr.contains(u'$'), qPrintable(expr));
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
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAll().constData());
        QVERIFY(count > 100);
    }

private:
    DashboardLibrary m_library{u":/dashboards"_s, u"/nonexistent"_s};
};

QTEST_GUILESS_MAIN(TestShippedDashboards)
#include "tst_shippeddashboards.moc"
