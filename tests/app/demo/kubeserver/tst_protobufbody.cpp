// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/protobufbody.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway::demo;

namespace {

/// What kubectl 1.32 sent for "create configmap a --from-literal=x=y".
QByteArray recorded()
{
    return QByteArray::fromHex("6b3873000a0f0a0276311209436f6e6669674d617012230a190a01611200"
                               "1a086b6f7461656d6f6e22002a0032003800420012060a01781201791a002200");
}

QByteArray varint(quint64 value)
{
    QByteArray bytes;
    for (; value > 0x7f; value >>= 7U) {
        bytes.append(char((value & 0x7fU) | 0x80U));
    }
    return bytes.append(char(value));
}

QByteArray field(quint64 number, const QByteArray &bytes)
{
    return varint(number << 3U | 2U) + varint(quint64(bytes.size())) + bytes;
}

QByteArray number(quint64 which, quint64 value)
{
    return varint(which << 3U) + varint(value);
}

QByteArray envelope(const QByteArray &apiVersion, const QByteArray &kind, const QByteArray &object)
{
    return QByteArray("k8s\0", 4) + field(1, field(1, apiVersion) + field(2, kind)) +
           field(2, object);
}

const QByteArray named = field(1, field(1, "a"));

} // namespace

/// The server against the real kubectl: tst_kubectl.
class TestProtobufBody : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatKubectlSends()
    {
        const auto object = objectFromProtobuf(recorded());
        QVERIFY(object);
        QCOMPARE(QJsonDocument(*object).toJson(QJsonDocument::Compact),
                 QByteArray(R"({"apiVersion":"v1","data":{"x":"y"},"kind":"ConfigMap",)"
                            R"("metadata":{"name":"a","namespace":"kotaemon"}})"));
    }

    void zeroCountsWhereItIsSet()
    {
        const auto deployment = [](const QByteArray &spec) {
            return objectFromProtobuf(envelope("apps/v1", "Deployment", named + field(2, spec)))
                .value_or(QJsonObject())
                .value("spec"_L1)
                .toObject();
        };
        QCOMPARE(deployment(number(1, 0) + number(5, 0) + number(7, 0)),
                 (QJsonObject{{u"replicas"_s, 0}}));
        QCOMPARE(deployment(number(1, 3) + number(5, 4) + number(7, 1)),
                 (QJsonObject{{u"replicas"_s, 3}, {u"minReadySeconds"_s, 4}, {u"paused"_s, true}}));
    }

    /// Half an object would be another object.
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("JSON") << QByteArray("{}");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("magic alone") << QByteArray("k8s\0", 4);
        QTest::newRow("another kind") << envelope("v1", "PersistentVolume", named);
        QTest::newRow("another version") << envelope("apps/v1beta1", "Deployment", named);
        QTest::newRow("a field that is not known")
            << envelope("v1", "ConfigMap", named + field(9, "x"));
        QTest::newRow("a flag that is not known")
            << envelope("v1", "ConfigMap", named + number(9, 1));
        QTest::newRow("volumes") << envelope(
            "apps/v1", "Deployment",
            named + field(2, field(3, field(2, field(1, field(1, "volume"))))));
        QTest::newRow("a broken message") << envelope("v1", "ConfigMap", QByteArray("\x0a\x7f", 2));
        QTest::newRow("a fixed number") << envelope("v1", "ConfigMap", QByteArray("\x09", 1));
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!objectFromProtobuf(bytes));
    }

    void whatIsEmptyDoesNotMatter()
    {
        QVERIFY(
            objectFromProtobuf(envelope("v1", "ConfigMap", named + field(9, {}) + number(10, 0))));
    }

    void everyCutAndEveryFlippedBitIsHarmless()
    {
        const QByteArray good = recorded();
        for (qsizetype i = 0; i < good.size(); ++i) {
            (void)objectFromProtobuf(good.first(i));
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray bad = good;
                bad[i] = char(quint8(bad.at(i)) ^ (1U << unsigned(bit)));
                (void)objectFromProtobuf(bad);
            }
        }
        QVERIFY(objectFromProtobuf(good));
    }
};

QTEST_GUILESS_MAIN(TestProtobufBody)
#include "tst_protobufbody.moc"
