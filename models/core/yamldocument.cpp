// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yamldocument.h"

#include <QByteArray>
#include <QCoreApplication>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <unordered_map>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(YamlDocument)
};

Error documentError(const QString &file, int line, int column, const QString &why,
                    const QString &advice = {})
{
    Error error;
    error.code = ErrorCode::InvalidDocument;
    error.what = Text::tr("The file cannot be understood");
    error.where = file;
    error.why = why;
    error.advice = advice;
    error.position = DocumentPosition{file, line, column, {}};
    return error;
}

/// Reads the bytes in place, without a copy.
class ViewBuffer final : public std::streambuf
{
public:
    explicit ViewBuffer(QByteArrayView bytes)
    {
        auto *begin = const_cast<char *>(bytes.data()); // NOLINT: get area is never written
        setg(begin, begin, begin + bytes.size());
    }
};

/// Thrown through yaml-cpp by our handler and caught in parse(), never further.
struct Refusal
{
    Error error;
};

/// What a value costs, its parts included.
struct Amount
{
    qsizetype values = 0;
    qsizetype letters = 0;

    Amount &operator+=(const Amount &more)
    {
        values += more.values;
        letters += more.letters;
        return *this;
    }
};

Amount amountOf(const YamlValue &value)
{
    Amount amount{1, value.text.size()};
    for (const YamlValue &item : value.items) {
        amount += amountOf(item);
    }
    for (const YamlEntry &entry : value.entries) {
        amount += amountOf(entry.value);
        amount.letters += entry.key.size();
    }
    return amount;
}

/// Builds the tree from yaml-cpp's events, which carry exact marks (its Node loses those of keys).
class TreeBuilder final : public YAML::EventHandler
{
public:
    TreeBuilder(QString file, const YamlLimits &limits)
        : m_file(std::move(file))
        , m_limits(limits)
    {}

