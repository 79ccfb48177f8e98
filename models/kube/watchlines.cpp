// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/watchlines.h"

#include "kube/jsonreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace spillway::kube {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Kube)
};

constexpr std::array types{
    std::pair{"ADDED"_L1, WatchLine::Type::Added},
    std::pair{"MODIFIED"_L1, WatchLine::Type::Modified},
    std::pair{"DELETED"_L1, WatchLine::Type::Deleted},
    std::pair{"BOOKMARK"_L1, WatchLine::Type::Bookmark},
    std::pair{"ERROR"_L1, WatchLine::Type::Error},
};

} // namespace

Result<WatchLine> decodeWatchLine(const QByteArray &line)
{
    WatchLine decoded;
    QString type;
    const Result<void> done = json::readJson(line, [&](json::Value &value) {
        json::eachField(value, [&](std::string_view key, json::Value field) {
            if (key == "type") {
                type = json::text(field);
            } else if (key == "object") {
                decoded.object = json::raw(field);
            }
        });
    });
    if (!done.ok()) {
        return done.error();
    }
    const auto *const known = std::find_if(types.begin(), types.end(),
                                           [&type](const auto &one) { return one.first == type; });
    if (known == types.end() || decoded.object.isEmpty()) {
        return json::wrongContent(Text::tr("a line of the watch is no event"));
    }
    decoded.type = known->second;
    return decoded;
}

QList<QByteArray> LineBuffer::append(const QByteArray &piece)
{
    QList<QByteArray> lines;
    qsizetype from = 0;
    for (qsizetype end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
        QByteArray line = m_rest + piece.sliced(from, end - from);
        m_rest.clear();
        if (line.endsWith('\r')) {
            line.chop(1);
        }
        if (!line.isEmpty()) {
            lines.append(std::move(line));
        }
        from = end + 1;
    }
    m_rest += piece.sliced(from);
    return lines;
}

Result<WatchPosition> watchPosition(const QByteArray &object)
{
    WatchPosition position;
    const auto readMeta = [&position](std::string_view key, json::Value field) {
        if (key == "resourceVersion") {
            position.resourceVersion = json::text(field);
        } else if (key == "annotations") {
            json::eachField(field, [&position](std::string_view name, json::Value value) {
                if (name == "k8s.io/initial-events-end") {
                    position.initialEventsEnd = json::text(value) == "true"_L1;
                }
            });
        }
    };
    const Result<void> done = json::readJson(object, [&](json::Value &value) {
        json::eachField(value, [&](std::string_view key, json::Value field) {
            if (key == "metadata") {
                json::eachField(field, readMeta);
            }
        });
    });
    if (!done.ok()) {
        return done.error();
    }
    if (position.resourceVersion.isEmpty()) {
        return json::wrongContent(Text::tr("an event has no resourceVersion"));
    }
    return position;
}

} // namespace spillway::kube
