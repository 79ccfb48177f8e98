// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/createwrite.h"

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

QJsonArray managersOf(const QJsonObject &object)
{
    return object.value("metadata"_L1).toObject().value("managedFields"_L1).toArray();
}

/// What a manager has set by creating or updating; empty = nothing.
QJsonObject updateFields(const QJsonObject &object, const QString &manager)
{
    const QJsonArray entries = managersOf(object);
    for (const auto &value : entries) {
        const QJsonObject entry = value.toObject();
        if (entry.value("manager"_L1).toString() == manager &&
            entry.value("operation"_L1).toString() == "Update"_L1 &&
            entry.value("subresource"_L1).toString().isEmpty()) {
            QJsonObject fields = entry.value("fieldsV1"_L1).toObject();
            QJsonObject meta = fields.value("f:metadata"_L1).toObject();
            meta.remove("f:generateName"_L1); // of the trial alone
            fields.insert("f:metadata"_L1, meta);
            return fields;
        }
    }
    return {};
}

/// Whether somebody else has written since it was made; status does not count.
bool othersWrote(const QJsonObject &object, const QString &manager)
{
    const QJsonArray entries = managersOf(object);
    return std::any_of(entries.begin(), entries.end(), [&manager](const QJsonValue &value) {
        const QJsonObject entry = value.toObject();
        return entry.value("manager"_L1).toString() != manager &&
               entry.value("subresource"_L1).toString() != "status"_L1;
    });
}

/// Whether two objects have the same in every field that was sent.
bool agree(const QJsonValue &sent, const QJsonValue &a, const QJsonValue &b)
{
    const QJsonObject fields = sent.toObject();
    if (fields.isEmpty()) {
        return a == b;
    }
    const QStringList keys = fields.keys();
    return std::all_of(keys.cbegin(), keys.cend(), [&](const QString &key) {
        return agree(fields.value(key), a.toObject().value(key), b.toObject().value(key));
    });
}

/// What was sent, without the name that a trial cannot have.
QJsonObject withoutName(const QByteArray &body)
{
    QJsonObject manifest = QJsonDocument::fromJson(body).object();
    QJsonObject meta = manifest.value("metadata"_L1).toObject();
    meta.remove("name"_L1);
    if (meta.isEmpty()) {
        manifest.remove("metadata"_L1);
    } else {
        manifest.insert("metadata"_L1, meta);
    }
    return manifest;
}

} // namespace

CreateWrite::CreateWrite(Setup setup, kube::CreateRequest create, const kube::ManifestGate &gate,
                         QObject *parent)
    : CheckedWrite(std::move(setup), parent)
    , m_create(std::move(create))
{
    m_outcome.hash = kube::requestHash(m_create);
    sendChecked(gate, [this] { send(); });
}

void CreateWrite::send()
{
    ask(kube::createRequest(m_create), [this](const Result<HttpResponse> &result) {
        if (result) {
            created(*result);
        } else {
            failedWrite(result.error());
        }
    });
}

void CreateWrite::created(const HttpResponse &answer)
{
    const Result<QJsonObject> object = kube::decodeObject<QJsonObject>(answer.body);
    if (!object) {
        failedWrite(object.error()); // done, most likely: the reading back will tell
        return;
    }
    m_answer = *object;
    enter(Phase::ReadingBack);
    readBack();
}

void CreateWrite::readBack()
{
    ask(urgent(kube::getRequest(m_create.object)), [this](const Result<HttpResponse> &result) {
        const Result<QJsonObject> live =
            result ? kube::decodeObject<QJsonObject>(result->body) : result.error();
        if (!live) {
            tryAgain(detail().refusal == kube::Refusal::ObjectMissing
                         ? Text::tr("there is no object of that name so far")
                         : live.error().sentence());
        } else if (m_answer.isEmpty()) {
            settle(*live);
        } else {
            compareWithAnswer(*live);
        }
    });
}

void CreateWrite::compareWithAnswer(const QJsonObject &live)
{
    m_outcome.object = live;
    m_outcome.created = true;
    const bool isAnother = metaText(live, "uid"_L1) != metaText(m_answer, "uid"_L1);
    m_outcome.changedSince = isAnother || contentOf(live) != contentOf(m_answer);
    end(WriteOutcome::State::Done);
}

void CreateWrite::settle(const QJsonObject &live)
{
    if (updateFields(live, m_create.fieldManager).isEmpty()) {
        wasThereBefore(live); // who creates an object owns its fields
        return;
    }
    const Result<kube::KubeRequest> trial = kube::trialRequest(m_create);
    if (!trial) {
        tryAgain(trial.error().sentence());
        return;
    }
    ask(urgent(*trial), [this, live](const Result<HttpResponse> &result) {
        const Result<QJsonObject> would =
            result ? kube::decodeObject<QJsonObject>(result->body) : result.error();
        if (would) {
            compareWithTrial(live, *would);
        } else {
            tryAgain(would.error().sentence());
        }
    });
}

void CreateWrite::compareWithTrial(const QJsonObject &live, const QJsonObject &would)
{
    const QString &manager = m_create.fieldManager;
    if (updateFields(live, manager) == updateFields(would, manager) &&
        agree(withoutName(m_create.body), would, live)) {
        m_outcome.object = live;
        m_outcome.created = true;
        end(WriteOutcome::State::Done);
    } else if (othersWrote(live, manager)) {
        // Ours, changed by them; or theirs, made under our name: nobody can tell.
        tryAgain(Text::tr("an object of that name is there, but it is not as it was sent"));
    } else {
        wasThereBefore(live);
    }
}

void CreateWrite::wasThereBefore(const QJsonObject &live)
{
    m_outcome.object = live;
    m_outcome.error =
        Error{.code = ErrorCode::Conflict,
              .what = kube::createRequest(m_create).what,
              .why = Text::tr("an object of that name is there, and somebody else made it")};
    m_outcome.detail = {};
    m_outcome.detail.refusal = kube::Refusal::AlreadyExists;
    m_outcome.detail.name = m_create.object.name;
    end(WriteOutcome::State::Refused);
}

} // namespace spillway
