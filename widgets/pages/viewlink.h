// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

#include <QUrl>

namespace spillway {

/// A view that can be sent to a colleague or come back to: which workspace, page, time and
/// variables. Written as spillway://view?workspace=..&page=..&from=..&to=..&compare=1&var-job=..
struct ViewLink
{
    QString workspace; ///< id; empty = whatever is open
    QString page;      ///< id; empty = the first
    QString item;      ///< a panel on it; may be empty
    TimeSelection time;
    bool compareLastWeek = false;
    PageVariables variables;

    [[nodiscard]] QUrl toUrl() const;
    friend bool operator==(const ViewLink &, const ViewLink &) = default;
};

/// Links come from chats and mails: everything is checked, nothing is believed. Unknown keys are
/// ignored, so that older consoles open newer links.
[[nodiscard]] Result<ViewLink> parseViewLink(const QString &text);

} // namespace spillway
