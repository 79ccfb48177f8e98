// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The example of docs/policy.md, with every kind that is written.
#include "planworld.h"

using namespace spillway;
using kube::Kind;

namespace {

/// In the namespace of the tests, with a mesh breaker and tags on pods.
QByteArray example()
{
    QByteArray text = bytesOf(policyData(u"example.yaml"_s));
    text.replace("namespace: kotaemon", "namespace: shop");
    text.replace("minimumCalls: 20}", "minimumCalls: 20, mesh: {host: orders, maxConnections: 9}}");
    text.replace("tags: {team: assist", "labelPods: true, tags: {team: assist");
    return text;
}

} // namespace

#define VERIFY_PUSHED(world, plan)                                                                 \
    do {                                                                                           \
        const QString spillwayStopped = (world).push(plan);                                        \
        QVERIFY2(spillwayStopped.isEmpty(), qPrintable(spillwayStopped));                          \
    } while (false)
#define VERIFY_EMPTY(plan)                                                                         \
    do {                                                                                           \
        QVERIFY_RESULT(plan);                                                                      \
        QVERIFY2((plan)->isEmpty(), qPrintable(stepTexts(*(plan)).join(u'\n')));                   \
    } while (false)

class TstPlannerExample final : public QObject
{
    Q_OBJECT

    std::unique_ptr<PlanWorld> m_world;
    QByteArray m_policy = example();

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<PlanWorld>();
        QVERIFY(m_world->works && parsePolicy(m_policy, u"x"_s).ok());
        for (const Kind kind : {Kind::ScaledObject, Kind::DestinationRule, Kind::PrometheusRule}) {
            QVERIFY(m_world->install(kind));
        }
        for (const QString &name : {u"rag-worker"_s, u"llm-consumer"_s, u"tool-router"_s}) {
            QVERIFY(m_world->addDeployment(name, 3));
        }
    }

    void livesThrough()
    {
        const Result<Plan> first = m_world->plan(m_policy);
        QVERIFY_RESULT(first);
        QVERIFY2(!first->isBlocked(), qPrintable(findingsText(first->findings)));
        QSet<QString> kinds;
        for (const PlanStep &step : first->steps) {
            kinds.insert(step.object.resource.kind);
        }
        QCOMPARE(kinds.size(), 10); // all that are ever written, and the Deployment
        VERIFY_PUSHED(*m_world, *first);
        VERIFY_EMPTY(m_world->plan(m_policy));
        constexpr EpochMs day = 24 * 3600 * 1000;
        VERIFY_EMPTY(m_world->plan(m_policy, sampleNow + 9 * day)); // in the middle of an event

        QByteArray less = m_policy;
        less.truncate(less.indexOf("  alerts:"));
        less.replace(", mesh: {host: orders, maxConnections: 9}", "");
        const Result<Plan> fewer = m_world->plan(less);
        QVERIFY_RESULT(fewer);
        QStringList deleted = stepTexts(*fewer);
        QCOMPARE(deleted.size(), 2);
        QVERIFY(deleted.filter(u"delete destinationrules"_s).size() == 1 &&
                deleted.filter(u"delete prometheusrules"_s).size() == 1);
        VERIFY_PUSHED(*m_world, *fewer);
        VERIFY_EMPTY(m_world->plan(less));
    }

    void aScheduledScaledObject()
    {
        QByteArray keda = m_policy;
        keda.replace("replicas: {min: 1, max: 12}",
                     "replicas: {min: 1, max: 12}\n      windows:\n        - {name: day, days: "
                     "[Mon-Sun], from: \"08:00\", to: \"20:00\", min: 4}");
        const Result<Plan> first = m_world->plan(keda);
        QVERIFY_RESULT(first);
        VERIFY_PUSHED(*m_world, *first);
        VERIFY_EMPTY(m_world->plan(keda));
        const demo::ObjectPlace place{
            u"keda.sh"_s, u"scaledobjects"_s, PlanWorld::ns, u"kotaemon.llm-consumer"_s, {}};
        QVERIFY(
            m_world->server->client(u"spillway-schedule"_s)
                .apply(PlanWorld::object(u"keda.sh/v1alpha1"_s, u"ScaledObject"_s, place.name,
                                         {{u"minReplicaCount"_s, 7}, {u"maxReplicaCount"_s, 12}}))
                .ok());
        VERIFY_EMPTY(m_world->plan(keda));
        const Result<Plan> detached = m_world->plan(m_policy);
        QVERIFY_RESULT(detached);
        VERIFY_PUSHED(*m_world, *detached);
        const QJsonValue spec = m_world->live(place)["spec"_L1];
        QCOMPARE(spec["minReplicaCount"_L1].toInt(), 1);
        QCOMPARE(spec["maxReplicaCount"_L1].toInt(), 12);
        VERIFY_EMPTY(m_world->plan(m_policy));
    }
};

QTEST_GUILESS_MAIN(TstPlannerExample)
#include "tst_plannerexample.moc"
