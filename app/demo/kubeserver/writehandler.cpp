// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/writehandler.h"

#include "kubeobjects/objectengine.h"
#include "kubeserver/admission.h"
#include "kubeserver/effects.h"
#include "kubeserver/presenter.h"
#include "kubeserver/readhandler.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostAttempts = 100; // each lost to a write that went through
constexpr qsizetype largestBody = 3 << 20;
constexpr qsizetype largestObject = qsizetype{1536} * 1024; // etcd's --max-request-bytes

QString metadataText(const QJsonObject &object, QLatin1String key)
{
    return object["metadata"_L1][key].toString();
}

ApiStatus tooLarge()
{
    return {.code = 413,
            .reason = u"RequestEntityTooLarge"_s,
            .message = u"Request entity too large: limit is %1"_s.arg(largestBody),
            .details = {},
            .causes = {},
            .hasDetails = false};
}

WriteRequest writeRequestOf(const ApiRequest &request, const ResourceType &type)
{
    WriteRequest write;
    write.method = request.method == "POST"  ? WriteRequest::Method::Post
                   : request.method == "PUT" ? WriteRequest::Method::Put
                                             : WriteRequest::Method::Patch;
    write.version = request.version;
    write.subresource = request.subresource;
    write.nameSpace = type.namespaced ? request.nameSpace : QString();
    write.name = write.method == WriteRequest::Method::Post ? QString() : request.name;
    write.query = request.query;
    write.contentType = QString::fromLatin1(request.header("content-type"));
    write.userAgent = QString::fromLatin1(request.header("user-agent"));
    write.body = request.body;
    return write;
}

ApiStatus existsAlready(const ResourceType &type, const QJsonObject &existing)
{
    ApiStatus status = alreadyExists(type.name(), metadataText(existing, "name"_L1));
    if (existing["metadata"_L1].toObject().contains("deletionTimestamp"_L1)) {
        status.message.prepend(u"object is being deleted: "_s);
    }
    return status;
}

ApiAnswer shown(const ApiRequest &request, const ResourceTypePtr &type, const AcceptedForm &form,
                const QJsonObject &stored, const WriteOutcome &outcome)
{
    const Presentation presentation{type, request.version, form.shape, {}, ServerState::now()};
    ApiAnswer answer =
        ApiAnswer::object(request.subresource == "scale"_L1 ? presentScale(*type, stored)
                                                            : presentation.single(stored),
                          outcome.created ? 201 : 200);
    answer.warnings = outcome.warnings;
    return answer;
}

bool fitsTheStore(const WriteOutcome &outcome)
{
    return outcome.removed ||
           QJsonDocument(*outcome.stored).toJson(QJsonDocument::Compact).size() <= largestObject;
}

/// nullopt: somebody else was faster.
std::optional<QJsonObject> commit(ServerState &state, const ResourceTypePtr &type,
                                  const QString &key, const QString &expected,
                                  const WriteOutcome &outcome)
{
    if (outcome.removed) {
        const auto removed = state.store.remove(type->storageKey, key, *outcome.stored, expected);
        if (removed) {
            afterRemoval(state, *type, *removed);
            return outcome.stored;
        }
        return std::nullopt;
    }
    const auto stored = state.store.put(type->storageKey, key, *outcome.stored, expected);
    if (stored) {
        afterWrite(state, *type, *stored, outcome.created);
    }
    return stored;
}

} // namespace

