// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsontext.h"
#include "kubeobjects/celrules.h"
#include "kubeobjects/validation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway;
using namespace spillway::demo;
using namespace spillway::test;

namespace {

QStringList lines(const FieldErrors &errors)
{
    QStringList texts;
    for (const ApiCause &cause : errors.causes()) {
        texts.append(cause.field + u": "_s + cause.message);
    }
    return texts;
}

QStringList check(const QString &group, const QString &plural, const QByteArray &object,
                  const QByteArray &old = "{}")
{
    const ResourceTypePtr type = findBuiltIn(group, plural);
    return lines(validateObject(*type, type->storageVersion, json(object), json(old)));
}

const QByteArray goodMetrics(R"([{"type":"Resource","resource":{"name":"cpu",
                                 "target":{"type":"Utilization","averageUtilization":70}}}])");

QStringList checkAutoscaler(const QByteArray &metrics, const QByteArray &behavior)
{
    const QByteArray object = R"({"metadata":{"name":"a"},"spec":{"minReplicas":1,"maxReplicas":3,
        "scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"a"},"metrics":)" +
                              metrics + R"(,"behavior":)" + behavior + "}}";
    return check(u"autoscaling"_s, u"horizontalpodautoscalers"_s, object);
}

} // namespace

/// The rules that no recorded exchange breaks.
class TestValidation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void autoscalerMetrics_data();
    void autoscalerMetrics();
    void autoscalerBehavior_data();
    void autoscalerBehavior();
    void schedules_data();
    void schedules();
    void metadata_data();
    void metadata();
    void others_data();
    void others();
    void celRules_data();
    void celRules();
};

void TestValidation::autoscalerMetrics_data()
{
    QTest::addColumn<QByteArray>("metrics");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("fine") << goodMetrics << QStringList();
    QTest::newRow("two sources")
        << QByteArray(R"([{"type":"Pods","pods":{"metric":{"name":"q"},"target":{
                          "type":"AverageValue","averageValue":"5"}},"resource":{}}])")
        << QStringList{
               u"spec.metrics[0].resource: Forbidden: must populate the given metric source only"_s};
    QTest::newRow("pods without a value")
        << QByteArray(R"([{"type":"Pods","pods":{"metric":{"name":"q"},
                          "target":{"type":"AverageValue"}}}])")
        << QStringList{u"spec.metrics[0].pods.target.averageValue: Required value: must specify a "
                       "positive target averageValue"_s};
    QTest::newRow("no name and no type")
        << QByteArray(R"([{"type":"Resource","resource":{"target":{"averageUtilization":5}}}])")
        << QStringList{
               u"spec.metrics[0].resource.name: Required value: must specify a resource name"_s,
               u"spec.metrics[0].resource.target.type: Required value: must specify a metric "
               u"target "
               "type"_s,
               u"spec.metrics[0].resource.target.type: Invalid value: \"\": must be either "
               "Utilization, Value, or AverageValue"_s};
    QTest::newRow("negative value")
        << QByteArray(R"([{"type":"External","external":{"metric":{"name":"q"},
                          "target":{"type":"Value","value":"-1"}}}])")
        << QStringList{
               u"spec.metrics[0].external.target.value: Invalid value: \"-1\": must be positive"_s};
    QTest::newRow("value and average")
        << QByteArray(R"([{"type":"External","external":{"metric":{"name":"q"},
                          "target":{"type":"Value","value":"1","averageValue":"2"}}}])")
        << QStringList{u"spec.metrics[0].external.target.value: Forbidden: may not set both a "
                       "target value for metric and a per-pod target"_s};
    QTest::newRow("container resource without container")
        << QByteArray(R"([{"type":"ContainerResource","containerResource":{"name":"cpu",
                          "target":{"type":"Utilization","averageUtilization":70}}}])")
        << QStringList{u"spec.metrics[0].containerResource.container: Required value: must "
                       "specify a container name"_s};
}

void TestValidation::autoscalerMetrics()
{
    QFETCH(QByteArray, metrics);
    QTEST(checkAutoscaler(metrics, "{}"), "expected");
}

