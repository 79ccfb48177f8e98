// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/kubeconnection.h"
#include "controls/rowtable.h"
#include "kube/execlogins.h"
#include "net/httpclient.h"
#include "pages/breakerdialog.h"
#include "pages/breakerform.h"
#include "pages/clusterbanner.h"
#include "support/kubeworld.h"
#include "support/resultmacros.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000;

struct Fixture
{
    explicit Fixture(const Workspace &workspace)
        : logins(ExecSetup{}, clock)
        , kube(workspace, http, logins, clock)
        , dialog(nullptr, kube, clock, KubeWorld::nameSpace, u"tool-router"_s)
    {
        dialog.show();
    }

    SystemClock clock;
    HttpClient http;
    ExecLogins logins;
    KubeConnection kube;
    BreakerDialog dialog;
};

} // namespace

class TestBreakerDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsOnce();
    void nothingWithoutAReason();
    void forcedAndFreed();
    void whatWentWrongStays();
    void anotherEnd();
    void forbidden();
    void theFormAlone();

private:
    [[nodiscard]] Workspace workspace(const QString &user = u"admin"_s) const
    {
        Workspace made = workspaceForUrl(u"test"_s, QUrl(u"http://127.0.0.1:1"_s));
        made.kube.config = m_world.kubeconfig(user);
        made.namespaces = {KubeWorld::nameSpace};
        return made;
    }

    KubeWorld m_world;
};

#define READS()                                                                                    \
    QTRY_VERIFY_WITH_TIMEOUT(                                                                      \
        fixture.dialog.overrides().has_value() && !fixture.kube.user().isEmpty(), patience)

void TestBreakerDialog::initTestCase()
{
    QVERIFY(m_world.works());
}

void TestBreakerDialog::readsOnce()
{
    // A second reading would arrive after a change and hide it.
    demo::FaultSwitches &faults = m_world.server()->faults();
    for (int i = 0; i < 2; ++i) {
        faults.add(*demo::Fault::parse(u"latency 1ms path=*/spillway-overrides count=1"_s));
    }
    Fixture fixture(workspace());
    READS();
    QCOMPARE(faults.active(), 1);
    faults.clear();
}

void TestBreakerDialog::nothingWithoutAReason()
{
    Fixture fixture(workspace());
    READS();
    QVERIFY(fixture.dialog.text().contains(u"Nothing was forced"_s));
    fixture.dialog.selectBreaker(u"query_order_status"_s);
    // Read-only: the button asks to allow changes first.
    fixture.dialog.forceButton()->click();
    QVERIFY(fixture.kube.writableUntil().has_value());
    QVERIFY(!fixture.dialog.forceButton()->isEnabled());
    fixture.dialog.form()->setReason(u"vendor outage"_s);
    QVERIFY(fixture.dialog.forceButton()->isEnabled());
    QVERIFY(!fixture.dialog.freeButton()->isEnabled());
    QCOMPARE(fixture.dialog.overrides()->generation, 0);
}

void TestBreakerDialog::forcedAndFreed()
{
    Fixture fixture(workspace());
    READS();
    QVERIFY_RESULT(fixture.kube.unlock());
    fixture.dialog.selectBreaker(u"query_order_status"_s);
    fixture.dialog.form()->setReason(u"vendor outage"_s);
    QSignalSpy changed(&fixture.dialog, &BreakerDialog::overridesChanged);
    fixture.dialog.force();
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, patience);
    QCOMPARE(fixture.dialog.overrides()->overrides.size(), std::size_t{1});
    const PolicyOverride one = fixture.dialog.overrides()->overrides.front();
    QCOMPARE(one.breaker, u"query_order_status"_s);
    QCOMPARE(one.service, u"tool-router"_s);
    QCOMPARE(one.mode, PolicyOverride::Mode::ForcedOpen);
    QCOMPARE(one.reason, u"vendor outage"_s);
    QCOMPARE(one.then, u"HALF_OPEN"_s);
    QVERIFY(!one.by.isEmpty());
    const qint64 generation = fixture.dialog.overrides()->generation;
    QVERIFY(generation > 0);
    QCOMPARE(fixture.dialog.table()->shownRows(), 1);
    fixture.dialog.setAcknowledged(
        {{u"a"_s, static_cast<double>(generation)}, {u"b"_s, 0}, {u"c"_s, 0}});
    QVERIFY2(fixture.dialog.text().contains(u"1 of 3"_s), qPrintable(fixture.dialog.text()));
    const QString folder = qEnvironmentVariable("SPILLWAY_PICTURES");
    if (!folder.isEmpty()) {
        fixture.dialog.grab().save(folder + u"/breakers.png"_s);
    }
    QVERIFY(fixture.dialog.freeButton()->isEnabled());
    fixture.dialog.free();
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, patience);
    QVERIFY(fixture.dialog.overrides()->overrides.empty());
    QVERIFY(fixture.dialog.overrides()->generation > generation);
}

