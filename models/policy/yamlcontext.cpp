// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/yamlcontext.h"

#include <algorithm>
#include <optional>

namespace spillway {

namespace {

using Level = YamlContext::Level;
using Place = YamlContext::Place;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/// One past a quoted text that begins at `from`; the end of the text if it is not closed.
qsizetype skipQuoted(QByteArrayView text, qsizetype from)
{
    const char quote = text[from];
    for (qsizetype at = from + 1; at < text.size(); ++at) {
        if (text[at] == '\\' && quote == '"') {
            ++at;
        } else if (text[at] == quote) {
            return at + 1;
        }
    }
    return text.size();
}

/// A ":" that ends a key.
bool endsKey(QByteArrayView text, qsizetype at)
{
    if (text[at] != ':') {
        return false;
    }
    const qsizetype next = at + 1;
    return next == text.size() || isBlank(text[next]) || text[next] == '\n' || text[next] == ',' ||
           text[next] == '{' || text[next] == '[';
}

bool beginsComment(QByteArrayView text, qsizetype at)
{
    return text[at] == '#' && (at == 0 || isBlank(text[at - 1]) || text[at - 1] == '\n');
}

QString unquoted(QByteArrayView word)
{
    word = word.trimmed();
    if (word.size() >= 2 && (word.front() == '"' || word.front() == '\'') &&
        word.back() == word.front()) {
        word = word.sliced(1, word.size() - 2);
    }
    return QString::fromUtf8(word);
}

class Scanner
{
public:
    explicit Scanner(QByteArrayView text)
        : m_text(text)
    {
        m_context.wordStart = text.size();
    }

    YamlContext run()
    {
        while (!m_done) {
            if (!m_context.levels.empty() && m_context.levels.back().flow) {
                flowToken();
            } else {
                blockLine();
            }
        }
        return std::move(m_context);
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] bool atLineEnd() const { return atEnd() || m_text[m_at] == '\n'; }
    std::vector<Level> &levels() { return m_context.levels; }

    void finish(Place place, qsizetype wordStart)
    {
        m_context.place = place;
        m_context.wordStart = wordStart;
        m_done = true;
    }
    void skipBlanks()
    {
        while (!atEnd() && isBlank(m_text[m_at])) {
            ++m_at;
        }
    }
    /// To the next line; false, and the end, if this is the last one.
    bool skipLine()
    {
        const qsizetype end = m_text.indexOf('\n', m_at);
        if (end < 0) {
            m_at = m_text.size();
            finish(Place::Nowhere, m_at);
            return false;
        }
        m_at = end + 1;
        m_lineStart = m_at;
        return true;
    }

    /// Levels that a line at this column leaves.
    void leave(qsizetype column, bool dash)
    {
        while (!levels().empty()) {
            const Level &last = levels().back();
            const bool sameList = last.kind == Level::Kind::List && last.indent == column && !dash;
            if (last.indent > column || sameList) {
                levels().pop_back();
            } else {
                return;
            }
        }
    }

    void blockLine();
    bool blockScalar(qsizetype column);
    void dashes();
    void blockContent();
    void blockValue();
    [[nodiscard]] std::optional<qsizetype> keyEnd() const;
    void openFlow();
    void flowToken();
    void closeFlow();
    void flowWord();

