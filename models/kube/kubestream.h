// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kube/kubereply.h"
#include "kube/watchlines.h"

namespace spillway {

class HttpReply;

/// One watch: settings of the moment, then lines until it ends. Ends once; deleting it cancels.
/// GUI thread.
class KubeStream final : public QObject
{
    Q_OBJECT
public:
    KubeStream(std::shared_ptr<KubeLink> link, kube::KubeRequest request,
               QObject *parent = nullptr);
    ~KubeStream() override;
    void start();

    /// Once ended: why, or nothing if the server ended it in good order.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] const kube::StatusDetail &detail() const { return m_detail; }
    /// Warning headers of the server, without doubles; once ended.
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }

Q_SIGNALS:
    /// The server has accepted the watch.
    void opened();
    void line(const spillway::kube::WatchLine &line);
    void ended();

private:
    void send(const HttpSettingsPtr &settings);
    void take(const QByteArray &bytes);
    void onFinished();
    void end(std::optional<Error> error);

    std::shared_ptr<KubeLink> m_link;
    kube::KubeRequest m_request;
    HttpReply *m_http = nullptr;
    kube::LineBuffer m_lines;
    std::optional<Error> m_error;
    kube::StatusDetail m_detail;
    QStringList m_warnings;
    bool m_renewed = false;
    bool m_ended = false;
};

} // namespace spillway
