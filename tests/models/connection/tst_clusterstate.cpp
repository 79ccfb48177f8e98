// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/clusterstate.h"

#include <QTest>

using namespace spillway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Error failure(ErrorCode code)
{
    return Error{.code = code, .what = u"no"_s};
}

const WatchReport listing{.kind = u"pods"_s};
const WatchReport live{.kind = u"pods"_s, .hasPicture = true, .live = true, .age = 0ms};
const WatchReport refused{
    .kind = u"events"_s, .error = failure(ErrorCode::Forbidden), .neededRole = u"kind: Role"_s};

WatchReport kept(std::chrono::milliseconds age, ErrorCode code)
{
    return {
        .kind = u"pods"_s, .hasPicture = true, .live = false, .age = age, .error = failure(code)};
}

} // namespace

Q_DECLARE_METATYPE(std::vector<spillway::WatchReport>)

class TestClusterState : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void phases_data();
    void phases();
    void theOldestListIsTheAge();
    void whatCannotBeReadIsNamed();
    void aRefusalOfEverythingTellsTheRole();
    void allReasonsOfAFailureAreTold();
    void pausedWithoutAnError();
};

void TestClusterState::phases_data()
{
    using Reports = std::vector<WatchReport>;
    QTest::addColumn<Reports>("reports");
    QTest::addColumn<QString>("phase");
    QTest::newRow("before discovery") << Reports{} << u"connecting"_s;
    QTest::newRow("all listing") << Reports{listing, listing} << u"connecting"_s;
    QTest::newRow("half of it is not the whole") << Reports{live, listing} << u"connecting"_s;
    QTest::newRow("one refused, one not here yet") << Reports{refused, listing} << u"connecting"_s;
    QTest::newRow("all live") << Reports{live, live} << u"live"_s;
    QTest::newRow("one refused") << Reports{live, refused} << u"live"_s;
    QTest::newRow("all refused") << Reports{refused, refused} << u"failed"_s;
    QTest::newRow("one cut off") << Reports{live, kept(9s, ErrorCode::Interrupted)} << u"kept"_s;
    QTest::newRow("cut off and refused")
        << Reports{kept(9s, ErrorCode::Interrupted), refused} << u"kept"_s;
}

void TestClusterState::phases()
{
    QFETCH(std::vector<WatchReport>, reports);
    QTEST(QString{clusterPhaseName(judgeCluster(reports).phase)}, "phase");
}

void TestClusterState::theOldestListIsTheAge()
{
    const ClusterState state = judgeCluster(
        {live, kept(9s, ErrorCode::Interrupted), kept(40s, ErrorCode::Unreachable), live});
    QCOMPARE(state.age, std::optional<std::chrono::milliseconds>{40s});
    QCOMPARE(state.error->code, ErrorCode::Interrupted);
    QCOMPARE(state.lacks,
             (std::vector<ClusterLack>{{u"pods"_s, failure(ErrorCode::Interrupted), {}},
                                       {u"pods"_s, failure(ErrorCode::Unreachable), {}}}));
    QVERIFY(!judgeCluster({live}).age);
}

void TestClusterState::whatCannotBeReadIsNamed()
{
    const ClusterState state = judgeCluster({live, refused});
    QCOMPARE(state.lacks, (std::vector<ClusterLack>{
                              {u"events"_s, failure(ErrorCode::Forbidden), u"kind: Role"_s}}));
    QVERIFY(!state.error);
}

void TestClusterState::aRefusalOfEverythingTellsTheRole()
{
    const ClusterState state = judgeCluster({refused});
    QCOMPARE(state.error->code, ErrorCode::Forbidden);
    QCOMPARE(state.neededRole, u"kind: Role"_s);
    QCOMPARE(state.lacks.size(), 1U);
}

void TestClusterState::allReasonsOfAFailureAreTold()
{
    WatchReport pods = refused;
    pods.kind = u"pods"_s;
    pods.neededRole = u"kind: Role # pods\n"_s;
    WatchReport missing = refused;
    missing.kind = u"scaledobjects"_s;
    missing.error = failure(ErrorCode::Unreachable);
    missing.neededRole.clear();
    const ClusterState state = judgeCluster({pods, missing, refused, pods});
    QCOMPARE(state.phase, ClusterPhase::Failed);
    QCOMPARE(state.error->code, ErrorCode::Forbidden);
    QCOMPARE(state.lacks.size(), 4U);
    QCOMPARE(state.lacks[1].kind, u"scaledobjects"_s);
    QCOMPARE(state.lacks[1].error.code, ErrorCode::Unreachable);
    QCOMPARE(state.neededRole, u"kind: Role # pods\n---\nkind: Role"_s);
}

void TestClusterState::pausedWithoutAnError()
{
    const WatchReport paused{.kind = u"pods"_s, .hasPicture = true, .age = 3min};
    const ClusterState state = judgeCluster({paused});
    QCOMPARE(state.phase, ClusterPhase::Kept);
    QCOMPARE(state.age, std::optional<std::chrono::milliseconds>{3min});
    QVERIFY(!state.error);
    QVERIFY(state.lacks.empty());
}

QTEST_GUILESS_MAIN(TestClusterState)
#include "tst_clusterstate.moc"