ApiAnswer writeOne(ServerState &state, const ApiRequest &request, const ResourceTypePtr &type,
                   const AcceptedForm &form)
{
    if (request.body.size() >= largestBody) {
        return ApiAnswer::refusal(tooLarge());
    }
    const WriteRequest write = writeRequestOf(request, *type);
    const bool post = write.method == WriteRequest::Method::Post;
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        const WriteContext context = makeWriteContext(state, request, *type);
        std::optional<QJsonObject> before;
        if (!post) {
            before =
                state.store.get(type->storageKey, ObjectStore::keyOf(write.nameSpace, write.name));
        }
        const WriteOutcome outcome = writeObject(*type, write, before, context);
        if (outcome.refusal) {
            ApiAnswer answer = ApiAnswer::refusal(*outcome.refusal);
            answer.warnings = outcome.warnings;
            return answer;
        }
        const QString key =
            ObjectStore::keyOf(write.nameSpace, metadataText(*outcome.stored, "name"_L1));
        if (post) {
            if (const auto existing = state.store.get(type->storageKey, key)) {
                return ApiAnswer::refusal(existsAlready(*type, *existing));
            }
        }
        if (outcome.dryRun || (!outcome.changed && !outcome.removed)) {
            return shown(request, type, form, *outcome.stored, outcome);
        }
        if (!fitsTheStore(outcome)) {
            return ApiAnswer::refusal(applyFailure(u"etcdserver: request is too large"_s));
        }
        const QString expected = before ? metadataText(*before, "resourceVersion"_L1) : QString();
        if (const auto stored = commit(state, type, key, expected, outcome)) {
            return shown(request, type, form, *stored, outcome);
        }
    }
    return ApiAnswer::refusal(modifiedConflict(type->name(), request.name));
}

namespace {

struct Deletion
{
    std::optional<ApiStatus> refusal;
    QStringList warnings;
    QJsonObject stored;
    bool answersObject = false;
};

Deletion deleteByName(ServerState &state, const ApiRequest &request, const ResourceTypePtr &type,
                      const QString &nameSpace, const QString &name)
{
    DeleteRequest deletion{request.version,
                           nameSpace,
                           name,
                           request.query,
                           QString::fromLatin1(request.header("content-type")),
                           request.body};
    const QString key = ObjectStore::keyOf(nameSpace, name);
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        const WriteContext context = makeWriteContext(state, request, *type);
        const auto before = state.store.get(type->storageKey, key);
        const DeleteOutcome outcome = deleteObject(*type, deletion, before, context);
        if (outcome.refusal) {
            return {outcome.refusal, outcome.warnings, {}, false};
        }
        const QJsonObject stored = outcome.stored.value_or(QJsonObject());
        const QString expected = metadataText(before.value_or(QJsonObject()), "resourceVersion"_L1);
        if (outcome.dryRun || (!outcome.changed && !outcome.removed)) {
            return {{}, outcome.warnings, stored, outcome.answersObject};
        }
        WriteOutcome change;
        change.stored = stored;
        change.removed = outcome.removed;
        if (const auto committed = commit(state, type, key, expected, change)) {
            return {{}, outcome.warnings, *committed, outcome.answersObject};
        }
    }
    return {modifiedConflict(type->name(), name), {}, {}, false};
}

} // namespace

ApiAnswer deleteOne(ServerState &state, const ApiRequest &request, const ResourceTypePtr &type,
                    const AcceptedForm &form)
{
    const QString nameSpace = type->namespaced ? request.nameSpace : QString();
    const Deletion done = deleteByName(state, request, type, nameSpace, request.name);
    if (done.refusal) {
        return ApiAnswer::refusal(*done.refusal);
    }
    const Presentation presentation{type, request.version, form.shape, {}, ServerState::now()};
    ApiAnswer answer =
        ApiAnswer::object(done.answersObject ? presentation.single(done.stored)
                                             : deletedStatus(type->name(), request.name,
                                                             metadataText(done.stored, "uid"_L1)));
    answer.warnings = done.warnings;
    return answer;
}

ApiAnswer deleteMany(ServerState &state, const ApiRequest &request, const ResourceTypePtr &type,
                     const AcceptedForm &form)
{
    ApiAnswer list = listObjects(state, request, type, form);
    if (list.status != 200) {
        return list;
    }
    AcceptedForm plain = form;
    plain.shape = AcceptedForm::Shape::PartialMetadataList;
    const ApiAnswer names = listObjects(state, request, type, plain);
    for (const QJsonValue item : names.document["items"_L1].toArray()) {
        const QJsonObject metadata = item["metadata"_L1].toObject();
        const Deletion done =
            deleteByName(state, request, type, metadata["namespace"_L1].toString(),
                         metadata["name"_L1].toString());
        if (done.refusal && done.refusal->code != 404) {
            return ApiAnswer::refusal(*done.refusal);
        }
    }
    return list;
}

} // namespace spillway::demo
