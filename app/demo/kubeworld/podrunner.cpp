// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeworld/podrunner.h"

#include "kubeserver/serverstate.h"
#include "kubeserver/yamltext.h"
#include "kubeworld/clusterjson.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <utility>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

const QString kubelet = QStringLiteral("kubelet");
constexpr std::size_t mostRuns = 8;          // this machine is not a cluster
constexpr qsizetype longestLog = 256 * 1024; // of one pod; more is not kept
constexpr int notStarted = 128;              // exit code of a container that cannot start

bool writeOwn(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
           file.write(bytes) == bytes.size() && file.flush();
}

QStringList texts(const QJsonValue &list)
{
    QStringList found;
    for (const QJsonValue each : list.toArray()) {
        found.append(each.toString());
    }
    return found;
}

QJsonObject firstContainer(const QJsonObject &pod)
{
    return pod["spec"_L1]["containers"_L1][0].toObject();
}

/// The clock of a pod is the demo's, which may run ahead of this machine's: programs of ours that
/// look at the time take it from this variable.
QProcessEnvironment environmentOf(const QJsonObject &container,
                                  const QMap<QString, QString> &mounts, const QString &kubeconfig,
                                  std::int64_t second)
{
    QProcessEnvironment environment;
    const QString kubectl = QStandardPaths::findExecutable(u"kubectl"_s);
    QString path = u"/usr/local/bin:/usr/bin:/bin"_s;
    if (!kubectl.isEmpty()) {
        path.prepend(QFileInfo(kubectl).path() + u':');
    }
    environment.insert(u"PATH"_s, path);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"KUBECONFIG"_s, kubeconfig);
    environment.insert(u"SPILLWAY_NOW"_s, QString::number(second));
    for (const QJsonValue each : container["env"_L1].toArray()) {
        environment.insert(each["name"_L1].toString(),
                           onThisMachine(each["value"_L1].toString(), mounts));
    }
    return environment;
}

QByteArray kubeconfigText(const QString &server, const QString &authorityFile,
                          const QString &tokenFile, const QString &nameSpace)
{
    const auto named = [](const QString &key, const QJsonObject &content) {
        return QJsonArray{QJsonObject{{u"name"_s, u"pod"_s}, {key, content}}};
    };
    const QJsonObject document{
        {u"apiVersion"_s, u"v1"_s},
        {u"kind"_s, u"Config"_s},
        {u"clusters"_s,
         named(u"cluster"_s, {{u"server"_s, server}, {u"certificate-authority"_s, authorityFile}})},
        {u"users"_s, named(u"user"_s, {{u"tokenFile"_s, tokenFile}})},
        {u"contexts"_s,
         named(u"context"_s,
               {{u"cluster"_s, u"pod"_s}, {u"user"_s, u"pod"_s}, {u"namespace"_s, nameSpace}})},
        {u"current-context"_s, u"pod"_s}};
    return yamlText(document).toUtf8();
}

void tellEnd(ClusterPlan &plan, const QJsonObject &pod, int exitCode, const QString &message,
             std::int64_t second)
{
    const QJsonValue old = pod["status"_L1];
    QJsonArray conditions = old["conditions"_L1].toArray();
    const QString why = exitCode == 0 ? u"PodCompleted"_s : u"PodFailed"_s;
    setCondition(conditions, u"Ready"_s, false, why, {}, second);
    setCondition(conditions, u"ContainersReady"_s, false, why, {}, second);
    QJsonArray statuses = old["containerStatuses"_L1].toArray();
    for (auto &&each : statuses) {
        QJsonObject status = each.toObject();
        QJsonObject ended{{u"exitCode"_s, exitCode},
                          {u"reason"_s, exitCode == 0 ? u"Completed"_s : u"Error"_s},
                          {u"startedAt"_s, status["state"_L1]["running"_L1]["startedAt"_L1]},
                          {u"finishedAt"_s, timeText(second)}};
        if (!message.isEmpty()) {
            ended.insert(u"message"_s, message);
        }
        status.insert(u"state"_s, QJsonObject{{u"terminated"_s, ended}});
        status.insert(u"ready"_s, false);
        status.insert(u"started"_s, false);
        each = status;
    }
    plan.patchStatus(kubelet, {{}, u"pods"_s, namespaceOf(pod), nameOf(pod), {}}, pod,
                     {{u"phase"_s, exitCode == 0 ? u"Succeeded"_s : u"Failed"_s},
                      {u"conditions"_s, conditions},
                      {u"containerStatuses"_s, statuses}});
}

} // namespace

