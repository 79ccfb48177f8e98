// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/overridestore.h"

#include "rollout/createlock.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QMap>
#include <QTimeZone>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <functional>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Rollout)
};

constexpr int mostTries = 2;
constexpr auto patience = 5s; ///< for the Event

QJsonObject jsonOf(const kube::Texts &data)
{
    QJsonObject json;
    for (auto entry = data.begin(); entry != data.end(); ++entry) {
        json.insert(entry.key(), entry.value());
    }
    return json;
}

/// All problems of one override in one sentence.
Result<void> checkOverride(const PolicyOverride &one, const QDateTime &now)
{
    std::vector<Error> problems = validateOverride(one);
    if (problems.empty() && one.until <= now) {
        return Error{.code = ErrorCode::InvalidInput,
                     .what = Text::tr("The override cannot be set"),
                     .why = Text::tr("its end is over")};
    }
    if (problems.empty()) {
        return {};
    }
    QStringList whys;
    for (const Error &problem : problems) {
        whys.append(problem.why);
    }
    Error error = problems.front();
    error.why = whys.join(u"; "_s);
    return error;
}

/// Of the generation that it comes with, so that it is not given twice; people choose such ids too.
QString freeId(const OverrideSet &set)
{
    QString id;
    qint64 number = set.generation;
    do {
        id = u"o-%1"_s.arg(++number);
    } while (std::any_of(set.overrides.begin(), set.overrides.end(),
                         [&id](const PolicyOverride &each) { return each.id == id; }));
    return id;
}

QString targetOf(const PolicyOverride &one)
{
    return one.breaker.isEmpty() ? one.service : QString{one.service + u'/' + one.breaker};
}

/// In English: read by people and machines of all tongues.
QString noteOf(const PolicyOverride &one)
{
    return u"%1: %2 of %3 until %4 by %5: %6"_s.arg(
        one.id, overrideModeName(one.mode), targetOf(one), one.until.toUTC().toString(Qt::ISODate),
        one.by, one.reason);
}

} // namespace

class OverrideReply::Private
{
public:
    using Change = std::function<Result<OverrideSet>(OverrideSet)>;

    Private(KubeClient &kubeClient, QString space, const Clock &now)
        : client(kubeClient)
        , writer(kubeClient)
        , nameSpace(std::move(space))
        , clock(now)
    {}

    [[nodiscard]] QDateTime now() const
    {
        return QDateTime::fromMSecsSinceEpoch(clock.now(), QTimeZone::utc());
    }
    [[nodiscard]] kube::ObjectRef ref() const
    {
        return {kube::bestResource(kube::Kind::ConfigMap), nameSpace, overridesName};
    }
    void start();
    void read();
    void wasRead(const Result<kube::ConfigMap> &map, const kube::StatusDetail &detail);
    void write(const OverrideSet &set, bool force);
    void written(const WriteOutcome &outcome, const OverrideSet &set, bool forced);
    void tellEvent(const QString &uid);
    void finish(Result<OverrideSet> end);

    OverrideReply *q = nullptr;
    KubeClient &client;
    KubeWriter writer;
    QString nameSpace;
    const Clock &clock;
    std::optional<WriteTicket> ticket; ///< none: nothing is written
    Change change;
    QString id;
    QString event; ///< CamelCase
    QString note;
    QString uid;
    QString version;
    int tries = 0;
    QStringList warnings;
    QStringList takenOverFrom;
    Result<OverrideSet> result = Error{};
    bool finished = false;
};

void OverrideReply::Private::start()
{
    QMetaObject::invokeMethod(
        q, [this] { read(); }, Qt::QueuedConnection);
}

void OverrideReply::Private::read()
{
    ++tries;
    auto *const answer = client.get<kube::ConfigMap>(ref(), q);
    QObject::connect(answer, &KubeReply::finished, q, [this, answer] {
        answer->deleteLater();
        wasRead(answer->result(), answer->detail());
    });
}

