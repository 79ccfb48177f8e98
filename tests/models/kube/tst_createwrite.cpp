// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Objects that must not be there yet: an object of that name is never changed, and a lost answer is
// settled by whose object is there then.
#include "support/resultmacros.h"
#include "wiredata.h"
#include "writefixture.h"

using namespace spillway;
using namespace spillway::kube;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(spillway::kube::Refusal)
Q_DECLARE_METATYPE(spillway::WriteOutcome::State)

namespace {

using State = WriteOutcome::State;

const ObjectRef revisionRef{bestResource(Kind::ConfigMap), QStringLiteral("shop"),
                            QStringLiteral("revision-7")};
const QJsonObject ourData{{"mark"_L1, "abc"_L1}, {"text"_L1, "min: 2"_L1}};

/// The object of one server.
struct There
{
    QString uid = u"u1"_s;
    QString manager = u"spillway"_s;
    QJsonObject data = ourData;
    QString second; ///< another manager, who owns data.text by then
};

QJsonObject fieldsOf(const QStringList &keys)
{
    QJsonObject data;
    for (const QString &key : keys) {
        data.insert(u"f:"_s + key, QJsonObject{});
    }
    return {{"f:data"_L1, data}};
}

QJsonObject entryOf(const QString &manager, const QJsonObject &fields)
{
    return {{"manager"_L1, manager},
            {"operation"_L1, "Update"_L1},
            {"time"_L1, "2026-11-11T00:00:00Z"_L1},
            {"fieldsV1"_L1, fields}};
}

QJsonObject objectOf(const There &there)
{
    QStringList keys = there.data.keys();
    QJsonArray managers;
    if (!there.second.isEmpty()) {
        keys.removeAll(u"text"_s);
        managers.append(entryOf(there.second, fieldsOf({u"text"_s})));
    }
    managers.append(entryOf(there.manager, fieldsOf(keys)));
    return {{"apiVersion"_L1, "v1"_L1},
            {"kind"_L1, "ConfigMap"_L1},
            {"metadata"_L1, QJsonObject{{"name"_L1, revisionRef.name},
                                        {"namespace"_L1, revisionRef.ns},
                                        {"uid"_L1, there.uid},
                                        {"resourceVersion"_L1, "9"_L1},
                                        {"managedFields"_L1, managers}}},
            {"data"_L1, there.data}};
}

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray body()
{
    return bytesOf({{"apiVersion"_L1, "v1"_L1},
                    {"kind"_L1, "ConfigMap"_L1},
                    {"metadata"_L1, QJsonObject{{"name"_L1, revisionRef.name}}},
                    {"data"_L1, ourData}});
}

/// What a dry run of our bytes under another name would give.
QByteArray trialAnswer()
{
    QJsonObject made = objectOf({});
    QJsonObject meta = made.value("metadata"_L1).toObject();
    meta.insert("name"_L1, "revision-7-x4x2z"_L1);
    meta.insert("generateName"_L1, "revision-7-"_L1);
    QJsonObject fields = fieldsOf({u"mark"_s, u"text"_s});
    fields.insert("f:metadata"_L1, QJsonObject{{"f:generateName"_L1, QJsonObject{}}});
    meta.insert("managedFields"_L1, QJsonArray{entryOf(u"spillway"_s, fields)});
    made.insert("metadata"_L1, meta);
    return ScriptedCluster::json(bytesOf(made), "201 Created");
}

QByteArray refusal(const QString &exchange, const QByteArray &status)
{
    return ScriptedCluster::json(wireBody(exchange), status);
}

/// A server with or without an object of that name.
struct Server
{
    std::optional<There> there;
    std::function<QByteArray()> onCreate;
    QByteArray trial = trialAnswer();
    int reads = 0;
    int appearsAt = 0; ///< the reading that sees a creation whose answer was lost; 0 = none

