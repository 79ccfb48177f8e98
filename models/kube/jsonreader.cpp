// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/jsonreader.h"

#include <QCoreApplication>

namespace spillway::kube::json {

namespace ondemand = simdjson::ondemand;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Kube)
};

QString fromView(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QString sentenceOf(simdjson::error_code code)
{
    switch (code) {
    case simdjson::EMPTY:
        return Text::tr("the answer is empty");
    case simdjson::UNCLOSED_STRING:
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
        return Text::tr("the JSON ends in the middle");
    case simdjson::UTF8_ERROR:
        return Text::tr("the answer is not valid UTF-8");
    case simdjson::INCORRECT_TYPE:
    case simdjson::NUMBER_ERROR:
        return Text::tr("it is of another type than the API documents");
    default:
        return Text::tr("it is not valid JSON of the Kubernetes API (%1)")
            .arg(QLatin1String(simdjson::error_message(code)));
    }
}

/// The same bytes with the spare capacity simdjson reads into; a copy only if there is none.
QByteArray padded(const QByteArray &json)
{
    QByteArray copy = json;
    if (copy.data_ptr().freeSpaceAtEnd() < qsizetype{simdjson::SIMDJSON_PADDING}) {
        copy.reserve(json.size() + qsizetype{simdjson::SIMDJSON_PADDING});
    }
    return copy;
}

void iterate(const QByteArray &bytes, const std::function<void(Value &)> &read)
{
    ondemand::parser parser;
    ondemand::document document =
        parser.iterate(bytes.constData(), static_cast<std::size_t>(bytes.size()),
                       static_cast<std::size_t>(bytes.size()) + simdjson::SIMDJSON_PADDING);
    Value value = document.get_value();
    read(value);
    if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) {
        throw ContentProblem{{},
                             Text::tr("there is something behind the end of the JSON document")};
    }
}

} // namespace

QString Strings::get(std::string_view text)
{
    const auto found = m_known.find(text);
    if (found != m_known.end()) {
        return found->second;
    }
    return m_known.emplace(std::string{text}, fromView(text)).first->second;
}

Error wrongContent(const QString &why)
{
    return Error{.code = ErrorCode::WrongContent,
                 .what = Text::tr("This is not an answer of the Kubernetes API"),
                 .why = why,
                 .advice = Text::tr("Check the address of the cluster; a proxy or a login page "
                                    "may answer instead of it.")};
}

ContentProblem problemOf(const simdjson::simdjson_error &error)
{
    return {{}, sentenceOf(error.error())};
}

void addPath(ContentProblem &problem, std::string_view key)
{
    problem.path =
        problem.path.isEmpty() ? fromView(key) : QString{fromView(key) + u'.' + problem.path};
}

Result<void> readJson(const QByteArray &json, const std::function<void(Value &)> &read)
{
    ContentProblem problem;
    try {
        iterate(padded(json), read);
        return {};
    } catch (const ContentProblem &found) {
        problem = found;
    } catch (const simdjson::simdjson_error &error) {
        problem = problemOf(error);
    }
    return wrongContent(problem.path.isEmpty() ? problem.why
                                               : Text::tr("%1: %2").arg(problem.path, problem.why));
}

bool isNull(Value &value)
{
    const ondemand::json_type type = value.type();
    return type == ondemand::json_type::null;
}

QString text(Value value)
{
    return isNull(value) ? QString{} : fromView(value.get_string());
}

QString text(Value value, Strings &strings)
{
    return isNull(value) ? QString{} : strings.get(value.get_string());
}

QStringList texts(Value value)
{
    QStringList list;
    eachItem(value, [&list](Value item) { list.append(text(item)); });
    return list;
}

bool boolean(Value value)
{
    return !isNull(value) && bool{value.get_bool()};
}

qint64 integer(Value value)
{
    return isNull(value) ? 0 : qint64{value.get_int64()};
}

qint32 integer32(Value value)
{
    const qint64 number = integer(value);
    if (number < std::numeric_limits<qint32>::min() ||
        number > std::numeric_limits<qint32>::max()) {
        throw ContentProblem{{}, Text::tr("%1 does not fit in 32 bits").arg(number)};
    }
    return static_cast<qint32>(number);
}

QByteArray raw(Value value)
{
    const std::string_view view = simdjson::to_json_string(value);
    return QByteArray(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace spillway::kube::json
