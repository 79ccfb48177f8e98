// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/tagcost.h"

#include <QTest>

#include <cmath>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

/// "assist: rag-worker,llm-consumer 9 | - : tool-router 1"
QString spoken(const TagCost &tag)
{
    QStringList parts;
    for (const TagShare &share : tag.shares) {
        parts << u"%1: %2 %3"_s.arg(share.value.isEmpty() ? u"-"_s : share.value,
                                    share.components.join(u','),
                                    QString::number(share.cost.total()));
    }
    return parts.join(u" | "_s);
}

Policy policy()
{
    Policy made;
    for (const QString &name : {u"rag-worker"_s, u"llm-consumer"_s, u"tool-router"_s}) {
        made.components.emplace_back().name = name;
    }
    made.components[0].cost.tags = {{u"team"_s, u"assist"_s}, {u"zone"_s, u"b"_s}};
    made.components[1].cost.tags = {{u"team"_s, u"assist"_s}, {u"env"_s, u"prod"_s}};
    return made;
}

SimulatedPolicy simulated()
{
    SimulatedPolicy made;
    made.summaries.resize(3);
    made.summaries[0].name = u"rag-worker"_s;
    made.summaries[1].name = u"llm-consumer"_s;
    made.summaries[2].name = u"tool-router"_s;
    made.cost.components = {{.allocated = 2, .idle = 1, .shared = 1, .served = 10},
                            {.allocated = 1, .tokens = 4, .served = 20},
                            {.allocated = 0.5, .calls = 0.5, .served = 30}};
    made.cost.all.served = 50;
    return made;
}

} // namespace

class TestTagCost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTagDividesTheWhole()
    {
        const std::vector<TagCost> costs = tagCosts(policy(), simulated());
        QStringList lines;
        for (const TagCost &tag : costs) {
            lines << tag.tag + u" = "_s + spoken(tag);
        }
        QCOMPARE(lines, (QStringList{
                            u"team = assist: rag-worker,llm-consumer 9 | -: tool-router 1"_s,
                            u"env = prod: llm-consumer 5 | -: rag-worker,tool-router 5"_s,
                            u"zone = b: rag-worker 4 | -: llm-consumer,tool-router 6"_s,
                        }));
        double perThousand = 0;
        for (const TagShare &share : costs[0].shares) {
            perThousand += share.cost.perThousand();
        }
        QVERIFY(std::abs(perThousand - 10.0 / 50 * 1000) < 1e-9);
    }

    void labelsOfAllObjectsAreTagsToo()
    {
        Policy labelled = policy();
        labelled.labels = {{u"env"_s, u"test"_s}, {u"release"_s, u"7"_s}};
        const std::vector<TagCost> costs = tagCosts(labelled, simulated());
        QCOMPARE(costs.size(), 3U);
        QCOMPARE(costs[1].tag, u"env"_s);
        QCOMPARE(spoken(costs[1]), u"test: rag-worker,tool-router 5 | prod: llm-consumer 5"_s);
    }

    void labelsOfAllObjectsStandInForAnyTag()
    {
        Policy labelled = policy();
        labelled.labels = {{u"zone"_s, u"a"_s}};
        const std::vector<TagCost> costs = tagCosts(labelled, simulated());
        QCOMPARE(costs.back().tag, u"zone"_s);
        QCOMPARE(spoken(costs.back()), u"a: llm-consumer,tool-router 6 | b: rag-worker 4"_s);
    }

    void withoutTagsThereIsNothingToDivideBy()
    {
        Policy bare = policy();
        bare.components[0].cost.tags.clear();
        bare.components[1].cost.tags.clear();
        QVERIFY(tagCosts(bare, simulated()).empty());
    }
};

QTEST_APPLESS_MAIN(TestTagCost)
#include "tst_tagcost.moc"
