// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Overrides in the demo's cluster: nothing that somebody has set is lost, whoever writes when.
#include "models/rollout/rolloutworld.h"
#include "rollout/overridestore.h"
#include "support/manualclock.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

PolicyOverride forcedOpen(const QString &breaker, const QDateTime &until)
{
    PolicyOverride one;
    one.service = u"tool-router"_s;
    one.breaker = breaker;
    one.until = until;
    one.reason = u"vendor outage"_s;
    one.by = u"oncall"_s;
    return one;
}

QStringList idsOf(const OverrideSet &set)
{
    QStringList ids;
    for (const PolicyOverride &one : set.overrides) {
        ids.append(one.id);
    }
    return ids;
}

} // namespace

class TstOverrideStore final : public QObject
{
    Q_OBJECT

    std::unique_ptr<RolloutWorld> m_world;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<OverrideStore> m_store;
    ManualClock m_clock{1'790'000'000'000};
    QString m_ns;

    [[nodiscard]] QDateTime in(std::chrono::milliseconds span) const
    {
        return QDateTime::fromMSecsSinceEpoch(m_clock.now() + span.count(), Qt::UTC);
    }
    [[nodiscard]] kube::ObjectRef map() const
    {
        return refTo(kube::Kind::ConfigMap, m_ns, overridesName);
    }
    static Result<OverrideSet> end(OverrideReply *reply)
    {
        const std::unique_ptr<OverrideReply> owner(reply);
        QSignalSpy done(reply, &OverrideReply::finished);
        return done.wait(60'000) ? reply->takeResult() : Result<OverrideSet>{Error{}};
    }
    Result<OverrideSet> set(const PolicyOverride &one)
    {
        return end(m_store->set(m_console->ticket(), one, nullptr));
    }
    Result<OverrideSet> clear(const QString &id)
    {
        return end(m_store->clear(m_console->ticket(), id, u"oncall"_s, u"over"_s, nullptr));
    }
    Result<OverrideSet> read() { return end(m_store->read(nullptr)); }

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<RolloutWorld>();
        QVERIFY(m_world->works());
    }
    void init()
    {
        m_world->clearFaults();
        m_console = Console::open(m_world->kubeconfig());
        m_ns = m_world->newNamespace();
        QVERIFY(m_console && !m_ns.isEmpty());
        m_store = std::make_unique<OverrideStore>(m_console->client(), m_ns, m_clock);
        m_store->setReadBackDelays({0ms, 0ms});
    }

    void noneSoFar();
    void setsAndClears();
    void replacesOneOfTheSameId();
    void dropsWhatHasExpired();
    void givesNoIdTwice();
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
    void nothingToClear();
    void twoAtOnce();
    void handEditsAreKept();
    void whatCannotBeUnderstoodStays();
    void trouble_data();
    void trouble();
    void lostAnswers();
    void acknowledgements_data();
    void acknowledgements();
};

void TstOverrideStore::noneSoFar()
{
    const Result<OverrideSet> none = read();
    QVERIFY_RESULT(none);
    QCOMPARE(*none, OverrideSet{});
    QVERIFY(m_world->object(map()).isEmpty());
}

void TstOverrideStore::setsAndClears()
{
    const Result<OverrideSet> first = set(forcedOpen(u"a"_s, in(1h)));
    QVERIFY_RESULT(first);
    QCOMPARE(first->generation, 1);
    const Result<OverrideSet> second = set(forcedOpen(u"b"_s, in(2h)));
    QVERIFY_RESULT(second);
    QCOMPARE(second->generation, 2);
    QCOMPARE(idsOf(*second), (QStringList{u"o-1"_s, u"o-2"_s}));
    QCOMPARE(*read(), *second);
    const Result<OverrideSet> cleared = clear(u"o-1"_s);
    QVERIFY_RESULT(cleared);
    QCOMPARE(cleared->generation, 3);
    QCOMPARE(idsOf(*read()), QStringList{u"o-2"_s});
    const QJsonObject stored = m_world->object(map());
    QCOMPARE(stored["data"_L1]["generation"_L1].toString(), u"3"_s);
    const QList<QJsonObject> events =
        m_world->server().client(u"test"_s).list({u"events.k8s.io"_s, u"events"_s, m_ns, {}, {}});
    QStringList notes;
    for (const QJsonObject &event : events) {
        notes.append(event["reason"_L1].toString() + u": "_s + event["note"_L1].toString());
    }
    notes.sort();
    QCOMPARE(notes.first(), u"OverrideCleared: o-1 by oncall: over"_s);
    QCOMPARE(notes.size(), 3);
    QVERIFY(notes.last().contains(u"FORCED_OPEN of tool-router/b until 2026-"_s));
}

