// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/faults.h"

#include "core/duration.h"

#include <QHash>

#include <algorithm>

namespace spillway::demo {

using namespace Qt::StringLiterals;

namespace {

const QHash<QString, Fault::Kind> &kindsByName()
{
    static const QHash<QString, Fault::Kind> kinds{
        {u"latency"_s, Fault::Kind::Latency},
        {u"status"_s, Fault::Kind::Status},
        {u"cut-before"_s, Fault::Kind::CutBefore},
        {u"cut-after"_s, Fault::Kind::CutAfter},
        {u"stale-watch"_s, Fault::Kind::StaleWatch},
        {u"webhook-refusal"_s, Fault::Kind::WebhookRefusal},
        {u"webhook-down"_s, Fault::Kind::WebhookDown},
        {u"gone"_s, Fault::Kind::Gone},
        {u"login-page"_s, Fault::Kind::LoginPage},
    };
    return kinds;
}

Error badLine(const QString &line, const QString &why)
{
    return Error{.code = ErrorCode::InvalidInput,
                 .what = FaultSwitches::tr("Cannot understand the fault"),
                 .where = line,
                 .why = why,
                 .advice = FaultSwitches::tr("For example: latency 500ms verb=patch count=3")};
}

/// True if the option was understood.
bool takeOption(Fault &fault, const QString &key, const QString &value)
{
    bool ok = true;
    if (key == "verb"_L1) {
        fault.verb = value;
    } else if (key == "path"_L1) {
        fault.path = value;
    } else if (key == "count"_L1) {
        fault.count = value.toInt(&ok);
    } else if (key == "retry-after"_L1) {
        fault.retryAfter = value.toInt(&ok);
    } else {
        return false;
    }
    return ok;
}

/// The one argument without a name: how long, or which status.
bool takeArgument(Fault &fault, const QString &word)
{
    if (fault.kind == Fault::Kind::Latency) {
        const auto length = parseDuration(word);
        if (!length) {
            return false;
        }
        fault.latency = std::chrono::duration_cast<std::chrono::milliseconds>(*length);
        return true;
    }
    bool ok = false;
    fault.status = word.toInt(&ok);
    return ok && fault.kind == Fault::Kind::Status && fault.status >= 400 && fault.status < 600;
}

} // namespace

Result<Fault> Fault::parse(const QString &line)
{
    const QStringList words = line.simplified().split(u' ', Qt::SkipEmptyParts);
    const auto kind = kindsByName().constFind(words.value(0));
    if (kind == kindsByName().constEnd()) {
        QStringList names = kindsByName().keys();
        names.sort();
        return badLine(line, FaultSwitches::tr("the kinds are %1").arg(names.join(u", "_s)));
    }
    Fault fault;
    fault.kind = *kind;
    for (const QString &word : words.mid(1)) {
        const qsizetype equals = word.indexOf(u'=');
        const bool understood = equals > 0
                                    ? takeOption(fault, word.left(equals), word.mid(equals + 1))
                                    : takeArgument(fault, word);
        if (!understood) {
            return badLine(line, FaultSwitches::tr("\"%1\" has no meaning here").arg(word));
        }
    }
    return fault;
}

int FaultSwitches::add(const Fault &fault)
{
    Switch made;
    made.fault = fault;
    if (!fault.path.isEmpty()) {
        QString pattern = QRegularExpression::escape(fault.path);
        pattern.replace(u"\\*"_s, u".*"_s).replace(u"\\?"_s, u"."_s);
        made.path = QRegularExpression(QRegularExpression::anchoredPattern(pattern));
    }
    const std::lock_guard lock(m_mutex);
    made.number = m_next++;
    m_switches.push_back(made);
    return made.number;
}

void FaultSwitches::remove(int number)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_switches, [number](const Switch &each) { return each.number == number; });
}

void FaultSwitches::clear()
{
    const std::lock_guard lock(m_mutex);
    m_switches.clear();
}

int FaultSwitches::active() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_switches.size());
}

bool FaultSwitches::matches(const Switch &each, Fault::Kind kind, const ApiRequest &request)
{
    return each.fault.kind == kind && each.fault.count != 0 &&
           (each.fault.verb.isEmpty() || each.fault.verb == request.verb) &&
           (each.fault.path.isEmpty() || each.path.match(request.path).hasMatch());
}

std::optional<Fault> FaultSwitches::take(Fault::Kind kind, const ApiRequest &request)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_switches.begin(), m_switches.end(), [&](const Switch &each) {
        return matches(each, kind, request);
    });
    if (found == m_switches.end()) {
        return std::nullopt;
    }
    const Fault fault = found->fault;
    if (found->fault.count > 0 && --found->fault.count == 0) {
        m_switches.erase(found);
    }
    return fault;
}

bool FaultSwitches::holds(Fault::Kind kind, const ApiRequest &request) const
{
    const std::lock_guard lock(m_mutex);
    return std::any_of(m_switches.begin(), m_switches.end(),
                       [&](const Switch &each) { return matches(each, kind, request); });
}

ApiAnswer faultAnswer(const Fault &fault)
{
    if (fault.kind == Fault::Kind::Gone) {
        return ApiAnswer::refusal(expired(
            u"The provided continue parameter is too old to display a consistent list result."_s));
    }
    if (fault.kind == Fault::Kind::LoginPage) {
        ApiAnswer answer;
        answer.rawType = "text/html; charset=utf-8";
        answer.raw =
            "<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>"
            "<form method=\"post\" action=\"/login\"><input name=\"user\"></form></body></html>\n";
        return answer;
    }
    ApiAnswer answer =
        fault.status == 429   ? ApiAnswer::text(429, "Too many requests, please try again later.\n")
        : fault.status == 503 ? ApiAnswer::text(503, "service unavailable\n")
                              : ApiAnswer::refusal(internalError(u"injected by the demo"_s));
    answer.status = fault.status;
    if (fault.retryAfter >= 0) {
        answer.headers.emplaceBack("Retry-After", QByteArray::number(fault.retryAfter));
    }
    return answer;
}

} // namespace spillway::demo
