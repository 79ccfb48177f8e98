// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/yamlspans.h"

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

std::vector<YamlStep> yamlSteps(const QString &path)
{
    std::vector<YamlStep> steps;
    qsizetype at = 0;
    while (at < path.size()) {
        if (path[at] == u'[') {
            const qsizetype end = path.indexOf(u']', at);
            bool ok = false;
            const qulonglong index =
                path.sliced(at + 1, std::max<qsizetype>(end, at + 1) - at - 1).toULongLong(&ok);
            if (end < 0 || !ok) {
                return {};
            }
            steps.emplace_back(static_cast<std::size_t>(index));
            at = end + 1;
            continue;
        }
        at += path[at] == u'.' ? 1 : 0;
        qsizetype end = at;
        while (end < path.size() && path[end] != u'.' && path[end] != u'[') {
            ++end;
        }
        if (end == at) {
            return {};
        }
        steps.emplace_back(path.sliced(at, end - at));
        at = end;
    }
    return steps;
}

YamlValue *follow(YamlValue &root, std::span<const YamlStep> steps)
{
    YamlValue *value = &root;
    for (const YamlStep &step : steps) {
        if (const std::size_t *const index = std::get_if<std::size_t>(&step)) {
            if (*index >= value->items.size()) {
                return nullptr;
            }
            value = &value->items[*index];
            continue;
        }
        const QString &key = std::get<QString>(step);
        const auto found = std::find_if(value->entries.begin(), value->entries.end(),
                                        [&](const YamlEntry &entry) { return entry.key == key; });
        if (found == value->entries.end()) {
            return nullptr;
        }
        value = &found->value;
    }
    return value;
}

YamlSpans::YamlSpans(const QByteArray &text)
    : m_text(text)
{
    m_lines.push_back(text.startsWith("\xef\xbb\xbf") ? 3 : 0);
    for (qsizetype at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
        m_lines.push_back(at + 1);
    }
}

qsizetype YamlSpans::offset(int line, int column) const
{
    const auto index = static_cast<std::size_t>(std::max(0, line - 1));
    const qsizetype start = index < m_lines.size() ? m_lines[index] : m_text.size();
    return std::min(start + std::max(0, column - 1), m_text.size());
}

qsizetype YamlSpans::lineStart(qsizetype at) const
{
    return *std::prev(std::upper_bound(m_lines.begin() + 1, m_lines.end(), at));
}

qsizetype YamlSpans::nextLine(qsizetype at) const
{
    const qsizetype end = m_text.indexOf('\n', at);
    return end < 0 ? m_text.size() : end + 1;
}

qsizetype YamlSpans::indent(qsizetype at) const
{
    const qsizetype start = lineStart(at);
    qsizetype end = start;
    while (end < m_text.size() && m_text[end] == ' ') {
        ++end;
    }
    return end - start;
}

bool YamlSpans::isFlow(const YamlValue &value) const
{
    const qsizetype at = offset(value.line, value.column);
    return at < m_text.size() && (m_text[at] == '{' || m_text[at] == '[');
}

bool YamlSpans::isBlankOrComment(qsizetype line) const
{
    const qsizetype first = line + indent(line);
    return first >= m_text.size() || m_text[first] == '\n' || m_text[first] == '\r' ||
           m_text[first] == '#';
}

/// Behind the last character of the line, without the line break.
qsizetype YamlSpans::contentEnd(qsizetype line) const
{
    qsizetype end = nextLine(line);
    while (end > line && (m_text[end - 1] == '\n' || m_text[end - 1] == '\r')) {
        --end;
    }
    return end;
}

qsizetype YamlSpans::quotedEnd(qsizetype at) const
{
    const char quote = m_text[at];
    for (qsizetype i = at + 1; i < m_text.size(); ++i) {
        if (m_text[i] == '\\' && quote == '"') {
            ++i;
        } else if (m_text[i] == quote) {
            const bool doubled = quote == '\'' && i + 1 < m_text.size() && m_text[i + 1] == quote;
            if (!doubled) {
                return i + 1;
            }
            ++i;
        }
    }
    return m_text.size();
}

