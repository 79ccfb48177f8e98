// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/tlslistener.h"

#include "kubeserver/certificates.h"
#include "kubeserver/tlsstream.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <condition_variable>
#include <csignal>
#include <limits>

namespace spillway::demo {

namespace {

constexpr std::chrono::seconds idleLimit{90}; // as the real server does
constexpr std::chrono::seconds handshakeLimit{10};
constexpr size_t largestBody = 16U << 20U; // far above the limit that is answered with 413

thread_local socket_t currentSocket = INVALID_SOCKET;

/// A thread for each connection, all of them joined at the end.
class ThreadEach : public httplib::TaskQueue
{
public:
    void enqueue(std::function<void()> task) override
    {
        const std::lock_guard lock(m_mutex);
        ++m_running;
        std::thread([this, task = std::move(task)] {
            task();
            ERR_clear_error();
            const std::lock_guard done(m_mutex);
            --m_running;
            m_changed.notify_all();
        }).detach();
    }

    void shutdown() override
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_running == 0; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_running = 0;
};

struct BioFreer
{
    void operator()(BIO *bio) const { BIO_free(bio); }
};
using Bio = std::unique_ptr<BIO, BioFreer>;

Bio bioOf(const QByteArray &pem)
{
    return Bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
}

bool useKeyPair(SSL_CTX *context, const KeyPair &pair)
{
    X509 *certificate = PEM_read_bio_X509(bioOf(pair.certificate).get(), nullptr, nullptr, nullptr);
    EVP_PKEY *key = PEM_read_bio_PrivateKey(bioOf(pair.key).get(), nullptr, nullptr, nullptr);
    const bool used = certificate != nullptr && key != nullptr &&
                      SSL_CTX_use_certificate(context, certificate) == 1 &&
                      SSL_CTX_use_PrivateKey(context, key) == 1;
    X509_free(certificate);
    EVP_PKEY_free(key);
    return used;
}

bool askForClientCertificates(SSL_CTX *context, const QByteArray &authority)
{
    X509 *certificate = PEM_read_bio_X509(bioOf(authority).get(), nullptr, nullptr, nullptr);
    const bool used = certificate != nullptr &&
                      X509_STORE_add_cert(SSL_CTX_get_cert_store(context), certificate) == 1 &&
                      SSL_CTX_add_client_CA(context, certificate) == 1;
    X509_free(certificate);
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
    const unsigned char session[] = "spillway-demo";
    SSL_CTX_set_session_id_context(context, session, sizeof session - 1);
    return used;
}

int chooseHttp1(SSL *, const unsigned char **out, unsigned char *outLength, const unsigned char *in,
                unsigned int inLength, void *)
{
    static const unsigned char ours[] = "\x08http/1.1";
    auto *chosen = const_cast<unsigned char *>(*out);
    const int result =
        SSL_select_next_proto(&chosen, outLength, ours, sizeof ours - 1, in, inLength);
    *out = chosen;
    return result == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_NOACK;
}

void setTimeouts(socket_t socket, std::chrono::seconds limit)
{
    const timeval value{.tv_sec = limit.count(), .tv_usec = 0};
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &value, sizeof value);
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &value, sizeof value);
    const int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

} // namespace

TlsListener::TlsListener()
{
    // OpenSSL writes to clients that are gone.
    std::signal(SIGPIPE, SIG_IGN);
    new_task_queue = [] { return new ThreadEach; };
    set_payload_max_length(largestBody);
    set_keep_alive_timeout(idleLimit.count());
    set_keep_alive_max_count(std::numeric_limits<int>::max());
}

TlsListener::~TlsListener()
{
    stop();
}

bool TlsListener::setCertificate(const KeyPair &server, const QByteArray &clientAuthority)
{
    Context context(SSL_CTX_new(TLS_server_method()), ContextFreer());
    if (!context || !useKeyPair(context.get(), server) ||
        !askForClientCertificates(context.get(), clientAuthority)) {
        return false;
    }
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_alpn_select_cb(context.get(), &chooseHttp1, nullptr);
    const std::lock_guard lock(m_mutex);
    m_context = std::move(context);
    return true;
}

int TlsListener::bindLoopback()
{
    const int port = bind_to_any_port("127.0.0.1");
    return port > 0 ? port : 0;
}

void TlsListener::start()
{
    m_thread = std::thread([this] { listen_after_bind(); });
    while (!is_running()) { // httplib cannot be stopped before
        std::this_thread::yield();
    }
}

void TlsListener::stop()
{
    m_stopping = true;
    httplib::Server::stop();
    {
        const std::lock_guard lock(m_mutex);
        for (const socket_t socket : m_sockets) {
            ::shutdown(socket, SHUT_RDWR);
        }
    }
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

int TlsListener::connections() const
{
    const std::lock_guard lock(m_mutex);
    return int(m_sockets.size());
}

bool TlsListener::peerIsThere()
{
    pollfd state{.fd = currentSocket, .events = POLLRDHUP, .revents = 0};
    return ::poll(&state, 1, 0) <= 0 || (state.revents & (POLLRDHUP | POLLHUP | POLLERR)) == 0;
}

void TlsListener::cutConnection()
{
    // Reset instead of an orderly end: the client must not take it for one.
    const linger now{.l_onoff = 1, .l_linger = 0};
    setsockopt(currentSocket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::shutdown(currentSocket, SHUT_RDWR);
}

void TlsListener::registerSocket(socket_t socket, bool open)
{
    const std::lock_guard lock(m_mutex);
    if (open) {
        m_sockets.insert(socket);
        if (m_stopping) {
            ::shutdown(socket, SHUT_RDWR); // accepted just before the listener was closed
        }
    } else {
        m_sockets.erase(socket);
    }
}

bool TlsListener::process_and_close_socket(socket_t socket)
{
    registerSocket(socket, true);
    Context context;
    {
        const std::lock_guard lock(m_mutex);
        context = m_context;
    }
    setTimeouts(socket, handshakeLimit);
    SSL *ssl = SSL_new(context.get());
    if (ssl != nullptr && SSL_set_fd(ssl, socket) == 1 && SSL_accept(ssl) == 1) {
        currentSocket = socket;
        serve(socket, ssl);
        currentSocket = INVALID_SOCKET;
        SSL_shutdown(ssl);
    }
    SSL_free(ssl);
    registerSocket(socket, false);
    ::close(socket);
    return true;
}

void TlsListener::serve(socket_t socket, SSL *ssl)
{
    TlsStream stream(socket, ssl, idleLimit);
    while (!m_stopping && stream.waitReadable()) {
        bool closed = false;
        const bool served =
            process_request(stream, false, closed, [ssl](httplib::Request &request) {
                request.ssl = ssl;
                // httplib waits for the end of the connection if a DELETE does not say how long it
                // is.
                if (!request.has_header("Content-Length") &&
                    !request.has_header("Transfer-Encoding")) {
                    request.set_header("Content-Length", "0");
                }
                // httplib would compress watches, which holds them back until there is enough, and
                // small answers. What is compressed is for the writer of the answer to say.
                const std::string codings = request.get_header_value("Accept-Encoding");
                request.headers.erase("Accept-Encoding");
                request.set_header(acceptedCodings, codings);
            });
        if (!served || closed) {
            return;
        }
    }
}

} // namespace spillway::demo
