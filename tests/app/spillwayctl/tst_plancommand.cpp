// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// spillwayctl plan as a user and a pipeline run it.
#include "models/rollout/planworld.h"
#include "spillwayctl/planreport.h"
#include "support/serverprocess.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace spillway;

namespace {

struct Run
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

FieldChange change(const QString &path, const QJsonValue &before, const QJsonValue &after)
{
    return {path, before, after, {u"helm"_s}, {}};
}

/// One step of each kind and a finding with marks of Markdown in it.
Plan samplePlan()
{
    Plan plan;
    plan.policy = u"demo"_s;
    plan.target = {u"prod"_s, u"https://x"_s, u"me"_s, u"shop"_s};
    plan.liveRevision = 3;
    PlanStep step;
    step.object = {kube::bestResource(kube::Kind::ConfigMap), u"shop"_s, u"a"_s};
    step.manager = u"spillway"_s;
    step.action = PlanStep::Action::Create;
    step.changes = {change(u".data.x"_s, QJsonValue::Undefined, u"one\ntwo\n"_s)};
    plan.steps.push_back(step);
    step.object.name = u"b"_s;
    step.action = PlanStep::Action::Update;
    step.force = true;
    step.changes = {change(u".spec.max"_s, 10, 12),
                    change(u".spec.min"_s, 3, QJsonValue::Undefined),
                    change(u".data.x"_s, u"one\ntwo\n"_s, u"one\nthree\nfour\n"_s),
                    change(u".spec.own"_s, 1, 1)};
    step.refused = Error{.what = u"Cannot preview"_s, .why = u"no | *way*"_s};
    step.warnings = {u"old"_s};
    plan.steps.push_back(step);
    step = {};
    step.object = {kube::bestResource(kube::Kind::Role), u"shop"_s, u"c"_s};
    step.action = PlanStep::Action::Delete;
    step.manager = u"spillway"_s;
    plan.steps.push_back(step);
    PlanFinding finding{.id = u"foreign-owner"_s,
                        .severity = PlanFinding::Severity::Error,
                        .text = u"<b>helm</b> owns | it"_s,
                        .advice = u"kind: Role\nmetadata: {}\n"_s};
    finding.position.line = 7;
    plan.findings.push_back(finding);
    return plan;
}

} // namespace

class TestPlanCommand : public QObject
{
    Q_OBJECT

    PlanWorld m_world;
    QTemporaryDir m_folder;

