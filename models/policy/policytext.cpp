// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policytext.h"

#include "core/yamlwriter.h"
#include "policy/yamlspans.h"

#include <QCoreApplication>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

using Kind = YamlValue::Kind;
using Steps = std::vector<YamlStep>;

Error failure(ErrorCode code, const QString &path, const QString &why, const QString &advice = {})
{
    return Error{.code = code,
                 .what = Text::tr("The text cannot be changed"),
                 .where = path,
                 .why = why,
                 .advice = advice};
}

Error byHand(const QString &path)
{
    return failure(ErrorCode::Unsupported, path,
                   Text::tr("the value is written in a way that only a person can change"),
                   Text::tr("Edit the text yourself."));
}

Error nowhere(const QString &path)
{
    return failure(ErrorCode::NotFound, path, Text::tr("there is no such value"));
}

bool isSame(const YamlValue &a, const YamlValue &b)
{
    if (a.kind != b.kind || a.text != b.text || a.quoted != b.quoted ||
        a.items.size() != b.items.size() || a.entries.size() != b.entries.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.entries.size(); ++i) {
        if (a.entries[i].key != b.entries[i].key ||
            !isSame(a.entries[i].value, b.entries[i].value)) {
            return false;
        }
    }
    return std::equal(a.items.begin(), a.items.end(), b.items.begin(), isSame);
}

/// One change being made: the text, its tree, and what the tree must be afterwards.
class Change
{
public:
    explicit Change(const QByteArray &text)
        : m_text(text)
        , m_spans(text)
    {}

    Result<void> read()
    {
        const Result<YamlDocument> document = YamlDocument::parse(m_text, {});
        if (!document) {
            return document.error();
        }
        m_root = document->root();
        m_wanted = m_root;
        return {};
    }

    Result<QByteArray> set(const QString &path, const QString &value)
    {
        const Steps steps = yamlSteps(path);
        const Result<YamlDocument> parsed = YamlDocument::parse(value.toUtf8(), {});
        if (!parsed || value.contains(u'\n')) {
            return failure(ErrorCode::InvalidInput, path,
                           Text::tr("“%1” is not a YAML value on one line").arg(value));
        }
        if (steps.empty()) {
            return nowhere(path);
        }
        if (follow(m_root, steps) != nullptr) {
            YamlValue &target = *follow(m_wanted, steps);
            target = parsed->root();
            return finish(path, replace(steps, value));
        }
        return add(path, steps, value, parsed->root());
    }

    Result<QByteArray> insert(const QString &path, std::size_t index, const QString &value)
    {
        const Steps steps = yamlSteps(path);
        const YamlValue *const list = follow(m_root, steps);
        if (list == nullptr || list->kind == Kind::Null ||
            (list->kind == Kind::List && list->items.empty())) {
            return set(path, u'[' + value + u']');
        }
        const Result<YamlDocument> parsed = YamlDocument::parse(value.toUtf8(), {});
        if (!parsed || value.contains(u'\n')) {
            return failure(ErrorCode::InvalidInput, path,
                           Text::tr("“%1” is not a YAML value on one line").arg(value));
        }
        if (list->kind != Kind::List) {
            return failure(ErrorCode::InvalidInput, path, Text::tr("it is not a list"));
        }
        const std::size_t at = std::min(index, list->items.size());
        YamlValue &wanted = *follow(m_wanted, steps);
        wanted.items.insert(wanted.items.begin() + static_cast<std::ptrdiff_t>(at), parsed->root());
        return finish(path, putItem(*list, at, value.toUtf8()));
    }

    Result<QByteArray> remove(const QString &path)
    {
        Steps steps = yamlSteps(path);
        if (steps.empty() || follow(m_root, steps) == nullptr) {
            return nowhere(path);
        }
        while (steps.size() > 1) {
            const YamlValue &parent = *follow(m_root, std::span(steps).first(steps.size() - 1));
            if (parent.entries.size() + parent.items.size() > 1) {
                break;
            }
            steps.pop_back();
        }
        const auto above = std::span(steps).first(steps.size() - 1);
        YamlValue &wanted = *follow(m_wanted, above);
        const YamlValue &parent = *follow(m_root, above);
        const std::size_t index = indexIn(parent, steps.back());
        if (parent.kind == Kind::List) {
            wanted.items.erase(wanted.items.begin() + static_cast<std::ptrdiff_t>(index));
        } else {
            wanted.entries.erase(wanted.entries.begin() + static_cast<std::ptrdiff_t>(index));
        }
        return finish(path,
                      m_spans.isFlow(parent) ? cutFlow(parent, index) : cutBlock(parent, index));
    }

private:
    /// The text after the change, if it says what is wanted.
    Result<QByteArray> finish(const QString &path, const std::optional<QByteArray> &text) const
    {
        if (!text) {
            return byHand(path);
        }
        const Result<YamlDocument> document = YamlDocument::parse(*text, {});
        if (!document || !isSame(document->root(), m_wanted)) {
            return byHand(path);
        }
        return *text;
    }

