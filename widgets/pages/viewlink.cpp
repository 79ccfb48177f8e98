// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/viewlink.h"

#include <QCoreApplication>
#include <QUrlQuery>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ViewLink)
};

constexpr qsizetype longestLink = 16 * 1024;

Error badLink(const QString &text, const QString &why)
{
    return Error{.code = ErrorCode::InvalidInput,
                 .what = Text::tr("This link cannot be opened"),
                 .where = text.left(200),
                 .why = why,
                 .advice = Text::tr("A link looks like spillway://view?page=overview&from=now-6h."),
                 .position = {},
                 .retryAfter = {}};
}

/// Identifiers name files and pages: no path may come in by a link.
bool isIdentifier(const QString &text)
{
    return text.size() <= 200 && std::none_of(text.begin(), text.end(), [](QChar c) {
               return c == u'/' || c == u'\\' || c.unicode() < 32;
           });
}

/// QUrlQuery leaves these alone although they part keys and values.
QString encoded(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

QString decoded(const QUrlQuery &query, const QString &key)
{
    return query.queryItemValue(key, QUrl::FullyDecoded);
}

} // namespace

QUrl ViewLink::toUrl() const
{
    QUrlQuery query;
    const auto add = [&query](const QString &key, const QString &value) {
        if (!value.isEmpty()) {
            query.addQueryItem(key, encoded(value));
        }
    };
    add(u"workspace"_s, workspace);
    add(u"page"_s, page);
    add(u"item"_s, item);
    add(u"from"_s, time.from.toString());
    add(u"to"_s, time.to.toString());
    add(u"compare"_s, compareLastWeek ? u"1"_s : QString{});
    for (auto it = variables.cbegin(); it != variables.cend(); ++it) {
        for (const QString &value : it.value()) {
            add(encoded(u"var-"_s + it.key()), value);
        }
    }
    QUrl url;
    url.setScheme(u"spillway"_s);
    url.setHost(u"view"_s);
    url.setQuery(query);
    return url;
}

Result<ViewLink> parseViewLink(const QString &text)
{
    if (text.size() > longestLink) {
        return badLink(text, Text::tr("it is too long"));
    }
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "spillway"_L1 || url.host() != "view"_L1) {
        return badLink(text, Text::tr("it does not start with spillway://view"));
    }
    const QUrlQuery query(url);
    ViewLink link;
    link.workspace = decoded(query, u"workspace"_s);
    link.page = decoded(query, u"page"_s);
    link.item = decoded(query, u"item"_s);
    if (!isIdentifier(link.workspace) || !isIdentifier(link.page) || !isIdentifier(link.item)) {
        return badLink(text, Text::tr("a name in it has characters that no name has"));
    }
    const QString from = decoded(query, u"from"_s);
    const QString to = decoded(query, u"to"_s);
    if (!from.isEmpty()) {
        const QString range = from + u" to "_s + (to.isEmpty() ? u"now"_s : to);
        const auto time = parseTimeSelection(range, QTimeZone::utc());
        if (!time) {
            return badLink(text, time.error().sentence());
        }
        link.time = *time;
    }
    link.compareLastWeek = decoded(query, u"compare"_s) == "1"_L1;
    for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (key.startsWith("var-"_L1) && key.size() > 4) {
            link.variables[key.sliced(4)] << value;
        }
    }
    return link;
}

} // namespace spillway
