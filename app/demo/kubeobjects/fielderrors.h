// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeobjects/apistatus.h"

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <vector>

namespace spillway::demo {

/// Collects the causes of a 422 with the texts of apimachinery's validation/field package.
class FieldErrors
{
public:
    void required(const QString &path, const QString &detail = {});
    void invalid(const QString &path, const QJsonValue &value, const QString &detail);
    /// With a value that is already written the way Go prints it.
    void invalidText(const QString &path, const QString &shown, const QString &detail);
    void typeInvalid(const QString &path, const QString &shown, const QString &detail);
    void unsupported(const QString &path, const QJsonValue &value, const QStringList &supported);
    void forbidden(const QString &path, const QString &detail);
    void tooLong(const QString &path, const QString &detail);
    void tooMany(const QString &path, const QString &detail);
    void duplicate(const QString &path, const QJsonValue &value);

    void append(const FieldErrors &other);
    [[nodiscard]] bool isEmpty() const { return m_causes.empty(); }
    [[nodiscard]] const std::vector<ApiCause> &causes() const { return m_causes; }

private:
    void add(const QString &reason, const QString &path, const QString &text,
             const QString &detail);

    std::vector<ApiCause> m_causes;
};

} // namespace spillway::demo