void TestValidation::autoscalerBehavior_data()
{
    QTest::addColumn<QByteArray>("behavior");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("policies") << QByteArray(R"({"scaleUp":{"policies":[
                                 {"type":"Bogus","value":0,"periodSeconds":9999}]}})")
                              << QStringList{
                                     u"spec.behavior.scaleUp.policies[0].type: Unsupported value: "
                                     "\"Bogus\": supported values: \"Percent\", \"Pods\""_s,
                                     u"spec.behavior.scaleUp.policies[0].value: Invalid value: 0: "
                                     "must be greater than zero"_s,
                                     u"spec.behavior.scaleUp.policies[0].periodSeconds: Invalid "
                                     "value: 9999: must be less than or equal to 1800"_s};
    QTest::newRow("no policies")
        << QByteArray(R"({"scaleDown":{"selectPolicy":"Some","policies":[]}})")
        << QStringList{u"spec.behavior.scaleDown.selectPolicy: Unsupported value: \"Some\": "
                       "supported values: \"Disabled\", \"Max\", \"Min\""_s,
                       u"spec.behavior.scaleDown.policies: Required value: must specify at least "
                       "one Policy"_s};
}

void TestValidation::autoscalerBehavior()
{
    QFETCH(QByteArray, behavior);
    QTEST(checkAutoscaler(goodMetrics, behavior), "expected");
}

void TestValidation::schedules_data()
{
    QTest::addColumn<QString>("schedule");
    QTest::addColumn<QString>("problem");
    QTest::newRow("plain") << u"0 8 * * 1-5"_s << QString();
    QTest::newRow("names") << u"*/5 8-18/2 1,15 JAN-MAR mon"_s << QString();
    QTest::newRow("question mark") << u"0 8 ? * ?"_s << QString();
    QTest::newRow("31 February") << u"0 0 31 2 *"_s << QString();
    QTest::newRow("daily") << u"@daily"_s << QString();
    QTest::newRow("every") << u"@every 1h"_s << QString();
    QTest::newRow("unknown descriptor") << u"@often"_s << u"unrecognized descriptor: @often"_s;
    QTest::newRow("backwards") << u"0 18-8 * * *"_s
                               << u"beginning of range (18) beyond end of range (8): 18-8"_s;
    QTest::newRow("day 0") << u"0 0 0 * *"_s << u"beginning of range (0) below minimum (1): 0"_s;
    QTest::newRow("step 0") << u"*/0 * * * *"_s
                            << u"step of range should be a positive number: */0"_s;
    QTest::newRow("hyphens") << u"1-2-3 * * * *"_s << u"too many hyphens: 1-2-3"_s;
    QTest::newRow("slashes") << u"1/2/3 * * * *"_s << u"too many slashes: 1/2/3"_s;
    QTest::newRow("word") << u"x * * * *"_s
                          << u"failed to parse int from x: strconv.Atoi: parsing \"x\": invalid "
                             "syntax"_s;
}

void TestValidation::schedules()
{
    QFETCH(QString, schedule);
    QFETCH(QString, problem);
    QCOMPARE(cronProblem(schedule), problem);
}

void TestValidation::metadata_data()
{
    QTest::addColumn<QByteArray>("meta");
    QTest::addColumn<QString>("start"); // of the first problem; empty if there is none
    QTest::newRow("fine") << QByteArray(R"({"name":"a.b-c","labels":{"x.y/z":"V_1.2"}})")
                          << QString();
    QTest::newRow("upper case") << QByteArray(R"({"name":"A"})")
                                << u"metadata.name: Invalid value: \"A\": a lowercase RFC 1123"_s;
    QTest::newRow("generated name")
        << QByteArray(R"({"generateName":"a-","name":"a-x"})") << QString();
    QTest::newRow("label prefix")
        << QByteArray(R"({"name":"a","labels":{"/z":"v"}})")
        << u"metadata.labels: Invalid value: \"/z\": prefix part must be non-empty"_s;
    QTest::newRow("label name") << QByteArray(R"({"name":"a","labels":{"a b":"v"}})")
                                << u"metadata.labels: Invalid value: \"a b\": name part must"_s;
    QTest::newRow("label value") << QByteArray(R"({"name":"a","labels":{"a":"v w"}})")
                                 << u"metadata.labels: Invalid value: \"v w\": a valid label"_s;
    QTest::newRow("annotation") << QByteArray(R"({"name":"a","annotations":{"":"v"}})")
                                << u"metadata.annotations: Invalid value: \"\": name part must"_s;
    QTest::newRow("finalizer") << QByteArray(R"({"name":"a","finalizers":["hold"]})")
                               << u"metadata.finalizers: Invalid value: \"hold\": name is "
                                  "neither"_s;
    QTest::newRow("no name") << QByteArray("{}")
                             << u"metadata.name: Required value: name or generateName"_s;
}

