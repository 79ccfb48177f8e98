// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/connectiontestview.h"
#include "dialogs/workspaceeditor.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

class TestWorkspaceEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsNotOnTheForm();
    void refusesBadInput_data();
    void refusesBadInput();
    void theClusterOfTheWorkspace();
    void aServiceInTheCluster();
    void secretIsNotInTheWorkspace();
    void testsWhatIsTyped();
};

namespace {

Workspace fullWorkspace()
{
    Workspace workspace;
    workspace.id = u"prod"_s;
    workspace.name = u"Production"_s;
    workspace.prometheus.url = QUrl(u"https://prometheus.example/x"_s);
    workspace.prometheus.auth.kind = AuthKind::Basic;
    workspace.prometheus.auth.user = u"ops"_s;
    workspace.prometheus.headers = {{u"X-Scope-OrgID"_s, u"a|b"_s}};
    workspace.prometheus.timeout = std::chrono::milliseconds{12345};
    workspace.prices.cpuCoreHour = 0.04;
    WorkspaceComponent component;
    component.name = u"rag-worker"_s;
    component.jobs = QStringList{u"rag"_s, u"rag-canary"_s};
    workspace.components = {component};
    workspace.timezone = u"Asia/Shanghai"_s;
    workspace.isProtected = true;
    return workspace;
}

class CountingTester : public ConnectionTester
{
public:
    ConnectionTrial *test(const Workspace &workspace, const QString &secret,
                          QObject *parent) override
    {
        tested = workspace;
        usedSecret = secret;
        return new ConnectionTrial(parent);
    }
    Workspace tested;
    QString usedSecret;
};

QLineEdit *editWith(const QWidget &dialog, const QString &text)
{
    const auto edits = dialog.findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (edit->text() == text) {
            return edit;
        }
    }
    return nullptr;
}

} // namespace

void TestWorkspaceEditor::keepsWhatIsNotOnTheForm()
{
    const Workspace before = fullWorkspace();
    const WorkspaceEditor editor(before, nullptr);
    QVERIFY(editor.workspace() == before);
    QCOMPARE(editor.problem(), QString{});
}

void TestWorkspaceEditor::refusesBadInput_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const QString url = u"https://prometheus.example/x"_s;
    QTest::newRow("no name") << u"Production"_s << QString{};
    QTest::newRow("no address") << url << QString{};
    QTest::newRow("ftp") << url << u"ftp://x"_s;
    QTest::newRow("no host") << url << u"http://"_s;
    QTest::newRow("password") << url << u"http://a:b@host"_s;
    QTest::newRow("zone") << u"Asia/Shanghai"_s << u"Mars/Base"_s;
}

void TestWorkspaceEditor::refusesBadInput()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    WorkspaceEditor editor(fullWorkspace(), nullptr);
    QLineEdit *edit = editWith(editor, from);
    QVERIFY(edit != nullptr);
    edit->setText(to);
    QVERIFY(!editor.problem().isEmpty());
    auto *save = editor.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
    QVERIFY(!save->isEnabled());
    edit->setText(from);
    QVERIFY(save->isEnabled());
}

void TestWorkspaceEditor::theClusterOfTheWorkspace()
{
    Workspace before = fullWorkspace();
    before.kube.config = u"/etc/kube/config"_s;
    before.kube.context = u"staging"_s;
    before.kube.plugins = {u"kubelogin"_s};
    before.namespaces = {u"kotaemon"_s};
    WorkspaceEditor editor(before, nullptr);
    QCOMPARE(editor.workspace().kube, before.kube);
    auto *context = editor.findChild<QLineEdit *>(u"context"_s);
    auto *config = editor.findChild<QLineEdit *>(u"kubeconfig"_s);
    QVERIFY(context != nullptr && config != nullptr);
    QCOMPARE(context->text(), u"staging"_s);
    context->setText(u" production "_s);
    config->clear();
    QCOMPARE(editor.workspace().kube.context, u"production"_s);
    QVERIFY(editor.workspace().kube.config.isEmpty());
    QCOMPARE(editor.workspace().kube.plugins, before.kube.plugins);
    QCOMPARE(editor.workspace().namespaces, before.namespaces);
}

void TestWorkspaceEditor::aServiceInTheCluster()
{
    Workspace before = fullWorkspace();
    before.prometheus.ca = u"/ca.pem"_s;
    WorkspaceEditor editor(before, nullptr);
    auto *service = editor.findChild<QLineEdit *>(u"service"_s);
    auto *context = editor.findChild<QLineEdit *>(u"context"_s);
    QVERIFY(service != nullptr && context != nullptr);
    service->setText(u"monitoring/prometheus:9090"_s);
    QVERIFY(editor.problem().contains(u"either"_s));
    editWith(editor, u"https://prometheus.example/x"_s)->clear();
    QVERIFY(editor.problem().contains(u"context"_s));
    context->setText(u"staging"_s);
    QCOMPARE(editor.problem(), QString{});
    QCOMPARE(editor.workspace().prometheus.service, u"monitoring/prometheus:9090"_s);
    QCOMPARE(editor.workspace().prometheus.auth, WorkspaceAuth{}); // the kubeconfig's counts
    QVERIFY(editor.workspace().prometheus.ca.isEmpty());
    QVERIFY(!editor.workspace().prometheus.headers.isEmpty());
    QVERIFY(readWorkspace(writeWorkspace(editor.workspace()), u"w.yaml"_s).errors.empty());
    service->setText(u"prometheus"_s);
    QVERIFY(editor.problem().contains(u"namespace/name:port"_s));
}

void TestWorkspaceEditor::secretIsNotInTheWorkspace()
{
    WorkspaceEditor editor(fullWorkspace(), nullptr);
    const auto edits = editor.findChildren<QLineEdit *>();
    for (QLineEdit *edit : edits) {
        if (edit->echoMode() == QLineEdit::Password) {
            edit->setText(u"hunter2"_s);
        }
    }
    QCOMPARE(editor.secret(), u"hunter2"_s);
    QVERIFY(editor.workspace() == fullWorkspace());
}

void TestWorkspaceEditor::testsWhatIsTyped()
{
    CountingTester tester;
    WorkspaceEditor editor(fullWorkspace(), &tester);
    editWith(editor, u"https://prometheus.example/x"_s)->setText(u"https://other.example"_s);
    editor.testView()->start();
    QCOMPARE(tester.tested.prometheus.url, QUrl(u"https://other.example"_s));
    QVERIFY(editor.testView()->isRunning());
    auto *headers = editor.findChild<QPlainTextEdit *>(u"headers"_s);
    headers->setPlainText(u"nonsense"_s);
    QVERIFY(editor.problem().contains(u"nonsense"_s));
}

QTEST_MAIN(TestWorkspaceEditor)
#include "tst_workspaceeditor.moc"
