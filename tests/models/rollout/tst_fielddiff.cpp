// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/fielddiff.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/// An object of a kind around its fields.
QJsonObject of(const QString &apiVersion, const QString &kind, const QByteArray &fields)
{
    QJsonObject object = parsed(fields);
    object.insert(u"apiVersion"_s, apiVersion);
    object.insert(u"kind"_s, kind);
    return object;
}

QJsonObject hpa(const QByteArray &spec)
{
    return of(u"autoscaling/v2"_s, u"HorizontalPodAutoscaler"_s, "{\"spec\":" + spec + "}");
}

QByteArray cpu(int percent)
{
    return R"({"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":)" +
           QByteArray::number(percent) + "}}}";
}

QByteArray pods(const QByteArray &average)
{
    return R"({"type":"Pods","pods":{"metric":{"name":"rps"},"target":{"type":"AverageValue","averageValue":")" +
           average + "\"}}}";
}

QStringList pathsOf(const std::vector<FieldDifference> &differences)
{
    QStringList paths;
    for (const FieldDifference &one : differences) {
        paths.append(one.elements.join(QString{}));
    }
    return paths;
}

/// Index of the item that an element such as `[name="x"]` or "[2]" means; the end if there is none.
qsizetype itemOf(const QJsonArray &items, const QString &element)
{
    bool isNumber = false;
    const qsizetype index = element.mid(1, element.size() - 2).toInt(&isNumber);
    if (isNumber) {
        return std::min(index, items.size());
    }
    const QString name = element.section(u'"', 1, 1);
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (items.at(i)["name"_L1].toString() == name) {
            return i;
        }
    }
    return items.size();
}

QJsonValue withChange(const QJsonValue &value, const FieldDifference &change, qsizetype depth)
{
    if (depth == change.elements.size()) {
        return change.after;
    }
    const QString element = change.elements.at(depth);
    if (element.startsWith(u'.')) {
        QJsonObject object = value.toObject();
        const QString key = element.sliced(1);
        const QJsonValue part = withChange(object.value(key), change, depth + 1);
        if (part.isUndefined()) {
            object.remove(key);
        } else {
            object.insert(key, part);
        }
        return object;
    }
    QJsonArray items = value.toArray();
    const qsizetype index = itemOf(items, element);
    const QJsonValue old =
        index < items.size() ? items.at(index) : QJsonValue{QJsonValue::Undefined};
    const QJsonValue part = withChange(old, change, depth + 1);
    if (part.isUndefined()) {
        items.removeAt(index);
    } else if (index < items.size()) {
        items.replace(index, part);
    } else {
        items.append(part);
    }
    return items;
}

/// The state after all changes; those that take items away go from the end.
QJsonObject applied(const QJsonObject &before, std::vector<FieldDifference> changes)
{
    std::stable_sort(changes.begin(), changes.end(), [](const auto &a, const auto &b) {
        return a.after.isUndefined() < b.after.isUndefined();
    });
    std::stable_sort(std::find_if(changes.begin(), changes.end(),
                                  [](const auto &one) { return one.after.isUndefined(); }),
                     changes.end(),
                     [](const auto &a, const auto &b) { return a.elements > b.elements; });
    QJsonValue value = before;
    for (const FieldDifference &change : changes) {
        value = withChange(value, change, 0);
    }
    return value.toObject();
}

/// Random objects of few names, so that two of them have much in common.
class Objects
{
public:
    explicit Objects(quint32 seed)
        : m_random(seed)
    {}

    QJsonObject object()
    {
        return {{u"apiVersion"_s, u"example.com/v1"_s},
                {u"kind"_s, u"Unknown"_s},
                {u"metadata"_s, QJsonObject{{u"labels"_s, map(0)}}},
                {u"spec"_s, map(3)}};
    }

private:
    int below(int count) { return static_cast<int>(m_random.bounded(count)); }

    QJsonObject map(int depth)
    {
        QJsonObject made;
        for (int i = below(5); i > 0; --i) {
            made.insert(QString(QChar(u'a' + below(5))), value(depth));
        }
        return made;
    }
    QJsonArray list(int depth)
    {
        QJsonArray made;
        const bool named = below(2) == 0;
        for (int i = 0, count = below(4); i < count; ++i) {
            QJsonObject item = map(depth);
            if (named) {
                item.insert(u"name"_s, QString(QChar(u'k' + i + below(2) * 4)));
            }
            made.append(named ? QJsonValue{item} : value(depth));
        }
        return made;
    }
    QJsonValue value(int depth)
    {
        switch (depth == 0 ? below(3) : below(5)) {
        case 0:
            return below(3);
        case 1:
            return QString(QChar(u'x' + below(3)));
        case 2:
            return below(2) == 0;
        case 3:
            return map(depth - 1);
        default:
            return list(depth - 1);
        }
    }

