// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/fieldmanager.h"
#include "kubeobjects/jsontools.h"

#include <algorithm>
#include <tuple>
#include <vector>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

QString conflictText(const ManagerId &id, const QString &apiVersion)
{
    QString text = goQuoted(id.manager);
    if (!id.subresource.isEmpty()) {
        text += u" with subresource "_s + goQuoted(id.subresource);
    }
    if (!id.applies()) {
        text += u" using "_s + apiVersion;
    }
    return text;
}

} // namespace

std::optional<ManagedFields> decodeManagedFields(const QJsonArray &entries)
{
    ManagedFields managed;
    for (const QJsonValue value : entries) {
        const QJsonObject entry = value.toObject();
        const QString operation = entry["operation"_L1].toString();
        const QString apiVersion = entry["apiVersion"_L1].toString();
        const auto set = FieldSet::fromJson(entry["fieldsV1"_L1].toObject());
        const bool known = operation == "Apply"_L1 || operation == "Update"_L1;
        if (!known || apiVersion.isEmpty() || !set ||
            entry["fieldsType"_L1].toString() != "FieldsV1"_L1) {
            return std::nullopt;
        }
        const ManagerId id{entry["manager"_L1].toString(), operation,
                           operation == "Update"_L1 ? apiVersion : QString(),
                           entry["subresource"_L1].toString()};
        managed[id] = {*set, apiVersion, entry["time"_L1].toString()};
    }
    return managed;
}

QJsonArray encodeManagedFields(const ManagedFields &managed)
{
    std::vector<std::pair<ManagerId, ManagerEntry>> sorted(managed.begin(), managed.end());
    std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) {
        return std::tie(a.first.operation, a.second.time, a.first.manager, a.second.apiVersion,
                        a.first.subresource) < std::tie(b.first.operation, b.second.time,
                                                        b.first.manager, b.second.apiVersion,
                                                        b.first.subresource);
    });
    QJsonArray entries;
    for (const auto &[id, entry] : sorted) {
        QJsonObject encoded{{"manager"_L1, id.manager},
                            {"operation"_L1, id.operation},
                            {"apiVersion"_L1, entry.apiVersion},
                            {"fieldsType"_L1, "FieldsV1"_L1},
                            {"fieldsV1"_L1, entry.set.toJson()}};
        if (!entry.time.isEmpty()) {
            encoded["time"_L1] = entry.time;
        }
        if (!id.subresource.isEmpty()) {
            encoded["subresource"_L1] = id.subresource;
        }
        entries.append(encoded);
    }
    return entries;
}

ApiStatus applyConflict(const ManagedFields &conflicts)
{
    std::vector<ApiCause> causes;
    QStringList blocks;
    for (const auto &[id, entry] : conflicts) {
        const QString who = conflictText(id, entry.apiVersion);
        QStringList fields;
        for (const FieldPath &path : entry.set.paths()) {
            fields.append(toText(path));
            causes.push_back({u"FieldManagerConflict"_s, u"conflict with "_s + who, fields.last()});
        }
        blocks.append(u"conflicts with %1:\n- %2"_s.arg(who, fields.join(u"\n- "_s)));
    }
    ApiStatus status{.code = 409, .reason = u"Conflict"_s, .causes = std::move(causes)};
    if (status.causes.size() == 1) {
        const ApiCause &only = status.causes.front();
        status.message = u"Apply failed with 1 conflict: %1: %2"_s.arg(only.message, only.field);
    } else {
        status.message = u"Apply failed with %1 conflicts: %2"_s.arg(status.causes.size())
                             .arg(blocks.join(u'\n'));
    }
    return status;
}

} // namespace spillway::demo
