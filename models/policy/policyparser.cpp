// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policyparser.h"

#include "policy/policychecker.h"
#include "policy/policyfields.h"
#include "policy/policymigration.h"
#include "policy/policyreader.h"

#include <QCoreApplication>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

void readHolidays(const PolicyNode &spec, Policy &policy)
{
    for (const QString &text : spec.scalars("holidays"_L1)) {
        if (const auto dates = parseDates(text)) {
            policy.holidays.push_back({dates->first, dates->second});
        }
    }
    for (const PolicyNode &item : spec.maps("holidays"_L1)) {
        policy.calendars.push_back({item.text("calendar"_L1)});
    }
}

void readSettings(const PolicyNode &spec, Policy &policy)
{
    policy.timezone = spec.text("timezone"_L1, policy.timezone);
    const QTimeZone zone(policy.timezone.toUtf8());
    policy.zone = zone.isValid() ? zone : QTimeZone::utc();
    policy.currency = spec.text("currency"_L1, policy.currency);
    readHolidays(spec, policy);
    if (const auto prometheus = spec.map("prometheus"_L1)) {
        policy.prometheus.serverAddress = prometheus->text("serverAddress"_L1);
        policy.prometheus.authentication = readPolicyAuthentication(*prometheus);
    }
    if (const auto schedule = spec.map("schedule"_L1)) {
        PolicyScheduleSettings &settings = policy.schedule;
        settings.image = schedule->text("image"_L1, settings.image);
        settings.imagePullSecrets = schedule->scalars("imagePullSecrets"_L1);
        settings.everyMinutes =
            schedule->integer("everyMinutes"_L1).value_or(settings.everyMinutes);
        settings.forceConflicts = schedule->boolean("forceConflicts"_L1, false);
        settings.nodeSelector = schedule->texts("nodeSelector"_L1);
    }
}

/// Two autoscalers on one workload stop each other.
void checkTargets(const std::vector<PolicyNode> &nodes,
                  const std::vector<PolicyComponent> &components)
{
    QHash<QStringList, std::size_t> first; // the component that had the target before
    for (std::size_t i = 0; i < components.size(); ++i) {
        const PolicyObject &target = components[i].target;
        if (target.name.isEmpty()) {
            continue;
        }
        const QStringList key{target.apiVersion, target.kind, target.name};
        const auto before = first.constFind(key);
        if (before == first.constEnd()) {
            first.insert(key, i);
            continue;
        }
        nodes[i].fail("target"_L1,
                      Text::tr("%1 %2 is the target of “%3” too")
                          .arg(target.kind, target.name, components[*before].name),
                      Text::tr("One workload can have one autoscaler only; put all metrics into "
                               "one component."));
    }
}

/// Istio uses only the first of several DestinationRules of a host.
void checkMeshHosts(const std::vector<PolicyNode> &nodes)
{
    std::vector<PolicyNode> meshes;
    for (const PolicyNode &component : nodes) {
        for (const PolicyNode &breaker : component.maps("breakers"_L1)) {
            if (const auto mesh = breaker.map("mesh"_L1)) {
                meshes.push_back(*mesh);
            }
        }
    }
    checkUniqueNames(meshes, "host"_L1, Text::tr("there is a mesh breaker for “%1” before"));
}

void readSpec(const PolicyNode &spec, Policy &policy)
{
    readSettings(spec, policy);
    const std::vector<PolicyNode> components = spec.maps("components"_L1);
    for (const PolicyNode &item : components) {
        policy.components.push_back(readPolicyComponent(item));
    }
    checkUniqueNames(components, "name"_L1, Text::tr("there is a component “%1” before"));
    checkTargets(components, policy.components);
    checkMeshHosts(components);
    if (spec.has("components"_L1) && components.empty()) {
        spec.fail("components"_L1, Text::tr("the list of components is empty"),
                  Text::tr("Write at least one component."));
    }
    const std::vector<PolicyNode> alerts = spec.maps("alerts"_L1);
    for (const PolicyNode &item : alerts) {
        policy.alerts.push_back(readPolicyAlert(item));
    }
    checkUniqueNames(alerts, "name"_L1, Text::tr("there is an alert “%1” before"));
    for (const PolicyNode &item : spec.maps("assertions"_L1)) {
        policy.assertions.push_back(readPolicyAssertion(item));
    }
}

Policy readPolicy(const PolicyNode &root)
{
    Policy policy;
    if (const auto metadata = root.map("metadata"_L1)) {
        policy.name = metadata->text("name"_L1);
        policy.nameSpace = metadata->text("namespace"_L1);
        policy.labels = readPolicyLabels(*metadata, "labels"_L1);
    }
    if (const auto spec = root.map("spec"_L1)) {
        readSpec(*spec, policy);
    }
    return policy;
}

} // namespace

PolicyPositions::PolicyPositions(const YamlDocument &document)
    : m_file(document.file())
{
    add(document.root(), {});
}

void PolicyPositions::add(const YamlValue &value, const QString &path)
{
    m_places.insert(path, {value.line, value.column});
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        add(value.items[i], u"%1[%2]"_s.arg(path).arg(i));
    }
    for (const YamlEntry &entry : value.entries) {
        add(entry.value, path.isEmpty() ? entry.key : QString{path + u'.' + entry.key});
    }
}

DocumentPosition PolicyPositions::of(const QString &path) const
{
    QString nearest = path;
    while (!nearest.isEmpty() && !m_places.contains(nearest)) {
        const qsizetype dot = std::max(nearest.lastIndexOf(u'.'), nearest.lastIndexOf(u'['));
        nearest.truncate(std::max<qsizetype>(dot, 0));
    }
    const auto [line, column] = m_places.value(nearest);
    return {m_file, line, column, path};
}

PolicyReading parsePolicy(QByteArrayView bytes, const QString &file)
{
    PolicyReading reading;
    Result<YamlDocument> parsed = YamlDocument::parse(bytes, file);
    if (!parsed) {
        reading.problems.push_back(parsed.error());
        return reading;
    }
    const Result<YamlDocument> document = migratePolicy(*std::move(parsed), policyMigrations());
    if (!document) {
        reading.problems.push_back(document.error());
        return reading;
    }
    checkPolicyFields(YamlField(*document, reading.problems), policyShape());
    reading.policy = readPolicy(PolicyNode(*document, policyShape(), reading.problems));
    reading.positions = PolicyPositions(*document);
    std::stable_sort(reading.problems.begin(), reading.problems.end(),
                     [](const Error &a, const Error &b) {
                         return std::pair(a.position->line, a.position->column) <
                                std::pair(b.position->line, b.position->column);
                     });
    return reading;
}

int PolicyComponent::highestCap() const
{
    int most = maxReplicas;
    for (const ScheduleWindow &window : windows) {
        most = std::max(most, window.bounds.cap.value_or(0));
    }
    for (const ScheduleEvent &event : events) {
        most = std::max(most, event.bounds.cap.value_or(0));
    }
    return most;
}

const PolicyComponent *Policy::find(const QString &component) const
{
    const auto found =
        std::find_if(components.begin(), components.end(),
                     [&](const PolicyComponent &one) { return one.name == component; });
    return found == components.end() ? nullptr : &*found;
}

QLatin1String engineName(PolicyComponent::Engine engine)
{
    return policynames::engines[static_cast<std::size_t>(engine)];
}

} // namespace spillway
