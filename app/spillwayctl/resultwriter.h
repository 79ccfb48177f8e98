// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/queryresult.h"

#include <QByteArray>

namespace spillway {

enum class OutputFormat { Table, Csv, Json };

/// A value in the shortest form that reads back to the same double; NaN, +Inf and -Inf as such.
[[nodiscard]] QByteArray valueText(double value);

/// Without control characters: they would let a label value draw on the terminal.
[[nodiscard]] QString printable(QString text);

/// One cell as RFC 4180 wants it: quoted if it holds a comma, a quote or a line break. Cells that
/// start with = + - @ stay as they are: this output is for programs, which must read back exactly
/// what the server said. (Panels neutralise theirs, as those files are opened in spreadsheets.)
[[nodiscard]] QByteArray csvCell(const QByteArray &text);

/// The result as it goes to standard output. CSV: columns series,timestamp_ms,value, one row a
/// sample, lines end in LF. JSON: the API's own layout with notes beside it. Table: for people. A
/// native histogram is written as count and sum ("histogram" object in JSON).
[[nodiscard]] QByteArray writeResult(const QueryResult &result, OutputFormat format);

/// Lines of cells with the columns aligned by spaces; the first row is the head.
[[nodiscard]] QByteArray alignedTable(const QList<QStringList> &rows);

} // namespace spillway