void TestBreakerDialog::whatWentWrongStays()
{
    Fixture fixture(workspace());
    READS();
    QVERIFY_RESULT(fixture.kube.unlock());
    demo::FaultSwitches &faults = m_world.server()->faults();
    faults.add(*demo::Fault::parse(u"status 403 verb=patch"_s));
    faults.add(*demo::Fault::parse(u"status 403 verb=create"_s));
    fixture.dialog.selectBreaker(u"create_ticket"_s);
    fixture.dialog.form()->setReason(u"outage"_s);
    const QString before = fixture.dialog.text();
    fixture.dialog.force();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.dialog.text() != before, patience);
    const QString problem = fixture.dialog.text();
    faults.clear();
    // A reading that succeeds says nothing of the change.
    QSignalSpy changed(&fixture.dialog, &BreakerDialog::overridesChanged);
    fixture.dialog.read();
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, patience);
    QCOMPARE(fixture.dialog.text(), problem);
    // Another attempt does.
    fixture.dialog.force();
    QVERIFY(fixture.dialog.text() != problem);
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, patience);
    QVERIFY2(!fixture.dialog.text().contains(u'\n'), qPrintable(fixture.dialog.text()));
    fixture.dialog.selectBreaker(u"create_ticket"_s);
    fixture.dialog.free();
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 3, patience);
}

void TestBreakerDialog::anotherEnd()
{
    Fixture fixture(workspace());
    READS();
    QVERIFY_RESULT(fixture.kube.unlock());
    QSignalSpy changed(&fixture.dialog, &BreakerDialog::overridesChanged);
    QString id;
    for (const int choice : {0, 2}) {
        fixture.dialog.selectBreaker(u"create_ticket"_s);
        fixture.dialog.form()->setReason(u"again"_s);
        fixture.dialog.form()->untilChoice()->setCurrentIndex(choice);
        fixture.dialog.force();
        QTRY_VERIFY_WITH_TIMEOUT(changed.size() > 0, patience);
        changed.clear();
        QCOMPARE(fixture.dialog.overrides()->overrides.size(), std::size_t{1});
        const PolicyOverride one = fixture.dialog.overrides()->overrides.front();
        QVERIFY(id.isEmpty() || one.id == id); // replaced, not added
        id = one.id;
    }
    const qint64 left = fixture.dialog.overrides()->overrides.front().until.toMSecsSinceEpoch() -
                        fixture.clock.now();
    QVERIFY(left > 3 * 3'600'000);
}

void TestBreakerDialog::forbidden()
{
    Fixture fixture(workspace(u"oncall"_s));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.dialog.text().contains(u"oncall"_s), patience);
    QVERIFY(!fixture.dialog.overrides().has_value());
    QVERIFY(!fixture.dialog.freeButton()->isEnabled());
}

void TestBreakerDialog::theFormAlone()
{
    BreakerForm form;
    QVERIFY(!form.isComplete());
    form.setBreakers({u"a"_s, u"b"_s});
    QCOMPARE(form.breaker(), u"a"_s);
    form.setBreaker(u"typed"_s);
    form.setBreakers({u"a"_s, u"b"_s, u"c"_s}); // what was typed stays
    QCOMPARE(form.breaker(), u"typed"_s);
    form.setReason(u"  why  "_s);
    QVERIFY(form.isComplete());
    const QDateTime now(QDate(2026, 11, 29), QTime(12, 0, 0, 500), Qt::UTC);
    form.untilChoice()->setCurrentIndex(0);
    const PolicyOverride value = form.value(now);
    QCOMPARE(value.until, QDateTime(QDate(2026, 11, 29), QTime(12, 15), Qt::UTC));
    QCOMPARE(value.reason, u"why"_s);
    form.modeChoice()->setCurrentIndex(1);
    QCOMPARE(form.value(now).mode, PolicyOverride::Mode::Disabled);
}

QTEST_MAIN(TestBreakerDialog)
#include "tst_breakerdialog.moc"
