// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/namedpath.h"

#include "policy/yamlspans.h"

#include <QCoreApplication>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

QString nameOf(const YamlValue &item)
{
    for (const YamlEntry &entry : item.entries) {
        if (entry.key == u"name" || entry.key == u"tool") {
            return entry.value.text;
        }
    }
    return {};
}

Result<std::size_t> itemNamed(YamlValue &root, const QString &list, const QString &name)
{
    Error missing{.code = ErrorCode::NotFound,
                  .what = Text::tr("The text cannot be changed"),
                  .where = u"%1[%2]"_s.arg(list, name),
                  .why = Text::tr("there is no such value")};
    const YamlValue *const found = follow(root, yamlSteps(list));
    if (found == nullptr) {
        return missing;
    }
    QStringList names;
    for (std::size_t i = 0; i < found->items.size(); ++i) {
        names << nameOf(found->items[i]);
        if (names.back() == name) {
            return i;
        }
    }
    names.removeAll(QString{});
    if (!names.isEmpty()) {
        missing.advice = Text::tr("Known here: %1.").arg(names.join(u", "_s));
    }
    return missing;
}

} // namespace

Result<QString> indexedPath(const QByteArray &text, const QString &path)
{
    const Result<YamlDocument> document = YamlDocument::parse(text, {});
    if (!document) {
        return document.error();
    }
    YamlValue root = document->root();
    QString made;
    qsizetype at = 0;
    for (;;) {
        const qsizetype open = path.indexOf(u'[', at);
        const qsizetype close = open < 0 ? open : path.indexOf(u']', open);
        if (close < 0) {
            return QString{made + path.sliced(at)};
        }
        made += path.sliced(at, open - at);
        const QString name = path.sliced(open + 1, close - open - 1);
        bool isNumber = false;
        std::size_t index = name.toULongLong(&isNumber);
        if (!isNumber) {
            const Result<std::size_t> found = itemNamed(root, made, name);
            if (!found) {
                return found.error();
            }
            index = *found;
        }
        made += u"[%1]"_s.arg(index);
        at = close + 1;
    }
}

} // namespace spillway