void OverrideReply::Private::wasRead(const Result<kube::ConfigMap> &map,
                                     const kube::StatusDetail &detail)
{
    const bool isMissing = !map && detail.refusal == kube::Refusal::ObjectMissing;
    if (!map && !isMissing) {
        finish(map.error());
        return;
    }
    Result<OverrideSet> set = isMissing ? OverrideSet{} : parseOverrides(jsonOf(map->data));
    if (!set || !change) {
        finish(std::move(set));
        return;
    }
    uid = isMissing ? QString{} : map->meta.uid;
    version = isMissing ? QString{notThereVersion} : map->meta.resourceVersion;
    // Not at their end: by a clock that is fast those of others would go while they are in force.
    Result<OverrideSet> changed = change(withoutExpired(std::move(*set), now().addDays(-1)));
    if (!changed) {
        finish(changed.error());
        return;
    }
    ++changed->generation;
    write(*changed, false);
}

void OverrideReply::Private::write(const OverrideSet &set, bool force)
{
    const QByteArray bytes =
        QJsonDocument(overridesManifest(nameSpace, set).object).toJson(QJsonDocument::Compact);
    const Result<QByteArray> body = kube::withLock(bytes, uid, version);
    if (!body) {
        finish(body.error());
        return;
    }
    const kube::ApplyRequest apply{
        .object = ref(), .body = *body, .fieldManager = consoleManager, .force = force};
    KubeWrite *const sent = writer.apply(*ticket, apply, q);
    QObject::connect(sent, &KubeWrite::finished, q, [this, sent, set, force] {
        sent->deleteLater();
        written(sent->outcome(), set, force);
    });
}

void OverrideReply::Private::written(const WriteOutcome &outcome, const OverrideSet &set,
                                     bool forced)
{
    warnings += outcome.warnings;
    if (outcome.state == WriteOutcome::State::Done) {
        result = set;
        tellEvent(outcome.uid());
        return;
    }
    const kube::Refusal refusal = outcome.detail.refusal;
    const bool isRefused = outcome.state == WriteOutcome::State::Refused;
    // A uid that is gone is told as Invalid.
    const bool isStale =
        isRefused && (refusal == kube::Refusal::Stale ||
                      (refusal == kube::Refusal::Invalid && !outcome.detail.causes.isEmpty() &&
                       outcome.detail.causes.first().field == "metadata.uid"_L1));
    if (isStale && tries < mostTries) {
        read();
    } else if (isRefused && refusal == kube::Refusal::OwnedByOthers && !forced) {
        // Their values are in the set that was read, and the lock keeps it so.
        for (const kube::FieldConflict &conflict : outcome.detail.conflicts) {
            if (!takenOverFrom.contains(conflict.manager)) {
                takenOverFrom.append(conflict.manager);
            }
        }
        write(set, true);
    } else {
        finish(outcome.error.value_or(Error{}));
    }
}

void OverrideReply::Private::tellEvent(const QString &ofUid)
{
    const kube::EventNote told{.regarding = {.apiVersion = u"v1"_s,
                                             .kind = u"ConfigMap"_s,
                                             .ns = nameSpace,
                                             .name = overridesName,
                                             .uid = ofUid},
                               .reason = event,
                               .action = u"Update"_s,
                               .note = note,
                               .time = clock.now()};
    auto *const answer = writer.createEvent(*ticket, told, q);
    const auto end = [this] { finish(std::move(result)); };
    QObject::connect(answer, &KubeReply::finished, q, end);
    QTimer::singleShot(patience, q, end);
}

void OverrideReply::Private::finish(Result<OverrideSet> end)
{
    if (!finished) {
        finished = true;
        result = std::move(end);
        Q_EMIT q->finished();
    }
}

OverrideReply::OverrideReply(std::unique_ptr<Private> work, QObject *parent)
    : QObject(parent)
    , d(std::move(work))
{
    d->q = this;
}

OverrideReply::~OverrideReply() = default;

const Result<OverrideSet> &OverrideReply::result() const
{
    return d->result;
}

Result<OverrideSet> OverrideReply::takeResult()
{
    return std::move(d->result);
}

const QString &OverrideReply::id() const
{
    return d->id;
}

const QStringList &OverrideReply::warnings() const
{
    return d->warnings;
}

