// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a push of 100 autoscalers would change: `spillwayctl plan` and `kubectl diff --server-side`,
// in turns, both as programs, against the same API server in a third process; also with a round
// trip of 50 ms. Prints medians in milliseconds as one JSON object.
//   bench_plan [ROUNDS] [COMPONENTS]
#include "contract/clusterfixture.h"
#include "demo/slowproxy.h"
#include "kube/kubeconfigloader.h"
#include "policy/policyparser.h"
#include "rollout/planner.h"
#include "support/serverprocess.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 600'000;
constexpr std::chrono::milliseconds farAway{50};

Error problem(const QString &what, const QString &why = {})
{
    return {.code = ErrorCode::Internal, .what = what, .why = why};
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
               ? Result<void>{}
               : problem(path, file.errorString());
}

QByteArray componentName(int index)
{
    return "c" + QByteArray::number(index + 1000).sliced(1);
}

QByteArray policyText(int components, int max)
{
    QByteArray text = "apiVersion: spillway.dev/v1\nkind: ScalingPolicy\n"
                      "metadata: {name: bench, namespace: bench}\nspec:\n  components:\n";
    for (int i = 0; i < components; ++i) {
        text += "    - name: " + componentName(i) + "\n      target: {name: " + componentName(i) +
                "}\n      engine: hpa\n      replicas: {min: 2, max: " + QByteArray::number(max) +
                "}\n      metrics: [{cpu: {averageUtilization: 70}}]\n";
    }
    return text;
}

QJsonObject deployment(const QString &name)
{
    const QJsonObject labels{{u"app"_s, name}};
    const QJsonObject container{
        {u"name"_s, u"app"_s},
        {u"image"_s, u"registry.example/app:1"_s},
        {u"resources"_s, QJsonObject{{u"requests"_s, QJsonObject{{u"cpu"_s, u"500m"_s}}}}}};
    const QJsonObject pod{{u"metadata"_s, QJsonObject{{u"labels"_s, labels}}},
                          {u"spec"_s, QJsonObject{{u"containers"_s, QJsonArray{container}}}}};
    return {{u"apiVersion"_s, u"apps/v1"_s},
            {u"kind"_s, u"Deployment"_s},
            {u"metadata"_s, QJsonObject{{u"name"_s, name}, {u"namespace"_s, u"bench"_s}}},
            {u"spec"_s, QJsonObject{{u"selector"_s, QJsonObject{{u"matchLabels"_s, labels}}},
                                    {u"template"_s, pod}}}};
}

/// The server, the objects in it, and the files that both programs are given.
class World
{
public:
    [[nodiscard]] Result<void> start(int components);
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] contract::Session &session() { return *m_session; }

private:
    [[nodiscard]] Result<void> startServer();
    [[nodiscard]] Result<void> openProxy();
    [[nodiscard]] Result<void> fill(int components);
    [[nodiscard]] Result<void> push(const QByteArray &policy);
    [[nodiscard]] Result<void> apply(const QString &path, const QJsonObject &object);

    QTemporaryDir m_folder;
    QProcess m_server;
    demo::SlowProxy m_proxy;
    std::unique_ptr<contract::Session> m_session;
};

Result<Plan> planOf(contract::Session &session, const QByteArray &text)
{
    Planner planner(
        session.client(),
        {.reading = parsePolicy(text, u"policy"_s), .text = text, .now = session.clock().now()});
    return contract::finished(planner) ? planner.takeResult()
                                       : Result<Plan>{problem(u"The plan did not end"_s)};
}

Result<void> World::startServer()
{
    dieWithParent(m_server);
    m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_server.start(QCoreApplication::applicationDirPath() + u"/kubeserverhost"_s,
                   {m_folder.path(), u"bare"_s});
    if (!m_server.waitForStarted() || !m_server.waitForReadyRead(patience)) {
        return problem(u"The API server did not start"_s, m_server.errorString());
    }
    KubeconfigSources sources;
    sources.explicitFile = file(u"admin.kubeconfig"_s);
    const KubeResolution found = resolveKube(loadKubeconfig(sources), {}, {});
    if (!found.target) {
        return found.error();
    }
    m_session = std::make_unique<contract::Session>(*found.target);
    return {};
}

