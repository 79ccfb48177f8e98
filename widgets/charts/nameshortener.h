// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartseries.h"

#include <QString>

namespace spillway {

/// Takes from long names what all of them share: eliding "rag-worker-7f9c6d8b5-x2kq" and
/// "rag-worker-7f9c6d8b5-m8dz" in the middle would make them look the same.
class NameShortener
{
public:
    explicit NameShortener(const ChartSeriesList &series);
    /// Short names, and names that share little, stay as they are.
    [[nodiscard]] QString shorten(const QString &name) const;

private:
    qsizetype m_prefix = 0;
    qsizetype m_suffix = 0;
};

} // namespace spillway
