// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policyparser.h"
#include "policy/policywriter.h"
#include "rollout/importparts.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

/// The part of a policy that goes if something in it is refused. Ordered so that taking out from
/// the last to the first keeps the indices of the others.
struct Part
{
    enum class Kind : std::uint8_t { Labels, Component, Metric, Breaker, Alert };
    Kind kind = Kind::Component;
    std::size_t index = 0; ///< of the component or alert
    std::size_t item = 0;  ///< of the metric or breaker
    friend auto operator<=>(const Part &, const Part &) = default;
};

std::optional<Part> partOf(const QString &path)
{
    static const QRegularExpression form(u"^(?:(metadata\\.labels)|spec\\.components\\[([0-9]+)\\]("
                                         u"?:\\.(metrics|breakers)\\[([0-9]+)\\])?"
                                         "|spec\\.alerts\\[([0-9]+)\\])"_s);
    const QRegularExpressionMatch match = form.match(path);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    if (!match.captured(1).isEmpty()) {
        return Part{Part::Kind::Labels, 0, 0};
    }
    if (!match.captured(5).isEmpty()) {
        return Part{Part::Kind::Alert, match.captured(5).toULong(), 0};
    }
    const Part::Kind kind = match.captured(3) == u"metrics"    ? Part::Kind::Metric
                            : match.captured(3) == u"breakers" ? Part::Kind::Breaker
                                                               : Part::Kind::Component;
    return Part{kind, match.captured(2).toULong(), match.captured(4).toULong()};
}

template<typename List>
void eraseAt(List &list, std::size_t index)
{
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(index));
}

/// Takes it out; the place in the cluster that it came from.
std::pair<QString, QString> takeOut(const Part &part, Policy &policy,
                                    std::vector<ImportedComponent> &components)
{
    if (part.kind == Part::Kind::Labels) {
        policy.labels.clear();
        return {};
    }
    if (part.kind == Part::Kind::Alert) {
        const QString alert = policy.alerts[part.index].name;
        eraseAt(policy.alerts, part.index);
        return {u"PrometheusRule"_s, alert};
    }
    ImportedComponent &imported = components[part.index];
    const QString object = imported.object.isEmpty() ? imported.component.name : imported.object;
    if (part.kind == Part::Kind::Metric) {
        const QString path = imported.metricPaths.value(static_cast<qsizetype>(part.item));
        eraseAt(imported.component.metrics, part.item);
        imported.metricPaths.removeAt(static_cast<qsizetype>(part.item));
        return {object, path};
    }
    if (part.kind == Part::Kind::Breaker) {
        const QString tool = imported.component.breakers[part.item].spec.name;
        eraseAt(imported.component.breakers, part.item);
        return {object, tool};
    }
    eraseAt(components, part.index);
    return {object, {}};
}

/// What is refused, and why. What is inside a component comes first: the component may be right
/// without it.
std::map<Part, QString> wrongParts(const std::vector<Error> &problems)
{
    std::map<Part, QString> wrong;
    for (const Error &problem : problems) {
        if (const auto part = partOf(problem.position.value_or(DocumentPosition{}).path)) {
            wrong.emplace(*part, problem.why);
        }
    }
    const auto isWhole = [](const auto &one) { return one.first.kind == Part::Kind::Component; };
    if (!std::all_of(wrong.begin(), wrong.end(), isWhole)) {
        std::erase_if(wrong, isWhole);
    }
    return wrong;
}

} // namespace

bool keepReadable(Policy &policy, std::vector<ImportedComponent> &components,
                  std::vector<ImportNote> &notes)
{
    while (!components.empty()) {
        policy.components.clear();
        for (const ImportedComponent &imported : components) {
            policy.components.push_back(imported.component);
        }
        const PolicyReading reading = parsePolicy(writePolicy(policy), {});
        if (reading.ok()) {
            return true;
        }
        const std::map<Part, QString> wrong = wrongParts(reading.problems);
        if (wrong.empty()) {
            return false;
        }
        for (auto part = wrong.rbegin(); part != wrong.rend(); ++part) {
            const auto [object, path] = takeOut(part->first, policy, components);
            notes.push_back({u"omitted"_s, object, path,
                             Text::tr("A policy cannot say it: %1.").arg(part->second)});
        }
    }
    return false;
}

} // namespace spillway
