// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/revertwatch.h"

#include "core/duration.h"
#include "kube/objectmeta.h"
#include "rollout/objectreader.h"
#include "rollout/ownentry.h"
#include "rollout/undofields.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rollout)
};

std::optional<EpochMs> timeOfEntry(const QJsonObject &object, const QString &manager)
{
    const QList<kube::ManagedFieldsEntry> entries = managedFieldsOf(object);
    const kube::ManagedFieldsEntry *const entry = kube::applyEntry(entries, manager);
    return entry == nullptr ? std::nullopt : entry->time;
}

/// Whoever wrote last of those who own a field.
const kube::FieldOwner *latest(const QList<kube::FieldOwner> &owners)
{
    const auto found = std::max_element(owners.begin(), owners.end(),
                                        [](const kube::FieldOwner &a, const kube::FieldOwner &b) {
                                            return a.time.value_or(0) < b.time.value_or(0);
                                        });
    return found == owners.end() ? nullptr : &*found;
}

/// A scalar as it stands in a manifest, anything else as JSON.
QString valueText(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString();
    }
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, json.size() - 2));
}

Reversion wholeObject(const WatchedObject &watched, EpochMs pushedAt, EpochMs now)
{
    Reversion gone;
    gone.object = watched.object;
    gone.after = std::chrono::milliseconds{std::max<EpochMs>(0, now - pushedAt)};
    return gone;
}

} // namespace

QString Reversion::toString() const
{
    const QString name = object.toString();
    const QString when = formatDuration(std::chrono::duration_cast<std::chrono::seconds>(after));
    if (field.isEmpty()) {
        return Text::tr("%1 was deleted or made anew %2 after the push").arg(name, when);
    }
    const QString path = field.startsWith(u'.') ? field.sliced(1) : field;
    const QString who = manager.isEmpty() ? Text::tr("somebody") : manager;
    if (value.isUndefined()) {
        return Text::tr("%1 of %2 was taken away by %3 %4 after the push")
            .arg(path, name, who, when);
    }
    return putBack ? Text::tr("%1 of %2 was put back to %3 by %4 %5 after the push")
                         .arg(path, name, valueText(value), who, when)
                   : Text::tr("%1 of %2 was set to %3 by %4 %5 after the push")
                         .arg(path, name, valueText(value), who, when);
}

std::vector<WatchedObject> watchedObjects(const Plan &plan, const std::vector<StepResult> &results)
{
    std::vector<WatchedObject> watched;
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const PlanStep &step = plan.steps[i];
        const bool isDone = results[i].state == StepResult::State::Done ||
                            results[i].state == StepResult::State::Unchanged;
        if (!isDone || step.action == PlanStep::Action::Delete || results[i].object.isEmpty()) {
            continue;
        }
        auto known = std::find_if(watched.begin(), watched.end(), [&](const WatchedObject &each) {
            return each.object == step.object && each.manager == step.manager;
        });
        if (known == watched.end()) {
            known = watched.insert(known,
                                   WatchedObject{.object = step.object, .manager = step.manager});
            known->before = valuesOfFields(step.before, results[i].object, step.manager);
        }
        known->pushed = results[i].object;
        for (const FieldChange &change : step.changes) {
            if (known->before.value(change.path, QJsonValue::Undefined).isUndefined()) {
                known->before.insert(change.path, change.before); // a default, or of others
            }
        }
    }
    return watched;
}

std::vector<Reversion> reversionsOf(const WatchedObject &watched, const QJsonObject &live,
                                    EpochMs pushedAt, EpochMs now)
{
    if (live.isEmpty() || metaText(live, "uid"_L1) != metaText(watched.pushed, "uid"_L1)) {
        return {wholeObject(watched, pushedAt, now)};
    }
    const std::optional<EpochMs> then = timeOfEntry(watched.pushed, watched.manager);
    if (timeOfEntry(live, watched.manager).value_or(0) > then.value_or(0)) {
        return {}; // we have applied something else since
    }
    // The exact test (wire facts, answer 3): whoever changes a field takes it out of our entry.
    const QMap<QString, QJsonValue> owned = ownedValues(live, watched.manager);
    const QMap<QString, QJsonValue> pushed = ownedValues(watched.pushed, watched.manager);
    const QMap<QString, QJsonValue> values = valuesOfFields(live, watched.pushed, watched.manager);
    const kube::FieldOwners owners = fieldOwnersOf(live);
    std::vector<Reversion> reversions;
    for (auto field = pushed.begin(); field != pushed.end(); ++field) {
        const QJsonValue value = values.value(field.key(), QJsonValue{QJsonValue::Undefined});
        if (owned.contains(field.key()) || value == field.value()) {
            continue;
        }
        Reversion one = wholeObject(watched, pushedAt, now);
        one.field = field.key();
        one.value = value;
        const QList<kube::FieldOwner> by = kube::ownersOf(owners, field.key());
        if (const kube::FieldOwner *const owner = latest(by)) {
            one.manager = owner->manager;
            one.applied = owner->isApply();
            one.at = owner->time;
            // Both as the server says: to the second, and of the same clock.
            if (owner->time && then && *owner->time >= *then) {
                one.after = std::chrono::milliseconds{*owner->time - *then};
            }
        }
        one.putBack =
            watched.before.contains(field.key()) && watched.before.value(field.key()) == value;
        reversions.push_back(std::move(one));
    }
    return reversions;
}

