// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/apianswer.h"
#include "kubeserver/apirequest.h"
#include "kubeserver/serverstate.h"

namespace spillway::demo {

/// Questions about rights: SelfSubjectReview, SelfSubjectAccessReview, SelfSubjectRulesReview,
/// SubjectAccessReview and LocalSubjectAccessReview. Nothing is stored.
[[nodiscard]] ApiAnswer answerReview(const ServerState &state, const ApiRequest &request,
                                     const QuestionResource &question);

/// POST on serviceaccounts/token.
[[nodiscard]] ApiAnswer answerTokenRequest(ServerState &state, const ApiRequest &request);

} // namespace spillway::demo
