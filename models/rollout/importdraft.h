// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/importparts.h"

namespace spillway {

/// The policy that wrote an object; empty: none of Spillway's.
[[nodiscard]] QString importOwner(const QJsonObject &object);

/// A policy while it is put together from the objects of a namespace. Either takeRevision() says
/// yes, or takeObjects() and settle() follow.
class ImportDraft
{
public:
    /// The input must outlive it.
    ImportDraft(const ImportInput &input, const QString &name);

    /// The text of the last push, if it is there and can be read.
    [[nodiscard]] bool takeRevision();
    void takeObjects();
    /// Gives what was taken its last form; false if nothing is left.
    [[nodiscard]] bool settle();
    [[nodiscard]] const std::vector<ImportNote> &notes() const { return m_result.notes; }
    [[nodiscard]] ImportedPolicy takeResult();

private:
    [[nodiscard]] bool isOurs(const QJsonObject &object) const;
    [[nodiscard]] bool isOfAnother(const QJsonObject &object) const;
    [[nodiscard]] std::vector<const QJsonObject *> ofKind(QLatin1String kind) const;
    [[nodiscard]] ImportScope scopeOf(const QJsonObject &object);

    void noteOrphans();
    void takeSettings();
    void takeAutoscalers(bool ours);
    void takeAutoscaler(const QJsonObject &object, std::optional<ImportedComponent> imported,
                        const ImportScope &scope);
    void takeMeshes();
    void takeMesh(const QJsonObject &object, const PolicyMesh &mesh, const ImportScope &scope);
    [[nodiscard]] bool hasMesh(const QString &host) const;
    void takeAlerts();
    void takeTimeline();
    void takeLabels();
    [[nodiscard]] PolicyTexts commonLabels() const;
    [[nodiscard]] bool labelsPods(const PolicyComponent &component) const;
    void noteCronJobs();
    void noteStrangers();
    void notePushedBeside();

    [[nodiscard]] ImportedComponent &componentNamed(const QString &name);
    [[nodiscard]] QString freeName(const QString &wish) const;
    [[nodiscard]] const QJsonObject *workloadOf(const PolicyComponent &component) const;
    [[nodiscard]] const QJsonObject *scalerOf(const ImportedComponent &imported) const;

    const ImportInput &m_input;
    ImportedPolicy m_result;
    Policy &m_policy{m_result.policy};
    std::vector<ImportedComponent> m_components;
};

} // namespace spillway
