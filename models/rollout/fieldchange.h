// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace spillway {

/// One value of an object that a push changes.
struct FieldChange
{
    /// In the notation of kube/managedfields.h: ".spec.maxReplicas",
    /// ".metadata.labels.team". The leading "" alone is the object as a whole.
    QString path;
    QJsonValue before{QJsonValue::Undefined}; ///< Undefined: it is not there
    QJsonValue after{QJsonValue::Undefined};  ///< Undefined: it is taken away
    /// Managers that own it now, ours too; sorted.
    QStringList owners;
    /// Field path in the policy that asks for it; empty: the policy no longer does.
    QString source;
    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

} // namespace spillway