/// The same server at the other end of a slow line, by a kubeconfig of its own.
Result<void> World::openProxy()
{
    const Result<quint16> port = m_proxy.listen(0);
    if (!port) {
        return port.error();
    }
    const int behind = m_session->access().server().port();
    m_proxy.setTarget(static_cast<quint16>(behind));
    m_proxy.setDelay(farAway);
    QFile file(m_folder.filePath(u"admin.kubeconfig"_s));
    if (!file.open(QIODevice::ReadOnly)) {
        return problem(file.fileName(), file.errorString());
    }
    const QByteArray config = file.readAll().replace(QByteArray{":" + QByteArray::number(behind)},
                                                     QByteArray{":" + QByteArray::number(*port)});
    return write(m_folder.filePath(u"far.kubeconfig"_s), config);
}

Result<void> World::apply(const QString &path, const QJsonObject &object)
{
    const auto made = m_session->send(
        contract::foreignRequest(HttpRequest::Method::Patch, path, contract::bytesOf(object),
                                 "application/apply-patch+yaml", u"bench"_s));
    return made.result ? Result<void>{} : made.result.error();
}

Result<void> World::fill(int components)
{
    Result<void> made = apply(u"/api/v1/namespaces/bench"_s,
                              {{u"apiVersion"_s, u"v1"_s},
                               {u"kind"_s, u"Namespace"_s},
                               {u"metadata"_s, QJsonObject{{u"name"_s, u"bench"_s}}}});
    for (int i = 0; i < components && made.ok(); ++i) {
        const QString name = QString::fromLatin1(componentName(i));
        made = apply(u"/apis/apps/v1/namespaces/bench/deployments/"_s + name, deployment(name));
    }
    return made;
}

/// Without what says that the object must not be there yet.
QByteArray withoutLock(const QByteArray &body)
{
    QJsonObject object = QJsonDocument::fromJson(body).object();
    QJsonObject meta = object.value("metadata"_L1).toObject();
    meta.remove("uid"_L1);
    meta.remove("resourceVersion"_L1);
    object.insert("metadata"_L1, meta);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Carries the first plan out, and keeps its manifests for kubectl.
Result<void> World::push(const QByteArray &policy)
{
    const Result<Plan> plan = planOf(*m_session, policy);
    if (!plan) {
        return plan.error();
    }
    QByteArray same;
    QByteArray other;
    for (const PlanStep &step : plan->steps) {
        const WriteOutcome outcome = m_session->apply(applyOf(step));
        if (outcome.state != WriteOutcome::State::Done) {
            return outcome.error.value_or(Error{});
        }
        QByteArray body = withoutLock(step.body);
        same += body + "\n";
        other += body.replace("\"maxReplicas\":20", "\"maxReplicas\":21") + "\n";
    }
    const Result<void> written = write(file(u"unchanged.manifests"_s), same);
    return written.ok() ? write(file(u"changed.manifests"_s), other) : written;
}

Result<void> World::start(int components)
{
    constexpr int max = 20;
    const QByteArray policy = policyText(components, max);
    Result<void> done = startServer();
    done = done.ok() ? openProxy() : done;
    done = done.ok() ? fill(components) : done;
    done = done.ok() ? push(policy) : done;
    done = done.ok() ? write(file(u"unchanged.yaml"_s), policy) : done;
    return done.ok() ? write(file(u"changed.yaml"_s), policyText(components, max + 1)) : done;
}

struct Times
{
    std::vector<double> ours;    ///< the whole program
    std::vector<double> planner; ///< the class, on connections that are open
    std::vector<double> kubectl;
};

class Measurement
{
public:
    Measurement(World &world, QString what, QString cluster)
        : m_world(world)
        , m_what(std::move(what))
        , m_cluster(std::move(cluster))
    {}

    [[nodiscard]] Result<void> round(bool counts)
    {
        const bool changed = m_what == "changed"_L1;
        const Result<double> ours =
            program(QCoreApplication::applicationDirPath() + u"/spillwayctl"_s,
                    {u"plan"_s, m_world.file(m_what + u".yaml"_s), u"--json"_s, u"--kubeconfig"_s,
                     m_world.file(m_cluster)},
                    changed ? 2 : 0);
        const Result<double> kubectl = program(
            u"kubectl"_s,
            {u"diff"_s, u"--server-side"_s, u"--field-manager=spillway"_s, u"--kubeconfig"_s,
             m_world.file(m_cluster), u"-f"_s, m_world.file(m_what + u".manifests"_s)},
            changed ? 1 : 0);
        const Result<double> planner = inProcess(changed);
        for (const Result<double> *const one : {&ours, &kubectl, &planner}) {
            if (!*one) {
                return one->error();
            }
        }
        if (counts) {
            m_times.ours.push_back(*ours);
            m_times.kubectl.push_back(*kubectl);
            m_times.planner.push_back(*planner);
        }
        return {};
    }

    [[nodiscard]] QJsonObject medians() const
    {
        return {{u"ours_ms"_s, median(m_times.ours)},
                {u"planner_ms"_s, median(m_times.planner)},
                {u"kubectl_ms"_s, median(m_times.kubectl)}};
    }

private:
    static double median(std::vector<double> times)
    {
        std::sort(times.begin(), times.end());
        return times.empty() ? 0 : times[times.size() / 2];
    }

    [[nodiscard]] Result<double> program(const QString &name, const QStringList &arguments,
                                         int expected) const
    {
        QProcess process;
        dieWithParent(process);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_world.file(u"home"_s)); // kubectl's cache
        process.setProcessEnvironment(environment);
        QElapsedTimer timer;
        timer.start();
        process.start(name, arguments);
        if (!process.waitForFinished(patience)) {
            return problem(name, process.errorString());
        }
        const double elapsed = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (process.exitCode() != expected) {
            return problem(name + u" ended with "_s + QString::number(process.exitCode()),
                           QString::fromUtf8(process.readAllStandardError().left(2000)));
        }
        return elapsed;
    }

    [[nodiscard]] Result<double> inProcess(bool changed) const
    {
        QFile file(m_world.file(m_what + u".yaml"_s));
        if (!file.open(QIODevice::ReadOnly)) {
            return problem(file.fileName(), file.errorString());
        }
        const QByteArray text = file.readAll();
        QElapsedTimer timer;
        timer.start();
        const Result<Plan> plan = planOf(m_world.session(), text);
        const double elapsed = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (!plan) {
            return plan.error();
        }
        return plan->isEmpty() == changed ? Result<double>{problem(u"Not the plan expected"_s)}
                                          : Result<double>{elapsed};
    }

    World &m_world;
    QString m_what;
    QString m_cluster;
    Times m_times;
};