const QStringList &OverrideReply::takenOverFrom() const
{
    return d->takenOverFrom;
}

OverrideStore::OverrideStore(KubeClient &client, QString nameSpace, const Clock &clock)
    : m_client(client)
    , m_nameSpace(std::move(nameSpace))
    , m_clock(clock)
{}

void OverrideStore::setReadBackDelays(QList<std::chrono::milliseconds> delays)
{
    m_delays = std::move(delays);
}

OverrideReply *OverrideStore::read(QObject *parent)
{
    auto *const reply = new OverrideReply(
        std::make_unique<OverrideReply::Private>(m_client, m_nameSpace, m_clock), parent);
    reply->d->start();
    return reply;
}

OverrideReply *OverrideStore::set(const WriteTicket &ticket, const PolicyOverride &one,
                                  QObject *parent)
{
    auto *const reply = new OverrideReply(
        std::make_unique<OverrideReply::Private>(m_client, m_nameSpace, m_clock), parent);
    OverrideReply::Private &work = *reply->d;
    work.ticket = ticket;
    work.event = u"OverrideSet"_s;
    if (m_delays) {
        work.writer.setReadBackDelays(*m_delays);
    }
    work.change = [&work, one](OverrideSet set) -> Result<OverrideSet> {
        PolicyOverride wanted = one;
        if (wanted.id.isEmpty()) {
            wanted.id = freeId(set);
        }
        if (const Result<void> right = checkOverride(wanted, work.now()); !right) {
            return right.error();
        }
        std::erase_if(set.overrides,
                      [&wanted](const PolicyOverride &each) { return each.id == wanted.id; });
        work.id = wanted.id;
        work.note = noteOf(wanted);
        set.overrides.push_back(std::move(wanted));
        return set;
    };
    work.start();
    return reply;
}

OverrideReply *OverrideStore::clear(const WriteTicket &ticket, const QString &id, const QString &by,
                                    const QString &reason, QObject *parent)
{
    auto *const reply = new OverrideReply(
        std::make_unique<OverrideReply::Private>(m_client, m_nameSpace, m_clock), parent);
    OverrideReply::Private &work = *reply->d;
    work.ticket = ticket;
    work.event = u"OverrideCleared"_s;
    work.id = id;
    work.note =
        reason.isEmpty() ? u"%1 by %2"_s.arg(id, by) : u"%1 by %2: %3"_s.arg(id, by, reason);
    if (m_delays) {
        work.writer.setReadBackDelays(*m_delays);
    }
    work.change = [id](OverrideSet set) -> Result<OverrideSet> {
        if (std::erase_if(set.overrides,
                          [&id](const PolicyOverride &each) { return each.id == id; }) == 0) {
            return Error{.code = ErrorCode::NotFound,
                         .what = Text::tr("The override cannot be cleared"),
                         .where = id,
                         .why =
                             Text::tr("there is none of that id, or it ended more than a day ago")};
        }
        return set;
    };
    work.start();
    return reply;
}

QString OverrideAcknowledgement::toString() const
{
    return Text::tr("%1 of %n pod(s) acknowledge generation %2", nullptr, asked)
        .arg(acknowledged)
        .arg(generation);
}

OverrideAcknowledgement
acknowledgementOf(qint64 generation, const std::vector<OverrideAcknowledgement::Sample> &samples)
{
    QMap<QString, double> lowest;
    for (const OverrideAcknowledgement::Sample &sample : samples) {
        const double value = std::isnan(sample.generation) ? -HUGE_VAL : sample.generation;
        const auto known = lowest.constFind(sample.consumer);
        lowest.insert(sample.consumer,
                      known == lowest.constEnd() ? value : std::min(*known, value));
    }
    OverrideAcknowledgement told;
    told.generation = generation;
    told.asked = static_cast<int>(lowest.size());
    for (auto consumer = lowest.constBegin(); consumer != lowest.constEnd(); ++consumer) {
        if (*consumer >= static_cast<double>(generation)) {
            ++told.acknowledged;
        } else {
            told.missing.append(consumer.key());
        }
    }
    return told;
}

} // namespace spillway
