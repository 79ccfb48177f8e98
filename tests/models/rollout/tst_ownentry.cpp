// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Against objects as a server of Kubernetes 1.36 answered them (tests/data/wire), and by hand where
// a case is missing there.
#include "../kube/wiredata.h"
#include "rollout/ownentry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/// An HPA with these entries of managedFields and this spec.
QJsonObject hpa(const QByteArray &entries, const QByteArray &spec)
{
    return parsed(
        R"({"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler",
            "metadata":{"name":"a","namespace":"shop","uid":"1","managedFields":[)" +
        entries + "]},\"spec\":" + spec + "}");
}

QByteArray entry(const QByteArray &manager, const QByteArray &operation, const QByteArray &fields)
{
    return "{\"manager\":\"" + manager + "\",\"operation\":\"" + operation +
           "\",\"apiVersion\":\"autoscaling/v2\",\"fieldsV1\":" + fields + "}";
}

QJsonObject body(const QByteArray &spec, const QByteArray &meta = "\"name\":\"a\"")
{
    return parsed(
        R"({"apiVersion":"autoscaling/v2","kind":"HorizontalPodAutoscaler","metadata":{)" + meta +
        "},\"spec\":" + spec + "}");
}

const QByteArray ourBounds =
    entry("spillway", "Apply", R"({"f:spec":{"f:maxReplicas":{},"f:minReplicas":{}}})");

} // namespace

