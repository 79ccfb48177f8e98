// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demoworkspace.h"
#include "demo/metricschema.h"

#include <QSet>
#include <QTest>

using namespace spillway;
using namespace spillway::demo;

class TestDemoWorkspace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isReadBackWithoutProblems();
    void componentsAreThoseOfTheDemo();
};

void TestDemoWorkspace::isReadBackWithoutProblems()
{
    const Workspace workspace = demoWorkspace(QUrl(QStringLiteral("http://127.0.0.1:9090")));
    const WorkspaceReading reading =
        readWorkspace(writeWorkspace(workspace), QStringLiteral("demo.yaml"));
    QCOMPARE(reading.errors.size(), std::size_t(0));
    QCOMPARE(reading.warnings.size(), std::size_t(0));
    QVERIFY(reading.usable());
    QVERIFY(reading.workspace == workspace);
    QCOMPARE(reading.workspace.prices.currency, QStringLiteral("CNY"));
    QVERIFY(reading.workspace.budget.month.has_value());
}

void TestDemoWorkspace::componentsAreThoseOfTheDemo()
{
    QSet<QString> names;
    for (const JobInfo &job : jobs) {
        names.insert(QString::fromUtf8(job.name.data(), static_cast<qsizetype>(job.name.size())));
    }
    const Workspace workspace = demoWorkspace(QUrl(QStringLiteral("http://127.0.0.1:9090")));
    QVERIFY(workspace.components.size() >= componentCount);
    for (const WorkspaceComponent &component : workspace.components) {
        QVERIFY2(names.contains(component.name), qPrintable(component.name));
    }
}

QTEST_GUILESS_MAIN(TestDemoWorkspace)
#include "tst_demoworkspace.moc"