void TestValidation::metadata()
{
    QFETCH(QByteArray, meta);
    QFETCH(QString, start);
    const QStringList found = check(u""_s, u"configmaps"_s, R"({"metadata":)" + meta + "}");
    if (start.isEmpty()) {
        QCOMPARE(found, QStringList());
    } else {
        QVERIFY(!found.isEmpty());
        QVERIFY2(found.constFirst().startsWith(start), qPrintable(found.constFirst()));
    }
}

void TestValidation::others_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("plural");
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QByteArray>("old");
    QTest::addColumn<QStringList>("expected");
    const QByteArray none("{}");
    QTest::newRow("deployment without selector")
        << u"apps"_s << u"deployments"_s
        << QByteArray(R"({"metadata":{"name":"a"},"spec":{"template":{"spec":{"restartPolicy":
           "Always","containers":[{"name":"c","image":"i","imagePullPolicy":"Always"}]}}}})")
        << none << QStringList{u"spec.selector: Required value"_s};
    QTest::newRow("containers with one name")
        << u""_s << u"pods"_s << QByteArray(R"({"metadata":{"name":"a"},"spec":{"containers":[
           {"name":"c","image":"i","imagePullPolicy":"Always"},
           {"name":"c","image":"i","imagePullPolicy":"Always"}]}})")
        << none << QStringList{u"spec.containers[1].name: Duplicate value: \"c\""_s};
    QTest::newRow("rule without groups and resources")
        << u"rbac.authorization.k8s.io"_s << u"roles"_s
        << QByteArray(R"({"metadata":{"name":"a:b"},"rules":[{"verbs":["get"]}]})") << none
        << QStringList{
               u"rules[0].apiGroups: Required value: resource rules must supply at least one api "
               "group"_s,
               u"rules[0].resources: Required value: resource rules must supply at least one "
               "resource"_s};
    QTest::newRow("subject without namespace")
        << u"rbac.authorization.k8s.io"_s << u"rolebindings"_s
        << QByteArray(R"({"metadata":{"name":"a"},"roleRef":{"name":"r"},
           "subjects":[{"kind":"ServiceAccount","name":"s"}]})")
        << none << QStringList{u"subjects[0].namespace: Required value"_s};
    QTest::newRow("uid changes")
        << u""_s << u"configmaps"_s << QByteArray(R"({"metadata":{"name":"a","uid":"2"}})")
        << QByteArray(R"({"metadata":{"name":"a","uid":"1"}})")
        << QStringList{u"metadata.uid: Invalid value: \"2\": field is immutable"_s,
                       u"metadata.uid: Invalid value: \"2\": field is immutable"_s};
}

void TestValidation::others()
{
    QFETCH(QString, group);
    QFETCH(QString, plural);
    QFETCH(QByteArray, object);
    QFETCH(QByteArray, old);
    QFETCH(QStringList, expected);
    QCOMPARE(check(group, plural, object, old), expected);
}

void TestValidation::celRules_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QByteArray>("value"); // a list with the value
    QTest::addColumn<bool>("kept");
    const QString duration = u"duration(self) >= duration('1ms')"_s;
    QTest::newRow("seconds") << duration << QByteArray(R"(["30s"])") << true;
    QTest::newRow("mixed") << duration << QByteArray(R"(["1m30.5s"])") << true;
    QTest::newRow("too short") << duration << QByteArray(R"(["1us"])") << false;
    QTest::newRow("zero") << duration << QByteArray(R"(["0"])") << false;
    QTest::newRow("no duration") << duration << QByteArray(R"(["soon"])") << false;
    const QString star = u"!self.contains(\"*\")"_s;
    QTest::newRow("star") << star << QByteArray(R"(["a*"])") << false;
    QTest::newRow("no star") << star << QByteArray(R"(["a"])") << true;
    QTest::newRow("empty key") << u"self.all(key, key.size() != 0)"_s << QByteArray(R"([{"":1}])")
                               << false;
    QTest::newRow("star in a key")
        << u"self.all(key, !key.contains(\"*\"))"_s << QByteArray(R"([{"a*":1}])") << false;
    QTest::newRow("unknown rule") << u"self == 5"_s << QByteArray("[6]") << true;
}

void TestValidation::celRules()
{
    QFETCH(QString, rule);
    QFETCH(QByteArray, value);
    QFETCH(bool, kept);
    const QJsonValue subject = QJsonDocument::fromJson(value).array().at(0);
    QCOMPARE(!celFailure(rule, subject).has_value(), kept);
}

QTEST_GUILESS_MAIN(TestValidation)
#include "tst_validation.moc"
