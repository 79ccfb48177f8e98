// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubedecoder.h"
#include "kube/managedfields.h"
#include "support/resultmacros.h"
#include "wiredata.h"

using namespace spillway;
using namespace spillway::kube;
using namespace Qt::StringLiterals;

class TestManagedFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paths_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QStringList>("paths");
        const auto row = [](const char *name, const char *fields, const QStringList &paths) {
            QTest::newRow(name) << QByteArray{fields} << paths;
        };
        row("leaves", R"({"f:spec":{"f:minReplicas":{},"f:maxReplicas":{}}})",
            {u".spec.maxReplicas"_s, u".spec.minReplicas"_s});
        row("dots", R"({"f:metadata":{"f:labels":{".":{},"f:app":{}}}})",
            {u".metadata.labels.app"_s});
        row("empty map owned", R"({"f:spec":{"f:x":{".":{}}}})", {u".spec.x"_s});
        row("list by key",
            "{\"f:groups\":{\"k:{\\\"name\\\":\\\"slo\\\"}\":{\".\":{},\"f:interval\":{}}}}",
            {QStringLiteral(R"(.groups[name="slo"].interval)")});
        row("two keys",
            "{\"f:ports\":{\"k:{\\\"containerPort\\\":80,\\\"protocol\\\":\\\"TCP\\\"}\":{\"f:"
            "name\":{}}}}",
            {QStringLiteral(R"(.ports[containerPort=80,protocol="TCP"].name)")});
        row("set", "{\"f:finalizers\":{\"v:\\\"a/b\\\"\":{}}}",
            {QStringLiteral(R"(.finalizers[="a/b"])")});
        row("index", R"({"f:x":{"i:2":{}}})", {u".x[2]"_s});
        row("trace of nothing", R"({"f:spec":{}})", {u".spec"_s});
        row("nothing", "{}", {});
        row("unknown element", R"({"f:a":{"q:b":{}}})", {u".a"_s});
    }
    void paths()
    {
        QFETCH(QByteArray, fields);
        const auto found = fieldPaths(fields);
        QVERIFY_RESULT(found);
        QTEST(*found, "paths");
    }

    void badPaths()
    {
        QVERIFY_ERROR(fieldPaths("[]"), ErrorCode::WrongContent);
        QVERIFY_ERROR(fieldPaths(""), ErrorCode::WrongContent);
        QVERIFY_ERROR(fieldPaths("{\"f:a\":"), ErrorCode::WrongContent);
    }

    void ownersOfARecordedHpa()
    {
        const auto hpa = decodeObject<HorizontalPodAutoscaler>(wireBody(u"live.hpa.get"_s));
        const FieldOwners owners = fieldOwners(hpa->meta.managedFields);
        const QList<FieldOwner> bound = ownersOf(owners, u".spec.maxReplicas"_s);
        QCOMPARE(bound.size(), 1);
        QCOMPARE(bound.first().manager, u"console"_s);
        QVERIFY(bound.first().isApply());
        // The list is atomic: owning it is owning what is in it (S8).
        QCOMPARE(ownersOf(owners, u".spec.metrics[0].type"_s).first().manager, u"console"_s);
        QVERIFY(ownersOf(owners, u".spec.unknown"_s).isEmpty());
        const QList<FieldOwner> status = ownersOf(owners, u".status.currentReplicas"_s);
        QCOMPARE(status.first().subresource, u"status"_s);
        QCOMPARE(status.first().operation, u"Update"_s);
    }

    void anEmptyTraceOwnsNothing()
    {
        const auto entry = [](const QString &manager, const QByteArray &fields) {
            return ManagedFieldsEntry{manager, u"Apply"_s, u"autoscaling/v2"_s, {}, {}, fields};
        };
        const ManagedFieldsEntry trace = entry(u"spillway-schedule"_s, R"({"f:spec":{}})");
        const FieldOwners owners = fieldOwners(
            {trace, entry(u"spillway"_s, R"({"f:spec":{"f:maxReplicas":{},"f:metrics":{}}})")});
        for (const QString &path : {u".spec.maxReplicas"_s, u".spec.metrics[0].type"_s}) {
            QCOMPARE(ownersOf(owners, path).size(), 1);
            QCOMPARE(ownersOf(owners, path).first().manager, u"spillway"_s);
        }
        QVERIFY(ownersOf(owners, u".spec.minReplicas"_s).isEmpty());
    }

    void pathsAreThoseOfConflicts()
    {
        // Two managers own different groups of one rule.
        const auto rule = decodeObject<PrometheusRule>(wireBody(u"pr.apply.other_group"_s));
        const FieldOwners owners = fieldOwners(rule->meta.managedFields);
        QCOMPARE(ownersOf(owners, QStringLiteral(R"(.spec.groups[name="slo"].interval)"))
                     .first()
                     .manager,
                 u"console"_s);
        QCOMPARE(ownersOf(owners, QStringLiteral(R"(.spec.groups[name="capacity"].rules)"))
                     .first()
                     .manager,
                 u"other-tool"_s);
    }

    void brokenEntriesAreLeftOut()
    {
        const FieldOwners owners = fieldOwners({{u"a"_s, u"Apply"_s, {}, {}, {}, "garbage"},
                                                {u"b"_s, u"Apply"_s, {}, {}, {}, R"({"f:x":{}})"}});
        QCOMPARE(owners.keys(), QStringList{u".x"_s});
    }

    void ownEntry()
    {
        const QList<ManagedFieldsEntry> entries{
            {u"spillway"_s, u"Update"_s, u"v1"_s, {}, {}, "{}"},
            {u"spillway"_s, u"Apply"_s, u"v1"_s, u"scale"_s, {}, "{}"},
            {u"spillway"_s, u"Apply"_s, u"v1"_s, {}, {}, R"({"f:spec":{"f:a":{}}})"}};
        QCOMPARE(applyEntry(entries, u"spillway"_s), &entries.at(2));
        QCOMPARE(applyEntry(entries, u"other"_s), nullptr);
    }

    void releasedFields_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("released");
        QTest::newRow("all there")
            << QByteArray{R"({"metadata":{"labels":{"app":"x"}},"spec":{"min":1,
               "groups":[{"name":"slo","interval":"1m"}],"set":["v"]}})"}
            << QStringList{};
        QTest::newRow("one left out") << QByteArray{R"({"metadata":{"labels":{"app":"x"}},"spec":{
               "groups":[{"name":"slo","interval":"1m"}],"set":["v"]}})"}
                                      << QStringList{u".spec.min"_s};
        QTest::newRow("element of a list")
            << QByteArray{R"({"metadata":{"labels":{"app":"x"}},"spec":{"min":1,
               "groups":[{"name":"other"}],"set":[]}})"}
            << QStringList{QStringLiteral(R"(.spec.groups[name="slo"].interval)"),
                           QStringLiteral(R"(.spec.set[="v"])")};
        QTest::newRow("everything")
            << QByteArray{"{}"}
            << QStringList{u".metadata.labels.app"_s,
                           QStringLiteral(R"(.spec.groups[name="slo"].interval)"), u".spec.min"_s,
                           QStringLiteral(R"(.spec.set[="v"])")};
    }
    void releasedFields()
    {
        QFETCH(QByteArray, body);
        const QList<ManagedFieldsEntry> entries{
            {u"spillway"_s,
             u"Apply"_s,
             u"v1"_s,
             {},
             {},
             R"({"f:metadata":{"f:labels":{"f:app":{}}},"f:spec":{"f:min":{},)"
             "\"f:groups\":{\"k:{\\\"name\\\":\\\"slo\\\"}\":{\"f:interval\":{}}},\"f:set\":{\"v:"
             "\\\"v\\\"\":{}}}}"}};
        const auto released = releasedPaths(entries, u"spillway"_s, body);
        QVERIFY_RESULT(released);
        QTEST(*released, "released");
        QVERIFY(releasedPaths(entries, u"other"_s, body)->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestManagedFields)
#include "tst_managedfields.moc"
