// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/bodyreader.h"
#include "kubeobjects/fieldmanager.h"
#include "kubeobjects/goobject.h"
#include "kubeobjects/objectengine.h"
#include "kubeobjects/writeoptions.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace spillway::demo {

/// One write on its way through decoding, merging, admission and validation. Lives for one call of
/// writeObject(); refers to what it was made of. Each step ends the write by returning a refusal.
class ObjectWriter
{
public:
    /// How the type and its subresource are called in refusals.
    struct Names
    {
        ApiResourceName resource; ///< "deployments.apps not found"
        ApiResourceName kind;     ///< "Scale.autoscaling is invalid"
    };
    ObjectWriter(const ResourceType &type, Names names, const WriteRequest &request,
                 const std::optional<QJsonObject> &stored, const WriteContext &context);

    [[nodiscard]] WriteOutcome write();

private:
    using Refusal = std::optional<ApiStatus>;

    [[nodiscard]] Refusal run();
    [[nodiscard]] Refusal post();
    [[nodiscard]] Refusal put();
    [[nodiscard]] Refusal patch();
    [[nodiscard]] Refusal apply();
    [[nodiscard]] Refusal applyBody(const QJsonObject &body);

    [[nodiscard]] Refusal readObject(QJsonObject &object);
    [[nodiscard]] Refusal readPatched(QJsonObject &patched);
    [[nodiscard]] Refusal decode(const QJsonObject &sent, const std::vector<RepeatedKey> &repeated,
                                 QJsonObject &decoded, QString &problem);
    [[nodiscard]] Refusal checkNames(QJsonObject &object) const;
    [[nodiscard]] Refusal create(QJsonObject fresh);
    [[nodiscard]] Refusal update(QJsonObject fresh);
    [[nodiscard]] Refusal admitted(const AdmissionCheck &check, const QJsonObject &object,
                                   const QJsonObject &old);
    void warnOf(const QJsonObject &object);
    void finishUpdate(QJsonObject object);

    [[nodiscard]] QJsonObject shown(const QJsonObject &stored) const;
    [[nodiscard]] QJsonObject toStored(const QJsonObject &object) const;
    [[nodiscard]] FieldManager fieldManager() const;
    [[nodiscard]] QString gvkText() const;

    const ResourceType &m_type;
    Names m_names;
    const WriteRequest &m_request;
    const std::optional<QJsonObject> &m_stored;
    const WriteContext &m_context;
    SchemaPtr m_schema;
    PatchKind m_patch = PatchKind::None;
    WriteOptions m_options;
    WriteOutcome m_outcome;
};

} // namespace spillway::demo
