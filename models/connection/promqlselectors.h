// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <vector>

namespace spillway {

/// A vector selector of an expression, without range, offset and @.
struct PromqlSelector
{
    QString metric;       ///< "" if only matchers name it
    QStringList matchers; ///< each as written: job="x"

    /// In PromQL; with `only` as its matchers.
    [[nodiscard]] QString text(const QStringList &only) const;
    [[nodiscard]] QString text() const { return text(matchers); }
    friend bool operator==(const PromqlSelector &, const PromqlSelector &) = default;
};

/// The selectors of an expression in their order, without repeats. Not a parser: of a broken
/// expression it returns what it can see; the server says what is wrong with it.
[[nodiscard]] std::vector<PromqlSelector> promqlSelectors(QStringView expr);

} // namespace spillway
