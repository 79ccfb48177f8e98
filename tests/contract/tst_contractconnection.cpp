// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a kubeconfig to a server that knows us: version, identity, impersonation, and every way in
// which it goes wrong.
#include "contract/clusterfixture.h"
#include "contract/manifests.h"
#include "support/testcertificates.h"

using namespace spillway;
using namespace spillway::contract;
using kube::Kind;
using kube::Refusal;

class TestContractConnection : public ContractTest
{
    Q_OBJECT

    [[nodiscard]] static Answer<kube::Identity> whoIs(Session &session)
    {
        return answerOf<kube::Identity>(session.client().whoAmI(nullptr));
    }

private Q_SLOTS:
    void version()
    {
        const auto version = answerOf<kube::ServerVersion>(admin().client().version(nullptr));
        QVERIFY_RESULT(version.result);
        QVERIFY2(version.result->text.startsWith(u"v1."_s), qPrintable(version.result->text));
        QCOMPARE(version.result->major, 1);
        QVERIFY(version.result->minor > 0);
    }

    void theAdministrator()
    {
        const auto identity = whoIs(admin());
        QVERIFY_RESULT(identity.result);
        QVERIFY(!identity.result->user.isEmpty());
        QVERIFY(identity.result->groups.contains(u"system:authenticated"_s));
    }

    void aServiceAccount()
    {
        auto account = cluster().asServiceAccount(u"schedule"_s);
        QVERIFY_RESULT(account);
        const auto identity = whoIs(**account);
        QVERIFY_RESULT(identity.result);
        QCOMPARE(identity.result->user, u"system:serviceaccount:%1:schedule"_s.arg(ns()));
        QVERIFY(identity.result->groups.contains(u"system:serviceaccounts:%1"_s.arg(ns())));
        QVERIFY(!identity.result->uid.isEmpty());
    }

    void tokensThatNobodyKnows()
    {
        const auto stranger = cluster().as(u"not-a-token"_s);
        const auto identity = whoIs(*stranger);
        QVERIFY_ERROR(identity.result, ErrorCode::Unauthorized);
        QCOMPARE(identity.result.error().httpStatus, 401);
        QVERIFY(!identity.result.error().advice.isEmpty());
        QVERIFY(!identity.result.error().sentence().contains(u"not-a-token"_s));
        QVERIFY_ERROR(stranger->discover(), ErrorCode::Unauthorized);
    }

    void withoutCredentials()
    {
        const auto nobody = cluster().as({});
        const auto maps =
            nobody->list<kube::ConfigMap>({kube::bestResource(Kind::ConfigMap), ns(), {}, {}, 500});
        QVERIFY(!maps.result.ok());
        // 401 where anonymous requests are switched off, else 403 of system:anonymous.
        const ErrorCode code = maps.result.error().code;
        QVERIFY2(code == ErrorCode::Forbidden || code == ErrorCode::Unauthorized,
                 qPrintable(maps.result.error().sentence()));
    }

    void theServerMustBeTheOneMeant_data()
    {
        QTest::addColumn<bool>("otherAuthority");
        QTest::newRow("name") << false;
        QTest::newRow("authority") << true;
    }
    void theServerMustBeTheOneMeant()
    {
        QFETCH(bool, otherAuthority);
        KubeTarget target = cluster().target();
        TestCertificates certificates;
        if (otherAuthority) {
            certificates.makeCa(u"other"_s);
            target.cluster.caFile.clear();
            target.cluster.caPem = certificates.read(u"other.crt"_s);
        } else {
            target.cluster.tlsServerName = u"wrong.contract.invalid"_s;
        }
        Session session(target);
        const auto version = answerOf<kube::ServerVersion>(session.client().version(nullptr));
        QVERIFY_ERROR(version.result, ErrorCode::Tls);
    }

    void actingAsSomebodyElse()
    {
        KubeTarget target = cluster().target();
        target.user.impersonate = u"contract-user"_s;
        target.user.impersonateGroups = {u"contract-group"_s};
        Session session(target);
        const auto identity = whoIs(session);
        QVERIFY_RESULT(identity.result);
        QCOMPARE(identity.result->user, u"contract-user"_s);
        QVERIFY(identity.result->groups.contains(u"contract-group"_s));

        const auto maps =
            session.list<kube::ConfigMap>({kube::bestResource(Kind::ConfigMap), ns(), {}, {}, 500});
        QVERIFY_ERROR(maps.result, ErrorCode::Forbidden);
        QCOMPARE(maps.detail.refusal, Refusal::Forbidden);
        QVERIFY2(maps.result.error().sentence().contains(u"contract-user"_s),
                 qPrintable(maps.result.error().sentence()));
    }

    void actingAsSomebodyElseNeedsARight()
    {
        auto account = cluster().asServiceAccount(u"ordinary"_s);
        QVERIFY_RESULT(account);
        KubeTarget target = cluster().target();
        target.user = {};
        HttpSettingsPtr settings;
        (*account)->access().settings(this, [&settings](const Result<HttpSettingsPtr> &got) {
            settings = got.ok() ? *got : nullptr;
        });
        QVERIFY(settings);
        target.user.token = settings->auth.secret;
        target.user.impersonate = u"contract-user"_s;
        Session session(target);
        const auto identity = whoIs(session);
        QVERIFY_ERROR(identity.result, ErrorCode::Forbidden);
        QCOMPARE(identity.detail.refusal, Refusal::Forbidden);
    }

    void aClosedWindowWritesNothing()
    {
        const kube::ObjectRef object = cluster().ref(Kind::ConfigMap, u"closed"_s);
        const WriteTicket ticket = *admin().window().open();
        admin().window().close();
        const std::unique_ptr<KubeWrite> write(admin().writer().apply(
            ticket, {object, bytesOf(configMap(named(object.name), {}))}, nullptr));
        QVERIFY(finished(*write));
        QCOMPARE(write->outcome().state, WriteOutcome::State::Refused);
        QCOMPARE(write->outcome().error->code, ErrorCode::Forbidden);
        QCOMPARE(admin().get<kube::ConfigMap>(object).detail.refusal, Refusal::ObjectMissing);
    }
};

QTEST_GUILESS_MAIN(TestContractConnection)
#include "tst_contractconnection.moc"
