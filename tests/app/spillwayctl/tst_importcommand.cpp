// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The import command as a user runs it, against the demo's API server.
#include "kubeobjects/bodyreader.h"
#include "policy/policyparser.h"
#include "support/kubeworld.h"
#include "support/serverprocess.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace spillway;

namespace {

struct Run
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<unreadable>");
}

QJsonObject objectOf(const QByteArray &yaml)
{
    return demo::readYaml(yaml).value.toObject();
}

const QByteArray scaledObject = R"(apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: worker, namespace: kotaemon}
spec:
  scaleTargetRef: {name: worker}
  minReplicaCount: 1
  triggers:
  - type: rabbitmq
    metadata: {queueName: jobs, mode: QueueLength, value: "50", hostFromEnv: RABBITMQ_URL}
  - type: cron
    metadata: {timezone: Europe/Berlin, start: 0 9 * * 1-5, end: 0 18 * * 1-5, desiredReplicas: "4"}
)";

} // namespace

class TestImportCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_world = std::make_unique<KubeWorld>();
        QVERIFY(m_world->works());
    }
    void cleanup()
    {
        m_world.reset();
        m_folder.reset();
    }

    void aNamespace()
    {
        QVERIFY(addKeda());
        QVERIFY(m_world->addDeployment(u"chat-api"_s, 2));
        QVERIFY(m_world->addHpa(u"chat-api"_s, 2, 6));
        QVERIFY(m_world->server()->client(u"test"_s).create(objectOf(scaledObject)).ok());
        const Run run = import({});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const PolicyReading reading = parsePolicy(run.out, u"out.yaml"_s);
        QVERIFY2(reading.ok(), run.out.constData());
        QCOMPARE(reading.policy.nameSpace, u"kotaemon"_s);
        QCOMPARE(reading.policy.timezone, u"Europe/Berlin"_s);
        const PolicyComponent *const api = reading.policy.find(u"chat-api"_s);
        QVERIFY(api != nullptr);
        QCOMPARE(api->maxReplicas, 6);
        QCOMPARE(api->cost.tags.value(u"app"_s), u"chat-api"_s); // of the pods
        const PolicyComponent *const worker = reading.policy.find(u"worker"_s);
        QVERIFY(worker != nullptr);
        QCOMPARE(worker->windows.size(), 1U);
        QVERIFY2(
            run.err.contains("note: ScaledObject worker spec.triggers[1]: It became the window"),
            run.err.constData());
        QVERIFY2(!run.err.contains("[not-read]"), run.err.constData());
    }

    void whatMayNotBeReadIsTold()
    {
        QVERIFY(m_world->addHpa(u"chat-api"_s, 2, 6));
        const Run nothing = import({}, u"oncall"_s);
        QCOMPARE(nothing.exitCode, 1);
        QVERIFY2(nothing.err.contains("oncall may not list"), nothing.err.constData());
        QVERIFY(nothing.err.count("kind: Role\n") >= 5);
        QCOMPARE(nothing.out, QByteArray());
        QVERIFY(m_world->allow({u"horizontalpodautoscalers"_s}));
        const Run some = import({u"--json"_s}, u"oncall"_s);
        QVERIFY2(some.exitCode == 0, some.err.constData());
        QVERIFY(some.out.contains("name: chat-api"));
        const QJsonArray notes = QJsonDocument::fromJson(some.err).array();
        QStringList unread;
        for (const QJsonValue note : notes) {
            if (note.toObject().value("id"_L1).toString() == u"not-read") {
                unread << note.toObject().value("object"_L1).toString();
                QVERIFY(!note.toObject().value("text"_L1).toString().isEmpty());
            }
        }
        // Kinds that the cluster does not have are nothing to complain about.
        QCOMPARE(unread,
                 (QStringList{u"ConfigMap"_s, u"CronJob"_s, u"Deployment"_s, u"StatefulSet"_s}));
    }

    void intoAFile()
    {
        QVERIFY(m_world->addHpa(u"chat-api"_s, 2, 6));
        const QString path = m_folder->filePath(u"policy.yaml"_s);
        const Run first = import({u"-o"_s, path, u"--name"_s, u"mine"_s});
        QVERIFY2(first.exitCode == 0, first.err.constData());
        QCOMPARE(first.out, QByteArray());
        QVERIFY(parsePolicy(bytesOf(path), path).ok());
        QVERIFY(bytesOf(path).contains("name: mine"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("# mine\n") > 0);
        file.close();
        const Run again = import({u"-o"_s, path});
        QCOMPARE(again.exitCode, 1);
        QVERIFY2(again.err.contains("there already"), again.err.constData());
        QCOMPARE(bytesOf(path), QByteArray("# mine\n"));
        QCOMPARE(import({u"-o"_s, path, u"--overwrite"_s}).exitCode, 0);
        QVERIFY(parsePolicy(bytesOf(path), path).ok());
        const Run nowhere = import({u"-o"_s, u"/nowhere/policy.yaml"_s});
        QCOMPARE(nowhere.exitCode, 1);
        QVERIFY(nowhere.err.contains("/nowhere/policy.yaml"));
    }

    void nothingThere()
    {
        const Run run = import({});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("there is no autoscaler"), run.err.constData());
    }

    void wrongCommandLines()
    {
        QVERIFY(m_world->addHpa(u"chat-api"_s, 2, 6));
        QCOMPARE(import({u"--name"_s, u"Not.A.Label"_s}).exitCode, 2);
        QCOMPARE(import({u"--nope"_s}).exitCode, 2);
        QCOMPARE(import({u"file"_s}).exitCode, 2);
    }

private:
    [[nodiscard]] Run import(const QStringList &more, const QString &user = u"admin"_s) const
    {
        QProcess process;
        dieWithParent(process);
        QSignalSpy finished(&process, &QProcess::finished);
        process.start(qEnvironmentVariable("SPILLWAY_BIN_DIR") + u"/spillwayctl"_s,
                      QStringList{u"import"_s, u"--kubeconfig"_s, m_world->kubeconfig(user)} +
                          more);
        if (!finished.wait(60'000) || process.exitStatus() != QProcess::NormalExit) {
            return {};
        }
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }
    [[nodiscard]] bool addKeda() const
    {
        const QByteArray definition =
            bytesOf(QStringLiteral(SPILLWAY_TEST_DATA "/wire/crds/keda.sh_scaledobjects.yaml"));
        return m_world->server()->client(u"test"_s).create(objectOf(definition)).ok();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<KubeWorld> m_world;
};

QTEST_GUILESS_MAIN(TestImportCommand)
#include "tst_importcommand.moc"
