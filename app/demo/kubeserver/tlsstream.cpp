// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/tlsstream.h"

#include <openssl/err.h>
#include <poll.h>

#include <algorithm>
#include <limits>

namespace spillway::demo {

namespace {

bool waitFor(socket_t socket, short events, std::chrono::milliseconds limit)
{
    pollfd state{.fd = socket, .events = events, .revents = 0};
    return ::poll(&state, 1, int(limit.count())) > 0;
}

} // namespace

TlsStream::TlsStream(socket_t socket, SSL *ssl, std::chrono::seconds idleLimit)
    : m_socket(socket)
    , m_ssl(ssl)
    , m_idleLimit(idleLimit)
{}

bool TlsStream::waitReadable() const
{
    return SSL_pending(m_ssl) > 0 || waitFor(m_socket, POLLIN, m_idleLimit);
}

bool TlsStream::is_readable() const
{
    return waitReadable();
}

bool TlsStream::is_writable() const
{
    return waitFor(m_socket, POLLOUT, m_idleLimit);
}

ssize_t TlsStream::read(char *data, size_t size)
{
    ERR_clear_error();
    const size_t most = std::min<size_t>(size, std::numeric_limits<int>::max());
    return SSL_read(m_ssl, data, int(most));
}

ssize_t TlsStream::write(const char *data, size_t size)
{
    ERR_clear_error();
    const size_t most = std::min<size_t>(size, std::numeric_limits<int>::max());
    return SSL_write(m_ssl, data, int(most));
}

void TlsStream::get_remote_ip_and_port(std::string &ip, int &port) const
{
    ip = "127.0.0.1";
    port = 0;
}

void TlsStream::get_local_ip_and_port(std::string &ip, int &port) const
{
    ip = "127.0.0.1";
    port = 0;
}

} // namespace spillway::demo
