// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/textfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

} // namespace

Result<QByteArray> readBytes(const QString &path, qsizetype most)
{
    QFile file;
    bool opened = false;
    if (path == u"-") {
        opened = file.open(stdin, QIODevice::ReadOnly);
    } else {
        file.setFileName(path);
        opened = file.open(QIODevice::ReadOnly);
    }
    // A pipe gives it in pieces.
    constexpr qsizetype pieceBytes = 1LL << 20;
    QByteArray bytes;
    while (opened && bytes.size() <= most) {
        const QByteArray piece = file.read(std::min(pieceBytes, most + 1 - bytes.size()));
        if (piece.isEmpty()) {
            break;
        }
        bytes += piece;
    }
    if (!opened || file.error() != QFileDevice::NoError) {
        return Error{.code = ErrorCode::File,
                     .what = Text::tr("Cannot read the file"),
                     .where = path,
                     .why = file.errorString()};
    }
    return bytes;
}

Result<void> writeBytes(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) {
        return {};
    }
    return Error{.code = ErrorCode::File,
                 .what = Text::tr("Cannot write the file"),
                 .where = path,
                 .why = file.errorString()};
}

} // namespace spillway
