// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/icalendarlines.h"

#include "scaling/icalendar.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace spillway {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Calendar)
};

/// Longest unfolded line: descriptions are long, but nothing that is read is.
constexpr qsizetype maxLine = 64 * 1024;

struct ContentLine
{
    QByteArray text;
    int line = 0;
};

/// Unfolds one content line after another.
class LineReader
{
public:
    explicit LineReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
        if (m_bytes.startsWith("\xEF\xBB\xBF")) {
            m_bytes = m_bytes.sliced(3);
        }
    }

    [[nodiscard]] std::optional<ContentLine> next()
    {
        if (m_at >= m_bytes.size()) {
            return std::nullopt;
        }
        ContentLine content{{}, m_line + 1};
        append(content.text);
        while (m_at < m_bytes.size() && (m_bytes[m_at] == ' ' || m_bytes[m_at] == '\t')) {
            ++m_at;
            append(content.text);
        }
        return content;
    }

private:
    /// One physical line; its end is passed over.
    void append(QByteArray &text)
    {
        const qsizetype from = m_at;
        while (m_at < m_bytes.size() && m_bytes[m_at] != '\n' && m_bytes[m_at] != '\r') {
            ++m_at;
        }
        const QByteArrayView line = m_bytes.sliced(from, m_at - from);
        text.append(line.first(std::min(line.size(), maxLine - text.size())));
        if (m_at < m_bytes.size() && m_bytes[m_at] == '\r') {
            ++m_at;
        }
        if (m_at < m_bytes.size() && m_bytes[m_at] == '\n') {
            ++m_at;
        }
        ++m_line;
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    int m_line = 0;
};

/// The first of the characters outside quotes, or -1.
qsizetype findUnquoted(QByteArrayView text, QByteArrayView characters, qsizetype from)
{
    bool quoted = false;
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text[i] == '"') {
            quoted = !quoted;
        } else if (!quoted && characters.contains(text[i])) {
            return i;
        }
    }
    return -1;
}

void setParameter(CalendarProperty &property, QByteArrayView parameter)
{
    const qsizetype equals = parameter.indexOf('=');
    if (equals < 0) {
        return;
    }
    const QByteArray name = parameter.first(equals).trimmed().toByteArray().toUpper();
    QByteArray value = parameter.sliced(equals + 1).trimmed().toByteArray();
    if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"')) {
        value = value.mid(1, value.size() - 2);
    }
    if (name == "TZID") {
        property.tzid = value;
    } else if (name == "VALUE") {
        property.valueType = value.toUpper();
    }
}

std::optional<CalendarProperty> parseProperty(const ContentLine &content)
{
    const QByteArrayView text(content.text);
    const qsizetype colon = findUnquoted(text, ":", 0);
    if (colon <= 0) {
        return std::nullopt;
    }
    CalendarProperty property;
    property.line = content.line;
    property.value = text.sliced(colon + 1).trimmed().toByteArray();
    qsizetype semicolon = findUnquoted(text.first(colon), ";", 0);
    property.name = text.first(semicolon < 0 ? colon : semicolon).trimmed().toByteArray().toUpper();
    while (semicolon >= 0) {
        const qsizetype next = findUnquoted(text.first(colon), ";", semicolon + 1);
        const qsizetype end = next < 0 ? colon : next;
        setParameter(property, text.sliced(semicolon + 1, end - semicolon - 1));
        semicolon = next;
    }
    return property;
}

/// Follows BEGIN and END.
class Splitter
{
public:
    explicit Splitter(const QString &file)
        : m_file(file)
    {}

    /// False once nothing more is to be read.
    bool take(const ContentLine &content)
    {
        if (content.text.trimmed().isEmpty()) {
            return true;
        }
        std::optional<CalendarProperty> property = parseProperty(content);
        if (!property) {
            return refuse(content);
        }
        if (property->name == "BEGIN") {
            return begin(*property);
        }
        if (property->name == "END") {
            end(*property);
        } else if (m_open.isEmpty()) {
            return refuse(content);
        } else if (m_open.size() == 2 && m_open.last() == "VEVENT") {
            m_event.properties.push_back(std::move(*property));
        }
        return true;
    }

