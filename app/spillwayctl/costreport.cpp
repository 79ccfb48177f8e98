// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/costreport.h"

#include "spillwayctl/resultwriter.h"

#include <QCoreApplication>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SimulationReport)
};

double totalOf(const TagCost &tag)
{
    double total = 0;
    for (const TagShare &share : tag.shares) {
        total += share.cost.total();
    }
    return total;
}

QString shareText(double part, double whole)
{
    constexpr double hundred = 100;
    return whole > 0 ? QString::number(part / whole * hundred, 'f', 1) + u" %"_s : u"-"_s;
}

} // namespace

QString moneyText(double value)
{
    constexpr double tiny = 0.01; // of a request, usually
    return value > 0 && value < tiny ? QString::number(value, 'g', 2)
                                     : QString::number(value, 'f', value < 10 ? 3 : 2);
}

QJsonObject costJson(const ComponentCost &cost)
{
    return {{u"allocated"_s, cost.allocated}, {u"idle"_s, cost.idle},
            {u"shared"_s, cost.shared},       {u"tokens"_s, cost.tokens},
            {u"calls"_s, cost.calls},         {u"total"_s, cost.total()},
            {u"answered"_s, cost.served},     {u"per_1000_answered"_s, cost.perThousand()}};
}

QByteArray tagText(const std::vector<TagCost> &tags)
{
    QList<QStringList> rows{{Text::tr("COST BY TAG"), Text::tr("VALUE"), Text::tr("COMPONENTS"),
                             Text::tr("ALLOCATED"), Text::tr("IDLE"), Text::tr("SHARED"),
                             Text::tr("TOKENS"), Text::tr("CALLS"), Text::tr("TOTAL"),
                             Text::tr("SHARE"), Text::tr("PER 1000")}};
    for (const TagCost &tag : tags) {
        const double whole = totalOf(tag);
        for (const TagShare &share : tag.shares) {
            const ComponentCost &cost = share.cost;
            rows.append({tag.tag, share.value.isEmpty() ? Text::tr("(untagged)") : share.value,
                         share.components.join(u", "_s), moneyText(cost.allocated),
                         moneyText(cost.idle), moneyText(cost.shared), moneyText(cost.tokens),
                         moneyText(cost.calls), moneyText(cost.total()),
                         shareText(cost.total(), whole), moneyText(cost.perThousand())});
        }
    }
    return rows.size() > 1 ? alignedTable(rows) : QByteArray();
}

QJsonArray tagsJson(const std::vector<TagCost> &tags)
{
    QJsonArray all;
    for (const TagCost &tag : tags) {
        const double whole = totalOf(tag);
        QJsonArray shares;
        for (const TagShare &share : tag.shares) {
            QJsonObject one = costJson(share.cost);
            one.insert(u"value"_s, share.value.isEmpty() ? QJsonValue() : QJsonValue(share.value));
            one.insert(u"components"_s, QJsonArray::fromStringList(share.components));
            one.insert(u"share"_s, whole > 0 ? share.cost.total() / whole : 0.0);
            shares.append(one);
        }
        all.append(QJsonObject{{u"tag"_s, tag.tag}, {u"values"_s, shares}});
    }
    return all;
}

} // namespace spillway