    [[nodiscard]] QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                                  : QString{};
    }
    Run plan(const QStringList &arguments)
    {
        QProcess process;
        dieWithParent(process);
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(qEnvironmentVariable("SPILLWAY_BIN_DIR") + u"/spillwayctl"_s,
                      QStringList{u"plan"_s, u"--kubeconfig"_s, m_world.kubeconfig(u"admin"_s)} +
                          arguments);
        if (!finished.wait(60'000) || process.exitStatus() != QProcess::NormalExit) {
            return {};
        }
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_world.works && m_world.addDeployment(u"web"_s, 3)); }

    void changes()
    {
        const QString file = write(u"web.yaml"_s, webWith({}));
        const Run text = plan({file});
        QVERIFY2(text.exitCode == 2, text.err.constData());
        QVERIFY(text.out.contains("+ create horizontalpodautoscalers.autoscaling shop/demo.web"));
        QVERIFY(text.out.contains("    .spec.maxReplicas: 10\n"));
        QVERIFY(text.out.contains("1 to create, 0 to change, 0 to delete; 0 unchanged.\n"));
        const Run json = plan({file, u"--json"_s});
        QCOMPARE(json.exitCode, 2);
        const QJsonObject read = QJsonDocument::fromJson(json.out).object();
        QCOMPARE(read["policy"_L1].toString(), u"demo"_s);
        QCOMPARE(read["blocked"_L1].toBool(true), false);
        QCOMPARE(read["steps"_L1][0]["action"_L1].toString(), u"create"_s);
        QVERIFY(read["steps"_L1][0]["body"_L1].toString().contains("maxReplicas"_L1));
        QCOMPARE(read["hash"_L1].toString().size(), 64);
        const Run markdown = plan({file, u"--markdown"_s});
        QCOMPARE(markdown.exitCode, 2);
        QVERIFY(markdown.out.startsWith("### "));
        QVERIFY(markdown.out.contains("\n+ .spec.maxReplicas: 10\n"));
    }

    void nothingToDo()
    {
        const QByteArray policy = webWith({}).replace("name: demo", "name: done");
        const QString file = write(u"done.yaml"_s, policy);
        QVERIFY(m_world.addDeployment(u"done"_s, 3));
        const Result<Plan> made = m_world.plan(policy);
        QVERIFY_RESULT(made);
        QCOMPARE(m_world.push(*made), QString{});
        const Run run = plan({file, u"--out"_s, m_folder.filePath(u"plan.json"_s), u"--json"_s});
        QVERIFY2(run.exitCode == 0, run.out.constData());
        QVERIFY(run.out.contains("Nothing to do; 1 object"));
        QFile saved(m_folder.filePath(u"plan.json"_s));
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(QJsonDocument::fromJson(saved.readAll()).object()["empty"_L1].toBool());
        // The same policy elsewhere is another matter.
        QCOMPARE(plan({file, u"-n"_s, u"nowhere"_s}).exitCode, 1);
        QVERIFY(m_world.server->client(u"test"_s).remove(m_world.hpa(u"done.web"_s)).ok());
    }

    void blocked()
    {
        const QByteArray policy =
            webWith({}) + "  assertions:\n    - {at: \"Mon 09:05\", component: web, expect: "
                          "\"replicas.max == 20\"}\n";
        const Run run = plan({write(u"blocked.yaml"_s, policy), u"--take-over"_s, u"nobody"_s});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.out.contains("blocked.yaml:13:") && run.out.contains("[assertion-failed]"),
                 run.out.constData());
        QVERIFY(run.out.contains("cannot be pushed"));
        QVERIFY(run.err.contains("nobody"));
    }

    void wrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("err");
        const QString broken = write(u"broken.yaml"_s, "kind: Nonsense\n");
        const QString good = write(u"good.yaml"_s, webWith({}));
        QTest::newRow("no file") << QStringList{} << 2 << QByteArray{};
        QTest::newRow("missing file")
            << QStringList{u"/nonexistent.yaml"_s} << 1 << QByteArray{"nonexistent"};
        QTest::newRow("problems") << QStringList{broken} << 1 << QByteArray{"broken.yaml:1"};
        QTest::newRow("both formats")
            << QStringList{good, u"--json"_s, u"--markdown"_s} << 2 << QByteArray{};
        QTest::newRow("no such context")
            << QStringList{good, u"--context"_s, u"none"_s} << 1 << QByteArray{"none"};
        QTest::newRow("cannot be saved")
            << QStringList{good, u"--out"_s, u"/nonexistent/plan"_s} << 1 << QByteArray{"plan"};
    }
    void wrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, err);
        const Run run = plan(arguments);
        QVERIFY2(run.err.contains(err), run.err.constData());
        QTEST(run.exitCode, "exitCode");
    }

    void texts()
    {
        const QByteArray text = planText(samplePlan(), u"policy.yaml"_s);
        for (const char *wanted :
             {"revision 3", "+ create configmaps shop/a\n",
              "    .data.x: text of 2 line(s)  (helm)\n",
              "~ update configmaps shop/b, taking fields over\n",
              "    .spec.max: 10 -> 12  (helm)\n", "    .spec.min: 3 -> nothing  (helm)\n",
              "    .data.x: 1 lines less, 2 more  (helm)\n",
              "    .spec.own: 1, only its owner changes  (helm)\n", "the server warns: old",
              "refused: Cannot preview", "- delete roles.rbac.authorization.k8s.io shop/c\n",
              "policy.yaml:7:1: error: ", "\n    kind: Role\n    metadata: {}\n",
              "1 to create, 1 to change, 1 to delete; 0 unchanged."}) {
            QVERIFY2(text.contains(wanted),
                     QByteArray{wanted + (" is not in: " + text)}.constData());
        }
    }

    void markdown()
    {
        const QByteArray text = planMarkdown(samplePlan());
        for (const char *wanted :
             {"| **error** | &lt;b&gt;helm&lt;/b&gt; owns \\| it (line 7) | foreign-owner |",
              "<details><summary>update configmaps shop/b, taking fields over</summary>",
              "\n- .spec.max: 10\n+ .spec.max: 12\n", "no \\| \\*way\\*"}) {
            QVERIFY2(text.contains(wanted),
                     QByteArray{wanted + (" is not in: " + text)}.constData());
        }
        QVERIFY(!text.contains("<b>"));
    }

    void shortValues()
    {
        QCOMPARE(shortValue(12), u"12"_s);
        QCOMPARE(shortValue(u"a"_s), u"\"a\""_s);
        QCOMPARE(shortValue(QJsonObject{{u"a"_s, 1}}), u"{\"a\":1}"_s);
        QCOMPARE(shortValue(QString(500, u'x')).size(), 80);
    }
};

QTEST_GUILESS_MAIN(TestPlanCommand)
#include "tst_plancommand.moc"
