// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/hpajson.h"
#include "support/resultmacros.h"

#include <QJsonDocument>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

/// Single quotes stand for double ones, so that rows can be read.
QJsonObject json(QString text)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(text.replace(u'\'', u'"').toUtf8(), &error);
    if (error.error != QJsonParseError::NoError) {
        qFatal("test data: %s", qPrintable(error.errorString() + u": "_s + text));
    }
    return document.object();
}

/// A whole spec around one metric.
QString withMetric(const char *metric)
{
    return u"{'maxReplicas':9,'metrics':[%1]}"_s.arg(QString::fromUtf8(metric));
}

QString withRules(const char *rules)
{
    return u"{'maxReplicas':9,'behavior':{'scaleUp':%1}}"_s.arg(QString::fromUtf8(rules));
}

} // namespace

class TestHpaJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsLeftOutIsFilledIn_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("absent") << u"{'maxReplicas':7}"_s;
        QTest::newRow("null") << u"{'maxReplicas':7,'minReplicas':null,'metrics':null,"
                                 "'behavior':null}"_s;
        QTest::newRow("no metrics") << u"{'maxReplicas':7,'metrics':[]}"_s;
    }

    void whatIsLeftOutIsFilledIn()
    {
        QFETCH(QString, text);
        const auto spec = hpaSpecFromJson(json(text), {});
        QVERIFY_RESULT(spec);
        QCOMPARE(spec->minReplicas, 1);
        QCOMPARE(spec->maxReplicas, 7);
        QCOMPARE(spec->metrics.size(), std::size_t{1});
        QVERIFY(spec->metrics.front() == defaultMetric());
        QVERIFY(!spec->behavior);
    }

    void aHalfGivenBehaviourGetsTheOtherHalf()
    {
        HpaController controller;
        controller.downscaleStabilizationSeconds = 120;
        const auto spec =
            hpaSpecFromJson(json(withRules("{'stabilizationWindowSeconds':60}")), controller);
        QVERIFY_RESULT(spec);
        HpaRules up = defaultScaleUpRules();
        up.stabilizationWindowSeconds = 60;
        QVERIFY(spec->behavior->scaleUp == up);
        QVERIFY(spec->behavior->scaleDown == defaultScaleDownRules(controller));
        QCOMPARE(spec->behavior->scaleDown.stabilizationWindowSeconds, 120);
    }

    void rulesAreRead()
    {
        const auto spec = hpaSpecFromJson(
            json(withRules("{'selectPolicy':'Min','stabilizationWindowSeconds':3600,"
                           "'tolerance':'50m','policies':["
                           "{'type':'Percent','value':100,'periodSeconds':1800},"
                           "{'type':'Pods','value':2147483647,'periodSeconds':1}]}")),
            {});
        QVERIFY_RESULT(spec);
        const HpaRules &rules = spec->behavior->scaleUp;
        QCOMPARE(rules.select, HpaRules::Select::Min);
        QCOMPARE(rules.longestPeriod(), 1800);
        QCOMPARE(rules.tolerance, std::optional<double>{0.05});
        QCOMPARE(rules.policies.size(), std::size_t{2});
        QVERIFY(rules.policies[0] == (HpaPolicy{HpaPolicy::Type::Percent, 100, 1800}));
        QVERIFY(rules.policies[1] == (HpaPolicy{HpaPolicy::Type::Pods, 2147483647, 1}));
    }

    void toleranceIsAQuantity_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("tolerance");
        QTest::newRow("text") << u"'0.1'"_s << 0.1;
        QTest::newRow("milli") << u"'15m'"_s << 0.015;
        QTest::newRow("number with a fraction") << u"0.25"_s << 0.25;
        QTest::newRow("small number") << u"0.0005"_s << 0.0005;
        QTest::newRow("whole number") << u"1"_s << 1.0;
        QTest::newRow("zero") << u"0"_s << 0.0;
        QTest::newRow("exponent") << u"5e-2"_s << 0.05;
    }

    void toleranceIsAQuantity()
    {
        QFETCH(QString, text);
        QFETCH(double, tolerance);
        const auto spec =
            hpaSpecFromJson(json(withRules(qPrintable(u"{'tolerance':%1}"_s.arg(text)))), {});
        QVERIFY_RESULT(spec);
        QVERIFY(spec->behavior->scaleUp.tolerance.has_value());
        QCOMPARE(*spec->behavior->scaleUp.tolerance, tolerance);
    }

    void metricsAreRead_data()
    {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<int>("source");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("targetType");
        QTest::addColumn<qint64>("target");
        const auto row = [](const char *title, const char *metric, HpaMetric::Source source,
                            const char *name, HpaMetric::TargetType type, qint64 target) {
            QTest::newRow(title) << QString::fromUtf8(metric) << static_cast<int>(source)
                                 << QString::fromUtf8(name) << static_cast<int>(type) << target;
        };
        using Source = HpaMetric::Source;
        using Type = HpaMetric::TargetType;
        row("cpu in per cent",
            "{'type':'Resource','resource':{'name':'cpu','target':{'type':'Utilization',"
            "'averageUtilization':65}}}",
            Source::Resource, "cpu", Type::Utilization, 65);
        row("memory of a container",
            "{'type':'ContainerResource','containerResource':{'name':'memory','container':'app',"
            "'target':{'type':'AverageValue','averageValue':'512Mi'}}}",
            Source::ContainerResource, "memory", Type::AverageValue, 536'870'912'000);
        row("pods",
            "{'type':'Pods','pods':{'metric':{'name':'turns'},'target':{'type':'AverageValue',"
            "'averageValue':'1500m'}}}",
            Source::Pods, "turns", Type::AverageValue, 1500);
        row("object by value",
            "{'type':'Object','object':{'metric':{'name':'hits'},'target':{'type':'Value',"
            "'value':'2k'}}}",
            Source::Object, "hits", Type::Value, 2'000'000);
        row("external, a bare whole number",
            "{'type':'External','external':{'metric':{'name':'lag'},'target':{'type':"
            "'AverageValue','averageValue':30}}}",
            Source::External, "lag", Type::AverageValue, 30'000);
        row("external, a bare fraction",
            "{'type':'External','external':{'metric':{'name':'lag'},'target':{'type':"
            "'AverageValue','averageValue':0.5}}}",
            Source::External, "lag", Type::AverageValue, 500);
        row("a quantity below a thousandth is rounded up",
            "{'type':'External','external':{'metric':{'name':'lag'},'target':{'type':'Value',"
            "'value':'1u'}}}",
            Source::External, "lag", Type::Value, 1);
    }

    void metricsAreRead()
    {
        QFETCH(QString, metric);
        const auto spec = hpaSpecFromJson(json(withMetric(qPrintable(metric))), {});
        QVERIFY_RESULT(spec);
        const HpaMetric &read = spec->metrics.front();
        QTEST(static_cast<int>(read.source), "source");
        QTEST(read.name, "name");
        QTEST(static_cast<int>(read.targetType), "targetType");
        const qint64 target = read.averageUtilization ? *read.averageUtilization
                              : read.averageValue     ? *read.averageValue
                                                      : read.value.value_or(-1);
        QTEST(target, "target");
    }

    void refusesBounds_data()
    {
        columns();
        row("nothing", u"{}"_s, "spec.maxReplicas");
        row("no maximum", u"{'minReplicas':2}"_s, "spec.maxReplicas");
        row("null maximum", u"{'maxReplicas':null}"_s, "spec.maxReplicas");
        row("maximum of zero", u"{'maxReplicas':0}"_s, "spec.maxReplicas");
        row("maximum as text", u"{'maxReplicas':'5'}"_s, "spec.maxReplicas");
        row("maximum with a fraction", u"{'maxReplicas':5.5}"_s, "spec.maxReplicas");
        row("maximum beyond 32 bits", u"{'maxReplicas':2147483648}"_s, "spec.maxReplicas");
        row("minimum below zero", u"{'maxReplicas':5,'minReplicas':-1}"_s, "spec.minReplicas");
        row("minimum above maximum", u"{'maxReplicas':5,'minReplicas':6}"_s, "spec.maxReplicas");
    }

    void refusesBounds() { checkRefusal(); }

    void refusesMetrics_data()
    {
        columns();
        row("metrics are not a list", u"{'maxReplicas':5,'metrics':{'type':'Resource'}}"_s,
            "spec.metrics");
        row("a metric is a number", withMetric("5"), "spec.metrics[0].type");
        row("unknown kind of metric", withMetric("{'type':'Moon'}"), "spec.metrics[0].type");
        row("no target", withMetric("{'type':'Resource','resource':{'name':'cpu'}}"),
            "spec.metrics[0].resource.target.type");
        row("unknown target",
            withMetric("{'type':'Resource','resource':{'name':'cpu','target':{'type':'value',"
                       "'averageUtilization':5}}}"),
            "spec.metrics[0].resource.target.type");
        row("a target of zero",
            withMetric("{'type':'External','external':{'metric':{'name':'q'},'target':{'type':"
                       "'Value','value':'0'}}}"),
            "spec.metrics[0].external.target");
        row("a target below zero",
            withMetric("{'type':'External','external':{'metric':{'name':'q'},'target':{'type':"
                       "'AverageValue','averageValue':'-5m'}}}"),
            "spec.metrics[0].external.target");
        row("a target that this kind cannot use",
            withMetric("{'type':'External','external':{'metric':{'name':'q'},'target':{'type':"
                       "'Utilization','averageUtilization':50}}}"),
            "spec.metrics[0].external.target");
        row("utilisation of zero",
            withMetric("{'type':'Resource','resource':{'name':'cpu','target':{'type':"
                       "'Utilization','averageUtilization':0}}}"),
            "spec.metrics[0].resource.target.averageUtilization");
        row("a quantity that is none",
            withMetric("{'type':'Pods','pods':{'metric':{'name':'q'},'target':{'type':"
                       "'AverageValue','averageValue':'lots'}}}"),
            "spec.metrics[0].pods.target.averageValue");
        row("a quantity that is a list",
            withMetric("{'type':'Pods','pods':{'metric':{'name':'q'},'target':{'type':"
                       "'AverageValue','averageValue':[1]}}}"),
            "spec.metrics[0].pods.target.averageValue");
    }

    void refusesMetrics() { checkRefusal(); }

    void refusesBehaviour_data()
    {
        columns();
        row("behaviour is text", u"{'maxReplicas':5,'behavior':'calm'}"_s, "spec.behavior");
        row("a direction is a list", withRules("[]"), "spec.behavior.scaleUp");
        row("unknown choice of policy", withRules("{'selectPolicy':'max'}"),
            "spec.behavior.scaleUp.selectPolicy");
        row("window of more than an hour", withRules("{'stabilizationWindowSeconds':3601}"),
            "spec.behavior.scaleUp.stabilizationWindowSeconds");
        row("no policy at all", withRules("{'policies':[]}"), "spec.behavior.scaleUp.policies");
        row("policies are not a list", withRules("{'policies':{}}"),
            "spec.behavior.scaleUp.policies");
        row("unknown kind of policy",
            withRules("{'policies':[{'type':'Pod','value':1,'periodSeconds':1}]}"),
            "spec.behavior.scaleUp.policies[0].type");
        row("a policy without a value",
            withRules("{'policies':[{'type':'Pods','periodSeconds':1}]}"),
            "spec.behavior.scaleUp.policies[0].value");
        row("a policy without a period", withRules("{'policies':[{'type':'Pods','value':1}]}"),
            "spec.behavior.scaleUp.policies[0].periodSeconds");
        row("a period of more than half an hour",
            withRules("{'policies':[{'type':'Pods','value':1,'periodSeconds':1801}]}"),
            "spec.behavior.scaleUp.policies[0].periodSeconds");
        row("the second policy is wrong",
            withRules("{'policies':[{'type':'Pods','value':1,'periodSeconds':15},"
                      "{'type':'Pods','value':0,'periodSeconds':15}]}"),
            "spec.behavior.scaleUp.policies[1].value");
        row("tolerance below zero", withRules("{'tolerance':'-1m'}"),
            "spec.behavior.scaleUp.tolerance");
        row("tolerance is yes", withRules("{'tolerance':true}"), "spec.behavior.scaleUp.tolerance");
    }

    void refusesBehaviour() { checkRefusal(); }

    void theFirstProblemIsTold()
    {
        const auto spec =
            hpaSpecFromJson(json(u"{'minReplicas':-5,'maxReplicas':0,'metrics':3}"_s), {});
        QVERIFY_ERROR(spec, ErrorCode::InvalidInput);
        QCOMPARE(spec.error().position->path, u"spec.minReplicas"_s);
    }

private:
    static void columns()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("path");
    }

    static void row(const char *title, const QString &text, const char *path)
    {
        QTest::newRow(title) << text << QString::fromUtf8(path);
    }

    static void checkRefusal()
    {
        QFETCH(QString, text);
        const auto spec = hpaSpecFromJson(json(text), {});
        QVERIFY_ERROR(spec, ErrorCode::InvalidInput);
        QVERIFY(spec.error().position.has_value());
        QTEST(spec.error().position->path, "path");
        QVERIFY(!spec.error().why.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHpaJson)
#include "tst_hpajson.moc"