    [[nodiscard]] QByteArray answer(const ClusterRequest &request)
    {
        if (request.method == "GET") {
            if (++reads == appearsAt) {
                there = There{};
            }
            return there ? ScriptedCluster::json(bytesOf(objectOf(*there)))
                         : refusal(u"err.404.object"_s, "404 Not Found");
        }
        return request.has(u"dryRun"_s) ? trial : onCreate();
    }
    /// Makes what was sent, and answers.
    [[nodiscard]] QByteArray makes()
    {
        there = There{};
        return ScriptedCluster::json(bytesOf(objectOf(*there)), "201 Created");
    }
};

struct Fixture : WriteFixture
{
    explicit Fixture(Server &server)
        : WriteFixture([&server](const ClusterRequest &request) { return server.answer(request); })
    {}
    WriteOutcome create(const QByteArray &bytes = body())
    {
        return finished(writer.create(ticket, {revisionRef, bytes}, &parent))->outcome();
    }
};

} // namespace

class TestCreateWrite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsAndReadsBack()
    {
        Server server;
        server.onCreate = [&server] { return server.makes(); };
        Fixture f(server);
        const WriteOutcome outcome = f.create();
        QCOMPARE(outcome.state, State::Done);
        QVERIFY(outcome.created);
        QVERIFY(!outcome.answerLost);
        QVERIFY(!outcome.changedSince);
        QCOMPARE(outcome.uid(), u"u1"_s);
        QCOMPARE(outcome.hash, requestHash(CreateRequest{revisionRef, body()}));
        QCOMPARE(f.cluster.requests.first().method, QByteArray{"POST"});
        QCOMPARE(f.cluster.requests.first().body, body());
        QCOMPARE(f.cluster.requests.last().method, QByteArray{"GET"});
    }

    void whatIsThereIsNeverChanged()
    {
        Server server;
        server.onCreate = [] { return refusal(u"hpa.post.exists"_s, "409 Conflict"); };
        Fixture f(server);
        const WriteOutcome outcome = f.create();
        QCOMPARE(outcome.state, State::Refused);
        QCOMPARE(outcome.detail.refusal, Refusal::AlreadyExists);
        QCOMPARE(outcome.error->code, ErrorCode::Conflict);
        QVERIFY(!outcome.created);
        QCOMPARE(f.cluster.requests.size(), 1);
    }

    void lostAnswers_data()
    {
        QTest::addColumn<std::optional<There>>("there");
        QTest::addColumn<State>("state");
        QTest::addColumn<Refusal>("refusal");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const std::optional<There> &there, State state,
                            Refusal refusal, const QString &says) {
            QTest::newRow(name) << there << state << refusal << says;
        };
        const QJsonObject others{{"mark"_L1, "xyz"_L1}, {"text"_L1, "min: 2"_L1}};
        QJsonObject more = ourData;
        more.insert("more"_L1, "x"_L1);
        row("after the effect", There{}, State::Done, Refusal::Other, {});
        row("before the effect", {}, State::Unknown, Refusal::Other, u"no object of that name"_s);
        row("theirs by another manager", There{.manager = u"kubectl"_s}, State::Refused,
            Refusal::AlreadyExists, u"somebody else made it"_s);
        row("theirs under our name", There{.data = others}, State::Refused, Refusal::AlreadyExists,
            u"somebody else made it"_s);
        row("theirs with all of ours", There{.data = more}, State::Refused, Refusal::AlreadyExists,
            u"somebody else made it"_s);
        row("changed by others since", There{.data = others, .second = u"kubectl"_s},
            State::Unknown, Refusal::Other, u"not as it was sent"_s);
    }
    void lostAnswers()
    {
        QFETCH(std::optional<There>, there);
        QFETCH(QString, says);
        Server server;
        server.onCreate = [&server, &there] {
            server.there = there;
            return QByteArray{};
        };
        Fixture f(server);
        const WriteOutcome outcome = f.create();
        QTEST(outcome.state, "state");
        QTEST(outcome.detail.refusal, "refusal");
        QVERIFY(outcome.answerLost);
        QCOMPARE(outcome.created, outcome.state == State::Done);
        QCOMPARE(outcome.error.has_value(), outcome.state != State::Done);
        QVERIFY(!outcome.error || outcome.error->sentence().contains(says));
        QCOMPARE(outcome.object.isEmpty(), outcome.state == State::Unknown);
        QCOMPARE(f.writes(), 1);
    }

    void whatTheServerMakesOfOurBytesIsOurs()
    {
        // It writes a value in its own way and adds a default: both show in the trial.
        const auto asStored = [](const QByteArray &answer) {
            QByteArray changed = answer;
            changed.replace("min: 2", "min: two");
            return changed;
        };
        Server server;
        server.trial = ScriptedCluster::json(
            asStored(trialAnswer().mid(trialAnswer().indexOf("\r\n\r\n") + 4)), "201 Created");
        server.onCreate = [&server] {
            server.there = There{.data = {{"mark"_L1, "abc"_L1}, {"text"_L1, "min: two"_L1}}};
            return QByteArray{};
        };
        Fixture f(server);
        QCOMPARE(f.create().state, State::Done);
    }

    void lateEffectIsSeen()
    {
        Server server;
        server.onCreate = [] { return QByteArray{}; };
        server.appearsAt = 2;
        Fixture f(server);
        const WriteOutcome outcome = f.create();
        QCOMPARE(outcome.state, State::Done);
        QVERIFY(outcome.answerLost);
        QCOMPARE(server.reads, 2);
        QCOMPARE(f.writes(), 1);
    }

    void aTrialThatIsRefusedLeavesItUnknown()
    {
        Server server;
        server.trial = refusal(u"auth.403.get"_s, "403 Forbidden");
        server.onCreate = [&server] {
            server.there = There{};
            return QByteArray{};
        };
        Fixture f(server);
        const WriteOutcome outcome = f.create();
        QCOMPARE(outcome.state, State::Unknown);
        QVERIFY(!outcome.created);
        QCOMPARE(f.writes(), 1);
    }

    void uncertainAnswers_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("internal error")
            << QByteArray{"500 Internal"}
            << QByteArray{R"({"kind":"Status","message":"x","reason":"InternalError","code":500})"};
        QTest::newRow("timeout")
            << QByteArray{"504 Gateway Timeout"}
            << QByteArray{R"({"kind":"Status","message":"x","reason":"Timeout","code":504})"};
        QTest::newRow("garbage with success")
            << QByteArray{"201 Created"} << QByteArray{"{\"a\":1"};
    }
    void uncertainAnswers()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, answer);
        Server server;
        server.onCreate = [&] {
            server.there = There{};
            return ScriptedCluster::json(answer, status);
        };
        Fixture f(server);
        QCOMPARE(f.create().state, State::Done);
        QCOMPARE(f.writes(), 1);
    }

    void replacedBySomebodyInBetween()
    {
        Server server;
        server.onCreate = [&server] {
            const QByteArray answer = server.makes();
            server.there->uid = u"u2"_s;
            return answer;
        };
        Fixture f(server);
        const WriteOutcome outcome = f.create();
        QCOMPARE(outcome.state, State::Done);
        QVERIFY(outcome.created);
        QVERIFY(outcome.changedSince);
    }

    void nothingIsSentUnchecked()
    {
        Server server;
        Fixture f(server);
        const WriteOutcome invalid = f.create(R"({"apiVersion":"v1","kind":"ConfigMap"})");
        QCOMPARE(invalid.state, State::Refused);
        QCOMPARE(invalid.error->code, ErrorCode::InvalidInput);
        QCOMPARE(invalid.detail.causes.first().field, u"metadata.name"_s);
        const WriteOutcome unknown = f.create(
            R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"revision-7"},"values":{}})");
        QCOMPARE(unknown.error->code, ErrorCode::InvalidInput);
        QCOMPARE(unknown.detail.causes.first().field, u"values"_s);
        f.window.close();
        const WriteOutcome closed = f.create();
        QCOMPARE(closed.state, State::Refused);
        QCOMPARE(closed.error->code, ErrorCode::Forbidden);
        QVERIFY(f.cluster.requests.isEmpty());
    }

    void refusalsAreNotReadBack()
    {
        Server server;
        server.onCreate = [] { return refusal(u"quota.exceeded"_s, "403 Forbidden"); };
        Fixture f(server);
        const WriteOutcome outcome = f.create();
        QCOMPARE(outcome.state, State::Refused);
        QCOMPARE(outcome.detail.refusal, Refusal::QuotaExceeded);
        QCOMPARE(server.reads, 0);
    }
};

QTEST_GUILESS_MAIN(TestCreateWrite)
#include "tst_createwrite.moc"
