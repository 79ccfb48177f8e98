// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubedecoder.h"
#include "kube/kubereply.h"

namespace spillway {

/// All objects of a query, page after page of one consistent picture. A 410 between pages (the
/// server has thrown that picture away) starts again without pages (W2).
template<typename T>
class KubeList final : public KubeReply
{
public:
    using Page = kube::ListPage<T>;

    KubeList(std::shared_ptr<KubeLink> link, kube::ListQuery query, QObject *parent)
        : KubeReply(std::move(link), parent)
        , m_query(std::move(query))
    {
        ask();
    }

    /// Only once finished; continueToken is empty.
    [[nodiscard]] const Result<Page> &result() const { return m_result; }
    /// Moves the result out; once.
    [[nodiscard]] Result<Page> takeResult() { return std::move(m_result); }

protected:
    void fail(Error error) override { m_result = std::move(error); }
    bool recover(const kube::StatusError &error) override
    {
        if (error.detail.refusal != kube::Refusal::Expired || m_page.continueToken.isEmpty()) {
            return false;
        }
        m_page = {};
        m_query.pageSize = 0;
        ask();
        return true;
    }

private:
    void ask()
    {
        start(kube::listRequest(m_query, m_page.continueToken), [this](const HttpResponse &answer) {
            auto page = std::make_shared<Result<Page>>(kube::decodeList<T>(answer.body));
            return Deliver{[this, page] { return take(std::move(*page)); }};
        });
    }
    bool take(Result<Page> page)
    {
        if (!page) {
            m_result = page.error();
            return true;
        }
        m_page.resourceVersion = page->resourceVersion;
        m_page.continueToken = page->continueToken;
        m_page.items.insert(m_page.items.end(), std::make_move_iterator(page->items.begin()),
                            std::make_move_iterator(page->items.end()));
        if (!m_page.continueToken.isEmpty()) {
            ask();
            return false;
        }
        m_result = std::move(m_page);
        return true;
    }

    kube::ListQuery m_query;
    Page m_page;
    Result<Page> m_result = Error{};
};

} // namespace spillway
