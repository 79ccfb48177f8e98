// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/writeoptions.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway::demo;

/// The query and the headers of a write.
class TestWriteOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsPatches_data();
    void knowsPatches();
    void refusesOtherBodies_data();
    void refusesOtherBodies();
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void collectsAllCauses();
};

void TestWriteOptions::knowsPatches_data()
{
    QTest::addColumn<QString>("contentType");
    QTest::addColumn<PatchKind>("kind");
    QTest::newRow("apply") << u"application/apply-patch+yaml"_s << PatchKind::Apply;
    QTest::newRow("merge") << u"application/merge-patch+json"_s << PatchKind::Merge;
    QTest::newRow("json") << u"application/json-patch+json"_s << PatchKind::Json;
    QTest::newRow("strategic") << u"application/strategic-merge-patch+json"_s
                               << PatchKind::Strategic;
    QTest::newRow("parameter") << u"application/merge-patch+json ; charset=utf-8"_s
                               << PatchKind::Merge;
}

void TestWriteOptions::knowsPatches()
{
    QFETCH(QString, contentType);
    QFETCH(PatchKind, kind);
    PatchKind read = PatchKind::None;
    QVERIFY(!readPatchKind(ResourceType(), contentType, read));
    QCOMPARE(read, kind);
}

void TestWriteOptions::refusesOtherBodies_data()
{
    QTest::addColumn<bool>("custom");
    QTest::addColumn<QString>("contentType");
    QTest::addColumn<QString>("named");
    const QString strategic = u"application/strategic-merge-patch+json"_s;
    QTest::newRow("strategic of a custom resource")
        << true << strategic << u"application/json-patch+json, application/merge-patch+json"_s;
    QTest::newRow("json") << false << u"application/json"_s << u"415: Unsupported Media Type"_s;
    QTest::newRow("cbor") << false << u"application/apply-patch+cbor"_s
                          << u"415: Unsupported Media Type"_s;
    QTest::newRow("none") << false << QString() << u"415: Unsupported Media Type"_s;
}

void TestWriteOptions::refusesOtherBodies()
{
    QFETCH(bool, custom);
    QFETCH(QString, contentType);
    QFETCH(QString, named);
    ResourceType type;
    type.custom = custom;
    PatchKind kind = PatchKind::None;
    const auto refusal = readPatchKind(type, contentType, kind);
    QVERIFY(refusal);
    QCOMPARE(refusal->code, 415);
    QVERIFY2(refusal->message.contains(named), qPrintable(refusal->message));
    QCOMPARE(kind, PatchKind::None);
}

void TestWriteOptions::reads_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("userAgent");
    QTest::addColumn<QString>("manager");
    QTest::addColumn<Strictness>("strictness");
    QTest::addColumn<bool>("dryRun");
    QTest::addColumn<bool>("force");
    QTest::newRow("nothing") << QString() << u"kubectl/v1.32.0 (linux)"_s << u"kubectl"_s
                             << Strictness::Warn << false << false;
    QTest::newRow("all") << u"fieldManager=a%20b&fieldValidation=Strict&dryRun=All&force=true"_s
                         << u"x/1"_s << u"a b"_s << Strictness::Strict << true << true;
    QTest::newRow("ignore") << u"fieldManager=m&fieldValidation=Ignore&force=false"_s << QString()
                            << u"m"_s << Strictness::Ignore << false << false;
    QTest::newRow("control character in the agent")
        << u"fieldValidation=Warn"_s << u"a\x01z/2"_s << u"az"_s << Strictness::Warn << false
        << false;
    QTest::newRow("long agent") << QString() << QString(300, u'a') << QString(128, u'a')
                                << Strictness::Warn << false << false;
}

void TestWriteOptions::reads()
{
    QFETCH(QString, query);
    QFETCH(QString, userAgent);
    QFETCH(QString, manager);
    QFETCH(Strictness, strictness);
    QFETCH(bool, dryRun);
    QFETCH(bool, force);
    WriteRequest request;
    request.query = QUrlQuery(query);
    request.userAgent = userAgent;
    WriteOptions options;
    QVERIFY(!readWriteOptions(request, PatchKind::None, options));
    QCOMPARE(options.manager, manager);
    QCOMPARE(options.strictness, strictness);
    QCOMPARE(options.dryRun, dryRun);
    QCOMPARE(options.force, force);
}

void TestWriteOptions::refuses_data()
{
    QTest::addColumn<PatchKind>("kind");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("message");
    const QString patch = u"PatchOptions.meta.k8s.io \"\" is invalid: "_s;
    const QString put = u"UpdateOptions.meta.k8s.io \"\" is invalid: "_s;
    QTest::newRow("apply without a manager")
        << PatchKind::Apply << QString()
        << QString(patch + u"fieldManager: Required value: is required for apply patch"_s);
    QTest::newRow("forced merge")
        << PatchKind::Merge << u"force=false"_s
        << QString(patch + u"force: Forbidden: may not be specified for non-apply patch"_s);
    QTest::newRow("validation")
        << PatchKind::None << u"fieldValidation=strict"_s
        << QString(put + u"fieldValidation: Unsupported value: \"strict\": supported values: "
                         "\"\", \"Ignore\", \"Strict\", \"Warn\""_s);
    QTest::newRow("long manager")
        << PatchKind::None << QString(u"fieldManager="_s + QString(129, u'a'))
        << QString(put + u"fieldManager: Too long: may not be more than 128 bytes"_s);
    QTest::newRow("long in bytes")
        << PatchKind::None << QString(u"fieldManager="_s + QString(65, QChar(0xe9)))
        << QString(put + u"fieldManager: Too long: may not be more than 128 bytes"_s);
    QTest::newRow("line break")
        << PatchKind::None << u"fieldManager=a%0Ab"_s
        << QString(put + u"fieldManager: Invalid value: \"a\\nb\": invalid character U+000A (at "
                         "position 1)"_s);
}

void TestWriteOptions::refuses()
{
    QFETCH(PatchKind, kind);
    QFETCH(QString, query);
    QFETCH(QString, message);
    WriteRequest request;
    request.method =
        kind == PatchKind::None ? WriteRequest::Method::Put : WriteRequest::Method::Patch;
    request.query = QUrlQuery(query);
    WriteOptions options;
    const auto refusal = readWriteOptions(request, kind, options);
    QVERIFY(refusal);
    QCOMPARE(refusal->code, 422);
    QCOMPARE(refusal->message, message);
}

void TestWriteOptions::collectsAllCauses()
{
    WriteRequest request;
    request.method = WriteRequest::Method::Post;
    request.query = QUrlQuery(u"dryRun=All&dryRun=All&fieldValidation=x"_s);
    WriteOptions options;
    const auto refusal = readWriteOptions(request, PatchKind::None, options);
    QVERIFY(refusal);
    QCOMPARE(refusal->causes.size(), 2U);
    QCOMPARE(refusal->causes[0].field, u"dryRun"_s);
    QCOMPARE(refusal->causes[1].field, u"fieldValidation"_s);
    QVERIFY(refusal->message.startsWith("CreateOptions"_L1));
}

QTEST_GUILESS_MAIN(TestWriteOptions)
#include "tst_writeoptions.moc"