    QRandomGenerator m_random;
};

} // namespace

class TstFieldDiff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void differences_data()
    {
        QTest::addColumn<QJsonObject>("before");
        QTest::addColumn<QJsonObject>("after");
        QTest::addColumn<QStringList>("paths");
        const auto row = [](const char *name, const QJsonObject &before, const QJsonObject &after,
                            const QStringList &paths) {
            QTest::newRow(name) << before << after << paths;
        };
        row("equal", hpa("{\"maxReplicas\":3}"), hpa("{\"maxReplicas\":3}"), {});
        row("a number", hpa("{\"maxReplicas\":3}"), hpa("{\"maxReplicas\":4}"),
            {u".spec.maxReplicas"_s});
        row("null is nothing", hpa("{\"behavior\":null}"), hpa("{}"), {});
        row("fields that come are told one by one", hpa("{}"),
            hpa(R"({"behavior":{"scaleUp":{"selectPolicy":"Max","tolerance":"0.1"}}})"),
            {u".spec.behavior.scaleUp.selectPolicy"_s, u".spec.behavior.scaleUp.tolerance"_s});
        row("quantities are what they are worth",
            hpa(R"({"behavior":{"scaleUp":{"tolerance":"0.05"}},"metrics":[)" + pods("0.5") + "]}"),
            hpa(R"({"behavior":{"scaleUp":{"tolerance":"50m"}},"metrics":[)" + pods("500m") + "]}"),
            {});
        row("metrics are a set", hpa("{\"metrics\":[" + cpu(70) + "," + pods("5") + "]}"),
            hpa("{\"metrics\":[" + pods("5") + "," + cpu(70) + "]}"), {});
        row("one of the metrics", hpa("{\"metrics\":[" + cpu(70) + "," + pods("5") + "]}"),
            hpa("{\"metrics\":[" + pods("5") + "," + cpu(80) + "]}"),
            {QStringLiteral(
                R"(.spec.metrics[type="Resource",name="cpu"].resource.target.averageUtilization)")});
        row("a metric more", hpa("{\"metrics\":[" + cpu(70) + "]}"),
            hpa("{\"metrics\":[" + cpu(70) + "," + pods("5") + "]}"),
            {QStringLiteral(R"(.spec.metrics[type="Pods",name="rps"])")});
        row("only the server's",
            of(u"v1"_s, u"ConfigMap"_s,
               R"({"metadata":{"name":"a","uid":"1","resourceVersion":"5"},"status":{"x":1}})"),
            of(u"v1"_s, u"ConfigMap"_s,
               R"({"metadata":{"name":"a","uid":"2","resourceVersion":"6","generation":3}})"),
            {});
        const QString rules = u"monitoring.coreos.com/v1"_s;
        row("lists by the keys of the schema",
            of(rules, u"PrometheusRule"_s,
               R"({"spec":{"groups":[{"name":"a","interval":"1m"},{"name":"b"}]}})"),
            of(rules, u"PrometheusRule"_s,
               R"({"spec":{"groups":[{"name":"b"},{"name":"a","interval":"2m"}]}})"),
            {QStringLiteral(R"(.spec.groups[name="a"].interval)")});
        row("other lists item by item",
            of(u"rbac.authorization.k8s.io/v1"_s, u"Role"_s,
               R"({"rules":[{"verbs":["get"]},{"verbs":["list"]}]})"),
            of(u"rbac.authorization.k8s.io/v1"_s, u"Role"_s,
               R"({"rules":[{"verbs":["get"]},{"verbs":["watch"]},{"verbs":["patch"]}]})"),
            {u".rules[1].verbs[0]"_s, u".rules[2]"_s});
    }
    void differences()
    {
        QFETCH(QJsonObject, before);
        QFETCH(QJsonObject, after);
        QFETCH(QStringList, paths);
        QCOMPARE(pathsOf(diffObjects(before, after)), paths);
        QCOMPARE(diffObjects(after, before).empty(), paths.isEmpty());
    }

    void equalObjectsDoNotDiffer()
    {
        for (quint32 seed = 0; seed < 300; ++seed) {
            const QJsonObject object = Objects(seed).object();
            QVERIFY(diffObjects(object, object).empty());
            QVERIFY(diffObjects(parsed(QJsonDocument(object).toJson()), object).empty());
        }
    }

    void applyingGivesTheOther()
    {
        for (quint32 seed = 0; seed < 1000; ++seed) {
            const QJsonObject before = Objects(seed).object();
            const QJsonObject after = Objects(seed + 1000).object();
            const std::vector<FieldDifference> changes = diffObjects(before, after);
            const QJsonObject made = applied(before, changes);
            const auto left = diffObjects(made, after);
            QVERIFY2(left.empty(), qPrintable(u"%1: %2"_s.arg(seed).arg(pathsOf(left).join(u' '))));
            QCOMPARE(diffObjects(after, before).empty(), changes.empty());
        }
    }

    void nothingToSomething()
    {
        const QJsonObject made = hpa("{\"maxReplicas\":3,\"metrics\":[" + cpu(70) + "]}");
        const auto changes = diffObjects({}, made);
        QCOMPARE(pathsOf(changes), (QStringList{u".spec.maxReplicas"_s, u".spec.metrics"_s}));
        QVERIFY(changes.front().before.isUndefined());
        QCOMPARE(pathsOf(diffObjects(made, {})), QStringList{QString{}});
        QVERIFY(diffObjects({}, {}).empty());
    }

    void ownersAndSources()
    {
        const QJsonObject live = of(u"autoscaling/v2"_s, u"HorizontalPodAutoscaler"_s,
                                    R"({
            "metadata":{"managedFields":[
              {"manager":"helm","operation":"Update","fieldsV1":{"f:spec":{"f:maxReplicas":{}}}},
              {"manager":"spillway","operation":"Apply",
               "fieldsV1":{"f:spec":{"f:maxReplicas":{},"f:metrics":{}}}}]},
            "spec":{"maxReplicas":3,"minReplicas":1,"metrics":[)" +
                                        pods("5") + "," + cpu(70) + "]}}");
        Manifest manifest;
        manifest.object = hpa("{\"maxReplicas\":4,\"metrics\":[" + cpu(80) + "]}");
        manifest.sources = {{u"spec.maxReplicas"_s, u"spec.components[0].replicas.max"_s},
                            {u"spec.metrics"_s, u"spec.components[0].metrics"_s},
                            {u"spec.metrics[0]"_s, u"spec.components[0].metrics[0]"_s}};
        const auto changes = fieldChanges(live, overlaid(live, manifest.object), manifest);
        QCOMPARE(changes.size(), std::size_t{3});
        QCOMPARE(changes[0].path, u".spec.maxReplicas"_s);
        QCOMPARE(changes[0].owners, (QStringList{u"helm"_s, u"spillway"_s}));
        QCOMPARE(changes[0].source, u"spec.components[0].replicas.max"_s);
        QVERIFY(changes[1].after.isUndefined()); // the metric that the policy no longer has
        QCOMPARE(changes[1].source, QString{});
        QCOMPARE(changes[2].owners, QStringList{u"spillway"_s}); // of the list as a whole
        QCOMPARE(changes[2].source, u"spec.components[0].metrics[0]"_s);
    }

    void laidOver()
    {
        const QJsonObject live =
            hpa("{\"minReplicas\":2,\"maxReplicas\":3,\"metrics\":[" + pods("0.5") + "]}");
        QCOMPARE(overlaid(live, hpa("{\"metrics\":[" + pods("500m") + "]}")), live);
        const QJsonObject other = overlaid(live, hpa("{\"maxReplicas\":4,\"metrics\":[]}"));
        QCOMPARE(other["spec"_L1]["maxReplicas"_L1].toInt(), 4);
        QCOMPARE(other["spec"_L1]["minReplicas"_L1].toInt(), 2);
        QVERIFY(other["spec"_L1]["metrics"_L1].toArray().isEmpty()); // one owner: as a whole
        const QString rules = u"monitoring.coreos.com/v1"_s;
        const QJsonObject shared =
            overlaid(of(rules, u"PrometheusRule"_s,
                        R"({"spec":{"groups":[{"name":"a","interval":"1m"},{"name":"b"}]}})"),
                     of(rules, u"PrometheusRule"_s,
                        R"({"spec":{"groups":[{"name":"c"},{"name":"a","interval":"2m"}]}})"));
        QCOMPARE(shared["spec"_L1]["groups"_L1].toArray().size(), 3);
        QCOMPARE(shared["spec"_L1]["groups"_L1][0]["interval"_L1].toString(), u"2m"_s);
    }
};

QTEST_APPLESS_MAIN(TstFieldDiff)
#include "tst_fielddiff.moc"
