// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpreply.h"

#include "net/httptransfer.h"

namespace spillway {

HttpReply::HttpReply(HttpRequest request, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
{}

HttpReply::~HttpReply()
{
    if (m_transfer != nullptr) {
        m_transfer->replyDeleted();
    }
}

void HttpReply::abort()
{
    if (m_transfer != nullptr) {
        m_transfer->cancel();
    }
}

void HttpReply::finish(Result<HttpResponse> result)
{
    m_transfer = nullptr;
    m_result.emplace(std::move(result));
    Q_EMIT finished();
}

} // namespace spillway