Result<QJsonObject> measure(World &world, int rounds)
{
    QJsonObject all;
    for (const bool far : {false, true}) {
        for (const QString &what : {u"unchanged"_s, u"changed"_s}) {
            Measurement one(world, what, far ? u"far.kubeconfig"_s : u"admin.kubeconfig"_s);
            constexpr int farRounds = 3; // kubectl takes its time
            const int count = far ? std::min(rounds, farRounds) : rounds;
            for (int round = -1; round < count; ++round) {
                const Result<void> done = one.round(round >= 0);
                if (!done.ok()) {
                    return done.error();
                }
            }
            QJsonObject medians = one.medians();
            if (far) {
                medians.remove("planner_ms"_L1); // its connections are those of the near one
            }
            all.insert(far ? QString{what + u"_50ms"_s} : what, medians);
        }
    }
    return all;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    constexpr int usualRounds = 7;
    constexpr int usualComponents = 100;
    const int rounds = arguments.size() > 1 ? arguments.at(1).toInt() : usualRounds;
    const int components = arguments.size() > 2 ? arguments.at(2).toInt() : usualComponents;
    World world;
    const Result<void> started = world.start(components);
    const Result<QJsonObject> measured =
        started.ok() ? measure(world, rounds) : Result<QJsonObject>{started.error()};
    if (!measured) {
        std::fprintf(stderr, "%s\n", qPrintable(measured.error().sentence()));
        return 1;
    }
    QJsonObject answer = *measured;
    answer.insert(u"name"_s, u"plan"_s);
    answer.insert(u"components"_s, components);
    answer.insert(u"rounds"_s, rounds);
    std::printf("%s\n", QJsonDocument(answer).toJson(QJsonDocument::Compact).constData());
    return 0;
}