class TstOwnEntry final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appliedAlready_data()
    {
        QTest::addColumn<QJsonObject>("live");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<bool>("already");
        const auto row = [](const char *name, const QJsonObject &live, const QJsonObject &wanted,
                            bool already) { QTest::newRow(name) << live << wanted << already; };
        const QJsonObject live = hpa(ourBounds, R"({"minReplicas":2,"maxReplicas":6,"other":1})");
        row("as it is", live, body(R"({"minReplicas":2,"maxReplicas":6})"), true);
        row("identity is nobody's", live,
            body(R"({"minReplicas":2,"maxReplicas":6})",
                 R"("name":"a","namespace":"shop","uid":"1","resourceVersion":"7")"),
            true);
        row("another value", live, body(R"({"minReplicas":2,"maxReplicas":7})"), false);
        row("a field more", live, body(R"({"minReplicas":2,"maxReplicas":6,"other":1})"), false);
        row("a field less", live, body(R"({"maxReplicas":6})"), false);
        row("of another manager",
            hpa(entry("helm", "Apply", R"({"f:spec":{"f:maxReplicas":{}}})"),
                R"({"maxReplicas":6})"),
            body(R"({"maxReplicas":6})"), false);
        row("updated, not applied",
            hpa(entry("spillway", "Update", R"({"f:spec":{"f:maxReplicas":{}}})"),
                R"({"maxReplicas":6})"),
            body(R"({"maxReplicas":6})"), false);
        row("without entries", parsed(R"({"spec":{"maxReplicas":6}})"),
            body(R"({"maxReplicas":6})"), false);
        const QByteArray tolerance = entry(
            "spillway", "Apply", R"({"f:spec":{"f:behavior":{"f:scaleUp":{"f:tolerance":{}}}}})");
        row("quantities by value",
            hpa(tolerance, R"({"behavior":{"scaleUp":{"tolerance":"50m"}}})"),
            body(R"({"behavior":{"scaleUp":{"tolerance":"0.05"}}})"), true);
        const QByteArray label =
            entry("spillway", "Apply", R"({"f:metadata":{"f:labels":{"f:v":{}}}})");
        QJsonObject labelled = hpa(label, "{}");
        QJsonObject meta = labelled.value("metadata"_L1).toObject();
        meta.insert(u"labels"_s, QJsonObject{{u"v"_s, u"1"_s}});
        labelled.insert(u"metadata"_s, meta);
        row("but labels are texts", labelled, parsed(R"({"metadata":{"labels":{"v":"1.0"}}})"),
            false);
        const QByteArray metrics = entry("spillway", "Apply", R"({"f:spec":{"f:metrics":{}}})");
        row("a list with one owner", hpa(metrics, R"({"metrics":[{"type":"A"},{"type":"B"}]})"),
            body(R"({"metrics":[{"type":"A"},{"type":"B"}]})"), true);
        row("an item of it has less", hpa(metrics, R"({"metrics":[{"type":"A","x":1}]})"),
            body(R"({"metrics":[{"type":"A"}]})"), false);
        const QByteArray keyed = entry("spillway", "Apply",
                                       "{\"f:spec\":{\"f:c\":{\"k:{\\\"name\\\":\\\"x\\\"}\":{\"."
                                       "\":{},\"f:name\":{},\"f:v\":{}}}}}");
        const QJsonObject items = hpa(keyed, R"({"c":[{"name":"y"},{"name":"x","v":1,"w":2}]})");
        row("an item of a shared list", items, body(R"({"c":[{"name":"x","v":1}]})"), true);
        row("the item is another", items, body(R"({"c":[{"name":"y","v":1}]})"), false);
        row("an item more", items, body(R"({"c":[{"name":"x","v":1},{"name":"y"}]})"), false);
        const QByteArray empty = entry("spillway", "Apply", R"({"f:spec":{"f:e":{},"f:b":{}}})");
        row("an empty map that was filled", hpa(empty, R"({"e":{"d":1},"b":2})"),
            body(R"({"e":{},"b":2})"), true);
    }
    void appliedAlready()
    {
        QFETCH(QJsonObject, live);
        QFETCH(QJsonObject, body);
        QTEST(isAppliedAlready(live, u"spillway"_s, body), "already");
    }

    void whatIsOwned()
    {
        const QByteArray keyed =
            entry("spillway", "Apply",
                  "{\"f:metadata\":{\"f:labels\":{\"f:team\":{}}},\"f:spec\":{\"f:maxReplicas\":{},"
                  "\"f:c\":{\"k:{\\\"name\\\":\\\"x\\\"}\":{\".\":{},\"f:v\":{}}}}}");
        QJsonObject live = hpa(keyed, R"({"maxReplicas":6,"minReplicas":1,
            "c":[{"name":"y"},{"name":"x","v":1,"w":2}]})");
        QJsonObject meta = live.value("metadata"_L1).toObject();
        meta.insert(u"labels"_s, QJsonObject{{u"team"_s, u"a"_s}, {u"app"_s, u"b"_s}});
        live.insert(u"metadata"_s, meta);
        QCOMPARE(ownedBody(live, u"spillway"_s),
                 body(R"({"maxReplicas":6,"c":[{"name":"x","v":1}]})",
                      R"("name":"a","namespace":"shop","labels":{"team":"a"})"));
        QJsonObject nothing = body("{}", R"("name":"a","namespace":"shop")");
        nothing.remove("spec"_L1);
        QCOMPARE(ownedBody(live, u"nobody"_s), nothing);
        const QMap<QString, QJsonValue> values = ownedValues(live, u"spillway"_s);
        QCOMPARE(values.keys(),
                 (QStringList{u".metadata.labels.team"_s, QStringLiteral(R"(.spec.c[name="x"].v)"),
                              u".spec.maxReplicas"_s}));
        QCOMPARE(values.value(u".spec.maxReplicas"_s).toInt(), 6);
    }

    /// Applying what is owned changes nothing.
    void recorded_data()
    {
        QTest::addColumn<QString>("exchange");
        for (const char *name : {"live.hpa.get", "pr.apply.other_group"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
    void recorded()
    {
        QFETCH(QString, exchange);
        const QJsonObject live = parsed(wireBody(exchange));
        QVERIFY(!live.isEmpty());
        const QJsonObject owned = ownedBody(live, u"console"_s);
        QVERIFY(isAppliedAlready(live, u"console"_s, owned));
        QVERIFY(foreignFields(live, u"console"_s, owned).empty());
        QVERIFY(!isAppliedAlready(live, u"other"_s, owned));
    }

    void othersFields()
    {
        const QJsonObject live =
            hpa(ourBounds + "," +
                    entry("helm", "Update", R"({"f:spec":{"f:metrics":{},"f:maxReplicas":{}}})") +
                    "," + entry("flux", "Apply", R"({"f:spec":{"f:metrics":{}}})") + "," +
                    entry("gone", "Apply", R"({"f:spec":{}})"),
                R"({"minReplicas":2,"maxReplicas":6,"metrics":[{"type":"A"}]})");
        const QJsonObject wanted =
            body(R"({"minReplicas":3,"maxReplicas":6,"metrics":[{"type":"B"}]})");
        const std::vector<ForeignField> foreign = foreignFields(live, u"spillway"_s, wanted);
        QCOMPARE(foreign.size(), 1);
        QCOMPARE(foreign[0].path, u".spec.metrics"_s);
        QCOMPARE(foreign[0].owners.size(), 2);
        QCOMPARE(foreign[0].value.toArray().size(), 1);
        const std::vector<ForeignField> shared = sharedFields(live, u"spillway"_s, wanted);
        QCOMPARE(shared.size(), 1);
        QCOMPARE(shared[0].path, u".spec.maxReplicas"_s);
        // The undo of a forced apply puts theirs back.
        QCOMPARE(ownedBody(live, u"spillway"_s, wanted),
                 body(R"({"minReplicas":2,"maxReplicas":6,"metrics":[{"type":"A"}]})",
                      R"("name":"a","namespace":"shop")"));
        QCOMPARE(managersOf(fieldOwnersOf(live), u".spec.maxReplicas"_s),
                 (QStringList{u"helm"_s, u"spillway"_s}));
    }
};

QTEST_APPLESS_MAIN(TstOwnEntry)
#include "tst_ownentry.moc"
