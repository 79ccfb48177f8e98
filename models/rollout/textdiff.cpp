// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/textdiff.h"

#include <dtl/dtl.hpp>

#include <string>
#include <vector>

namespace spillway {

namespace {

std::vector<std::string> linesOf(const QByteArray &text)
{
    std::vector<std::string> lines;
    qsizetype start = 0;
    for (qsizetype end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
        lines.push_back(text.mid(start, end - start).toStdString());
        start = end + 1;
    }
    if (start < text.size()) {
        lines.push_back(text.mid(start).toStdString() + "\n\\ No newline at end of file");
    }
    return lines;
}

/// "12,3", "12" for a single line; nothing stands before the first line.
QByteArray rangeOf(qint64 start, qint64 count)
{
    const QByteArray first = QByteArray::number(count == 0 ? start - 1 : start);
    return count == 1 ? first : QByteArray{first + ',' + QByteArray::number(count)};
}

void writeLine(QByteArray &out, char mark, const std::string &line)
{
    out += mark;
    out += QByteArray::fromStdString(line);
    out += '\n';
}

QByteArray hunkText(const dtl::uniHunk<std::pair<std::string, dtl::elemInfo>> &hunk)
{
    QByteArray text = "@@ -" + rangeOf(hunk.a, hunk.b) + " +" + rangeOf(hunk.c, hunk.d) + " @@\n";
    for (const auto &line : hunk.common[0]) {
        writeLine(text, ' ', line.first);
    }
    for (const auto &line : hunk.change) {
        const char mark = line.second.type == dtl::SES_ADD      ? '+'
                          : line.second.type == dtl::SES_DELETE ? '-'
                                                                : ' ';
        writeLine(text, mark, line.first);
    }
    for (const auto &line : hunk.common[1]) {
        writeLine(text, ' ', line.first);
    }
    return text;
}

} // namespace

QByteArray unifiedDiff(const QByteArray &before, const QByteArray &after, const QString &beforeName,
                       const QString &afterName)
{
    if (before == after) {
        return {};
    }
    dtl::Diff<std::string> diff(linesOf(before), linesOf(after));
    diff.compose();
    diff.composeUnifiedHunks();
    QByteArray text = "--- " + beforeName.toUtf8() + "\n+++ " + afterName.toUtf8() + '\n';
    for (const auto &hunk : diff.getUniHunks()) {
        text += hunkText(hunk);
    }
    return text;
}

} // namespace spillway