    CalendarEvents finish()
    {
        if (!m_seenCalendar && m_found.problems.empty()) {
            m_found.problems.push_back(calendarProblem(m_file, 0,
                                                       Text::tr("there is no calendar in it"),
                                                       Text::tr("Give an iCalendar file (.ics).")));
        } else if (!m_open.isEmpty() && !m_stopped) {
            m_found.problems.push_back(calendarProblem(
                m_file, m_openLine,
                Text::tr("the file ends inside %1").arg(QString::fromLatin1(m_open.last())),
                Text::tr("It seems to be cut: fetch it again.")));
        }
        return std::move(m_found);
    }

private:
    bool begin(const CalendarProperty &property)
    {
        const QByteArray name = property.value.toUpper().left(40);
        if (m_open.isEmpty() && name != "VCALENDAR") {
            m_found.problems.push_back(calendarProblem(
                m_file, property.line,
                Text::tr("%1 stands outside a calendar").arg(QString::fromLatin1(name))));
            m_stopped = true;
            return false;
        }
        if (m_open.size() >= 8) {
            m_found.problems.push_back(
                calendarProblem(m_file, property.line, Text::tr("its parts are nested too deep")));
            m_stopped = true;
            return false;
        }
        m_seenCalendar = true;
        m_open.append(name);
        m_openLine = property.line;
        if (m_open.size() == 2 && name == "VEVENT") {
            if (m_found.events.size() >= static_cast<std::size_t>(maxCalendarEvents)) {
                m_found.problems.push_back(calendarProblem(
                    m_file, property.line,
                    Text::tr("there are more than %n events", nullptr, maxCalendarEvents),
                    Text::tr("Give a calendar of holidays only.")));
                m_stopped = true;
                return false;
            }
            m_event = {property.line, {}};
        }
        return true;
    }

    void end(const CalendarProperty &property)
    {
        const QByteArray name = property.value.toUpper().left(40);
        if (m_open.isEmpty() || m_open.last() != name) {
            m_found.problems.push_back(calendarProblem(
                m_file, property.line,
                Text::tr("END of %1 without its BEGIN").arg(QString::fromLatin1(name))));
            return;
        }
        if (m_open.size() == 2 && name == "VEVENT") {
            m_found.events.push_back(std::move(m_event));
            m_event = {};
        }
        m_open.removeLast();
    }

    /// A line that is no property: the first is reported; without a calendar around it, it is not
    /// a calendar file at all.
    bool refuse(const ContentLine &content)
    {
        if (!m_refused) {
            m_found.problems.push_back(calendarProblem(m_file, content.line,
                                                       Text::tr("this is not a calendar line"),
                                                       Text::tr("Give an iCalendar file (.ics).")));
        }
        m_refused = true;
        m_stopped = m_open.isEmpty();
        return !m_stopped;
    }

    const QString m_file;
    QByteArrayList m_open; ///< names of the components around
    int m_openLine = 0;
    CalendarEvent m_event;
    CalendarEvents m_found;
    bool m_seenCalendar = false;
    bool m_refused = false;
    bool m_stopped = false;
};

} // namespace

const CalendarProperty *CalendarEvent::find(QByteArrayView name) const
{
    const auto found =
        std::find_if(properties.begin(), properties.end(),
                     [&](const CalendarProperty &property) { return property.name == name; });
    return found != properties.end() ? &*found : nullptr;
}

CalendarEvents splitCalendar(QByteArrayView bytes, const QString &file)
{
    if (bytes.size() > maxCalendarBytes) {
        return {{},
                {calendarProblem(file, 0, Text::tr("it is larger than 4 MiB"),
                                 Text::tr("Give a calendar of holidays only."))}};
    }
    LineReader reader(bytes);
    Splitter splitter(file);
    for (auto line = reader.next(); line; line = reader.next()) {
        if (!splitter.take(*line)) {
            break;
        }
    }
    return splitter.finish();
}

Error calendarProblem(const QString &file, int line, const QString &why, const QString &advice)
{
    return Error{.code = ErrorCode::InvalidDocument,
                 .what = Text::tr("Cannot read the calendar"),
                 .where = file,
                 .why = why,
                 .advice = advice,
                 .position = DocumentPosition{file, line, 0, {}}};
}

} // namespace spillway
