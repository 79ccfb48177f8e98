// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The reflector against servers that end, cut, expire and refuse its watches.
#include "kube/kubereflector.h"
#include "net/httpclient.h"
#include "scriptedcluster.h"
#include "support/manualclock.h"
#include "support/resultmacros.h"
#include "wiredata.h"

#include <QSignalSpy>

using namespace spillway;
using namespace spillway::kube;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(spillway::ErrorCode)

namespace {

using Phase = ReflectorState::Phase;

QByteArray map(const QByteArray &name, int version, const QByteArray &value = "1")
{
    return "{\"kind\":\"ConfigMap\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"" + name +
           R"(","namespace":"x","resourceVersion":")" + QByteArray::number(version) +
           R"("},"data":{"v":")" + value + "\"}}";
}

QByteArray list(const QByteArrayList &items, int version, const QByteArray &next = {})
{
    return "{\"kind\":\"ConfigMapList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":"
           "\"" +
           QByteArray::number(version) + R"(","continue":")" + next + "\"},\"items\":[" +
           items.join(',') + "]}";
}

QByteArray eventLine(const QByteArray &type, const QByteArray &object)
{
    return "{\"type\":\"" + type + "\",\"object\":" + object + "}\n";
}

QByteArray endMark(int version)
{
    return eventLine("BOOKMARK",
                     "{\"metadata\":{\"resourceVersion\":\"" + QByteArray::number(version) +
                         "\",\"annotations\":{\"k8s.io/initial-events-end\":\"true\"}}}");
}

const QByteArray tooOld = eventLine(
    "ERROR", R"({"kind":"Status","status":"Failure","message":"too old resource version",)"
             R"("reason":"Expired","code":410})");
const QByteArray noStreams =
    R"({"kind":"Status","status":"Failure","message":"sendInitialEvents is forbidden",)"
    R"("reason":"Invalid","code":422})";

/// A reflector of config maps of a scripted server, in a hurry.
struct Fixture
{
    explicit Fixture(ScriptedCluster::Script script)
        : cluster(std::move(script))
        , access(cluster)
        , client(http, access)
    {
        client.setRandom([] { return 0.0; });
        reflector = std::make_unique<KubeReflector<ConfigMap>>(
            client, ListQuery{bestResource(Kind::ConfigMap), u"x"_s, {}, {}, 2}, clock);
        KubeWatch::Pace pace;
        pace.coalesce = 1ms;
        pace.backoff = 2ms;
        pace.mostBackoff = 4ms;
        pace.heartbeat = 5ms;
        pace.streamStart = 10s;
        pace.shortest = 0ms;
        pace.refused = 4ms;
        reflector->setPace(pace);
    }
    void send(const QByteArray &bytes)
    {
        cluster.last->write(ScriptedCluster::chunk(bytes));
        cluster.last->flush();
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList names = reflector->objects().keys();
        names.sort();
        return names;
    }
    [[nodiscard]] qsizetype lists() const
    {
        return cluster.requests.size() - cluster.count("GET", u"watch"_s);
    }

    ManualClock clock;
    ScriptedCluster cluster;
    HttpClient http;
    FakeAccess access;
    KubeClient client;
    std::unique_ptr<KubeReflector<ConfigMap>> reflector;
};

bool isWatch(const ClusterRequest &request)
{
    return request.has(u"watch"_s);
}
bool isStream(const ClusterRequest &request)
{
    return request.has(u"sendInitialEvents"_s);
}

/// An old server: list and watch, no streaming lists.
ScriptedCluster::Script oldServer(const QByteArrayList &items, int version)
{
    return [items, version](const ClusterRequest &request) {
        if (isStream(request)) {
            return ScriptedCluster::json(noStreams, "422 Unprocessable Entity");
        }
        return isWatch(request) ? ScriptedCluster::stream()
                                : ScriptedCluster::json(list(items, version));
    };
}

} // namespace

class TestKubeWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksNothingUntilSomebodyLooks()
    {
        Fixture f(oldServer({}, 1));
        QCOMPARE(f.reflector->state().phase, Phase::Paused);
        QVERIFY(!f.reflector->age());
        f.reflector->setActive(true);
        f.reflector->setActive(false);
        QCOMPARE(f.reflector->state().phase, Phase::Paused);
    }

    void streamingList()
    {
        Fixture f([](const ClusterRequest &) { return ScriptedCluster::stream(); });
        QSignalSpy changed(f.reflector.get(), &KubeWatch::changed);
        f.reflector->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.cluster.requests.size(), 1, 60'000);
        f.send(eventLine("ADDED", map("a", 1)) + eventLine("ADDED", map("b", 2)));
        f.send(endMark(7) + eventLine("MODIFIED", map("b", 8, "2")));
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->resourceVersion(), u"8"_s, 60'000);
        QCOMPARE(f.names(), (QStringList{u"x/a"_s, u"x/b"_s}));
        QCOMPARE(f.reflector->find(u"x"_s, u"b"_s)->data.value(u"v"_s), u"2"_s);
        QCOMPARE(f.reflector->age(), 0ms);
        QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), 60'000);
    }

    /// A long list that comes at once, and changes right behind it: everybody else has a turn now
    /// and then, and nothing is lost or out of order.
    void aBurst()
    {
        constexpr int count = 4'000;
        Fixture f([](const ClusterRequest &) { return ScriptedCluster::stream(); });
        f.reflector->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.cluster.requests.size(), 1, 60'000);
        QByteArray burst;
        for (int i = 0; i < count; ++i) {
            burst += eventLine("ADDED", map("m" + QByteArray::number(i), i, QByteArray(200, 'v')));
        }
        burst += endMark(count);
        for (int i = 0; i < count / 2; ++i) {
            burst += eventLine("MODIFIED", map("m" + QByteArray::number(i), count + i, "old"));
            burst += eventLine("MODIFIED", map("m" + QByteArray::number(i), count + i + 1, "new"));
        }
        int turns = 0;
        QTimer ticking;
        connect(&ticking, &QTimer::timeout, this, [&turns] { ++turns; });
        ticking.start(0ms);
        f.send(burst);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->resourceVersion(),
                                  QString::number(count + count / 2), 60'000);
        QVERIFY2(turns > 20, qPrintable(QString::number(turns)));
        QCOMPARE(f.reflector->objects().size(), count);
        for (int i = 0; i < count; ++i) {
            const auto object = f.reflector->find(u"x"_s, u"m%1"_s.arg(i));
            QVERIFY(object);
            QCOMPARE(object->data.value(u"v"_s) == u"new"_s, i < count / 2);
        }
    }

    void oldServersAreListedAndWatched()
    {
        Fixture f(oldServer({map("a", 1), map("b", 2)}, 5));
        f.reflector->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
        QCOMPARE(f.names().size(), 2);
        const ClusterRequest watch = f.cluster.requests.last();
        QCOMPARE(watch.value(u"resourceVersion"_s), u"5"_s);
        QCOMPARE(watch.value(u"allowWatchBookmarks"_s), u"true"_s);
        const int seconds = watch.value(u"timeoutSeconds"_s).toInt();
        QVERIFY(seconds >= 300 && seconds <= 600);
        f.send(eventLine("DELETED", map("a", 6)));
        QTRY_COMPARE_WITH_TIMEOUT(f.names(), QStringList{u"x/b"_s}, 60'000);
        f.send(eventLine("BOOKMARK",
                         R"({"metadata":{"resourceVersion":"99"},"spec":{"maxReplicas":0}})"));
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->resourceVersion(), u"99"_s, 60'000);
        QCOMPARE(f.names(), QStringList{u"x/b"_s}); // a bookmark is no object
    }

    void aSilentStreamingListFallsBack()
    {
        Fixture f([](const ClusterRequest &request) {
            return isWatch(request) ? ScriptedCluster::stream()
                                    : ScriptedCluster::json(list({map("a", 1)}, 5));
        });
        KubeWatch::Pace pace;
        pace.streamStart = 20ms;
        f.reflector->setPace(pace);
        f.reflector->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.names(), QStringList{u"x/a"_s}, 60'000);
        QCOMPARE(f.lists(), 1);
    }

    void aServerThatNeverAnswersIsAFailure()
    {
        Fixture f([](const ClusterRequest &) { return QByteArray{"HTTP/1.1 2"}; });
        KubeWatch::Pace pace;
        pace.opening = 20ms;
        f.reflector->setPace(pace);
        f.reflector->setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(f.reflector->state().error.has_value(), 60'000);
        QCOMPARE(f.reflector->state().error->code, ErrorCode::Timeout);
    }

    void piecesEndAnywhere()
    {
        Fixture f(oldServer({}, 5));
        f.reflector->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
        const QByteArray bytes =
            eventLine("ADDED", map("a", 6, "grün €")) + eventLine("ADDED", map("b", 7, "漢字"));
        for (const char byte : bytes) {
            f.send(QByteArray(1, byte));
        }
        QTRY_COMPARE_WITH_TIMEOUT(f.names().size(), 2, 60'000);
        QCOMPARE(f.reflector->find(u"x"_s, u"a"_s)->data.value(u"v"_s), u"grün €"_s);
        QCOMPARE(f.reflector->find(u"x"_s, u"b"_s)->data.value(u"v"_s), u"漢字"_s);
    }

    void aCleanEndGoesOnFromTheLastVersion()
    {
        Fixture f(oldServer({map("a", 1)}, 5));
        f.reflector->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
        f.send(eventLine("ADDED", map("b", 17)));
        f.cluster.last->write("0\r\n\r\n");
        QTRY_COMPARE_WITH_TIMEOUT(f.cluster.count("GET", u"resourceVersion"_s), 2, 60'000);
        QCOMPARE(f.cluster.requests.last().value(u"resourceVersion"_s), u"17"_s);
        QCOMPARE(f.lists(), 1);
    }

    void aCutWatchGoesOnAndIsCountedAsAFailure()
    {
        Fixture f(oldServer({map("a", 1)}, 5));
        f.reflector->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
        QSignalSpy states(f.reflector.get(), &KubeWatch::stateChanged);
        f.cluster.last->abort();
        QTRY_COMPARE_WITH_TIMEOUT(f.cluster.count("GET", u"resourceVersion"_s), 2, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
        QCOMPARE(f.reflector->state().failures, 1);
        QVERIFY(!f.reflector->state().error); // it works again
        QCOMPARE(f.lists(), 1);
        QVERIFY(states.size() >= 2);
    }

    void expiredVersionsListAgainInOneStep()
    {
        int lists = 0;
        Fixture f([&lists](const ClusterRequest &request) {
            if (isStream(request)) {
                return ScriptedCluster::json(noStreams, "422 Unprocessable Entity");
            }
            if (isWatch(request)) {
                return ScriptedCluster::stream();
            }
            return ScriptedCluster::json(++lists == 1 ? list({map("a", 1), map("b", 2)}, 5)
                                                      : list({map("b", 2), map("c", 8)}, 9));
        });
        f.reflector->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
        const auto before = f.reflector->find(u"x"_s, u"b"_s);
        QSet<QString> keys;
        bool neverEmpty = true;
        connect(f.reflector.get(), &KubeWatch::changed, this, [&](const QSet<QString> &changed) {
            keys.unite(changed);
            neverEmpty = neverEmpty && !f.reflector->objects().isEmpty();
        });
        f.send(tooOld);
        QTRY_COMPARE_WITH_TIMEOUT(f.names(), (QStringList{u"x/b"_s, u"x/c"_s}), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(keys.contains(u"x/c"_s) && keys.contains(u"x/a"_s), 60'000);
        QVERIFY(neverEmpty);
        QCOMPARE(f.reflector->find(u"x"_s, u"b"_s), before); // unchanged objects stay the same
        QVERIFY(!f.reflector->state().error);
    }

    void expiryInTheMiddleOfPages()
    {
        int pages = 0;
        Fixture f([&pages](const ClusterRequest &request) {
            if (isStream(request)) {
                return ScriptedCluster::json(noStreams, "422 Unprocessable Entity");
            }
            if (isWatch(request)) {
                return ScriptedCluster::stream();
            }
            ++pages;
            if (!request.has(u"limit"_s)) {
                return ScriptedCluster::json(list({map("b", 2)}, 9));
            }
            return request.has(u"continue"_s)
                       ? ScriptedCluster::json(wireBody(u"list.events.410"_s), "410 Gone")
                       : ScriptedCluster::json(list({map("a", 1)}, 5, "tok"));
        });
        f.reflector->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
        QCOMPARE(f.names(), QStringList{u"x/b"_s});
        QCOMPARE(pages, 3);
    }

    void refusalsWaitAndAreTold_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("forbidden") << QByteArray{"403 Forbidden"} << wireBody(u"watch.forbidden"_s)
                                   << ErrorCode::Forbidden;
        QTest::newRow("throttled") << QByteArray{"429 Too Many Requests"}
                                   << QByteArray{"Too many requests"} << ErrorCode::RateLimited;
        QTest::newRow("kind gone") << QByteArray{"404 Not Found"}
                                   << QByteArray{"404 page not found\n"} << ErrorCode::Unsupported;
        QTest::newRow("login page") << QByteArray{"200 OK"} << QByteArray{"<html>sign in</html>\n"}
                                    << ErrorCode::WrongContent;
    }
    void refusalsWaitAndAreTold()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, body);
        QFETCH(ErrorCode, code);
        Fixture f([&](const ClusterRequest &) { return ScriptedCluster::json(body, status); });
        f.reflector->setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(f.reflector->state().error.has_value(), 60'000);
        QCOMPARE(f.reflector->state().error->code, code);
        QVERIFY(!f.reflector->state().hasPicture);
        QTRY_VERIFY_WITH_TIMEOUT(f.reflector->state().failures >= 3, 60'000); // and again
    }

    /// Without anybody's help, and not as often as what may be over in a moment.
    void aRightThatIsGivenLaterIsNoticed()
    {
        bool allowed = false;
        const auto base = oldServer({map("a", 1)}, 5);
        Fixture f([&](const ClusterRequest &request) {
            return allowed ? base(request)
                           : ScriptedCluster::json(wireBody(u"watch.forbidden"_s), "403 Forbidden");
        });
        KubeWatch::Pace pace;
        QCOMPARE(pace.refused, 5min);
        pace.backoff = 10h;
        pace.mostBackoff = 10h;
        pace.refused = 200ms;
        f.reflector->setPace(pace);
        f.reflector->setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(f.reflector->state().error.has_value(), 60'000);
        const QString role = f.reflector->state().neededRole;
        QVERIFY2(role.contains(u"list"_s) && role.contains(u"watch"_s), qPrintable(role));
        allowed = true;
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
        QVERIFY(f.reflector->state().neededRole.isEmpty());
    }

    /// The connection is up, bookmarks came, and then nothing any more.
    void aSilentWatchIsNotBelieved()
    {
        KubeWatch::Pace pace;
        pace.backoff = 2ms;
        pace.slept = 24h;
        pace.quiet = 10h; // until there was a bookmark
        KubeWatch *watch = nullptr;
        const auto base = oldServer({map("a", 1)}, 5);
        int lists = 0;
        Fixture f([&](const ClusterRequest &request) {
            if (!isWatch(request) && ++lists == 2) {
                pace.quiet = 10h; // the watch behind this list is waited for
                watch->setPace(pace);
            }
            return base(request);
        });
        watch = f.reflector.get();
        watch->setPace(pace);
        std::optional<std::chrono::milliseconds> doubted;
        QString goesOnFrom;
        bool hasWaited = false;
        connect(watch, &KubeWatch::stateChanged, this, [&] {
            if (watch->state().phase == Phase::Waiting && !hasWaited) {
                hasWaited = true;
                f.clock.advance(90s); // it doubts after this
            }
            if (watch->state().phase == Phase::Doubted && !doubted) {
                doubted = watch->age();
                goesOnFrom = f.cluster.requests.last().value(u"resourceVersion"_s);
            }
        });
        watch->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(watch->state().phase, Phase::Live, 60'000);
        f.send(eventLine("BOOKMARK", R"({"metadata":{"resourceVersion":"6"}})"));
        QTRY_COMPARE_WITH_TIMEOUT(watch->resourceVersion(), u"6"_s, 60'000);
        pace.quiet = 200ms;
        watch->setPace(pace);
        QTRY_COMPARE_WITH_TIMEOUT(lists, 2, 60'000); // silent twice: what is true?
        QVERIFY(hasWaited && doubted);
        QCOMPARE(goesOnFrom, u"6"_s);
        QVERIFY(*doubted >= 90s); // since it last told something
        QTRY_COMPARE_WITH_TIMEOUT(watch->state().phase, Phase::Doubted, 60'000);
        QVERIFY(watch->state().error->sentence().contains(u"tells nothing"_s));
        QVERIFY(*watch->age() < 90s); // since the list
        f.send(eventLine("MODIFIED", map("a", 7, "2")));
        QTRY_COMPARE_WITH_TIMEOUT(watch->state().phase, Phase::Live, 60'000);
        QVERIFY(!watch->state().error);
        QCOMPARE(watch->age(), 0ms);
    }

    /// Bookmarks are never promised: nothing may have happened.
    void silenceWithoutBookmarksIsLookedInto()
    {
        int version = 1;
        Fixture f([&](const ClusterRequest &request) {
            return oldServer({map("a", version)}, version)(request);
        });
        KubeWatch::Pace pace;
        pace.quiet = 100ms;
        pace.heartbeat = 5ms;
        pace.slept = 24h;
        f.reflector->setPace(pace);
        QList<Phase> phases;
        std::chrono::milliseconds oldest{0};
        connect(f.reflector.get(), &KubeWatch::stateChanged, this, [&] {
            phases.append(f.reflector->state().phase);
            oldest = std::max(oldest, f.reflector->age().value_or(0ms));
        });
        QTimer hurry; // a silence is a minute and more
        connect(&hurry, &QTimer::timeout, this, [&] { f.clock.advance(1s); });
        hurry.start(1ms);
        f.reflector->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.names().size(), 1, 60'000);
        version = 9; // the watch does not tell
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->objects().value(u"x/a"_s)->meta.resourceVersion,
                                  u"9"_s, 60'000);
        QVERIFY(phases.contains(Phase::Live));
        QVERIFY(!phases.contains(Phase::Doubted) && !phases.contains(Phase::Waiting));
        QVERIFY(oldest < 40s); // not since it last told something
        QVERIFY(!f.reflector->state().error);
    }

    void warningsAreKept()
    {
        const QByteArray header = "Content-Type: application/json\r\n"
                                  "Warning: 299 - \"v1 ConfigMap is old\"\r\n";
        Fixture f([&](const ClusterRequest &request) {
            return isWatch(request) ? oldServer({}, 5)(request)
                                    : FaultServer::response("200 OK", list({}, 5), header);
        });
        f.reflector->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
        f.send(tooOld);
        QTRY_COMPARE_WITH_TIMEOUT(f.lists(), 2, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
        QCOMPARE(f.reflector->state().warnings, QStringList{u"v1 ConfigMap is old"_s});
    }

    void brokenEventsMakeANewList()
    {
        Fixture f(oldServer({map("a", 1)}, 5));
        f.reflector->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
        f.send(eventLine("MODIFIED", R"({"kind":"ConfigMap","metadata":{"name":7}})"));
        QTRY_COMPARE_WITH_TIMEOUT(f.lists(), 2, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
    }

    void agesWhileTheServerIsAway()
    {
        bool away = false;
        const auto base = oldServer({map("a", 1)}, 5);
        Fixture f(
            [&](const ClusterRequest &request) { return away ? QByteArray{} : base(request); });
        f.reflector->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
        away = true;
        f.cluster.last->abort();
        QTRY_VERIFY_WITH_TIMEOUT(f.reflector->state().failures > 1, 60'000);
        f.clock.advance(9s);
        QVERIFY(*f.reflector->age() >= 9s);
        QVERIFY(f.reflector->state().error.has_value());
        QCOMPARE(f.names(), QStringList{u"x/a"_s}); // the old picture stays
        away = false;
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->age(), 0ms, 60'000);
    }

    void aSleepMakesItAskAgain()
    {
        Fixture f(oldServer({map("a", 1)}, 5));
        f.reflector->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
        const qsizetype before = f.cluster.requests.size();
        f.clock.advance(1h);
        QTRY_VERIFY_WITH_TIMEOUT(f.cluster.requests.size() > before, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
        QCOMPARE(f.lists(), 1); // it goes on where it was
    }

    void aNewIdentityMakesItAskAgain()
    {
        Fixture f(oldServer({map("a", 1)}, 5));
        f.reflector->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
        const qsizetype before = f.cluster.requests.size();
        Q_EMIT f.access.identityChanged();
        QTRY_VERIFY_WITH_TIMEOUT(f.cluster.requests.size() > before, 60'000);
    }

    void expiredCredentialsAreRenewedForAWatch()
    {
        const auto base = oldServer({map("a", 1)}, 5);
        Fixture f([&](const ClusterRequest &request) {
            return request.head.contains("Bearer new")
                       ? base(request)
                       : ScriptedCluster::json(wireBody(u"auth.401.bad_token"_s),
                                               "401 Unauthorized");
        });
        f.access.next = FakeAccess::token(u"old-token"_s);
        f.access.renewed = FakeAccess::token(u"new-token"_s);
        f.reflector->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
        QCOMPARE(f.access.refusals, 1);
    }

    void pausedKeepsThePicture()
    {
        Fixture f(oldServer({map("a", 1)}, 5));
        f.reflector->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
        f.reflector->setActive(false);
        QCOMPARE(f.reflector->state().phase, Phase::Paused);
        QCOMPARE(f.names(), QStringList{u"x/a"_s});
        f.clock.advance(3s);
        QCOMPARE(f.reflector->age(), 3s);
        f.reflector->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
        QCOMPARE(f.lists(), 1);
    }

    void manyChangesAreOneSignal()
    {
        Fixture f(oldServer({}, 5));
        KubeWatch::Pace pace;
        pace.coalesce = 200ms;
        f.reflector->setPace(pace);
        f.reflector->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(f.reflector->state().phase, Phase::Live, 60'000);
        QSignalSpy changed(f.reflector.get(), &KubeWatch::changed);
        QByteArray events;
        for (int i = 0; i < 50; ++i) {
            events += eventLine("ADDED", map("m" + QByteArray::number(i), 10 + i));
        }
        f.send(events);
        QVERIFY(changed.wait(60'000));
        QCOMPARE(changed.first().first().value<QSet<QString>>().size(), 50);
        QCOMPARE(changed.size(), 1);
    }

    void deletingItInItsOwnSignal()
    {
        Fixture f(oldServer({map("a", 1)}, 5));
        connect(f.reflector.get(), &KubeWatch::changed, this, [&f] { f.reflector.reset(); });
        f.reflector->setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(f.reflector == nullptr, 60'000);
    }
};

QTEST_GUILESS_MAIN(TestKubeWatch)
#include "tst_kubewatch.moc"
