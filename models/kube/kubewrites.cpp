// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubewrites.h"

#include "kube/objectmeta.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Kube)
};

constexpr int mostScaleTries = 5; // as kubectl: DefaultRetry

/// Whether a refusal leaves open what happened. The server itself says so with InternalError and
/// Timeout; a proxy cannot know. 4xx and what is recognised as checked before storing are certain.
bool isUncertain(int status, const kube::StatusDetail &detail)
{
    if (status < 500) {
        return false;
    }
    switch (detail.refusal) {
    case kube::Refusal::NotDigestible:
    case kube::Refusal::ObjectTooLarge:
    case kube::Refusal::WebhookUnreachable:
    case kube::Refusal::Starting:
    case kube::Refusal::VersionTooLarge:
        return false;
    case kube::Refusal::BackendUnavailable:
        return status != 503;
    default:
        return true;
    }
}

QJsonArray withoutTimes(const QJsonArray &managed)
{
    QList<QByteArray> entries;
    for (const QJsonValue value : managed) {
        QJsonObject entry = value.toObject();
        entry.remove("time"_L1);
        entries.append(QJsonDocument(entry).toJson(QJsonDocument::Compact));
    }
    std::sort(entries.begin(), entries.end()); // their order says nothing
    QJsonArray sorted;
    for (const QByteArray &entry : std::as_const(entries)) {
        sorted.append(QString::fromUtf8(entry));
    }
    return sorted;
}

QJsonObject comparable(QJsonObject object)
{
    QJsonObject meta = object.value("metadata"_L1).toObject();
    meta.insert("managedFields"_L1, withoutTimes(meta.value("managedFields"_L1).toArray()));
    meta.remove("resourceVersion"_L1);
    object.insert("metadata"_L1, meta);
    object.remove("status"_L1);
    return object;
}

/// The same bytes without the lock on a version, which a write that was carried out has moved.
QByteArray withoutVersion(const QByteArray &body)
{
    QJsonObject manifest = QJsonDocument::fromJson(body).object();
    QJsonObject meta = manifest.value("metadata"_L1).toObject();
    meta.remove("resourceVersion"_L1);
    manifest.insert("metadata"_L1, meta);
    return QJsonDocument(manifest).toJson(QJsonDocument::Compact);
}

} // namespace

QJsonObject contentOf(const QJsonObject &object)
{
    QJsonObject content = comparable(object);
    QJsonObject meta = content.value("metadata"_L1).toObject();
    meta.remove("managedFields"_L1);
    meta.remove("generation"_L1);
    content.insert("metadata"_L1, meta);
    return content;
}

kube::KubeRequest urgent(kube::KubeRequest request)
{
    request.urgent = true;
    return request;
}

bool sameButForTimes(const QJsonObject &a, const QJsonObject &b)
{
    return comparable(a) == comparable(b);
}

CheckedWrite::CheckedWrite(Setup setup, QObject *parent)
    : KubeWrite(parent)
    , m_setup(std::move(setup))
{
    m_delay.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, this, [this] { readBack(); });
}

CheckedWrite::~CheckedWrite() = default;

Result<void> CheckedWrite::checkTicket() const
{
    return m_setup.ticket.check(m_setup.contextName);
}

void CheckedWrite::sendChecked(const kube::ManifestGate &gate, std::function<void()> send)
{
    const Result<void> allowed = checkTicket();
    if (!allowed.ok()) {
        refuseLater(allowed.error());
        return;
    }
    gate(this, [this, send = std::move(send)](std::optional<kube::StatusError> refused) {
        const Result<void> still = checkTicket(); // the window may have closed meanwhile
        if (refused) {
            refuseLater(std::move(refused->error), std::move(refused->detail));
        } else if (!still.ok()) {
            refuseLater(still.error());
        } else {
            send();
        }
    });
}

void CheckedWrite::refuseLater(Error error, kube::StatusDetail detail)
{
    m_outcome.error = std::move(error);
    m_outcome.detail = std::move(detail);
    QMetaObject::invokeMethod(
        this, [this] { end(WriteOutcome::State::Refused); }, Qt::QueuedConnection);
}

void CheckedWrite::ask(kube::KubeRequest request, Answered answered)
{
    m_call = std::make_unique<KubeCall>(m_setup.link, std::move(request));
    connect(m_call.get(), &KubeCall::finished, this, [this, answered = std::move(answered)] {
        for (const QString &warning : m_call->warnings()) {
            if (!m_outcome.warnings.contains(warning)) {
                m_outcome.warnings.append(warning);
            }
        }
        const Answered call = answered; // the next ask() ends the one that holds it
        const Result<HttpResponse> result = m_call->takeResult();
        call(result);
    });
    m_call->start();
}

void CheckedWrite::failedWrite(const Error &error)
{
    m_outcome.error = error;
    m_outcome.detail = m_call->detail();
    const bool answered = error.httpStatus >= 400;
    const bool uncertain =
        answered ? isUncertain(error.httpStatus, m_call->detail()) : m_call->mayHaveReached();
    if (!uncertain) {
        end(WriteOutcome::State::Refused);
        return;
    }
    m_outcome.answerLost = true;
    lose(error);
    tryAgain(Text::tr("it was not read back"));
}

