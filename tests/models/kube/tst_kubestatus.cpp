// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubestatus.h"
#include "support/resultmacros.h"
#include "wiredata.h"

using namespace spillway;
using namespace spillway::kube;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(spillway::kube::Refusal)
Q_DECLARE_METATYPE(spillway::ErrorCode)

namespace {

StatusError errorOf(const QString &exchange)
{
    const WireExchange &one = wire(exchange);
    const bool isApply = one.request.value("contentType"_L1).toString().contains("apply-patch"_L1);
    return statusError(one.response, {.what = u"Cannot do it"_s, .isApply = isApply});
}

HttpResponse textAnswer(int status, const QByteArray &type, const QByteArray &body)
{
    HttpResponse response;
    response.status = status;
    response.url = QUrl(u"https://cluster.example"_s);
    response.headers = {{"content-type", type}};
    response.body = body;
    return response;
}

/// What a recorded refusal means, by its name in the recordings.
struct Meaning
{
    const char *exchange;
    Refusal refusal;
    ErrorCode code;
    bool retryable = false;
};

constexpr Meaning meanings[] = {
    {"err.404.object", Refusal::ObjectMissing, ErrorCode::NotFound},
    {"err.404.subresource.object", Refusal::ObjectMissing, ErrorCode::NotFound},
    {"err.404.ns", Refusal::NamespaceMissing, ErrorCode::NotFound},
    {"err.404.group", Refusal::KindMissing, ErrorCode::Unsupported},
    {"crd.absent.list", Refusal::KindMissing, ErrorCode::Unsupported},
    {"metrics.absent", Refusal::KindMissing, ErrorCode::Unsupported},
    {"apis.resources.unknown_version", Refusal::KindMissing, ErrorCode::Unsupported},
    {"setup.ns.create.exists", Refusal::AlreadyExists, ErrorCode::Conflict},
    {"nsterm.create_ns_again", Refusal::AlreadyExists, ErrorCode::Conflict},
    {"hpa.apply.stale_rv", Refusal::Stale, ErrorCode::Conflict},
    {"scale.put.stale", Refusal::Stale, ErrorCode::Conflict},
    {"hpa.apply.uid_on_missing", Refusal::Stale, ErrorCode::Conflict},
    {"hpa.conflict.many", Refusal::OwnedByOthers, ErrorCode::Conflict},
    {"scale.helm_reapply.conflict", Refusal::OwnedByOthers, ErrorCode::Conflict},
    {"delete.precondition.uid_mismatch", Refusal::PreconditionFailed, ErrorCode::Conflict},
    {"delete.precondition.rv_mismatch", Refusal::PreconditionFailed, ErrorCode::Conflict},
    {"auth.401.bad_token", Refusal::Other, ErrorCode::Unauthorized},
    {"auth.403.get", Refusal::Forbidden, ErrorCode::Forbidden},
    {"apis.anonymous", Refusal::Forbidden, ErrorCode::Forbidden},
    {"rbac.role.escalation", Refusal::Forbidden, ErrorCode::Forbidden},
    {"quota.exceeded", Refusal::QuotaExceeded, ErrorCode::Forbidden},
    {"nsterm.create_refused", Refusal::NamespaceTerminating, ErrorCode::Forbidden},
    {"vap.denied", Refusal::AdmissionDenied, ErrorCode::Forbidden},
    {"hpa.422.many", Refusal::Invalid, ErrorCode::BadRequest},
    {"so.422.int32_range", Refusal::Invalid, ErrorCode::BadRequest},
    {"cm.immutable.change_data", Refusal::Invalid, ErrorCode::BadRequest},
    {"hpa.strict.duplicate_key", Refusal::Invalid, ErrorCode::BadRequest},
    {"so.strict.unknown.post", Refusal::Invalid, ErrorCode::BadRequest},
    {"hpa.strict.unknown", Refusal::NotDigestible, ErrorCode::BadRequest},
    {"so.strict.unknown", Refusal::NotDigestible, ErrorCode::BadRequest},
    {"hpa.badvalue.quantity", Refusal::NotDigestible, ErrorCode::BadRequest},
    {"hpa.badvalue.wrong_type", Refusal::NotDigestible, ErrorCode::BadRequest},
    {"cm.number_value", Refusal::NotDigestible, ErrorCode::BadRequest},
    {"cm.binary.bad", Refusal::NotDigestible, ErrorCode::BadRequest},
    {"cj.list_map.duplicate_key", Refusal::NotDigestible, ErrorCode::BadRequest},
    {"size.413.apply", Refusal::ObjectTooLarge, ErrorCode::TooLarge},
    {"size.etcd.cr", Refusal::ObjectTooLarge, ErrorCode::TooLarge},
    {"webhook.down", Refusal::WebhookUnreachable, ErrorCode::ServerUnavailable, true},
    {"apf.429.get", Refusal::Throttled, ErrorCode::RateLimited, true},
    {"crd.establishing.1", Refusal::Starting, ErrorCode::ServerUnavailable, true},
    {"startup.4", Refusal::Starting, ErrorCode::ServerUnavailable, true},
    {"startup.5", Refusal::Other, ErrorCode::ServerError},
    {"pod.eviction.429", Refusal::Disruption, ErrorCode::RateLimited, true},
    {"list.rv.future", Refusal::VersionTooLarge, ErrorCode::Timeout, true},
    {"list.events.410", Refusal::Expired, ErrorCode::BadRequest},
    {"proxy.no_endpoints", Refusal::BackendUnavailable, ErrorCode::ServerUnavailable, true},
    {"apiservice.get", Refusal::BackendUnavailable, ErrorCode::ServerUnavailable, true},
    {"err.timeout.param", Refusal::Other, ErrorCode::Timeout, true},
    {"err.405.post_object", Refusal::Other, ErrorCode::Unsupported},
    {"err.406", Refusal::Other, ErrorCode::Unsupported},
    {"err.406.cr", Refusal::Other, ErrorCode::Unsupported},
    {"err.415.post", Refusal::Other, ErrorCode::Unsupported},
    {"watch.bad_rv", Refusal::Other, ErrorCode::ServerError},
    {"err.accept.yaml", Refusal::KindMissing, ErrorCode::Unsupported},
};

} // namespace

class TestKubeStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meaning_data()
    {
        QTest::addColumn<Refusal>("refusal");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<bool>("retryable");
        for (const Meaning &row : meanings) {
            QTest::newRow(row.exchange) << row.refusal << row.code << row.retryable;
        }
    }
    void meaning()
    {
        QFETCH(Refusal, refusal);
        QFETCH(ErrorCode, code);
        QFETCH(bool, retryable);
        const StatusError found = errorOf(QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(found.detail.refusal, refusal);
        QCOMPARE(found.error.code, code);
        QCOMPARE(found.detail.retryable, retryable);
        QVERIFY(!found.error.why.isEmpty());
        QVERIFY(!found.error.sentence().contains(u'\n') || !found.detail.message.isEmpty());
    }

    /// No recorded refusal is without a reason or taken for somebody else's.
    void everyRecordedRefusalIsExplained()
    {
        int seen = 0;
        for (auto it = wireExchanges().cbegin(); it != wireExchanges().cend(); ++it) {
            if (it->response.status < 400) {
                continue;
            }
            ++seen;
            const StatusError found = errorOf(it.key());
            QVERIFY2(found.detail.refusal != Refusal::NotKubernetes || it->response.body.isEmpty(),
                     qPrintable(it.key()));
            QVERIFY2(!found.error.why.isEmpty(), qPrintable(it.key()));
            QCOMPARE(found.error.httpStatus, it->response.status);
        }
        QVERIFY(seen > 100);
    }

    void causesAreNamedOnce()
    {
        const StatusError many = errorOf(u"hpa.422.many"_s);
        QStringList fields;
        for (const StatusCause &cause : many.detail.causes) {
            fields.append(cause.field);
        }
        QCOMPARE(fields.count(u"spec.metrics[0].type"_s), 1); // the server says it twice
        QVERIFY(fields.contains(u"spec.maxReplicas"_s));
        QVERIFY(many.error.why.contains("spec.maxReplicas: Invalid value: 3"_L1));

        const StatusError filler = errorOf(u"dr.422.host"_s);
        QCOMPARE(filler.detail.causes.size(), 1);
        QCOMPARE(filler.detail.causes.first().field, u"spec.host"_s);
    }

    void conflictsNameFieldAndOwner()
    {
        const StatusError two = errorOf(u"hpa.conflict.two_managers"_s);
        QCOMPARE(two.detail.conflicts.size(), 2);
        for (const FieldConflict &conflict : two.detail.conflicts) {
            if (conflict.manager == "kubectl-edit"_L1) {
                QCOMPARE(conflict.field, u".spec.metrics"_s);
                QCOMPARE(conflict.apiVersion, u"autoscaling/v2"_s);
            } else {
                QCOMPARE(conflict.manager, u"other-tool"_s);
                QCOMPARE(conflict.field, u".spec.maxReplicas"_s);
                QVERIFY(conflict.apiVersion.isEmpty());
            }
        }
        const StatusError scale = errorOf(u"scale.helm_reapply.conflict"_s);
        QCOMPARE(scale.detail.conflicts.first().subresource, u"scale"_s);
        QCOMPARE(scale.detail.conflicts.first().manager, u"scale-applier"_s);
    }

    void conflictMessages_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("manager");
        QTest::addColumn<QString>("subresource");
        QTest::addColumn<QString>("apiVersion");
        QTest::newRow("apply") << QStringLiteral(R"(conflict with "a b")") << u"a b"_s << u""_s
                               << u""_s;
        QTest::newRow("update") << QStringLiteral(R"(conflict with "x" using apps/v1)") << u"x"_s
                                << u""_s << u"apps/v1"_s;
        QTest::newRow("both") << QStringLiteral(
                                     R"(conflict with "x" with subresource "scale" using apps/v1)")
                              << u"x"_s << u"scale"_s << u"apps/v1"_s;
        QTest::newRow("timed") << QStringLiteral(
                                      R"(conflict with "x" using apps/v1 at 2026-01-01T00:00:00Z)")
                               << u"x"_s << u""_s << u"apps/v1"_s;
        QTest::newRow("other words") << u"somebody"_s << u"somebody"_s << u""_s << u""_s;
    }
    void conflictMessages()
    {
        QFETCH(QString, message);
        const FieldConflict conflict = parseConflict({{}, message, u".spec.x"_s});
        QTEST(conflict.manager, "manager");
        QTEST(conflict.subresource, "subresource");
        QTEST(conflict.apiVersion, "apiVersion");
        QCOMPARE(conflict.field, u".spec.x"_s);
    }

    void forbiddenIsExplained()
    {
        const StatusError error = errorOf(u"auth.403.get"_s);
        QCOMPARE(error.error.why,
                 u"oncall may not get horizontalpodautoscalers.autoscaling chat-api in the "
                 "namespace kotaemon"_s);
        QVERIFY(error.detail.neededRole.contains("kind: Role\n"_L1));
        QVERIFY(error.detail.neededRole.contains("resourceNames: [chat-api]"_L1));
        const StatusError imp = statusError(wire(u"auth.403.get"_s).response,
                                            {.what = u"x"_s, .actingAs = u"oncall"_s});
        QVERIFY(imp.error.why.contains("acts as oncall"_L1));
    }

    void impersonationIsNotARoleOfTheResource()
    {
        const StatusError error = errorOf(u"imp.oncall_group.forbidden"_s);
        QCOMPARE(error.detail.refusal, Refusal::Forbidden);
        QVERIFY(error.detail.neededRole.isEmpty());
    }

    void policyTextIsShownInFull()
    {
        const StatusError error = errorOf(u"vap.denied"_s);
        QVERIFY(error.error.why.contains("maxReplicas above 50 needs approval"_L1));
    }

    void expiredListGivesATokenToGoOn()
    {
        QVERIFY(!errorOf(u"list.events.410"_s).detail.continueToken.isEmpty());
        QVERIFY(errorOf(u"list.events.exact.410"_s).detail.continueToken.isEmpty());
    }

    void aThrottleNamesItsQueue()
    {
        HttpResponse response;
        response.status = 429;
        response.body = "Too many requests, please try again later.\n";
        response.headers = {{"content-type", "text/plain"},
                            {"x-kubernetes-pf-flowschema-uid", "7-7-7"}};
        const StatusError error = statusError(response, {.what = u"Cannot list pods"_s});
        QCOMPARE(error.detail.refusal, Refusal::Throttled);
        QVERIFY2(error.error.why.contains(u"flow schema 7-7-7"_s), qPrintable(error.error.why));
        response.headers.removeLast();
        QVERIFY(!statusError(response, {}).error.why.contains(u"flow schema"_s));
    }

    void otherPeersAreToldApart_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray page = "<html><head><title>Sign in</title></head>hello</html>";
        QTest::newRow("login page with 200")
            << 200 << QByteArray{"text/html"} << page << ErrorCode::WrongContent;
        QTest::newRow("login page with 401")
            << 401 << QByteArray{"text/html"} << page << ErrorCode::Unauthorized;
        QTest::newRow("page of a proxy with 404")
            << 404 << QByteArray{"text/html"} << page << ErrorCode::WrongContent;
        QTest::newRow("text of a proxy")
            << 502 << QByteArray{"text/plain"} << QByteArray{"upstream connect error"}
            << ErrorCode::WrongContent;
        QTest::newRow("HTML that claims to be JSON")
            << 503 << QByteArray{"application/json"} << page << ErrorCode::WrongContent;
        QTest::newRow("proxy wants a password")
            << 407 << QByteArray{"text/html"} << page << ErrorCode::Proxy;
        QTest::newRow("nothing at all")
            << 502 << QByteArray{} << QByteArray{} << ErrorCode::WrongContent;
    }
    void otherPeersAreToldApart()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        const StatusError error = statusError(textAnswer(status, type, body), {.what = u"x"_s});
        QCOMPARE(error.detail.refusal, Refusal::NotKubernetes);
        QTEST(error.error.code, "code");
        QVERIFY(!error.error.why.contains(u'<'));
    }

    void longTextIsCut()
    {
        const StatusError error =
            statusError(textAnswer(500, "text/html", "<p>" + QByteArray(100'000, 'x') + "</p>"),
                        {.what = u"x"_s});
        QVERIFY(error.detail.message.size() <= 2048);
    }

    void secretsAreNotQuoted()
    {
        HttpResponse answer = textAnswer(
            400, "application/json",
            R"({"kind":"Status","status":"Failure","message":"bad token canary-secret","reason":"BadRequest","code":400})");
        answer.secrets = {"canary-secret"};
        const StatusError error = statusError(answer, {.what = u"x"_s});
        QVERIFY(!error.error.sentence().contains("canary"_L1));
        QVERIFY(!error.detail.message.contains("canary"_L1));
    }

    void statusOfAWatchEvent()
    {
        const QByteArray line = wireBody(u"watch.too_old"_s);
        const QByteArray status =
            compactJson(QJsonDocument::fromJson(line).object().value("object"_L1));
        const StatusError error = statusError(status, {.what = u"Cannot watch"_s});
        QCOMPARE(error.detail.refusal, Refusal::Expired);
        QCOMPARE(error.error.httpStatus, 410);
    }

    void warnings_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QStringList>("texts");
        QTest::newRow("plain") << QByteArray{"299 - \"unknown field \\\"spec.x\\\"\""}
                               << QStringList{QStringLiteral(R"(unknown field "spec.x")")};
        QTest::newRow("agent and date")
            << QByteArray{R"(299 host:1 "old" "Sat, 25 Aug 2012 23:34:45 GMT")"}
            << QStringList{u"old"_s};
        QTest::newRow("several in one") << QByteArray{R"(299 - "a", 299 - "b, c" , 299 - "a")"}
                                        << QStringList{u"a"_s, u"b, c"_s};
        QTest::newRow("other codes")
            << QByteArray{R"(199 - "no", 299 - "yes")"} << QStringList{u"yes"_s};
        QTest::newRow("backslashes")
            << QByteArray{"299 - \"a\\\\b\""} << QStringList{QStringLiteral("a\\b")};
        QTest::newRow("unfinished") << QByteArray{"299 - \"abc"} << QStringList{};
        QTest::newRow("garbage") << QByteArray{"hello"} << QStringList{};
        QTest::newRow("empty") << QByteArray{} << QStringList{};
        QTest::newRow("empty text") << QByteArray{R"(299 - "")"} << QStringList{};
    }
    void warnings()
    {
        QFETCH(QByteArray, header);
        QTEST(warningTexts({{"content-type", "x"}, {"warning", header}}), "texts");
    }

    void recordedWarnings()
    {
        const QStringList texts = warningTexts(wire(u"hpa.warn.unknown.post"_s).response.headers);
        QCOMPARE(texts, (QStringList{QStringLiteral(R"(unknown field "metadata.lables")"),
                                     QStringLiteral(R"(unknown field "spec.maxReplica")")}));
    }
};

QTEST_GUILESS_MAIN(TestKubeStatus)
#include "tst_kubestatus.moc"
