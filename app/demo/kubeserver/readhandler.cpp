// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/readhandler.h"

#include "kubeobjects/objectengine.h"
#include "kubeserver/listoptions.h"
#include "kubeserver/presenter.h"
#include "kubeserver/selectors.h"
#include "kubeserver/watchsession.h"

#include <QJsonDocument>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds futureRevisionWait{3};
constexpr std::chrono::minutes defaultWatchTimeout{30};

struct Selection
{
    LabelSelector labels;
    FieldSelector fields;
    bool everything = false;
};

std::variant<Selection, ApiStatus> selectionOf(const ApiRequest &request, const ResourceType &type)
{
    Selection selection;
    const auto labels = LabelSelector::parse(request.parameter(u"labelSelector"_s));
    if (const auto *bad = std::get_if<ApiStatus>(&labels)) {
        return *bad;
    }
    const auto fields = FieldSelector::parse(request.parameter(u"fieldSelector"_s), type);
    if (const auto *bad = std::get_if<ApiStatus>(&fields)) {
        return *bad;
    }
    selection.labels = std::get<LabelSelector>(labels);
    selection.fields = std::get<FieldSelector>(fields);
    selection.everything = selection.labels.isEmpty() && selection.fields.isEmpty();
    return selection;
}

Presentation presentationOf(const ApiRequest &request, const ResourceTypePtr &type,
                            const AcceptedForm &form)
{
    return {type, request.version, form.shape, request.parameter(u"includeObject"_s),
            ServerState::now()};
}

QString prefixOf(const ApiRequest &request, const ResourceType &type)
{
    return type.namespaced && !request.nameSpace.isEmpty() ? request.nameSpace + u'/' : QString();
}

/// A revision that does not exist yet is waited for, and then refused.
std::optional<ApiAnswer> waitForRevision(const ServerState &state, const ListOptions &options)
{
    const quint64 wanted = options.revision.value_or(0);
    std::chrono::milliseconds patience = futureRevisionWait;
    const bool cut = options.requestTimeout && *options.requestTimeout < patience;
    if (cut) {
        patience = *options.requestTimeout;
    }
    const auto end = std::chrono::steady_clock::now() + patience;
    while (state.store.revision() < wanted) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        if (left.count() > 0) {
            (void)state.store.waitForChange(state.store.revision(), left);
        } else if (cut) {
            // What the outermost filter says has neither kind nor the right type.
            const QByteArray body =
                "{\"metadata\":{},\"status\":\"Failure\",\"message\":\"Timeout: request did "
                "not complete within the allotted timeout\",\"reason\":\"Timeout\","
                "\"details\":{},\"code\":504}";
            return ApiAnswer::text(504, body);
        } else {
            return ApiAnswer::refusal(tooLargeResourceVersion(wanted, state.store.revision()));
        }
    }
    return std::nullopt;
}

ApiAnswer expiredContinue(const ContinueToken &token)
{
    ApiStatus status = expired(u"The provided continue parameter is too old to display a "
                               u"consistent list result. You can start a new "
                               u"list without the continue parameter, or use the continue token in "
                               u"this response to retrieve the "
                               u"remainder of the results. Continuing with the provided token "
                               u"results in an inconsistent list - objects "
                               u"that were created, modified, or deleted between the time the "
                               u"first chunk was returned and now may "
                               u"show up in the list."_s);
    QJsonObject document = status.toJson();
    const ContinueToken fresh{-1, token.start};
    document.insert(u"metadata"_s, QJsonObject{{u"continue"_s, fresh.toText()}});
    return ApiAnswer::object(document, status.code);
}

/// One page of a snapshot.
QJsonObject pageOf(const ObjectStore::Snapshot &snapshot, const Selection &selection,
                   const QString &prefix, const QString &start, qint64 limit,
                   const Presentation &presentation)
{
    QList<QJsonObject> page;
    Presentation::ListFacts facts{
        .revision = snapshot.revision, .continueToken = {}, .remaining = -1};
    qint64 rest = 0;
    QString last;
    auto object = start.isEmpty() ? snapshot.objects.lowerBound(prefix)
                                  : snapshot.objects.upperBound(prefix + start);
    for (; object != snapshot.objects.end() && object.key().startsWith(prefix); ++object) {
        if (!selection.labels.matches(*object) ||
            !selection.fields.matches(*presentation.type, *object)) {
            continue;
        }
        if (limit > 0 && page.size() >= limit) {
            ++rest;
            continue;
        }
        page.append(*object);
        last = object.key().mid(prefix.size());
    }
    if (rest > 0) {
        facts.continueToken = ContinueToken{qint64(snapshot.revision), last}.toText();
        facts.remaining = selection.everything ? rest : -1;
    }
    return presentation.list(page, facts);
}

} // namespace

