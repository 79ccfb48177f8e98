// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/protobufreview.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway::demo;

namespace {

/// A field with a length below 128.
QByteArray field(int number, const QByteArray &bytes)
{
    return QByteArray(1, char(number << 3 | 2)) + QByteArray(1, char(bytes.size())) + bytes;
}

QByteArray envelope(const QByteArray &kind, const QByteArray &spec)
{
    return QByteArray("k8s\0", 4) + field(1, field(1, "authorization.k8s.io/v1") + field(2, kind)) +
           field(2, field(1, {}) + field(2, spec));
}

} // namespace

class TestProtobufReview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void everyCutIsHarmless();
    void everyFlippedByteIsHarmless();
};

void TestProtobufReview::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("spec");
    QTest::newRow("resource") << envelope("SelfSubjectAccessReview",
                                          field(1, field(1, "kotaemon") + field(2, "patch") +
                                                       field(3, "autoscaling") + field(5, "hpas") +
                                                       field(6, "status") + field(7, "chat-api")))
                              << QByteArray(
                                     R"({"resourceAttributes":{"group":"autoscaling","name":)"
                                     R"("chat-api","namespace":"kotaemon","resource":"hpas",)"
                                     R"("subresource":"status","verb":"patch"}})");
    QTest::newRow("path") << envelope("SelfSubjectAccessReview",
                                      field(2, field(1, "/healthz") + field(2, "get")))
                          << QByteArray(
                                 R"({"nonResourceAttributes":{"path":"/healthz","verb":"get"}})");
    QTest::newRow("about somebody")
        << envelope("SubjectAccessReview",
                    field(1, field(2, "get")) + field(3, "viewer") + field(4, "a") + field(4, "b"))
        << QByteArray(
               R"({"groups":["a","b"],"resourceAttributes":{"verb":"get"},"user":"viewer"})");
    QTest::newRow("empty texts are not there")
        << envelope("SelfSubjectAccessReview", field(1, field(1, "") + field(2, "get")))
        << QByteArray(R"({"resourceAttributes":{"verb":"get"}})");
    QTest::newRow("rules") << envelope("SelfSubjectRulesReview", field(1, "kotaemon"))
                           << QByteArray(R"({"namespace":"kotaemon"})");
    QTest::newRow("self") << envelope("SelfSubjectReview", {}) << QByteArray("{}");
    QTest::newRow("token") << envelope("TokenRequest",
                                       field(1, "https://kubernetes") + "\x20\x90\x1c")
                           << QByteArray(R"({"expirationSeconds":3600})");
    QTest::newRow("unknown fields are skipped")
        << envelope("SelfSubjectRulesReview", field(1, "a") + field(9, "b"))
        << QByteArray(R"({"namespace":"a"})");
}

void TestProtobufReview::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, spec);
    const auto review = reviewFromProtobuf(bytes);
    QVERIFY(review);
    QCOMPARE(QJsonDocument((*review)["spec"_L1].toObject()).toJson(QJsonDocument::Compact), spec);
}

void TestProtobufReview::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("mark alone") << QByteArray("k8s\0", 4);
    QTest::newRow("half a mark") << QByteArray("k8");
    QTest::newRow("JSON") << QByteArray(R"({"spec":{}})");
    QTest::newRow("length beyond the end") << QByteArray("k8s\0\x0a\x7f\x01", 7);
    QTest::newRow("length of 64 bits")
        << QByteArray("k8s\0\x0a\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 15);
    QTest::newRow("number without end") << QByteArray("k8s\0\x08\xff\xff\xff\xff\xff\xff\xff\xff"
                                                      "\xff\xff\xff\xff",
                                                      17);
    QTest::newRow("group") << QByteArray("k8s\0\x0b\x01", 6); // wire type 3
    QTest::newRow("fixed number") << QByteArray("k8s\0\x0d\x01\x02\x03\x04", 9);
    QTest::newRow("key without value") << QByteArray("k8s\0\x0a", 5);
}

void TestProtobufReview::refuses()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!reviewFromProtobuf(bytes));
}

void TestProtobufReview::everyCutIsHarmless()
{
    const QByteArray whole =
        envelope("SelfSubjectAccessReview", field(1, field(1, "kotaemon") + field(2, "patch")));
    const auto review = reviewFromProtobuf(whole);
    for (qsizetype size = 0; size < whole.size(); ++size) {
        QVERIFY2(reviewFromProtobuf(whole.left(size)) != review, qPrintable(QString::number(size)));
    }
}

void TestProtobufReview::everyFlippedByteIsHarmless()
{
    const QByteArray whole =
        envelope("SubjectAccessReview", field(1, field(2, "get")) + field(3, "v") + field(4, "g"));
    int refused = 0;
    for (qsizetype at = 0; at < whole.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray broken = whole;
            broken[at] = char(broken.at(at) ^ (1 << bit));
            const auto review = reviewFromProtobuf(broken);
            refused += review ? 0 : 1;
            QVERIFY(!review || (*review)["spec"_L1].isObject());
        }
    }
    QVERIFY(refused >= 32); // at least those in the mark
}

QTEST_GUILESS_MAIN(TestProtobufReview)
#include "tst_protobufreview.moc"
