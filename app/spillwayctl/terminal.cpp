// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/terminal.h"

#include "spillwayctl/command.h"
#include "spillwayctl/resultwriter.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cerrno>
#include <cstdio>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

} // namespace

bool print(std::FILE *stream, const QByteArray &text)
{
    const auto size = static_cast<std::size_t>(text.size());
    return std::fwrite(text.constData(), 1, size, stream) == size && std::fflush(stream) == 0;
}

void say(const QString &text)
{
    print(stderr, printable(text).toUtf8() + '\n');
}

QByteArray jsonLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray jsonLine(const QJsonArray &list)
{
    return QJsonDocument(list).toJson(QJsonDocument::Compact) + '\n';
}

int explain(const Error &error)
{
    say(u"spillwayctl: "_s + error.sentence());
    return error.code == ErrorCode::InvalidInput ? ExitUsage : ExitError;
}

int answer(const QByteArray &text)
{
    if (print(stdout, text)) {
        return ExitOk;
    }
    Error error;
    error.code = ErrorCode::File;
    error.what = Text::tr("Cannot write the answer");
    error.why = qt_error_string(errno);
    return explain(error);
}

int answerJson(const QJsonObject &object)
{
    return answer(jsonLine(object));
}

int answerJson(const QJsonArray &list)
{
    return answer(jsonLine(list));
}

} // namespace spillway
