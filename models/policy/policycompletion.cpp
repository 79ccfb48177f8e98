// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policycompletion.h"

#include "policy/policyfields.h"
#include "policy/yamlcontext.h"

#include <QTimeZone>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

using Place = YamlContext::Place;
using Kind = YamlContext::Level::Kind;

/// The shape of the map that the keys lead to, and the row of the last key.
struct Found
{
    const PolicyShape *shape = nullptr; ///< null: the value is no map, or the path leads nowhere
    const PolicyFieldRow *row = nullptr;
};

Found follow(const QStringList &keys)
{
    Found found{&policyShape(), nullptr};
    for (const QString &key : keys) {
        const QByteArray name = key.toLatin1();
        found.row = found.shape != nullptr ? found.shape->find(QLatin1String(name)) : nullptr;
        found.shape = found.row != nullptr ? found.row->shape : nullptr;
    }
    return found;
}

bool holdsMore(const PolicyFieldRow &row)
{
    return row.list || row.shape != nullptr || row.type == PolicyType::Texts ||
           row.type == PolicyType::Numbers;
}

std::vector<PolicyProposal> keysOf(const PolicyShape &shape, const QStringList &present, bool flow,
                                   const QString &before)
{
    std::vector<PolicyProposal> proposals;
    const bool taken = shape.exactlyOne && !present.isEmpty();
    for (const PolicyFieldRow &row : shape.fields) {
        const QString key{row.key};
        if (taken || present.contains(key)) {
            continue;
        }
        proposals.push_back({.text = before + key,
                             .insert = before + key + (holdsMore(row) && !flow ? u":"_s : u": "_s),
                             .help = QString::fromLatin1(row.help),
                             .required = row.required});
    }
    std::stable_sort(
        proposals.begin(), proposals.end(),
        [](const PolicyProposal &a, const PolicyProposal &b) { return a.required && !b.required; });
    return proposals;
}

QStringList namesOf(PolicyType type)
{
    switch (type) {
    case PolicyType::Boolean:
        return {u"true"_s, u"false"_s};
    case PolicyType::LeadTime:
        return {u"measured"_s, u"60s"_s};
    case PolicyType::Days: {
        QStringList days{u"Mon-Fri"_s, u"Sat-Sun"_s};
        for (const QLatin1String day : policynames::days) {
            days << QString{day};
        }
        return days;
    }
    case PolicyType::Zone: {
        QStringList zones;
        const auto ids = QTimeZone::availableTimeZoneIds();
        for (const QByteArray &id : ids) {
            zones << QString::fromLatin1(id);
        }
        return zones;
    }
    default:
        return {};
    }
}

/// Names that other parts of the document have.
QStringList knownNames(const QStringList &keys, const Policy &known)
{
    if (keys.value(1) != u"assertions" || keys.size() != 3) {
        return {};
    }
    QStringList names;
    for (const PolicyComponent &component : known.components) {
        if (keys.last() == u"component") {
            names << component.name;
        }
        for (const ScheduleEvent &event : component.events) {
            if (keys.last() == u"event" && !names.contains(event.name)) {
                names << event.name;
            }
        }
    }
    return names;
}

std::vector<PolicyProposal> valuesOf(const PolicyFieldRow *row, const QStringList &keys,
                                     const Policy &known)
{
    QStringList names = knownNames(keys, known);
    if (names.isEmpty() && row != nullptr) {
        names = namesOf(row->type);
        for (const QLatin1String choice : row->choices) {
            names << QString{choice};
        }
    }
    std::vector<PolicyProposal> proposals;
    proposals.reserve(static_cast<std::size_t>(names.size()));
    for (const QString &name : std::as_const(names)) {
        proposals.push_back({.text = name, .insert = name});
    }
    return proposals;
}

/// In block style a new line may go on with the map of that column, begin the map or list under the
/// last key, or the map of a list item.
std::vector<PolicyProposal> blockKeys(const YamlContext &context, const QStringList &behind,
                                      const Policy &known)
{
    const QStringList keys = context.path();
    const Found found = follow(keys);
    if (context.levels.empty()) {
        return context.column == 0 ? keysOf(policyShape(), behind, false, {})
                                   : std::vector<PolicyProposal>{};
    }
    const YamlContext::Level &level = context.levels.back();
    if (level.kind == Kind::Map && level.indent == context.column) {
        return found.shape != nullptr ? keysOf(*found.shape, level.keys + behind, false, {})
                                      : std::vector<PolicyProposal>{};
    }
    const bool item = level.kind == Kind::List && context.column > level.indent;
    const bool child = level.kind == Kind::Map && context.column > level.indent && !level.hasValue;
    if ((!item && !child) || found.row == nullptr) {
        return {};
    }
    if (found.shape == nullptr) {
        return item || !found.row->list ? valuesOf(found.row, keys, known)
                                        : std::vector<PolicyProposal>{};
    }
    const QString dash = child && found.row->list ? u"- "_s : QString{};
    return keysOf(*found.shape, behind, false, dash);
}

} // namespace

PolicyCompletion completePolicy(QByteArrayView text, qsizetype position, const Policy &known)
{
    position = std::clamp<qsizetype>(position, 0, text.size());
    const YamlContext context = yamlContextAtEnd(text.first(position));
    PolicyCompletion completion{.start = context.wordStart, .proposals = {}};
    if (context.place == Place::Nowhere) {
        return completion;
    }
    const QStringList keys = context.path();
    const Found found = follow(keys);
    const bool flow = !context.levels.empty() && context.levels.back().flow;
    if (context.place == Place::Value) {
        completion.proposals = valuesOf(found.row, keys, known);
        return completion;
    }
    const QStringList behind = yamlKeysBehind(text.sliced(position), context);
    if (!flow) {
        completion.proposals = blockKeys(context, behind, known);
    } else if (found.shape != nullptr) {
        completion.proposals = keysOf(*found.shape, context.levels.back().keys + behind, true, {});
    }
    return completion;
}

} // namespace spillway