    [[nodiscard]] static std::size_t indexIn(const YamlValue &parent, const YamlStep &step)
    {
        if (const std::size_t *const index = std::get_if<std::size_t>(&step)) {
            return *index;
        }
        const auto found =
            std::find_if(parent.entries.begin(), parent.entries.end(), [&](const YamlEntry &entry) {
                return entry.key == std::get<QString>(step);
            });
        return static_cast<std::size_t>(found - parent.entries.begin());
    }

    [[nodiscard]] QByteArray with(const TextSpan &span, const QByteArray &bytes) const
    {
        return m_text.first(span.from) + bytes + m_text.sliced(span.to);
    }

    std::optional<QByteArray> replace(const Steps &steps, const QString &value)
    {
        const YamlValue &old = *follow(m_root, steps);
        const YamlValue &parent = *follow(m_root, std::span(steps).first(steps.size() - 1));
        const bool block = !m_spans.isFlow(old) && old.kind != Kind::Scalar;
        if (!block) {
            const std::optional<TextSpan> span = m_spans.of(old);
            return span ? std::optional{with(*span, value.toUtf8())} : std::nullopt;
        }
        // A block, or nothing at all: written behind the key instead.
        if (parent.kind != Kind::Map) {
            return std::nullopt;
        }
        const std::optional<TextSpan> key =
            m_spans.ofKey(parent.entries[indexIn(parent, steps.back())]);
        if (!key) {
            return std::nullopt;
        }
        const QByteArray written = ' ' + value.toUtf8();
        if (old.kind == Kind::Null) {
            return withoutNull(*key, written);
        }
        const std::optional<TextSpan> span = m_spans.of(old);
        return span ? std::optional{with({key->to, span->to}, written)} : std::nullopt;
    }

    /// "key:", "key: ~" or "key: null".
    [[nodiscard]] QByteArray withoutNull(const TextSpan &key, const QByteArray &written) const
    {
        qsizetype end = key.to;
        while (end < m_text.size() && m_text[end] == ' ') {
            ++end;
        }
        for (const QByteArrayView word : {QByteArrayView("null"), QByteArrayView("~")}) {
            if (QByteArrayView(m_text).sliced(end).startsWith(word)) {
                return with({key.to, end + word.size()}, written);
            }
        }
        return with({key.to, key.to}, written);
    }

    /// Adds "rest: {of: {the: path}}" to the nearest map that is there.
    Result<QByteArray> add(const QString &path, const Steps &steps, QString value, YamlValue tree)
    {
        std::size_t known = steps.size() - 1;
        while (follow(m_root, std::span(steps).first(known)) == nullptr) {
            --known;
        }
        for (std::size_t i = steps.size() - 1; i > known; --i) {
            const QString *const key = std::get_if<QString>(&steps[i]);
            if (key == nullptr) {
                return nowhere(path);
            }
            value = u'{' + YamlWriter::scalar(*key) + u": "_s + value + u'}';
            YamlValue outer;
            outer.kind = Kind::Map;
            outer.entries.push_back({*key, 0, 0, std::move(tree)});
            tree = std::move(outer);
        }
        const QString *const key = std::get_if<QString>(&steps[known]);
        const auto above = std::span(steps).first(known);
        const YamlValue &parent = *follow(m_root, above);
        if (key == nullptr || parent.kind != Kind::Map || parent.entries.empty()) {
            return key == nullptr ? nowhere(path) : byHand(path);
        }
        follow(m_wanted, above)->entries.push_back({*key, 0, 0, std::move(tree)});
        return finish(path,
                      putEntry(parent, (YamlWriter::scalar(*key) + u": "_s + value).toUtf8()));
    }

    std::optional<QByteArray> putEntry(const YamlValue &map, const QByteArray &written)
    {
        const std::optional<TextSpan> span = m_spans.of(map);
        if (!span) {
            return std::nullopt;
        }
        if (m_spans.isFlow(map)) {
            return putBeforeBracket(*span, written);
        }
        const YamlEntry &first = map.entries.front();
        return putLine(span->to, first.column - 1, written);
    }

    [[nodiscard]] QByteArray putBeforeBracket(const TextSpan &flow, const QByteArray &written) const
    {
        qsizetype end = flow.to - 1;
        while (end > flow.from && QByteArrayView(" \n\r").contains(m_text[end - 1])) {
            --end;
        }
        const QByteArray comma = m_text[end - 1] == ',' ? " " : ", ";
        return with({end, end}, comma + written);
    }

