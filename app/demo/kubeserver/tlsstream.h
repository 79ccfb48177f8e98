// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kubeserver/tlslistener.h"

#include <chrono>
#include <string>

namespace spillway::demo {

/// One TLS connection as httplib reads and writes it. Thread of the connection. Owns neither the
/// socket nor the session. Blocking; the socket's own timeouts end what hangs.
class TlsStream : public httplib::Stream
{
public:
    TlsStream(socket_t socket, SSL *ssl, std::chrono::seconds idleLimit);

    /// Waits for the next request; false at the end of the connection or of the patience.
    [[nodiscard]] bool waitReadable() const;

    [[nodiscard]] bool is_readable() const override;
    [[nodiscard]] bool is_writable() const override;
    ssize_t read(char *data, size_t size) override;
    ssize_t write(const char *data, size_t size) override;
    void get_remote_ip_and_port(std::string &ip, int &port) const override;
    void get_local_ip_and_port(std::string &ip, int &port) const override;
    [[nodiscard]] socket_t socket() const override { return m_socket; }

private:
    socket_t m_socket;
    SSL *m_ssl;
    std::chrono::seconds m_idleLimit;
};

} // namespace spillway::demo
