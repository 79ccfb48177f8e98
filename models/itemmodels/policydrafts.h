// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace spillway {

/// Edits that were not saved when the program ended, however it ended: one file a policy, readable
/// by its owner only. Small and local: calls block.
class PolicyDrafts
{
public:
    /// Empty: nothing is kept.
    explicit PolicyDrafts(QString folder = {});

    struct Draft
    {
        QByteArray text;
        QByteArray baseHash; ///< hashOf() what was in the policy's file when the edits began
    };
    /// `key`: the file of the policy, or what stands for one that has none.
    void keep(const QString &key, const Draft &draft) const;
    [[nodiscard]] std::optional<Draft> find(const QString &key) const;
    void drop(const QString &key) const;

    [[nodiscard]] static QByteArray hashOf(const QByteArray &bytes);

private:
    [[nodiscard]] QString fileOf(const QString &key) const;

    QString m_folder;
};

} // namespace spillway
