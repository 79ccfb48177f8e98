// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yamlwriter.h"

#include <QLocale>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// Text that stays text without quotes in every YAML version and in flow style.
bool isPlain(const QString &text)
{
    static const QStringList words{u"true"_s, u"false"_s, u"yes"_s, u"no"_s, u"on"_s,
                                   u"off"_s,  u"null"_s,  u"y"_s,   u"n"_s};
    if (text.isEmpty() || words.contains(text.toLower()) || !text.front().isLetter()) {
        return false;
    }
    const bool safe = std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetterOrNumber() || QStringView(u" _-./()$+*%").contains(c);
    });
    return safe && !text.endsWith(u' ');
}

bool needsEscapes(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0) ||
               c.isNonCharacter() || c == QChar::ByteOrderMark || c == QChar::LineSeparator ||
               c == QChar::ParagraphSeparator;
    });
}

} // namespace

QString YamlWriter::scalar(const QString &text)
{
    if (isPlain(text)) {
        return text;
    }
    if (!needsEscapes(text)) {
        QString quoted = text;
        return u'\'' + quoted.replace(u'\'', u"''"_s) + u'\'';
    }
    QString out = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\') {
            out += u'\\';
            out += c;
        } else if (c == u'\n') {
            out += u"\\n"_s;
        } else if (c == u'\t') {
            out += u"\\t"_s;
        } else if (needsEscapes(QString{c})) {
            out += u"\\u%1"_s.arg(static_cast<int>(c.unicode()), 4, 16, QChar(u'0'));
        } else {
            out += c;
        }
    }
    return out + u'"';
}

QString YamlWriter::numberText(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

void YamlWriter::line(const QString &key, const QString &rest)
{
    const int spaces = 2 * m_depth;
    m_bytes += m_itemStarts ? QByteArray(spaces - 2, ' ') + "- " : QByteArray(spaces, ' ');
    m_itemStarts = false;
    m_bytes += key.toUtf8() + ':';
    if (!rest.isEmpty()) {
        m_bytes += ' ' + rest.toUtf8();
    }
    m_bytes += '\n';
}

void YamlWriter::text(QLatin1String key, const QString &value)
{
    line(key, scalar(value));
}

void YamlWriter::number(QLatin1String key, double value)
{
    line(key, numberText(value));
}

void YamlWriter::integer(QLatin1String key, qint64 value)
{
    line(key, QString::number(value));
}

void YamlWriter::boolean(QLatin1String key, bool value)
{
    line(key, value ? u"true"_s : u"false"_s);
}

void YamlWriter::entry(const QString &key, const QString &value)
{
    line(scalar(key), scalar(value));
}

void YamlWriter::entry(const QString &key, double value)
{
    line(scalar(key), numberText(value));
}

void YamlWriter::texts(QLatin1String key, const QStringList &values)
{
    QStringList parts;
    parts.reserve(values.size());
    for (const QString &value : values) {
        parts << scalar(value);
    }
    line(key, u'[' + parts.join(u", "_s) + u']');
}

void YamlWriter::openMap(QLatin1String key)
{
    line(key, {});
    ++m_depth;
}

void YamlWriter::openList(QLatin1String key)
{
    line(key, {});
    ++m_depth;
}

void YamlWriter::item(const QString &value)
{
    m_bytes += QByteArray(2 * m_depth, ' ') + "- " + scalar(value).toUtf8() + '\n';
}

void YamlWriter::openItem()
{
    ++m_depth;
    m_itemStarts = true;
}

void YamlWriter::close()
{
    --m_depth;
}

} // namespace spillway
