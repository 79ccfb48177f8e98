// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/querysource.h"

namespace spillway {

QuerySource::~QuerySource() = default;

void SourceReply::end()
{
    if (!m_finished) {
        m_finished = true;
        Q_EMIT finished();
    }
}

} // namespace spillway
