// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lists and watches: pages of one picture, pictures that stay up to date, and how a watch ends.
#include "contract/clusterfixture.h"
#include "contract/manifests.h"
#include "kube/kubereflector.h"
#include "kube/kubestream.h"

using namespace spillway;
using namespace spillway::contract;
using kube::ConfigMap;
using kube::Kind;
using kube::ListQuery;
using kube::Refusal;
using kube::ScaledObject;
using Phase = ReflectorState::Phase;
using Type = kube::WatchLine::Type;

namespace {

constexpr int limitMs = static_cast<int>(limit.count());

/// A watch as bytes come in.
struct Stream
{
    Stream(Session &session, const kube::WatchQuery &query)
        : stream(session.client().link(), kube::watchRequest(query))
    {
        QObject::connect(&stream, &KubeStream::line, &stream,
                         [this](const kube::WatchLine &line) { lines.append(line); });
        QObject::connect(&stream, &KubeStream::ended, &stream, [this] { ended = true; });
        stream.start();
    }
    [[nodiscard]] qsizetype count(Type type) const
    {
        return std::count_if(lines.cbegin(), lines.cend(),
                             [type](const kube::WatchLine &line) { return line.type == type; });
    }

    KubeStream stream;
    QList<kube::WatchLine> lines;
    bool ended = false;
};

} // namespace

class TestContractLists : public ContractTest
{
    Q_OBJECT

    Result<void> prepare() override { return cluster().install(Kind::ScaledObject); }

    void store(const QString &name, const QString &set, const QString &value = u"1"_s)
    {
        VERIFY_DONE(admin().apply({cluster().ref(Kind::ConfigMap, name),
                                   bytesOf(configMap(labelled(name, set), {{"v"_L1, value}}))}));
    }
    void drop(const QString &name)
    {
        VERIFY_DONE(admin().remove({cluster().ref(Kind::ConfigMap, name)}));
    }
    [[nodiscard]] ListQuery maps(const QString &set, qint32 pageSize = 500)
    {
        return {kube::bestResource(Kind::ConfigMap), ns(), u"contract-set="_s + set, {}, pageSize};
    }
    [[nodiscard]] std::unique_ptr<KubeReflector<ConfigMap>> reflect(const QString &set)
    {
        auto reflector = std::make_unique<KubeReflector<ConfigMap>>(admin().client(), maps(set),
                                                                    admin().clock());
        reflector->setActive(true);
        return reflector;
    }
    [[nodiscard]] QString valueOf(const KubeReflector<ConfigMap> &reflector, const QString &name)
    {
        const auto found = reflector.find(ns(), name);
        return found ? found->data.value(u"v"_s) : QString{};
    }

private Q_SLOTS:
    void pagesAreOneList()
    {
        for (int i = 0; i < 7; ++i) {
            store(u"page-%1"_s.arg(i), u"pages"_s);
        }
        const auto first = admin().send(kube::listRequest(maps(u"pages"_s, 3)));
        QVERIFY_RESULT(first.result);
        const auto page = kube::decodeList<ConfigMap>(first.result->body);
        QVERIFY_RESULT(page);
        QCOMPARE(page->items.size(), 3U);
        QVERIFY(!page->continueToken.isEmpty());
        store(u"page-late"_s, u"pages"_s); // belongs to a later picture
        const auto second =
            admin().send(kube::listRequest(maps(u"pages"_s, 3), page->continueToken));
        QVERIFY_RESULT(second.result);
        QCOMPARE(kube::decodeList<ConfigMap>(second.result->body)->resourceVersion,
                 page->resourceVersion);

        const auto all = admin().list<ConfigMap>(maps(u"pages"_s, 3));
        QVERIFY_RESULT(all.result);
        QCOMPARE(all.result->items.size(), 8U);
        QVERIFY(!all.result->resourceVersion.isEmpty());
        QVERIFY(all.result->continueToken.isEmpty());
        QSet<QString> names;
        for (const ConfigMap &map : all.result->items) {
            names.insert(map.meta.name);
            QCOMPARE(map.meta.ns, ns());
            QVERIFY(!map.meta.uid.isEmpty());
        }
        QCOMPARE(names.size(), 8);
    }