    YamlValue root; // NOLINT: result

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (++m_documents > 1) {
            refuse(mark, Text::tr("the file holds more than one document"),
                   Text::tr("Keep one document a file: remove “---” and what follows."));
        }
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        add(make(YamlValue::Kind::Null, mark), anchor);
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const auto found = m_anchors.find(anchor);
        if (found == m_anchors.end()) {
            refuse(mark, Text::tr("the alias refers to a value that contains it"), {});
        }
        count(placeOf(mark), found->second.second, m_all);
        YamlValue copy = found->second.first;
        copy.line = mark.line + 1;
        copy.column = mark.column + 1;
        add(std::move(copy), 0);
    }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &text) override
    {
        YamlValue value = make(YamlValue::Kind::Scalar, mark);
        value.text = QString::fromStdString(text);
        count(placeOf(mark), {0, value.text.size()}, m_all);
        value.quoted = tag != "?";
        if (!value.quoted && (text == "~" || text == "null")) {
            value.kind = YamlValue::Kind::Null;
        }
        add(std::move(value), anchor);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override
    {
        m_open.push_back({make(YamlValue::Kind::List, mark), anchor, false});
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override
    {
        m_open.push_back({make(YamlValue::Kind::Map, mark), anchor, false});
    }
    void OnMapEnd() override { close(); }

private:
    struct Open
    {
        YamlValue value;
        YAML::anchor_t anchor = 0;
        bool keyRead = false; ///< of a map: the last entry waits for its value
    };

    [[noreturn]] void refuse(const YAML::Mark &mark, const QString &why,
                             const QString &advice) const
    {
        throw Refusal{documentError(m_file, mark.line + 1, mark.column + 1, why, advice)};
    }
    static DocumentPosition placeOf(const YAML::Mark &mark)
    {
        return {{}, mark.line + 1, mark.column + 1, {}};
    }
    /// Adds to what the document, or its anchors, come to.
    void count(const DocumentPosition &at, const Amount &more, Amount &sum) const
    {
        sum += more;
        if (sum.values > m_limits.values || sum.letters > m_limits.letters) {
            const bool values = sum.values > m_limits.values;
            Error error = documentError(
                m_file, at.line, at.column,
                values ? Text::tr("it has more than %1 values once its aliases are filled in")
                             .arg(m_limits.values)
                       : Text::tr("it has more than %1 letters once its aliases are filled in")
                             .arg(m_limits.letters));
            error.code = ErrorCode::TooLarge;
            throw Refusal{error};
        }
    }
    YamlValue make(YamlValue::Kind kind, const YAML::Mark &mark)
    {
        count(placeOf(mark), {1, 0}, m_all);
        YamlValue value;
        value.kind = kind;
        value.line = mark.line + 1;
        value.column = mark.column + 1;
        return value;
    }
    void close()
    {
        Open done = std::move(m_open.back());
        m_open.pop_back();
        add(std::move(done.value), done.anchor);
    }
    void add(YamlValue value, YAML::anchor_t anchor)
    {
        if (anchor != 0) {
            // Anchors inside of anchors are kept again and again.
            const Amount amount = amountOf(value);
            count({{}, value.line, value.column, {}}, amount, m_anchored);
            m_anchors.insert_or_assign(anchor, std::pair{value, amount});
        }
        if (m_open.empty()) {
            root = std::move(value);
            return;
        }
        Open &parent = m_open.back();
        if (parent.value.kind == YamlValue::Kind::List) {
            parent.value.items.push_back(std::move(value));
        } else if (parent.keyRead) {
            parent.value.entries.back().value = std::move(value);
            parent.keyRead = false;
        } else {
            addKey(parent, value);
        }
    }
    void addKey(Open &parent, const YamlValue &key) const
    {
        if (key.kind == YamlValue::Kind::List || key.kind == YamlValue::Kind::Map) {
            throw Refusal{documentError(m_file, key.line, key.column,
                                        Text::tr("the name of a field must be plain text"),
                                        Text::tr("If the value starts with { or [, quote it."))};
        }
        YamlEntry entry;
        entry.key = key.text;
        entry.line = key.line;
        entry.column = key.column;
        parent.value.entries.push_back(std::move(entry));
        parent.keyRead = true;
    }

    QString m_file;
    YamlLimits m_limits;
    int m_documents = 0;
    Amount m_all;      ///< with aliases filled in
    Amount m_anchored; ///< kept for aliases
    std::vector<Open> m_open;
    std::unordered_map<YAML::anchor_t, std::pair<YamlValue, Amount>> m_anchors;
};

/// Line (from 1) of the byte at offset.
int lineAt(QByteArrayView bytes, qsizetype offset)
{
    return 1 + static_cast<int>(std::count(bytes.begin(), bytes.begin() + offset, '\n'));
}

std::optional<Error> checkBytes(QByteArrayView bytes, const QString &file, const YamlLimits &limits)
{
    if (bytes.size() > limits.bytes) {
        Error error =
            documentError(file, 0, 0, Text::tr("it is larger than %1 bytes").arg(limits.bytes));
        error.code = ErrorCode::TooLarge;
        error.what = Text::tr("The file is too large");
        return error;
    }
    const qsizetype zero = bytes.indexOf('\0');
    if (zero >= 0) {
        return documentError(file, lineAt(bytes, zero), 0, Text::tr("it holds a NUL byte"),
                             Text::tr("Save the file as UTF-8 text."));
    }
    qsizetype from = 0;
    for (int line = 1; from < bytes.size(); ++line) {
        const qsizetype end = bytes.indexOf('\n', from);
        const qsizetype size = (end < 0 ? bytes.size() : end) - from;
        if (!QUtf8StringView(bytes.sliced(from, size)).isValidUtf8()) {
            return documentError(file, line, 0, Text::tr("the text is not UTF-8"),
                                 Text::tr("Save the file as UTF-8 text."));
        }
        from += size + 1;
    }
    return std::nullopt;
}

/// The first line at or just before `line` that is indented with a tab; 0 if there is none.
int tabbedLine(QByteArrayView bytes, int line)
{
    qsizetype from = 0;
    int found = 0;
    for (int at = 1; at <= line + 1 && from < bytes.size() && found == 0; ++at) {
        const qsizetype end = bytes.indexOf('\n', from);
        const QByteArrayView text = bytes.sliced(from, (end < 0 ? bytes.size() : end) - from);
        const qsizetype first =
            std::find_if(text.begin(), text.end(), [](char c) { return c != ' '; }) - text.begin();
        if (at >= line - 1 && first < text.size() && text[first] == '\t') {
            found = at;
        }
        from += text.size() + 1;
    }
    return found;
}

Error syntaxError(QByteArrayView bytes, const QString &file, const YAML::Exception &failure)
{
    const int line = failure.mark.is_null() ? 0 : failure.mark.line + 1;
    const int column = failure.mark.is_null() ? 0 : failure.mark.column + 1;
    const int tabbed = tabbedLine(bytes, line);
    if (tabbed > 0) {
        return documentError(file, tabbed, 1, Text::tr("the line is indented with a tab"),
                             Text::tr("YAML allows only spaces for indentation."));
    }
    return documentError(file, line, column, QString::fromStdString(failure.msg),
                         Text::tr("Check the indentation, quotes and brackets near this place."));
}

} // namespace

Result<YamlDocument> YamlDocument::parse(QByteArrayView bytes, const QString &file,
                                         const YamlLimits &limits)
{
    if (std::optional<Error> bad = checkBytes(bytes, file, limits)) {
        return *std::move(bad);
    }
    TreeBuilder builder(file, limits);
    try {
        ViewBuffer buffer(bytes);
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (const Refusal &refusal) {
        return refusal.error;
    } catch (const YAML::Exception &failure) {
        return syntaxError(bytes, file, failure);
    } catch (const std::exception &failure) {
        return documentError(file, 0, 0, QString::fromUtf8(failure.what()));
    }
    YamlDocument document;
    document.m_file = file;
    document.m_root = std::move(builder.root);
    return document;
}

} // namespace spillway
