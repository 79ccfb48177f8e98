// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <yaml-cpp/yaml.h>

#include <chrono>
#include <optional>
#include <vector>

namespace spillway {

/// Reads fields of a YAML document and collects every problem with its line, column and path, so
/// that a person sees all of them at once. Problems never quote values: they may be secrets.
class YamlReader
{
public:
    explicit YamlReader(QString file);

    /// The root of a document that is one map; none after a syntax error.
    [[nodiscard]] std::optional<YAML::Node> parse(const QByteArray &yaml);

    /// Reports keys that are not in `known`, with the nearest one, and keys given twice.
    void checkKeys(const YAML::Node &map, const QString &path, const QStringList &known);

    /// The child if it is there, not null, and of this kind; else none (reported if wrong kind).
    [[nodiscard]] std::optional<YAML::Node> map(const YAML::Node &parent, const QString &path,
                                                const char *key);
    [[nodiscard]] std::optional<YAML::Node> list(const YAML::Node &parent, const QString &path,
                                                 const char *key);
    [[nodiscard]] QString text(const YAML::Node &parent, const QString &path, const char *key,
                               const QString &otherwise = {});
    /// A list of texts; one text counts as a list of one.
    [[nodiscard]] QStringList texts(const YAML::Node &parent, const QString &path, const char *key);
    [[nodiscard]] bool flag(const YAML::Node &parent, const QString &path, const char *key,
                            bool otherwise);
    /// Not negative, finite.
    [[nodiscard]] std::optional<double> amount(const YAML::Node &parent, const QString &path,
                                               const char *key);
    [[nodiscard]] std::chrono::milliseconds duration(const YAML::Node &parent, const QString &path,
                                                     const char *key,
                                                     std::chrono::milliseconds otherwise);

    void problem(const YAML::Node &at, const QString &path, const QString &why,
                 const QString &advice = {}, ErrorCode code = ErrorCode::InvalidDocument);
    [[nodiscard]] const std::vector<Error> &problems() const { return m_problems; }

    [[nodiscard]] static QString join(const QString &path, const QString &key);

private:
    [[nodiscard]] std::optional<YAML::Node> scalar(const YAML::Node &parent, const QString &path,
                                                   const char *key);
    void problemAt(const YAML::Mark &mark, const QString &path, const QString &why,
                   const QString &advice, ErrorCode code);

    QString m_file;
    std::vector<Error> m_problems;
};

} // namespace spillway
