// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yamldocument.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace spillway {

/// A piece of a text: bytes [from, to).
struct TextSpan
{
    qsizetype from = 0;
    qsizetype to = 0;
    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

/// "spec.components[2].replicas" as steps: keys and indices. Empty: not a path.
using YamlStep = std::variant<QString, std::size_t>;
[[nodiscard]] std::vector<YamlStep> yamlSteps(const QString &path);

/// Follows steps from a value; null if they lead nowhere.
[[nodiscard]] YamlValue *follow(YamlValue &root, std::span<const YamlStep> steps);

/// Which bytes of a text a value takes. The parser knows where values begin; where they end is
/// found here, for the layouts that people write. Refers to the text, which must outlive it.
class YamlSpans
{
public:
    explicit YamlSpans(const QByteArray &text);

    [[nodiscard]] qsizetype offset(int line, int column) const;
    [[nodiscard]] qsizetype lineStart(qsizetype at) const;
    /// Behind the line break.
    [[nodiscard]] qsizetype nextLine(qsizetype at) const;
    /// Spaces before the first character of the line.
    [[nodiscard]] qsizetype indent(qsizetype at) const;
    [[nodiscard]] bool isFlow(const YamlValue &value) const;
    /// None: an anchor, an alias, a tag or a layout that is not understood.
    [[nodiscard]] std::optional<TextSpan> of(const YamlValue &value) const;
    /// The key, from its first character to behind the colon.
    [[nodiscard]] std::optional<TextSpan> ofKey(const YamlEntry &entry) const;

private:
    [[nodiscard]] qsizetype quotedEnd(qsizetype at) const;
    [[nodiscard]] std::optional<qsizetype> plainEnd(qsizetype at, const QString &text) const;
    [[nodiscard]] std::optional<qsizetype> flowEnd(qsizetype at) const;
    [[nodiscard]] qsizetype blockEnd(qsizetype at, bool list) const;
    [[nodiscard]] qsizetype blockScalarEnd(qsizetype at) const;
    [[nodiscard]] bool isBlankOrComment(qsizetype line) const;
    [[nodiscard]] qsizetype contentEnd(qsizetype line) const;

    const QByteArray &m_text;
    std::vector<qsizetype> m_lines;
};

} // namespace spillway
