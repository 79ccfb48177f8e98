// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/connectiontestview.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Keeps the trial so that a test can end it.
class HeldTester : public ConnectionTester
{
public:
    ConnectionTrial *test(const Workspace &workspace, const QString &, QObject *parent) override
    {
        tested = workspace;
        trial = new ConnectionTrial(parent);
        return trial;
    }
    QPointer<ConnectionTrial> trial;
    Workspace tested;
};

Workspace workspaceAt(const QString &url)
{
    Workspace workspace;
    workspace.prometheus.url = QUrl(url);
    return workspace;
}

} // namespace

class TestConnectionTestView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsThatItWorks();
    void showsWhyNot();
    void anotherAddressCancels();
};

void TestConnectionTestView::showsThatItWorks()
{
    HeldTester tester;
    ConnectionTestView view(&tester);
    view.setWorkspace(workspaceAt(u"http://127.0.0.1:9090"_s));
    QSignalSpy tested(&view, &ConnectionTestView::tested);
    view.findChild<QPushButton *>()->click();
    QVERIFY(view.isRunning());
    Q_EMIT tester.trial->finished(ConnectionDiagnosis{.error = {},
                                                      .product = u"Prometheus"_s,
                                                      .version = u"2.42"_s,
                                                      .lacks = {u"no exemplars"_s},
                                                      .found = {},
                                                      .clockOffset = 5min,
                                                      .scrapeInterval = 15s,
                                                      .elapsed = 12ms});
    QVERIFY(!view.isRunning());
    QCOMPARE(tested.size(), 1);
    for (const QString &part :
         {u"Prometheus 2.42"_s, u"12 ms"_s, u"15 s"_s, u"5 min"_s, u"no exemplars"_s}) {
        QVERIFY2(view.text().contains(part), qPrintable(view.text()));
    }
}

void TestConnectionTestView::showsWhyNot()
{
    HeldTester tester;
    ConnectionTestView view(&tester);
    view.setWorkspace(workspaceAt(u"http://127.0.0.1:9090"_s));
    view.start();
    Error error;
    error.what = u"Cannot reach the server"_s;
    error.why = u"connection refused"_s;
    error.advice = u"Check the port."_s;
    Q_EMIT tester.trial->finished(ConnectionDiagnosis{.error = error});
    for (const QString &part : {error.what, error.why, error.advice}) {
        QVERIFY(view.text().contains(part));
    }
}

void TestConnectionTestView::anotherAddressCancels()
{
    HeldTester tester;
    ConnectionTestView view(&tester);
    view.setWorkspace(workspaceAt(u"http://127.0.0.1:9090"_s));
    view.start();
    view.setWorkspace(workspaceAt(u"http://127.0.0.1:9091"_s));
    QVERIFY(tester.trial.isNull());
    QVERIFY(!view.isRunning());
    QVERIFY(!view.diagnosis().has_value());
}

QTEST_MAIN(TestConnectionTestView)
#include "tst_connectiontestview.moc"
