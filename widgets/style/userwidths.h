// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QHeaderView;

namespace spillway {

/// Whether the user has drawn a column of a table wider or narrower: then the table leaves widths
/// alone. They count until the columns are others. GUI thread; the header owns it.
class UserWidths final : public QObject
{
    Q_OBJECT
public:
    explicit UserWidths(QHeaderView *header);

    [[nodiscard]] bool areSet() const { return m_set; }

    /// While it lives, the table itself gives widths.
    class Ours
    {
    public:
        explicit Ours(UserWidths *widths);
        ~Ours();
        Ours(const Ours &) = delete;
        Ours &operator=(const Ours &) = delete;

    private:
        UserWidths *m_widths;
        bool m_outer;
    };
    [[nodiscard]] bool isOurs() const { return m_ours; }

private:
    bool m_set = false;
    bool m_ours = false;
};

} // namespace spillway