void CheckedWrite::tryAgain(const QString &seen)
{
    if (m_tries < m_setup.delays.size()) {
        m_delay.start(m_setup.delays.at(m_tries++));
        return;
    }
    Error unknown = m_outcome.error.value_or(Error{});
    unknown.what = Text::tr("It is not known whether the change was made");
    unknown.why = unknown.why.isEmpty() ? seen : Text::tr("%1; %2").arg(unknown.why, seen);
    unknown.advice = Text::tr("It was sent once and is not sent again. Look at the object before "
                              "you decide.");
    m_outcome.error = std::move(unknown);
    end(WriteOutcome::State::Unknown);
}

void CheckedWrite::end(WriteOutcome::State state)
{
    m_outcome.state = state;
    if (state == WriteOutcome::State::Done) {
        m_outcome.error.reset();
        m_outcome.detail = {};
    }
    finish(std::move(m_outcome));
}

ApplyWrite::ApplyWrite(Setup setup, kube::ApplyRequest apply, const kube::ManifestGate &gate,
                       QObject *parent)
    : CheckedWrite(std::move(setup), parent)
    , m_apply(std::move(apply))
{
    m_outcome.hash = kube::requestHash(m_apply);
    sendChecked(gate, [this] { send(); });
}

void ApplyWrite::send()
{
    ask(kube::applyRequest(m_apply, false), [this](const Result<HttpResponse> &result) {
        if (result) {
            applied(*result);
        } else {
            failedWrite(result.error());
        }
    });
}

void ApplyWrite::applied(const HttpResponse &answer)
{
    const Result<QJsonObject> object = kube::decodeObject<QJsonObject>(answer.body);
    if (!object) {
        failedWrite(object.error()); // done, most likely: the reading back will tell
        return;
    }
    m_answer = *object;
    m_outcome.created = answer.status == 201;
    const QString locked =
        metaText(QJsonDocument::fromJson(m_apply.body).object(), "resourceVersion"_L1);
    m_outcome.unchanged = !locked.isEmpty() && locked == metaText(m_answer, "resourceVersion"_L1);
    enter(Phase::ReadingBack);
    readBack();
}

void ApplyWrite::readBack()
{
    ask(urgent(kube::getRequest(m_apply.object)), [this](const Result<HttpResponse> &result) {
        if (!result) {
            tryAgain(result.error().sentence());
            return;
        }
        const Result<QJsonObject> live = kube::decodeObject<QJsonObject>(result->body);
        if (!live) {
            tryAgain(live.error().sentence());
        } else if (m_answer.isEmpty()) {
            compareByDryRun(*live);
        } else {
            compareWithAnswer(*live);
        }
    });
}

void ApplyWrite::compareWithAnswer(const QJsonObject &live)
{
    const bool sameVersion =
        metaText(live, "resourceVersion"_L1) == metaText(m_answer, "resourceVersion"_L1);
    // A controller that wrote the status in between has changed nothing of ours.
    m_outcome.changedSince = !sameVersion && contentOf(live) != contentOf(m_answer);
    // What we wrote: who compares later must find the change.
    m_outcome.object = m_outcome.changedSince ? m_answer : live;
    end(WriteOutcome::State::Done);
}

void ApplyWrite::compareByDryRun(const QJsonObject &live)
{
    kube::ApplyRequest again = m_apply;
    again.body = withoutVersion(m_apply.body);
    ask(urgent(kube::applyRequest(again, true)), [this, live](const Result<HttpResponse> &result) {
        if (!result) {
            tryAgain(result.error().sentence());
            return;
        }
        const Result<QJsonObject> would = kube::decodeObject<QJsonObject>(result->body);
        if (would && sameButForTimes(*would, live)) {
            m_outcome.object = live;
            end(WriteOutcome::State::Done);
        } else {
            tryAgain(Text::tr("the object does not show the change so far"));
        }
    });
}

DeleteWrite::DeleteWrite(Setup setup, kube::DeleteRequest request, QObject *parent)
    : CheckedWrite(std::move(setup), parent)
    , m_request(std::move(request))
    , m_uid(m_request.uid)
{
    const Result<void> allowed = checkTicket();
    if (!allowed.ok()) {
        refuseLater(allowed.error());
        return;
    }
    ask(kube::deleteRequest(m_request), [this](const Result<HttpResponse> &result) {
        if (!result) {
            failedWrite(result.error());
            return;
        }
        const QJsonObject answer = QJsonDocument::fromJson(result->body).object();
        const QString uid = answer.value("details"_L1).toObject().value("uid"_L1).toString();
        m_uid = uid.isEmpty() ? metaText(answer, "uid"_L1) : uid;
        enter(Phase::ReadingBack);
        readBack();
    });
}