RevertWatch::RevertWatch(KubeClient &client, std::vector<WatchedObject> objects, const Clock &clock,
                         QObject *parent)
    : RevertWatch(client, std::move(objects), clock, duration, parent)
{}

RevertWatch::RevertWatch(KubeClient &client, std::vector<WatchedObject> objects, const Clock &clock,
                         std::chrono::milliseconds length, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_objects(std::move(objects))
    , m_clock(clock)
    , m_pushedAt(clock.now())
    , m_length(length)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RevertWatch::look);
    startTimer();
}

RevertWatch::~RevertWatch() = default;

/// The last look is at the end.
void RevertWatch::startTimer()
{
    const std::chrono::milliseconds left{std::max<EpochMs>(0, endsAt() - m_clock.now())};
    m_timer.start(std::min(m_pause, left));
}

void RevertWatch::setInterval(std::chrono::milliseconds pause)
{
    m_pause = pause;
    if (m_timer.isActive()) {
        startTimer();
    }
}

void RevertWatch::stop()
{
    m_timer.stop();
    delete m_reader; // its answers with it
    m_reader = nullptr;
    m_isActive = false;
}

EpochMs RevertWatch::endsAt() const
{
    return m_pushedAt + m_length.count();
}

QString RevertWatch::troubleText() const
{
    const QString known =
        m_seenAt ? tr("It was seen last %1 after the push.")
                       .arg(humanDuration(std::chrono::milliseconds{*m_seenAt - m_pushedAt}))
                 : tr("It has not been seen since the push.");
    const QString text = m_isActive ? tr("Whether it stays cannot be seen now: %1")
                                    : tr("It is not known whether it stayed: %1");
    return text.arg(m_trouble->sentence()) + u' ' + known;
}

QString RevertWatch::toString() const
{
    if (m_trouble) {
        return troubleText();
    }
    if (!m_reversions.empty()) {
        return {};
    }
    if (!m_isActive) {
        return m_seenAt ? tr("It has stayed for %1.")
                              .arg(humanDuration(std::chrono::milliseconds{*m_seenAt - m_pushedAt}))
                        : tr("It has not been seen since the push.");
    }
    const std::chrono::milliseconds left{std::max<EpochMs>(0, endsAt() - m_clock.now())};
    return tr("For another %1 it is watched whether somebody puts it back.")
        .arg(humanDuration(left));
}

void RevertWatch::look()
{
    m_lookingAt = m_clock.now();
    std::vector<kube::ObjectRef> objects;
    objects.reserve(m_objects.size());
    std::transform(m_objects.begin(), m_objects.end(), std::back_inserter(objects),
                   [](const WatchedObject &each) { return each.object; });
    m_reader = new ObjectReader(m_client, std::move(objects), this);
    connect(m_reader, &ObjectReader::finished, this, &RevertWatch::take);
}

void RevertWatch::take()
{
    ObjectReader *const reader = std::exchange(m_reader, nullptr);
    reader->deleteLater();
    m_trouble.reset();
    if (const Error *const failure = reader->failure()) {
        m_trouble = *failure;
    } else {
        m_seenAt = m_lookingAt;
    }
    std::vector<Reversion> news;
    for (std::size_t i = 0; i < m_objects.size(); ++i) {
        const Result<QJsonObject> &live = reader->results()[i];
        if (!live) {
            continue;
        }
        for (Reversion &each : reversionsOf(m_objects[i], *live, m_pushedAt, m_clock.now())) {
            const QString key = each.object.toString() + each.field;
            if (!m_told.contains(key)) {
                m_told.insert(key);
                news.push_back(std::move(each));
            }
        }
    }
    m_reversions.insert(m_reversions.end(), news.begin(), news.end());
    wait();
    const QPointer<RevertWatch> alive = this;
    for (const Reversion &each : news) {
        if (alive) {
            Q_EMIT reverted(each);
        }
    }
    if (alive) {
        Q_EMIT looked();
    }
    if (alive && !m_isActive) {
        Q_EMIT finished();
    }
}

void RevertWatch::wait()
{
    m_isActive = m_clock.now() < endsAt();
    if (m_isActive) {
        startTimer();
    }
}

} // namespace spillway
