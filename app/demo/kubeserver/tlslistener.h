// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Debian's cpp-httplib is a compiled library; these have to agree with how it was built.
#ifndef CPPHTTPLIB_OPENSSL_SUPPORT
#error "compile with the flags of cpp-httplib.pc"
#endif
#include <QByteArray>

#include <httplib.h>
#include <openssl/ssl.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

namespace spillway::demo {

struct KeyPair;

/// HTTPS over httplib with what its own SSL server lacks: it counts connections instead of
/// polling them, closes all of them at stop(), can change its certificate, cuts a connection on
/// request, and takes a thread for each connection (a watch holds one for as long as it lasts).
/// Every method from any thread.
class TlsListener : public httplib::Server
{
public:
    /// Under this name, in lower case, a request carries what came as Accept-Encoding.
    static constexpr const char *acceptedCodings = "x-accepted-codings";

    TlsListener();
    ~TlsListener() override;

    /// Certificates of clients are checked against the authority, and not required.
    /// Can be called again while running: new connections get the new certificate.
    [[nodiscard]] bool setCertificate(const KeyPair &server, const QByteArray &clientAuthority);
    /// A free port of 127.0.0.1; 0 if there is none. Requests are answered after start().
    [[nodiscard]] int bindLoopback();
    void start();
    /// Ends all connections and waits for their threads.
    void stop();

    [[nodiscard]] int connections() const;

    /// Only within a request: is the peer still there?
    [[nodiscard]] static bool peerIsThere();
    /// Only within a request: end its connection at once; the answer is not sent.
    static void cutConnection();

private:
    struct ContextFreer
    {
        void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
    };
    using Context = std::shared_ptr<SSL_CTX>;

    bool process_and_close_socket(socket_t socket) override;
    void serve(socket_t socket, SSL *ssl);
    void registerSocket(socket_t socket, bool open);

    mutable std::mutex m_mutex;
    Context m_context;            // guarded by m_mutex
    std::set<socket_t> m_sockets; // guarded by m_mutex
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
};

} // namespace spillway::demo
