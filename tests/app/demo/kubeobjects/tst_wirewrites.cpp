// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wirelog.h"
#include "wireworld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace spillway::test;

/// Every recorded write of a real Kubernetes 1.36.2 server, answered by the pure functions.
class TestWireWrites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersAsRecorded_data();
    void answersAsRecorded();
    void hasAnsweredEnough();

private:
    std::vector<std::pair<QString, QStringList>> m_results;
};

namespace {

/// What depends on more than one object, or on text that no client reads. The HTTP half answers the
/// first kind; the second is Go's order of fields inside of a message.
bool isElsewhere(const WireExchange &exchange)
{
    static const QStringList prefixes{
        u"vap."_s,             // admission policies
        u"webhook.down"_s,     // admission webhooks
        u"quota."_s,           // quotas
        u"nsterm.create_ns"_s, // "object is being deleted", said by the store
        u"auth."_s,
        u"size.etcd"_s,
        u"crd.removed"_s, // finalizer of definitions with instances

        u"hpa.merge.unknown.strict"_s,
        u"hpa.merge.bad_type"_s, // echo Go's field order
    };
    return std::any_of(prefixes.begin(), prefixes.end(), [&exchange](const QString &prefix) {
        return exchange.name.startsWith(prefix);
    });
}

} // namespace

void TestWireWrites::initTestCase()
{
    WireWorld world;
    int session = 0;
    const std::vector<WireExchange> log = readWireLog();
    for (const WireExchange &exchange : log) {
        if (exchange.session != session) { // on another empty server, set up in the same way
            world.clear();
            session = exchange.session;
            for (const WireExchange &earlier : log) {
                if (session == 2 && earlier.name.startsWith("setup."_L1)) {
                    (void)world.replay(earlier);
                }
            }
        }
        const auto found = world.replay(exchange);
        if (found && !isElsewhere(exchange)) {
            m_results.emplace_back(exchange.name, *found);
        }
    }
}

void TestWireWrites::answersAsRecorded_data()
{
    QTest::addColumn<QStringList>("found");
    for (std::size_t i = 0; i < m_results.size(); ++i) {
        QTest::addRow("%zu %s", i, qPrintable(m_results[i].first)) << m_results[i].second;
    }
}

void TestWireWrites::answersAsRecorded()
{
    QFETCH(QStringList, found);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestWireWrites::hasAnsweredEnough()
{
    QVERIFY2(m_results.size() > 500, qPrintable(QString::number(m_results.size())));
}

QTEST_GUILESS_MAIN(TestWireWrites)
#include "tst_wirewrites.moc"