void DeleteWrite::readBack()
{
    ask(urgent(kube::getRequest(m_request.object)), [this](const Result<HttpResponse> &result) {
        if (!result) {
            if (detail().refusal == kube::Refusal::ObjectMissing) {
                end(WriteOutcome::State::Done);
            } else {
                tryAgain(result.error().sentence());
            }
            return;
        }
        const Result<QJsonObject> live = kube::decodeObject<QJsonObject>(result->body);
        if (!live) {
            tryAgain(live.error().sentence());
            return;
        }
        const bool isAnother = !m_uid.isEmpty() && metaText(*live, "uid"_L1) != m_uid;
        const bool isBeingDeleted = !metaText(*live, "deletionTimestamp"_L1).isEmpty();
        if (isAnother || isBeingDeleted) {
            m_outcome.object = *live;
            m_outcome.changedSince = isAnother; // made anew by somebody
            end(WriteOutcome::State::Done);
        } else {
            tryAgain(Text::tr("the object is still there"));
        }
    });
}

ScaleWrite::ScaleWrite(Setup setup, kube::ScaleRequest request, QObject *parent)
    : CheckedWrite(std::move(setup), parent)
    , m_request(std::move(request))
{
    const Result<void> allowed = checkTicket();
    if (!allowed.ok()) {
        refuseLater(allowed.error());
    } else if (m_request.replicas < 0) {
        refuseLater({.code = ErrorCode::InvalidInput,
                     .what = Text::tr("Cannot scale %1").arg(m_request.object.toString()),
                     .why = Text::tr("%1 is not a number of replicas").arg(m_request.replicas)});
    } else {
        readFirst();
    }
}

void ScaleWrite::readFirst()
{
    ++m_reads;
    ask(urgent(kube::scaleGetRequest(m_request.object)),
        [this](const Result<HttpResponse> &result) {
            const Result<kube::Scale> scale = result ? kube::decodeObject<kube::Scale>(result->body)
                                                     : Result<kube::Scale>{result.error()};
            if (scale) {
                wasRead(*scale);
            } else {
                m_outcome.error = scale.error();
                m_outcome.detail = detail();
                end(WriteOutcome::State::Refused);
            }
        });
}

void ScaleWrite::wasRead(const kube::Scale &scale)
{
    m_version = scale.meta.resourceVersion;
    Error stale{.code = ErrorCode::Conflict,
                .what = Text::tr("Cannot scale %1").arg(m_request.object.toString()),
                .advice = Text::tr("Look at the present state and decide again.")};
    if (m_request.expectedReplicas && *m_request.expectedReplicas != scale.replicas) {
        stale.why = Text::tr("it is set to %1 replicas by now, not to %2")
                        .arg(scale.replicas)
                        .arg(*m_request.expectedReplicas);
    } else if (!m_request.expectedResourceVersion.isEmpty() &&
               m_request.expectedResourceVersion != m_version) {
        stale.why = Text::tr("the object was changed since it was read");
    }
    const Result<void> allowed = checkTicket(); // the window may have closed meanwhile
    if (!stale.why.isEmpty() || !allowed.ok()) {
        m_outcome.error = stale.why.isEmpty() ? allowed.error() : stale;
        m_outcome.detail.refusal =
            stale.why.isEmpty() ? kube::Refusal::Other : kube::Refusal::Stale;
        end(WriteOutcome::State::Refused);
        return;
    }
    m_outcome.unchanged = scale.replicas == m_request.replicas;
    put();
}

void ScaleWrite::put()
{
    ask(kube::scalePutRequest(m_request, m_version), [this](const Result<HttpResponse> &result) {
        if (result) {
            m_answered = true;
            enter(Phase::ReadingBack);
            readBack();
        } else if (detail().refusal == kube::Refusal::Stale && m_reads < mostScaleTries &&
                   m_request.expectedResourceVersion.isEmpty()) {
            readFirst(); // somebody wrote in between; certainly not done (C4)
        } else {
            failedWrite(result.error());
        }
    });
}

void ScaleWrite::readBack()
{
    ask(urgent(kube::scaleGetRequest(m_request.object)),
        [this](const Result<HttpResponse> &result) {
            const Result<kube::Scale> scale = result ? kube::decodeObject<kube::Scale>(result->body)
                                                     : Result<kube::Scale>{result.error()};
            if (scale) {
                wasReadBack(*scale, result->body);
            } else {
                tryAgain(scale.error().sentence());
            }
        });
}

void ScaleWrite::wasReadBack(const kube::Scale &scale, const QByteArray &json)
{
    const bool isOurs = scale.replicas == m_request.replicas;
    if (!m_answered && !isOurs) {
        tryAgain(Text::tr("it is set to %1 replicas").arg(scale.replicas));
        return;
    }
    m_outcome.object = QJsonDocument::fromJson(json).object();
    m_outcome.changedSince = !isOurs; // reset by somebody else (C7)
    end(WriteOutcome::State::Done);
}

} // namespace spillway