    void selectors()
    {
        store(u"select-a"_s, u"select"_s);
        store(u"select-b"_s, u"select"_s);
        ListQuery query = maps(u"select"_s);
        query.fieldSelector = u"metadata.name=select-b"_s;
        const auto one = admin().list<ConfigMap>(query);
        QVERIFY_RESULT(one.result);
        QCOMPARE(one.result->items.size(), 1U);
        QCOMPARE(one.result->items.front().meta.name, u"select-b"_s);
        query.fieldSelector.clear();
        query.ns.clear(); // everywhere
        const auto all = admin().list<ConfigMap>(query);
        QVERIFY_RESULT(all.result);
        QVERIFY(all.result->items.size() >= 2U);
        const auto none = admin().list<ConfigMap>(maps(u"no-such-set"_s));
        QVERIFY_RESULT(none.result);
        QVERIFY(none.result->items.empty());
        QVERIFY(!none.result->resourceVersion.isEmpty());
    }

    void continueTokensAreChecked()
    {
        const auto answer = admin().send(kube::listRequest(maps(u"pages"_s, 3), "nonsense"));
        QVERIFY_ERROR(answer.result, ErrorCode::BadRequest);
        QVERIFY(!answer.detail.message.isEmpty());
    }

    void everyChangeArrives()
    {
        store(u"seen"_s, u"watch"_s);
        const auto reflector = reflect(u"watch"_s);
        QTRY_COMPARE_WITH_TIMEOUT(reflector->state().phase, Phase::Live, limitMs);
        QVERIFY(reflector->state().hasPicture);
        QVERIFY(!reflector->state().error);
        QCOMPARE(reflector->age(), std::chrono::milliseconds{0});
        QCOMPARE(valueOf(*reflector, u"seen"_s), u"1"_s);

        QSignalSpy changed(reflector.get(), &KubeWatch::changed);
        store(u"added"_s, u"watch"_s);
        store(u"seen"_s, u"watch"_s, u"2"_s);
        QTRY_COMPARE_WITH_TIMEOUT(valueOf(*reflector, u"seen"_s), u"2"_s, limitMs);
        QTRY_COMPARE_WITH_TIMEOUT(valueOf(*reflector, u"added"_s), u"1"_s, limitMs);
        drop(u"added"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!reflector->find(ns(), u"added"_s), limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), limitMs);

