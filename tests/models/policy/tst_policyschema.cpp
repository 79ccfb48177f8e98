// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Parser, writer and schema agree: every key of the schema stands in full.yaml, and each of them
// makes a difference to what is read and written.
#include "policy/policyfields.h"
#include "policy/policyschema.h"
#include "policy/policytext.h"
#include "policy/policywriter.h"
#include "policysamples.h"
#include "support/resultmacros.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

/// The schema behind $ref, items and anyOf.
QJsonObject resolved(const QJsonObject &root, QJsonObject schema)
{
    for (;;) {
        if (schema.contains("$ref"_L1)) {
            const QString name = schema.value("$ref"_L1).toString().section(u'/', -1);
            schema = root.value("$defs"_L1).toObject().value(name).toObject();
        } else if (schema.contains("items"_L1)) {
            schema = schema.value("items"_L1).toObject();
        } else if (schema.contains("anyOf"_L1)) {
            schema = schema.value("anyOf"_L1).toArray().last().toObject();
        } else {
            return schema;
        }
    }
}

/// Walks a document beside the schema: notes each key used as "shape.key", and each that the
/// schema does not know.
void walk(const QJsonObject &root, const YamlValue &value, const QJsonObject &schema,
          const QString &shape, QSet<QString> &used, QStringList &unknown)
{
    for (const YamlValue &item : value.items) {
        walk(root, item, schema, shape, used, unknown);
    }
    if (value.kind != YamlValue::Kind::Map || !schema.contains("properties"_L1)) {
        return;
    }
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    for (const YamlEntry &entry : value.entries) {
        if (!properties.contains(entry.key)) {
            unknown << shape + u'.' + entry.key;
            continue;
        }
        used.insert(shape + u'.' + entry.key);
        QJsonObject field = properties.value(entry.key).toObject();
        QString name = shape + u'.' + entry.key;
        const QJsonObject inner = resolved(root, field);
        for (const QString &definition : root.value("$defs"_L1).toObject().keys()) {
            if (root.value("$defs"_L1).toObject().value(definition).toObject() == inner) {
                name = definition;
            }
        }
        walk(root, entry.value, inner, name, used, unknown);
    }
}

QSet<QString> schemaKeys(const QJsonObject &root)
{
    QSet<QString> keys;
    const auto add = [&](const QString &shape, const QJsonObject &schema) {
        for (const QString &key : schema.value("properties"_L1).toObject().keys()) {
            keys.insert(shape + u'.' + key);
        }
    };
    add(u"policy"_s, root);
    const QJsonObject definitions = root.value("$defs"_L1).toObject();
    for (auto definition = definitions.begin(); definition != definitions.end(); ++definition) {
        add(definition.key(), definition.value().toObject());
    }
    return keys;
}

} // namespace

class TestPolicySchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeyBothWays()
    {
        const QJsonObject root = policySchema();
        const auto document =
            YamlDocument::parse(bytesOf(policyData(u"full.yaml"_s)), u"full.yaml"_s);
        QVERIFY_RESULT(document);
        QSet<QString> used;
        QStringList unknown;
        walk(root, document->root(), root, u"policy"_s, used, unknown);
        QCOMPARE(unknown, QStringList());
        QStringList missing = (schemaKeys(root) - used).values();
        missing.sort();
        QCOMPARE(missing, QStringList());
    }

    void everyKeyIsRead_data()
    {
        QTest::addColumn<QString>("path");
        const PolicyReading reading =
            parsePolicy(bytesOf(policyData(u"full.yaml"_s)), u"full.yaml"_s);
        QStringList paths = reading.positions.paths();
        paths.sort();
        for (const QString &path : paths) {
            if (!path.isEmpty() && !path.endsWith(u']')) {
                QTest::newRow(qPrintable(path)) << path;
            }
        }
    }
    void everyKeyIsRead()
    {
        QFETCH(QString, path);
        static const QByteArray text = bytesOf(policyData(u"full.yaml"_s));
        static const QByteArray whole = writePolicy(parsePolicy(text, u"f"_s).policy);
        const auto removed = removeYamlValue(text, path);
        QVERIFY_RESULT(removed);
        const PolicyReading reading = parsePolicy(*removed, u"f"_s);
        // Either the field is missed, or what it said is gone from the policy.
        QVERIFY2(!reading.ok() || writePolicy(reading.policy) != whole, qPrintable(path));
    }

    void draft()
    {
        const QJsonObject root = policySchema();
        QCOMPARE(root.value("$schema"_L1).toString(),
                 u"https://json-schema.org/draft/2020-12/schema"_s);
        QCOMPARE(root.value("additionalProperties"_L1), QJsonValue(false));
        QCOMPARE(root.value("required"_L1).toArray(),
                 (QJsonArray{u"apiVersion"_s, u"kind"_s, u"metadata"_s, u"spec"_s}));
        const QJsonObject metric = root.value("$defs"_L1).toObject().value("metric"_L1).toObject();
        QCOMPARE(metric.value("maxProperties"_L1).toInt(), 1);
        const QJsonObject replicas =
            root.value("$defs"_L1).toObject().value("replicas"_L1).toObject();
        const QJsonObject max =
            replicas.value("properties"_L1).toObject().value("max"_L1).toObject();
        QCOMPARE(max.value("minimum"_L1).toInt(), 1);
        QVERIFY(!max.value("description"_L1).toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPolicySchema)
#include "tst_policyschema.moc"