void TstOverrideStore::replacesOneOfTheSameId()
{
    QVERIFY_RESULT(set(forcedOpen(u"a"_s, in(1h))));
    PolicyOverride longer = forcedOpen(u"a"_s, in(3h));
    longer.id = u"o-1"_s;
    const Result<OverrideSet> after = set(longer);
    QVERIFY_RESULT(after);
    QCOMPARE(after->overrides.size(), 1U);
    QCOMPARE(after->overrides.front().until, longer.until);
}

void TstOverrideStore::dropsWhatHasExpired()
{
    QVERIFY_RESULT(set(forcedOpen(u"a"_s, in(1h))));
    m_clock.advance(2h);
    QCOMPARE(idsOf(*read()), QStringList{u"o-1"_s}); // reading changes nothing
    // Ours may be the clock that is wrong.
    const Result<OverrideSet> soon = set(forcedOpen(u"b"_s, in(1h)));
    QVERIFY_RESULT(soon);
    QCOMPARE(idsOf(*soon), (QStringList{u"o-1"_s, u"o-2"_s}));
    m_clock.advance(24h);
    const Result<OverrideSet> after = set(forcedOpen(u"c"_s, in(1h)));
    QVERIFY_RESULT(after);
    QCOMPARE(idsOf(*after), (QStringList{u"o-2"_s, u"o-3"_s}));
}

void TstOverrideStore::givesNoIdTwice()
{
    PolicyOverride chosen = forcedOpen(u"a"_s, in(1h));
    chosen.id = u"o-2"_s;
    QVERIFY_RESULT(set(chosen));
    const Result<OverrideSet> after = set(forcedOpen(u"b"_s, in(1h)));
    QVERIFY_RESULT(after);
    QCOMPARE(idsOf(*after), (QStringList{u"o-2"_s, u"o-3"_s}));
}

void TstOverrideStore::refusesWhatIsWrong_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("why");
    QTest::newRow("no reason") << u"reason"_s << u"reason"_s;
    QTest::newRow("no end") << u"end"_s << u"end"_s;
    QTest::newRow("over") << u"past"_s << u"over"_s;
    QTest::newRow("several") << u"all"_s << u"; "_s;
}

void TstOverrideStore::refusesWhatIsWrong()
{
    QFETCH(QString, what);
    QFETCH(QString, why);
    PolicyOverride one = forcedOpen(u"a"_s, in(what == u"past"_s ? -1h : 1h));
    if (what == u"reason"_s || what == u"all"_s) {
        one.reason = u" "_s;
    }
    if (what == u"end"_s || what == u"all"_s) {
        one.until = {};
    }
    const Result<OverrideSet> refused = set(one);
    QVERIFY_ERROR(refused, ErrorCode::InvalidInput);
    QVERIFY2(refused.error().why.contains(why), qPrintable(refused.error().why));
    QVERIFY(m_world->object(map()).isEmpty());
}

void TstOverrideStore::nothingToClear()
{
    QVERIFY_ERROR(clear(u"o-7"_s), ErrorCode::NotFound);
    QVERIFY(m_world->object(map()).isEmpty());
}