    QByteArrayView m_text;
    YamlContext m_context;
    qsizetype m_at = 0;
    qsizetype m_lineStart = 0;
    qsizetype m_scalarColumn = -1; ///< of the key that has a block scalar; -1: none
    bool m_done = false;
};

void Scanner::blockLine()
{
    skipBlanks();
    const qsizetype column = m_at - m_lineStart;
    if (blockScalar(column)) {
        return;
    }
    if (atEnd()) {
        leave(column, false);
        m_context.column = column;
        finish(Place::Key, m_at);
        return;
    }
    if (m_text[m_at] == '\n' || m_text[m_at] == '#') {
        skipLine();
        return;
    }
    if (column == 0 && m_text.sliced(m_at).startsWith("---")) {
        levels().clear();
        skipLine();
        return;
    }
    dashes();
    if (!m_done) {
        blockContent();
    }
}

/// True if the line belongs to a text that was begun by "|" or ">".
bool Scanner::blockScalar(qsizetype column)
{
    if (m_scalarColumn < 0) {
        return false;
    }
    if (!atLineEnd() && column <= m_scalarColumn) {
        m_scalarColumn = -1;
        return false;
    }
    if (atEnd() && column <= m_scalarColumn) {
        return false;
    }
    skipLine();
    return true;
}

void Scanner::dashes()
{
    while (m_at < m_text.size() && m_text[m_at] == '-') {
        const bool last = m_at + 1 == m_text.size();
        if (!last && !isBlank(m_text[m_at + 1]) && m_text[m_at + 1] != '\n') {
            return;
        }
        const qsizetype column = m_at - m_lineStart;
        leave(column, true);
        const bool continues = !levels().empty() && levels().back().kind == Level::Kind::List &&
                               levels().back().indent == column;
        if (!continues) {
            levels().push_back({.kind = Level::Kind::List, .indent = column});
        }
        ++m_at;
        skipBlanks();
        if (last) {
            finish(Place::Nowhere, m_at);
            return;
        }
    }
}

/// One past the key that begins here, quotes included; none if the line holds no key.
std::optional<qsizetype> Scanner::keyEnd() const
{
    qsizetype at = m_at;
    if (m_text[at] == '"' || m_text[at] == '\'') {
        at = skipQuoted(m_text, at);
        while (at < m_text.size() && isBlank(m_text[at])) {
            ++at;
        }
        return at < m_text.size() && endsKey(m_text, at) ? std::optional{at} : std::nullopt;
    }
    for (; at < m_text.size() && m_text[at] != '\n'; ++at) {
        if (endsKey(m_text, at)) {
            return at;
        }
        if (beginsComment(m_text, at)) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

void Scanner::blockContent()
{
    const qsizetype column = m_at - m_lineStart;
    if (atEnd()) {
        m_context.column = column;
        finish(Place::Key, m_at);
        return;
    }
    if (m_text[m_at] == '{' || m_text[m_at] == '[') {
        openFlow();
        return;
    }
    const std::optional<qsizetype> end = keyEnd();
    if (!end) {
        const qsizetype line = m_text.indexOf('\n', m_at);
        const QByteArrayView rest = m_text.sliced(m_at);
        const bool word =
            line < 0 && rest.front() != '"' && rest.front() != '\'' && rest.indexOf('#') < 0;
        if (word) {
            leave(column, false);
            m_context.column = column;
            finish(Place::Key, m_at);
        } else if (m_text[m_at] == '"' || m_text[m_at] == '\'') {
            m_at = skipQuoted(m_text, m_at);
            skipLine();
        } else {
            skipLine();
        }
        return;
    }
    leave(column, false);
    if (levels().empty() || levels().back().kind != Level::Kind::Map ||
        levels().back().indent != column) {
        levels().push_back({.kind = Level::Kind::Map, .indent = column});
    }
    Level &map = levels().back();
    map.key = unquoted(m_text.sliced(m_at, *end - m_at));
    map.keys << map.key;
    map.hasValue = false;
    m_at = *end + 1;
    blockValue();
}

void Scanner::blockValue()
{
    const qsizetype keyColumn = levels().back().indent;
    const bool separated = !atEnd() && isBlank(m_text[m_at]);
    skipBlanks();
    if (atEnd()) {
        finish(separated ? Place::Value : Place::Nowhere, m_at);
        return;
    }
    if (m_text[m_at] == '\n' || beginsComment(m_text, m_at)) {
        skipLine();
        return;
    }
    levels().back().hasValue = true;
    const char first = m_text[m_at];
    if (first == '{' || first == '[') {
        openFlow();
    } else if (first == '"' || first == '\'') {
        const qsizetype end = skipQuoted(m_text, m_at);
        m_at = end;
        skipLine();
    } else if (first == '|' || first == '>') {
        m_scalarColumn = keyColumn;
        skipLine();
    } else if (m_text.indexOf('\n', m_at) < 0 && m_text.sliced(m_at).indexOf(" #") < 0) {
        finish(Place::Value, m_at);
    } else {
        skipLine();
    }
}

void Scanner::openFlow()
{
    const bool map = m_text[m_at] == '{';
    levels().push_back({.kind = map ? Level::Kind::Map : Level::Kind::List, .flow = true});
    ++m_at;
}

void Scanner::closeFlow()
{
    ++m_at;
    levels().pop_back();
    if (levels().empty() || !levels().back().flow) {
        skipLine(); // what follows on the line is a comment, or wrong
    }
}

void Scanner::flowToken()
{
    while (!atEnd() && (isBlank(m_text[m_at]) || m_text[m_at] == '\n')) {
        if (m_text[m_at] == '\n') {
            m_lineStart = m_at + 1;
        }
        ++m_at;
    }
    Level &level = levels().back();
    const bool map = level.kind == Level::Kind::Map;
    if (atEnd()) {
        finish(map && level.key.isEmpty() ? Place::Key : Place::Value, m_at);
        return;
    }
    switch (m_text[m_at]) {
    case '{':
    case '[':
        level.hasValue = true;
        openFlow();
        return;
    case '}':
    case ']':
        closeFlow();
        return;
    case ',':
        level.key.clear();
        ++m_at;
        return;
    case ':':
        ++m_at;
        return;
    default:
        break;
    }
    if (beginsComment(m_text, m_at)) {
        skipLine();
        return;
    }
    flowWord();
}

void Scanner::flowWord()
{
    const qsizetype from = m_at;
    const bool quoted = m_text[from] == '"' || m_text[from] == '\'';
    if (quoted) {
        m_at = skipQuoted(m_text, from);
    } else {
        while (!atEnd() && QByteArrayView(",[]{}\n").indexOf(m_text[m_at]) < 0 &&
               !endsKey(m_text, m_at) && !beginsComment(m_text, m_at)) {
            ++m_at;
        }
    }
    Level &level = levels().back();
    const bool isKey = level.kind == Level::Kind::Map && level.key.isEmpty();
    if (atEnd()) {
        finish(quoted ? Place::Nowhere : isKey ? Place::Key : Place::Value, from);
        return;
    }
    if (isKey) {
        level.key = unquoted(m_text.sliced(from, m_at - from));
        level.keys << level.key;
        level.hasValue = false;
    } else {
        level.hasValue = true;
    }
}

} // namespace

QStringList YamlContext::path() const
{
    QStringList keys;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const Level &level = levels[i];
        const bool last = i + 1 == levels.size();
        const bool inKey = last && place == Place::Key && (level.flow || level.indent == column);
        if (level.kind == Level::Kind::Map && !level.key.isEmpty() && !inKey) {
            keys << level.key;
        }
    }
    return keys;
}

YamlContext yamlContextAtEnd(QByteArrayView before)
{
    return Scanner(before).run();
}

QStringList yamlKeysBehind(QByteArrayView behind, const YamlContext &context)
{
    QStringList keys;
    if (context.place != Place::Key) {
        return keys;
    }
    if (!context.levels.empty() && context.levels.back().flow) {
        // As if the rest stood in a map of its own, up to its end.
        const qsizetype end =
            std::min(behind.indexOf('}') < 0 ? behind.size() : behind.indexOf('}'), behind.size());
        const QByteArray rest = "{x: y" + behind.first(end).toByteArray();
        const YamlContext flow = yamlContextAtEnd(rest);
        return flow.levels.empty() ? keys : flow.levels.back().keys.sliced(1);
    }
    qsizetype line = behind.indexOf('\n');
    while (line >= 0) {
        const qsizetype from = line + 1;
        line = behind.indexOf('\n', from);
        const QByteArrayView text = behind.sliced(from, (line < 0 ? behind.size() : line) - from);
        qsizetype indent = 0;
        while (indent < text.size() && text[indent] == ' ') {
            ++indent;
        }
        if (indent == text.size() || text[indent] == '#' || text[indent] == '\r' ||
            indent > context.column) {
            continue;
        }
        const qsizetype colon = text.indexOf(':');
        if (indent < context.column || text[indent] == '-' || colon < 0) {
            return keys;
        }
        keys << unquoted(text.sliced(indent, colon - indent));
    }
    return keys;
}

} // namespace spillway
