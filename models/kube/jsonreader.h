// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <simdjson.h>

#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

/// \file Private to this folder: readers of the small things in an answer. They throw
/// simdjson_error or ContentProblem; readJson() turns both into an Error, so no exception leaves
/// the folder. null counts as absent everywhere.

namespace spillway::kube::json {

using Value = simdjson::ondemand::value;

/// Valid JSON that is not what the API documents.
struct ContentProblem
{
    QString path;
    QString why;
};

/// Equal texts of one list as one QString: labels, node names and reasons repeat thousands of
/// times.
class Strings
{
public:
    [[nodiscard]] QString get(std::string_view text);

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };
    std::unordered_map<std::string, QString, Hash, std::equal_to<>> m_known;
};

/// Runs read on the document; the Error (WrongContent) names the field that is not as documented.
[[nodiscard]] Result<void> readJson(const QByteArray &json,
                                    const std::function<void(Value &)> &read);
[[nodiscard]] Error wrongContent(const QString &why);

[[nodiscard]] bool isNull(Value &value);
[[nodiscard]] QString text(Value value);
/// A text that many objects share.
[[nodiscard]] QString text(Value value, Strings &strings);
[[nodiscard]] QStringList texts(Value value);
[[nodiscard]] bool boolean(Value value);
[[nodiscard]] qint64 integer(Value value);
[[nodiscard]] qint32 integer32(Value value);
[[nodiscard]] QByteArray raw(Value value);
void addPath(ContentProblem &problem, std::string_view key);
[[nodiscard]] ContentProblem problemOf(const simdjson::simdjson_error &error);

template<typename Handler>
void eachField(Value value, Handler handler)
{
    if (isNull(value)) {
        return;
    }
    for (auto field : value.get_object()) {
        const std::string_view key = field.unescaped_key();
        try {
            handler(key, Value{field.value()});
        } catch (const simdjson::simdjson_error &error) {
            ContentProblem problem = problemOf(error);
            addPath(problem, key);
            throw problem;
        } catch (ContentProblem &problem) {
            addPath(problem, key);
            throw;
        }
    }
}

template<typename Handler>
void eachItem(Value value, Handler handler)
{
    if (isNull(value)) {
        return;
    }
    for (auto item : value.get_array()) {
        handler(Value{item.value()});
    }
}

} // namespace spillway::kube::json