/// Four people at the same moment: whoever succeeded is there, whoever did not was told.
void TstOverrideStore::twoAtOnce()
{
    for (const bool isThere : {false, true}) {
        if (isThere) {
            QVERIFY_RESULT(set(forcedOpen(u"first"_s, in(1h))));
        }
        const qint64 generation = read()->generation;
        QObject parent;
        std::vector<OverrideReply *> replies;
        for (int i = 0; i < 4; ++i) {
            replies.push_back(
                m_store->set(m_console->ticket(), forcedOpen(u"b%1"_s.arg(i), in(1h)), &parent));
        }
        int open = static_cast<int>(replies.size());
        for (OverrideReply *const reply : replies) {
            connect(reply, &OverrideReply::finished, this, [&open] { --open; });
        }
        QTRY_COMPARE_WITH_TIMEOUT(open, 0, 60'000);
        const OverrideSet after = *read();
        int succeeded = 0;
        for (std::size_t i = 0; i < replies.size(); ++i) {
            const bool isIn = std::any_of(
                after.overrides.begin(), after.overrides.end(),
                [i](const PolicyOverride &one) { return one.breaker == u"b%1"_s.arg(i); });
            QCOMPARE(replies[i]->result().ok(), isIn);
            succeeded += isIn ? 1 : 0;
            if (!isIn) {
                QVERIFY_ERROR(replies[i]->result(), ErrorCode::Conflict);
            }
        }
        QVERIFY(succeeded >= 2); // the second one tries once more
        QCOMPARE(after.generation, generation + succeeded);
        QVERIFY(m_world->remove(map()).ok());
    }
}

void TstOverrideStore::handEditsAreKept()
{
    QVERIFY_RESULT(set(forcedOpen(u"a"_s, in(1h))));
    OverrideSet theirs = *read();
    theirs.overrides.front().until = in(5h);
    const QJsonObject data = overridesManifest(m_ns, theirs).object["data"_L1].toObject();
    QVERIFY(m_world->patch(map(), {{u"data"_s, data}}, u"kubectl-edit"_s).ok());
    const std::unique_ptr<OverrideReply> reply(
        m_store->set(m_console->ticket(), forcedOpen(u"b"_s, in(1h)), nullptr));
    QSignalSpy done(reply.get(), &OverrideReply::finished);
    QVERIFY(done.wait(60'000));
    QVERIFY_RESULT(reply->result());
    QCOMPARE(reply->takenOverFrom(), QStringList{u"kubectl-edit"_s});
    QCOMPARE(reply->id(), u"o-2"_s);
    QCOMPARE(read()->overrides.front().until, in(5h));
    QCOMPARE(read()->generation, 2);
}

void TstOverrideStore::whatCannotBeUnderstoodStays()
{
    QVERIFY_RESULT(set(forcedOpen(u"a"_s, in(1h))));
    QVERIFY(m_world->patch(map(), {{u"data"_s, QJsonObject{{u"schema"_s, u"2"_s}}}}, u"kubectl"_s)
                .ok());
    const QJsonObject theirs = m_world->object(map());
    QVERIFY_ERROR(set(forcedOpen(u"b"_s, in(1h))), ErrorCode::UnsupportedVersion);
    QVERIFY_ERROR(read(), ErrorCode::UnsupportedVersion);
    QCOMPARE(m_world->object(map()), theirs);
}

void TstOverrideStore::trouble_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("may not read") << u"status 403 verb=get"_s << ErrorCode::Forbidden;
    QTest::newRow("may not write") << u"webhook-refusal verb=patch"_s << ErrorCode::Forbidden;
    QTest::newRow("expired") << u"status 401"_s << ErrorCode::Unauthorized;
    QTest::newRow("cut") << u"cut-before verb=patch"_s << ErrorCode::Interrupted;
}

void TstOverrideStore::trouble()
{
    QFETCH(QString, fault);
    QFETCH(ErrorCode, code);
    m_world->fault(fault);
    QVERIFY_ERROR(set(forcedOpen(u"a"_s, in(1h))), code);
    m_world->clearFaults();
    QCOMPARE(read()->generation, 0);
    m_console->window().close();
    const WriteTicket closed = m_console->ticket();
    m_console->window().close();
    QVERIFY_ERROR(end(m_store->set(closed, forcedOpen(u"a"_s, in(1h)), nullptr)),
                  ErrorCode::Forbidden);
}

void TstOverrideStore::lostAnswers()
{
    m_world->fault(u"cut-after verb=patch count=1"_s);
    m_world->fault(u"status 500 path=*/events"_s); // the note is not what matters
    const Result<OverrideSet> after = set(forcedOpen(u"a"_s, in(1h)));
    QVERIFY_RESULT(after);
    QCOMPARE(*read(), *after);
}

void TstOverrideStore::acknowledgements_data()
{
    using Samples = std::vector<OverrideAcknowledgement::Sample>;
    QTest::addColumn<Samples>("samples");
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("complete");
    QTest::addColumn<QStringList>("missing");
    QTest::newRow("nobody") << Samples{} << u"0 of 0 pod(s) acknowledge generation 42"_s << false
                            << QStringList{};
    QTest::newRow("all") << Samples{{u"a"_s, 42}, {u"b"_s, 43}}
                         << u"2 of 2 pod(s) acknowledge generation 42"_s << true << QStringList{};
    QTest::newRow("some") << Samples{{u"b"_s, 41}, {u"a"_s, 42}, {u"c"_s, qQNaN()}}
                          << u"1 of 3 pod(s) acknowledge generation 42"_s << false
                          << QStringList{u"b"_s, u"c"_s};
    QTest::newRow("several of one pod")
        << Samples{{u"a"_s, 42}, {u"a"_s, 40}} << u"0 of 1 pod(s) acknowledge generation 42"_s
        << false << QStringList{u"a"_s};
}

void TstOverrideStore::acknowledgements()
{
    QFETCH(std::vector<OverrideAcknowledgement::Sample>, samples);
    const OverrideAcknowledgement told = acknowledgementOf(42, samples);
    QTEST(told.toString(), "said");
    QTEST(told.isComplete(), "complete");
    QTEST(told.missing, "missing");
}

QTEST_GUILESS_MAIN(TstOverrideStore)
#include "tst_overridestore.moc"