ApiAnswer getObject(const ServerState &state, const ApiRequest &request,
                    const ResourceTypePtr &type, const AcceptedForm &form)
{
    const auto options = ListOptions::parse(request);
    if (const auto *bad = std::get_if<ApiStatus>(&options)) {
        return ApiAnswer::refusal(*bad);
    }
    if (auto late = waitForRevision(state, std::get<ListOptions>(options))) {
        return *late;
    }
    const auto found = state.store.get(
        type->storageKey,
        ObjectStore::keyOf(type->namespaced ? request.nameSpace : QString(), request.name));
    if (!found) {
        return ApiAnswer::refusal(notFound(type->name(), request.name));
    }
    if (request.subresource == "scale"_L1) {
        return ApiAnswer::object(presentScale(*type, *found));
    }
    return ApiAnswer::object(presentationOf(request, type, form).single(*found));
}

ApiAnswer listObjects(const ServerState &state, const ApiRequest &request,
                      const ResourceTypePtr &type, const AcceptedForm &form)
{
    const auto parsed = ListOptions::parse(request);
    if (const auto *bad = std::get_if<ApiStatus>(&parsed)) {
        return ApiAnswer::refusal(*bad);
    }
    const auto &options = std::get<ListOptions>(parsed);
    const auto selected = selectionOf(request, *type);
    if (const auto *bad = std::get_if<ApiStatus>(&selected)) {
        return ApiAnswer::refusal(*bad);
    }
    if (form.shape == AcceptedForm::Shape::PartialMetadata) {
        return ApiAnswer::refusal(notAcceptable(
            u"you requested PartialObjectMetadata, but the requested object is a list (*core.%1)"_s
                .arg(type->listKind)));
    }
    if (auto late = waitForRevision(state, options)) {
        return *late;
    }
    ContinueToken token;
    std::optional<ObjectStore::Snapshot> snapshot = state.store.snapshot(type->storageKey);
    if (!options.continueToken.isEmpty()) {
        const auto given = ContinueToken::parse(options.continueToken);
        if (const auto *bad = std::get_if<ApiStatus>(&given)) {
            return ApiAnswer::refusal(*bad);
        }
        token = std::get<ContinueToken>(given);
        if (token.revision >= 0) {
            snapshot = state.store.snapshotAt(type->storageKey, quint64(token.revision));
        }
        if (!snapshot) {
            return expiredContinue(token);
        }
    } else if (options.match == ListOptions::Match::Exact) {
        snapshot = state.store.snapshotAt(type->storageKey, *options.revision);
        if (!snapshot) {
            return ApiAnswer::refusal(
                expired(u"The resourceVersion for the provided list is too old."_s));
        }
    }
    // A list from the cache has no pages.
    const bool whole = options.revision == quint64(0) && options.match == ListOptions::Match::None;
    return ApiAnswer::object(
        pageOf(*snapshot, std::get<Selection>(selected), prefixOf(request, *type), token.start,
               whole ? 0 : options.limit, presentationOf(request, type, form)));
}

ApiAnswer watchObjects(const ServerState &state, const ApiRequest &request,
                       const ResourceTypePtr &type, const AcceptedForm &form)
{
    const auto parsed = ListOptions::parse(request);
    if (const auto *bad = std::get_if<ApiStatus>(&parsed)) {
        return ApiAnswer::refusal(*bad);
    }
    const auto &options = std::get<ListOptions>(parsed);
    const auto selected = selectionOf(request, *type);
    if (const auto *bad = std::get_if<ApiStatus>(&selected)) {
        return ApiAnswer::refusal(*bad);
    }
    const auto &selection = std::get<Selection>(selected);
    const quint64 revision = options.revision.value_or(0);
    WatchSession::Setup setup{.presentation = presentationOf(request, type, form),
                              .labels = selection.labels,
                              .fields = selection.fields,
                              .keyPrefix = prefixOf(request, *type),
                              .initial = options.sendInitialEvents.value_or(revision == 0),
                              .bookmarks = options.bookmarks,
                              .from = revision == 0 ? state.store.revision() : revision,
                              .timeout = options.timeout.value_or(defaultWatchTimeout),
                              .stale = {},
                              .served = {}};
    if (setup.presentation.shape == AcceptedForm::Shape::PartialMetadataList) {
        setup.presentation.shape = AcceptedForm::Shape::PartialMetadata;
    }
    setup.stale = [&state, request] {
        return state.faults.holds(Fault::Kind::StaleWatch, request);
    };
    if (type->custom) {
        setup.served = [&state, group = type->group, plural = type->plural] {
            return state.types.table()->find(group, plural) != nullptr;
        };
    }
    ApiAnswer answer;
    answer.watch = std::make_shared<WatchSession>(state.store, std::move(setup));
    return answer;
}

} // namespace spillway::demo
