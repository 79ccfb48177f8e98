// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/envelope.h"

#include "prometheus/apierror.h"
#include "prometheus/samplescanner.h"

#include <QCoreApplication>

namespace spillway::envelope {

using namespace Qt::StringLiterals;
namespace ondemand = simdjson::ondemand;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Prometheus)
};

QString fromView(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QString jsonProblem(simdjson::error_code code, qsizetype size)
{
    switch (code) {
    case simdjson::EMPTY:
        return Text::tr("the answer is empty");
    case simdjson::UNCLOSED_STRING:
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
        return Text::tr("the JSON ends in the middle, after %L1 bytes").arg(size);
    case simdjson::UTF8_ERROR:
        return Text::tr("the answer is not valid UTF-8");
    case simdjson::MEMALLOC:
    case simdjson::CAPACITY:
        return Text::tr("there is not enough memory for %L1 bytes").arg(size);
    default:
        return Text::tr("it is not valid JSON of the Prometheus API (%1)")
            .arg(QLatin1String(simdjson::error_message(code)));
    }
}

/// What the envelope says, apart from "data".
struct Head
{
    QString status;
    QString errorType;
    QString error;
    DataNotes notes;
    bool hasData = false;
};

/// Thanos has no infos: PromQL's hints arrive among the warnings.
void sortNotes(DataNotes &notes, const ApiAnswer &answer)
{
    QStringList warnings;
    bool fromStores = false;
    for (const QString &warning : std::as_const(notes.warnings)) {
        if (warning.startsWith("PromQL info:"_L1)) {
            notes.infos.append(warning);
            continue;
        }
        const bool truncation = warning.contains("truncated due to limit"_L1);
        notes.truncated = notes.truncated || truncation;
        fromStores = fromStores || (!truncation && !warning.startsWith("PromQL"_L1));
        warnings.append(warning);
    }
    notes.warnings = std::move(warnings);
    // Only Thanos marks answers of failed stores so; a Prometheus sends the header for no query.
    notes.partial = notes.partial || (fromStores && answer.cacheControl.contains("no-store"));
}

void readMember(std::string_view key, JsonValue value, Head &head,
                const std::function<void(JsonValue &)> &readData)
{
    if (key == "status") {
        head.status = text(value);
    } else if (key == "data") {
        head.hasData = true;
        readData(value);
    } else if (key == "errorType") {
        head.errorType = text(value);
    } else if (key == "error") {
        head.error = text(value);
    } else if (key == "warnings") {
        head.notes.warnings += texts(value);
    } else if (key == "infos") {
        head.notes.infos += texts(value);
    } else if (key == "isPartial") {
        head.notes.partial = value.get_bool();
    }
}

void readHead(const QByteArray &body, Head &head, const std::function<void(JsonValue &)> &readData)
{
    ondemand::parser parser;
    ondemand::document document =
        parser.iterate(body.constData(), static_cast<std::size_t>(body.size()),
                       static_cast<std::size_t>(body.size()) + simdjson::SIMDJSON_PADDING);
    for (auto field : document.get_object()) {
        const std::string_view key = field.unescaped_key();
        readMember(key, field.value(), head, readData);
    }
    if (document.current_location().error() != simdjson::OUT_OF_BOUNDS) {
        throw ContentProblem{Text::tr("there is something behind the end of the JSON document")};
    }
}

} // namespace

QByteArray padded(const QByteArray &body)
{
    QByteArray copy = body;
    if (copy.data_ptr().freeSpaceAtEnd() < qsizetype{simdjson::SIMDJSON_PADDING}) {
        copy.reserve(body.size() + qsizetype{simdjson::SIMDJSON_PADDING});
    }
    return copy;
}

Result<DataNotes> readEnvelope(const ApiAnswer &answer, const QByteArray &body,
                               const std::function<void(JsonValue &)> &readData)
{
    const bool success = answer.status >= 200 && answer.status < 300;
    if (answer.status == 204) {
        return DataNotes{};
    }
    if (!isJsonContent(answer.contentType)) {
        return success ? wrongContent(answer, {}) : apiError(answer, {}, {});
    }
    Head head;
    QString problem;
    try {
        // The data of an error answer is of no use, whatever it looks like.
        readHead(
            body, head, success ? readData : [](JsonValue &) {});
    } catch (const ContentProblem &found) {
        problem = found.why;
    } catch (const simdjson::simdjson_error &found) {
        problem = jsonProblem(found.error(), answer.body.size());
    }
    if (head.status == "error"_L1 || !success) {
        return apiError(answer, head.errorType, head.error);
    }
    if (!problem.isEmpty()) {
        return wrongContent(answer, problem);
    }
    if (head.status != "success"_L1 || !head.hasData) {
        return wrongContent(
            answer, Text::tr("the JSON lacks the members status and data of the Prometheus API"));
    }
    sortNotes(head.notes, answer);
    return std::move(head.notes);
}

QString text(JsonValue value)
{
    return isNull(value) ? QString{} : fromView(value.get_string());
}

std::string utf8(JsonValue value)
{
    const std::string_view view = value.get_string();
    return std::string{view};
}

QStringList texts(JsonValue value)
{
    QStringList list;
    if (isNull(value)) {
        return list;
    }
    for (auto element : value.get_array()) {
        list.append(text(element.value()));
    }
    return list;
}

LabelSet labelSet(JsonValue value)
{
    std::vector<LabelSet::Pair> pairs;
    if (isNull(value)) {
        return {};
    }
    for (auto field : value.get_object()) {
        const std::string_view name = field.unescaped_key();
        std::string label{name};
        pairs.emplace_back(std::move(label), utf8(field.value()));
    }
    return LabelSet{std::move(pairs)};
}

double number(JsonValue value)
{
    const simdjson::ondemand::json_type type = value.type();
    if (type == simdjson::ondemand::json_type::number) {
        return value.get_double();
    }
    const std::string_view view = value.get_string();
    const std::optional<double> parsed = parseSampleValue(view);
    if (!parsed) {
        throw ContentProblem{Text::tr("\"%1\" is not a number").arg(fromView(view.substr(0, 40)))};
    }
    return *parsed;
}

bool isNull(JsonValue &value)
{
    const simdjson::ondemand::json_type type = value.type();
    return type == simdjson::ondemand::json_type::null;
}

} // namespace spillway::envelope
