// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/yamltext.h"

#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

/// Would a reader take the plain text for a number, a date, a boolean or nothing?
bool looksLikeOtherType(const QString &text)
{
    static const QRegularExpression other(
        uR"(^([-+.]?\d[\d_]*(\.[\d_]*)?([eE][-+]?\d+)?|0[xob][0-9a-fA-F_]+|\d{4}-\d\d?-\d\d?.*|)"
        uR"([-+]?\.(inf|nan)|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|y|Y|yes|Yes|YES|)"
        uR"(n|N|no|No|NO|on|On|ON|off|Off|OFF|=|<<)$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.isEmpty() || other.match(text).hasMatch();
}

bool needsSingleQuotes(const QString &text)
{
    constexpr QStringView starts = u"-?:,[]{}#&*!|>'\"%@`";
    const QChar first = text.at(0);
    const bool dash =
        QStringView(u"-?:").contains(first) && text.size() > 1 && !text.at(1).isSpace();
    return (starts.contains(first) && !dash) || text.contains(": "_L1) || text.contains(" #"_L1) ||
           text.endsWith(u':') || text.startsWith(u' ') || text.endsWith(u' ');
}

bool hasControls(const QString &text)
{
    for (const QChar c : text) {
        if ((c < u' ' && c != u'\n') || c == u'\x7f') {
            return true;
        }
    }
    return false;
}

/// A block of lines would need an indentation indicator, or lose what stands at its ends.
bool needsQuotedLines(const QString &text)
{
    return text.startsWith(u' ') || text.startsWith(u'\n') || text.endsWith("\n\n"_L1);
}

QString doubleQuoted(const QString &text)
{
    QString quoted;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'\\':
        case u'"':
            quoted += u'\\';
            quoted += c;
            break;
        case u'\n':
            quoted += "\\n"_L1;
            break;
        case u'\r':
            quoted += "\\r"_L1;
            break;
        case u'\t':
            quoted += "\\t"_L1;
            break;
        default:
            quoted += c < u' ' || c == u'\x7f'
                          ? u"\\x%1"_s.arg(int(c.unicode()), 2, 16, QChar(u'0'))
                          : QString(c);
        }
    }
    return u'"' + quoted + u'"';
}

QString scalar(const QJsonValue &value, int indent)
{
    if (value.isBool()) {
        return value.toBool() ? u"true"_s : u"false"_s;
    }
    if (value.isDouble()) {
        const double number = value.toDouble();
        const qint64 whole = value.toInteger();
        return double(whole) == number
                   ? QString::number(whole)
                   : QString::number(number, 'g', QLocale::FloatingPointShortest);
    }
    if (!value.isString()) {
        return u"null"_s;
    }
    const QString text = value.toString();
    const bool lines = text.contains(u'\n');
    if (looksLikeOtherType(text) || hasControls(text) || (lines && needsQuotedLines(text))) {
        return doubleQuoted(text);
    }
    if (lines) {
        const QString margin(indent, u' ');
        QString body = text;
        const bool ends = body.endsWith(u'\n');
        if (ends) {
            body.chop(1);
        }
        return (ends ? u"|\n"_s : u"|-\n"_s) + margin + body.replace(u'\n', u'\n' + margin);
    }
    return needsSingleQuotes(text) ? u'\'' + QString(text).replace(u'\'', "''"_L1) + u'\'' : text;
}

void write(QString &out, const QJsonValue &value, int indent);

void writeEntry(QString &out, const QJsonValue &value, int indent, int childIndent)
{
    if (value.isObject() && !value.toObject().isEmpty()) {
        out += u'\n';
        write(out, value, indent + 2);
    } else if (value.isArray() && !value.toArray().isEmpty()) {
        out += u'\n';
        write(out, value, indent);
    } else if (value.isObject() || value.isArray()) {
        out += value.isObject() ? u" {}\n"_s : u" []\n"_s;
    } else {
        out += u' ' + scalar(value, childIndent) + u'\n';
    }
}

void writeObject(QString &out, const QJsonObject &object, int indent, bool firstInline)
{
    bool skip = firstInline;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (!skip) {
            out += QString(indent, u' ');
        }
        skip = false;
        out += scalar(entry.key(), indent) + u':';
        writeEntry(out, entry.value(), indent, indent + 2);
    }
}

void write(QString &out, const QJsonValue &value, int indent)
{
    if (value.isObject()) {
        writeObject(out, value.toObject(), indent, false);
        return;
    }
    for (const QJsonValue item : value.toArray()) {
        out += QString(indent, u' ') + u'-';
        if (item.isObject() && !item.toObject().isEmpty()) {
            out += u' ';
            writeObject(out, item.toObject(), indent + 2, true);
        } else {
            writeEntry(out, item, indent + 2, indent + 2);
        }
    }
}

} // namespace

QString yamlText(const QJsonObject &document)
{
    QString out;
    write(out, document, 0);
    return out;
}

} // namespace spillway::demo