    /// A line of its own behind the end of a block, whose last line may carry a comment.
    [[nodiscard]] QByteArray putLine(qsizetype end, int spaces, const QByteArray &written) const
    {
        const qsizetype next = m_spans.nextLine(end);
        const bool broken = next > 0 && m_text[next - 1] == '\n';
        const QByteArray line = QByteArray(spaces, ' ') + written;
        const QByteArray lineBreak = m_text.contains("\r\n") ? "\r\n" : "\n";
        return with({next, next}, broken ? line + lineBreak : lineBreak + line);
    }

    std::optional<QByteArray> putItem(const YamlValue &list, std::size_t at,
                                      const QByteArray &written)
    {
        if (m_spans.isFlow(list)) {
            const std::optional<TextSpan> whole = m_spans.of(list);
            if (at == list.items.size()) {
                return whole ? std::optional{putBeforeBracket(*whole, written)} : std::nullopt;
            }
            const std::optional<TextSpan> next = m_spans.of(list.items[at]);
            return next ? std::optional{with({next->from, next->from}, written + ", ")}
                        : std::nullopt;
        }
        const int spaces = list.column - 1;
        const QByteArray line = "- " + written;
        if (at == 0) {
            const qsizetype start = m_spans.lineStart(m_spans.offset(list.line, list.column));
            const QByteArray lineBreak = m_text.contains("\r\n") ? "\r\n" : "\n";
            return with({start, start}, QByteArray(spaces, ' ') + line + lineBreak);
        }
        const std::optional<TextSpan> before = m_spans.of(list.items[at - 1]);
        return before ? std::optional{putLine(before->to, spaces, line)} : std::nullopt;
    }

    std::optional<TextSpan> partSpan(const YamlValue &parent, std::size_t index)
    {
        if (parent.kind == Kind::List) {
            return m_spans.of(parent.items[index]);
        }
        const YamlEntry &entry = parent.entries[index];
        const std::optional<TextSpan> key = m_spans.ofKey(entry);
        if (!key || entry.value.kind == Kind::Null) {
            return key;
        }
        const std::optional<TextSpan> value = m_spans.of(entry.value);
        return value ? std::optional{TextSpan{key->from, value->to}} : std::nullopt;
    }

    std::optional<QByteArray> cutFlow(const YamlValue &parent, std::size_t index)
    {
        const std::optional<TextSpan> span = partSpan(parent, index);
        if (!span) {
            return std::nullopt;
        }
        const std::size_t count = parent.items.size() + parent.entries.size();
        if (index + 1 < count) {
            const std::optional<TextSpan> next = partSpan(parent, index + 1);
            return next ? std::optional{with({span->from, next->from}, {})} : std::nullopt;
        }
        const std::optional<TextSpan> before = partSpan(parent, index - 1);
        return before ? std::optional{with({before->to, span->to}, {})} : std::nullopt;
    }

    std::optional<QByteArray> cutBlock(const YamlValue &parent, std::size_t index)
    {
        const std::optional<TextSpan> span = partSpan(parent, index);
        if (!span) {
            return std::nullopt;
        }
        const qsizetype start = m_spans.lineStart(span->from);
        if (parent.kind == Kind::List) {
            return with({start, m_spans.nextLine(span->to)}, {});
        }
        // The first field of a list's item stands behind the dash: the second takes its place.
        const bool behindDash = span->from - start > m_spans.indent(span->from);
        if (behindDash) {
            const std::optional<TextSpan> next =
                index + 1 < parent.entries.size() ? partSpan(parent, index + 1) : std::nullopt;
            return next ? std::optional{with({span->from, next->from}, {})} : std::nullopt;
        }
        return with({start, m_spans.nextLine(span->to)}, {});
    }

    const QByteArray &m_text;
    YamlSpans m_spans;
    YamlValue m_root;
    YamlValue m_wanted;
};

} // namespace

Result<QByteArray> setYamlValue(const QByteArray &text, const QString &path, const QString &value)
{
    Change change(text);
    const Result<void> read = change.read();
    return read ? change.set(path, value) : Result<QByteArray>(read.error());
}

Result<QByteArray> insertYamlItem(const QByteArray &text, const QString &list, std::size_t index,
                                  const QString &value)
{
    Change change(text);
    const Result<void> read = change.read();
    return read ? change.insert(list, index, value) : Result<QByteArray>(read.error());
}

Result<QByteArray> removeYamlValue(const QByteArray &text, const QString &path)
{
    Change change(text);
    const Result<void> read = change.read();
    return read ? change.remove(path) : Result<QByteArray>(read.error());
}

} // namespace spillway