/// One process with its folder, which goes with it.
struct PodRunner::Run
{
    explicit Run(const QString &parent)
        : folder(parent + u"/pod-XXXXXX"_s)
    {}
    Run(const Run &) = delete;
    Run &operator=(const Run &) = delete;
    ~Run()
    {
        if (process.state() != QProcess::NotRunning) {
            // It leads a group of its own if it was prepared; its children go with it.
            const auto pid = static_cast<pid_t>(process.processId());
            if (::getpgid(pid) == pid) {
                ::kill(-pid, SIGKILL);
            }
            process.kill();
            process.waitForFinished();
        }
    }

    QTemporaryDir folder; ///< 0700; removed after the process has ended
    QString key;          ///< "namespace/pod"
    QMap<QString, QString> mounts;
    QString kubeconfig;
    QByteArray line; ///< not ended yet
    qsizetype logged = 0;
    QProcess process;
};

QString onThisMachine(const QString &text, const QMap<QString, QString> &mounts)
{
    if (mounts.isEmpty()) {
        return text;
    }
    // In one go: what is put in may hold a path of the container, such as /tmp. The longest first.
    QStringList forms = mounts.keys();
    std::sort(forms.begin(), forms.end(),
              [](const QString &a, const QString &b) { return a.size() > b.size(); });
    std::transform(forms.begin(), forms.end(), forms.begin(),
                   [](const QString &form) { return QRegularExpression::escape(form); });
    const QRegularExpression path(u"(?<![\\w/.])(?:%1)(?![\\w.-])"_s.arg(forms.join(u'|')));
    QString local;
    qsizetype from = 0;
    for (QRegularExpressionMatchIterator all = path.globalMatch(text); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        local += text.mid(from, match.capturedStart() - from) + mounts.value(match.captured());
        from = match.capturedEnd();
    }
    return local + text.mid(from);
}

PodRunner::PodRunner(ServerState &state, Settings settings)
    : m_state(state)
    , m_settings(std::move(settings))
{}

PodRunner::~PodRunner() = default;

ClusterPlan PodRunner::step(const ClusterView &view)
{
    ClusterPlan plan;
    QSet<QString> wanted;
    for (const QJsonObject &pod : view.pods) {
        const bool runs = controllerKind(pod) == "Job"_L1 && !isBeingDeleted(pod) &&
                          pod["status"_L1]["phase"_L1].toString() == "Running"_L1;
        if (!runs) {
            continue;
        }
        wanted.insert(uidOf(pod));
        const auto known = m_runs.find(uidOf(pod));
        if (known == m_runs.end()) {
            if (m_runs.size() < mostRuns) {
                start(plan, pod, view.second);
            }
            continue;
        }
        Run &run = *known->second;
        collectOutput(run);
        if (run.process.state() == QProcess::NotRunning) {
            const bool crashed = run.process.exitStatus() == QProcess::CrashExit;
            const int code = run.process.exitCode() + (crashed ? notStarted : 0);
            tellEnd(plan, pod, code, {}, view.second);
        }
    }
    std::erase_if(m_runs, [&wanted](const auto &entry) { return !wanted.contains(entry.first); });
    return plan;
}

void PodRunner::start(ClusterPlan &plan, const QJsonObject &pod, std::int64_t second)
{
    auto run = std::make_unique<Run>(m_settings.folder);
    run->key = keyOf(pod);
    QString trouble = prepareRun(*run, pod, second);
    if (trouble.isEmpty()) {
        run->process.start();
        if (!run->process.waitForStarted()) {
            trouble = run->process.errorString();
        }
    }
    if (!trouble.isEmpty()) {
        plan.tell(kubelet, pod, u"Failed"_s, u"Error: "_s + trouble, true);
        tellEnd(plan, pod, notStarted, trouble, second);
        return;
    }
    m_runs.emplace(uidOf(pod), std::move(run));
}

