// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubestatus.h"

/// \file Private to this folder: what a Status means. Recognised by reason and causes where the
/// server gives them; by the beginning of the message where it gives none (wire facts 21-32).

namespace spillway::kube {

/// isApply: the answer to a server-side apply, whose 500s are often the content's fault.
[[nodiscard]] Refusal refusalOf(const StatusDetail &detail, int status, bool isApply);

struct RefusalMeaning
{
    ErrorCode code = ErrorCode::ServerError;
    bool retryable = false;
    QString why; ///< in our words; empty if the server's say it all
    QString advice;
};

[[nodiscard]] RefusalMeaning meaningOf(Refusal refusal, int status);

} // namespace spillway::kube