        store(u"seen"_s, u"elsewhere"_s); // leaves the selection
        QTRY_VERIFY_WITH_TIMEOUT(reflector->objects().isEmpty(), limitMs);
        QCOMPARE(reflector->state().phase, Phase::Live);
    }

    void aPausedPictureGrowsOldAndCatchesUp()
    {
        store(u"kept"_s, u"pause"_s);
        store(u"dropped"_s, u"pause"_s);
        const auto reflector = reflect(u"pause"_s);
        QTRY_COMPARE_WITH_TIMEOUT(reflector->objects().size(), 2, limitMs);
        reflector->setActive(false);
        QCOMPARE(reflector->state().phase, Phase::Paused);
        drop(u"dropped"_s);
        store(u"kept"_s, u"pause"_s, u"2"_s);
        store(u"new"_s, u"pause"_s);
        QCOMPARE(reflector->objects().size(), 2);
        QVERIFY(reflector->age());
        reflector->setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(!reflector->find(ns(), u"dropped"_s), limitMs);
        QTRY_COMPARE_WITH_TIMEOUT(valueOf(*reflector, u"kept"_s), u"2"_s, limitMs);
        QTRY_COMPARE_WITH_TIMEOUT(valueOf(*reflector, u"new"_s), u"1"_s, limitMs);
    }

    void afterACompactionThePictureIsReplacedInOneStep()
    {
        store(u"stays"_s, u"compacted"_s);
        store(u"goes"_s, u"compacted"_s);
        const auto reflector = reflect(u"compacted"_s);
        QTRY_COMPARE_WITH_TIMEOUT(reflector->objects().size(), 2, limitMs);
        reflector->setActive(false);
        drop(u"goes"_s);
        store(u"stays"_s, u"compacted"_s, u"2"_s);
        store(u"comes"_s, u"compacted"_s);
        cluster().forgetHistory();
        bool lost = false; // what stays is never gone, not even for a moment
        connect(reflector.get(), &KubeWatch::changed, this,
                [&] { lost = lost || valueOf(*reflector, u"stays"_s).isEmpty(); });
        reflector->setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(valueOf(*reflector, u"comes"_s), u"1"_s, limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(!reflector->find(ns(), u"goes"_s), limitMs);
        QCOMPARE(valueOf(*reflector, u"stays"_s), u"2"_s);
        QVERIFY(!lost);
        QTRY_COMPARE_WITH_TIMEOUT(reflector->state().phase, Phase::Live, limitMs);
        store(u"stays"_s, u"compacted"_s, u"3"_s); // it watches again
        QTRY_COMPARE_WITH_TIMEOUT(valueOf(*reflector, u"stays"_s), u"3"_s, limitMs);
    }

    void pagesAfterACompaction()
    {
        for (int i = 0; i < 3; ++i) {
            store(u"old-page-%1"_s.arg(i), u"old-pages"_s);
        }
        const auto first = admin().send(kube::listRequest(maps(u"old-pages"_s, 2)));
        QVERIFY_RESULT(first.result);
        const auto page = kube::decodeList<ConfigMap>(first.result->body);
        QVERIFY_RESULT(page);
        store(u"old-page-late"_s, u"old-pages"_s);
        cluster().forgetHistory();
        const auto second =
            admin().send(kube::listRequest(maps(u"old-pages"_s, 2), page->continueToken));
        if (second.result) { // that picture is still known: the rest of it
            QCOMPARE(kube::decodeList<ConfigMap>(second.result->body)->items.size(), 1U);
            return;
        }
        QCOMPARE(second.detail.refusal, Refusal::Expired);
        QVERIFY(!second.detail.continueToken.isEmpty()); // goes on at the present state
        const auto rest =
            admin().send(kube::listRequest(maps(u"old-pages"_s, 2), second.detail.continueToken));
        QVERIFY_RESULT(rest.result);
        QCOMPARE(kube::decodeList<ConfigMap>(rest.result->body)->items.size(), 2U);
    }

    void aVersionThatIsTooOld()
    {
        store(u"ancient"_s, u"too-old"_s);
        cluster().forgetHistory();
        const Stream stream(admin(),
                            {maps(u"too-old"_s), u"1"_s, false, std::chrono::seconds{300}});
        QTRY_VERIFY_WITH_TIMEOUT(stream.ended || stream.count(Type::Error) > 0, limitMs);
        QCOMPARE(stream.count(Type::Error), 1);
        QCOMPARE(kube::statusError(stream.lines.last().object, {}).detail.refusal,
                 Refusal::Expired);
    }

    void afterALostNetworkItGoesOn()
    {
        store(u"before"_s, u"refresh"_s);
        const auto reflector = reflect(u"refresh"_s);
        QTRY_COMPARE_WITH_TIMEOUT(reflector->state().phase, Phase::Live, limitMs);
        reflector->refresh(); // as after a sleep: every connection is made anew
        QCOMPARE(reflector->objects().size(), 1);
        store(u"after"_s, u"refresh"_s);
        QTRY_COMPARE_WITH_TIMEOUT(reflector->objects().size(), 2, limitMs);
        QTRY_COMPARE_WITH_TIMEOUT(reflector->state().phase, Phase::Live, limitMs);
    }

    void customResources()
    {
        const kube::ObjectRef object = cluster().ref(Kind::ScaledObject, u"watched"_s);
        KubeReflector<ScaledObject> reflector(
            admin().client(), {object.resource, ns(), {}, {}, 500}, admin().clock());
        reflector.setActive(true);
        QTRY_COMPARE_WITH_TIMEOUT(reflector.state().phase, Phase::Live, limitMs);
        VERIFY_DONE(admin().apply(
            {object, bytesOf(scaledObject(object.name,
                                          with(scaledObjectSpec(), u"maxReplicaCount"_s, 7)))}));
        QTRY_VERIFY_WITH_TIMEOUT(reflector.find(ns(), object.name), limitMs);
        const auto found = reflector.find(ns(), object.name);
        QCOMPARE(found->maxReplicas, std::optional{7});
        QCOMPARE(found->triggers.size(), 1);
        VERIFY_DONE(admin().remove({object}));
        QTRY_VERIFY_WITH_TIMEOUT(!reflector.find(ns(), object.name), limitMs);
    }

    void aKindThatIsNotServedIsTold()
    {
        const kube::Resource nothing{cluster().ownGroup(), u"v1"_s, u"Nothing"_s, u"nothings"_s,
                                     true};
        KubeReflector<QJsonObject> reflector(admin().client(), {nothing, ns(), {}, {}, 500},
                                             admin().clock());
        reflector.setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(reflector.state().error, limitMs);
        QCOMPARE(reflector.state().error->code, ErrorCode::Unsupported);
        QVERIFY(!reflector.state().hasPicture);
        QVERIFY(!reflector.age());
    }

    void aStreamBeginsWithThePresentState()
    {
        store(u"streamed"_s, u"stream"_s);
        const Stream stream(admin(), {maps(u"stream"_s), {}, true, std::chrono::seconds{300}});
        QTRY_VERIFY_WITH_TIMEOUT(stream.count(Type::Bookmark) > 0, limitMs);
        QCOMPARE(stream.count(Type::Added), 1);
        const auto mark = kube::watchPosition(stream.lines.last().object);
        QVERIFY_RESULT(mark);
        QVERIFY(mark->initialEventsEnd);
        QVERIFY(!mark->resourceVersion.isEmpty());
        store(u"streamed"_s, u"stream"_s, u"2"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stream.count(Type::Modified), 1, limitMs);
    }

    void aWatchGoesOnFromAList()
    {
        store(u"listed"_s, u"goes-on"_s);
        const auto page = admin().list<ConfigMap>(maps(u"goes-on"_s));
        QVERIFY_RESULT(page.result);
        store(u"listed"_s, u"goes-on"_s, u"2"_s); // nobody watches yet
        drop(u"listed"_s);
        const Stream stream(admin(), {maps(u"goes-on"_s), page.result->resourceVersion, false,
                                      std::chrono::seconds{300}});
        QTRY_COMPARE_WITH_TIMEOUT(stream.count(Type::Deleted), 1, limitMs);
        QCOMPARE(stream.count(Type::Modified), 1);
        QCOMPARE(stream.count(Type::Added), 0);
        QVERIFY(!stream.ended);
    }

    void aWatchEndsInGoodOrder()
    {
        const auto page = admin().list<ConfigMap>(maps(u"ends"_s));
        QVERIFY_RESULT(page.result);
        const Stream stream(admin(), {maps(u"ends"_s), page.result->resourceVersion, false,
                                      std::chrono::seconds{1}});
        QTRY_VERIFY_WITH_TIMEOUT(stream.ended, limitMs);
        QVERIFY(!stream.stream.error());
        for (const kube::WatchLine &line : stream.lines) { // bookmarks alone may have come
            QCOMPARE(line.type, Type::Bookmark);
            QVERIFY(!kube::watchPosition(line.object)->resourceVersion.isEmpty());
        }
    }

    void aWatchThatIsRefused()
    {
        const Stream stream(admin(),
                            {maps(u"refused"_s), u"abc"_s, false, std::chrono::seconds{300}});
        QTRY_VERIFY_WITH_TIMEOUT(stream.ended, limitMs);
        QVERIFY(stream.stream.error());
        QVERIFY(stream.lines.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestContractLists)
#include "tst_contractlists.moc"