QString PodRunner::prepareRun(Run &run, const QJsonObject &pod, std::int64_t second)
{
    const QJsonObject container = firstContainer(pod);
    if (container["command"_L1].toArray().isEmpty()) {
        return u"the demo has no images: it runs what command names"_s;
    }
    if (!run.folder.isValid()) {
        return run.folder.errorString();
    }
    QString trouble = addVolumes(run, pod);
    if (trouble.isEmpty()) {
        trouble = addCredentials(run, pod);
    }
    if (!trouble.isEmpty()) {
        return trouble;
    }
    QStringList words;
    for (const QString &word : texts(container["command"_L1]) + texts(container["args"_L1])) {
        words.append(onThisMachine(word, run.mounts));
    }
    run.process.setProgram(words.takeFirst());
    run.process.setArguments(words);
    run.process.setProcessEnvironment(environmentOf(container, run.mounts, run.kubeconfig, second));
    run.process.setWorkingDirectory(run.folder.path());
    run.process.setProcessChannelMode(QProcess::MergedChannels);
    if (m_settings.prepare) {
        m_settings.prepare(run.process);
    }
    return {};
}

QString PodRunner::addVolumes(Run &run, const QJsonObject &pod)
{
    QMap<QString, QJsonObject> configMaps; // by local folder
    for (const QJsonValue volume : pod["spec"_L1]["volumes"_L1].toArray()) {
        const QString name = volume["name"_L1].toString();
        const QString local = run.folder.filePath(u"volume-"_s + name);
        if (!QDir().mkpath(local)) {
            return u"cannot make %1"_s.arg(local);
        }
        for (const QJsonValue mount : firstContainer(pod)["volumeMounts"_L1].toArray()) {
            if (mount["name"_L1].toString() == name) {
                run.mounts.insert(mount["mountPath"_L1].toString(), local);
            }
        }
        if (const QJsonValue map = volume["configMap"_L1]; map.isObject()) {
            const QString key = ObjectStore::keyOf(namespaceOf(pod), map["name"_L1].toString());
            const auto stored = m_state.store.get(storageKeyOf({}, u"configmaps"_s), key);
            if (!stored) {
                return u"configmap \"%1\" not found"_s.arg(map["name"_L1].toString());
            }
            configMaps.insert(local, (*stored)["data"_L1].toObject());
        }
    }
    for (auto map = configMaps.begin(); map != configMaps.end(); ++map) {
        for (auto file = map->begin(); file != map->end(); ++file) {
            const QString text = onThisMachine(file.value().toString(), run.mounts);
            if (file.key().contains(u'/') ||
                !writeOwn(map.key() + u'/' + file.key(), text.toUtf8())) {
                return u"cannot write %1"_s.arg(file.key());
            }
        }
    }
    return {};
}

QString PodRunner::addCredentials(Run &run, const QJsonObject &pod)
{
    const QString name = pod["spec"_L1]["serviceAccountName"_L1].toString(u"default"_s);
    const auto account = m_state.store.get(storageKeyOf({}, u"serviceaccounts"_s),
                                           ObjectStore::keyOf(namespaceOf(pod), name));
    if (!account) {
        return u"serviceaccount \"%1\" not found"_s.arg(name);
    }
    constexpr qint64 tokenLife = 3600;
    const QByteArray token = m_state.authenticator.issueToken(
        namespaceOf(pod), name, uidOf(*account), ServerState::now().addSecs(tokenLife));
    const QString authorityFile = run.folder.filePath(u"ca.crt"_s);
    const QString tokenFile = run.folder.filePath(u"token"_s);
    run.kubeconfig = run.folder.filePath(u"kubeconfig"_s);
    const bool written =
        writeOwn(authorityFile, m_settings.authority) && writeOwn(tokenFile, token) &&
        writeOwn(run.kubeconfig,
                 kubeconfigText(m_settings.server, authorityFile, tokenFile, namespaceOf(pod)));
    return written ? QString() : u"cannot write the credentials of the pod"_s;
}

void PodRunner::collectOutput(Run &run)
{
    run.line += run.process.readAll();
    for (qsizetype end = run.line.indexOf('\n'); end >= 0; end = run.line.indexOf('\n')) {
        if (run.logged < longestLog) {
            m_state.logs.append(run.key, run.line.left(end));
            run.logged += end;
        }
        run.line.remove(0, end + 1);
    }
    if (run.process.state() == QProcess::NotRunning && !run.line.isEmpty()) {
        m_state.logs.append(run.key, std::exchange(run.line, {}));
    }
    if (run.line.size() > longestLog) {
        run.line.clear();
    }
}

} // namespace spillway::demo