/// Only on one line: there the text is as the parser gave it.
std::optional<qsizetype> YamlSpans::plainEnd(qsizetype at, const QString &text) const
{
    const QByteArray bytes = text.toUtf8();
    if (QByteArrayView(m_text).sliced(at).startsWith(bytes)) {
        return at + bytes.size();
    }
    return std::nullopt;
}

std::optional<qsizetype> YamlSpans::flowEnd(qsizetype at) const
{
    int depth = 0;
    for (qsizetype i = at; i < m_text.size(); ++i) {
        const char c = m_text[i];
        const bool starts = i == at || QByteArrayView(" ,[{:\n").contains(m_text[i - 1]);
        if (starts && (c == '"' || c == '\'')) {
            i = quotedEnd(i) - 1;
        } else if (c == '#' && (m_text[i - 1] == ' ' || m_text[i - 1] == '\n')) {
            i = nextLine(i) - 1;
        } else if (c == '[' || c == '{') {
            ++depth;
        } else if ((c == ']' || c == '}') && --depth == 0) {
            return i + 1;
        }
    }
    return std::nullopt;
}

/// A block ends before the first line that is less indented; comments and blank lines behind its
/// last line are not part of it.
qsizetype YamlSpans::blockEnd(qsizetype at, bool list) const
{
    const qsizetype depth = at - lineStart(at);
    qsizetype end = contentEnd(lineStart(at));
    for (qsizetype line = nextLine(at); line < m_text.size(); line = nextLine(line)) {
        if (isBlankOrComment(line)) {
            continue;
        }
        const qsizetype spaces = indent(line);
        const bool next = list && spaces == depth && m_text[line + spaces] != '-';
        if (spaces < depth || next) {
            break;
        }
        end = contentEnd(line);
    }
    return end;
}

qsizetype YamlSpans::blockScalarEnd(qsizetype at) const
{
    const qsizetype parent = indent(at);
    qsizetype end = contentEnd(lineStart(at));
    for (qsizetype line = nextLine(at); line < m_text.size(); line = nextLine(line)) {
        const qsizetype first = line + indent(line);
        const bool blank = first >= m_text.size() || m_text[first] == '\n' || m_text[first] == '\r';
        if (!blank && indent(line) <= parent) {
            break;
        }
        end = blank ? end : contentEnd(line);
    }
    return end;
}

std::optional<TextSpan> YamlSpans::of(const YamlValue &value) const
{
    const qsizetype at = offset(value.line, value.column);
    if (at >= m_text.size() || m_text[at] == '&' || m_text[at] == '*' || m_text[at] == '!') {
        return std::nullopt;
    }
    std::optional<qsizetype> end;
    if (isFlow(value) && value.kind != YamlValue::Kind::Scalar) {
        end = flowEnd(at);
    } else if (value.kind == YamlValue::Kind::Map || value.kind == YamlValue::Kind::List) {
        end = blockEnd(at, value.kind == YamlValue::Kind::List);
    } else if (m_text[at] == '"' || m_text[at] == '\'') {
        end = quotedEnd(at);
    } else if (m_text[at] == '|' || m_text[at] == '>') {
        end = blockScalarEnd(at);
    } else {
        end = plainEnd(at, value.text);
    }
    return end ? std::optional{TextSpan{at, *end}} : std::nullopt;
}

std::optional<TextSpan> YamlSpans::ofKey(const YamlEntry &entry) const
{
    const qsizetype at = offset(entry.line, entry.column);
    if (at >= m_text.size() || m_text[at] == '&' || m_text[at] == '*' || m_text[at] == '?') {
        return std::nullopt;
    }
    const bool quoted = m_text[at] == '"' || m_text[at] == '\'';
    std::optional<qsizetype> end = quoted ? quotedEnd(at) : plainEnd(at, entry.key);
    while (end && *end < m_text.size() && m_text[*end] == ' ') {
        ++*end;
    }
    if (!end || *end >= m_text.size() || m_text[*end] != ':') {
        return std::nullopt;
    }
    return TextSpan{at, *end + 1};
}

} // namespace spillway
