// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeserver/contentcoding.h"

#include <zlib.h>

namespace spillway::demo {

namespace {

constexpr qsizetype threshold = 128 * 1024;
constexpr int fastest = 1;                     // as the real server: time counts more than size
constexpr int gzipWindow = 16 + MAX_WBITS;     // 16 asks zlib for gzip's header
constexpr int usualMemory = MAX_MEM_LEVEL - 1; // zlib's default

} // namespace

bool acceptsGzip(const QByteArray &acceptEncoding)
{
    for (const QByteArray &coding : acceptEncoding.split(',')) {
        if (coding.trimmed() == "gzip") {
            return true;
        }
    }
    return false;
}

std::optional<QByteArray> gzipIfLarge(const QByteArray &body)
{
    if (body.size() <= threshold) {
        return std::nullopt;
    }
    z_stream stream{};
    if (deflateInit2(&stream, fastest, Z_DEFLATED, gzipWindow, usualMemory, Z_DEFAULT_STRATEGY) !=
        Z_OK) {
        return std::nullopt;
    }
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, uLong(body.size()))),
                      Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(body.constData()));
    stream.avail_in = uInt(body.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    const bool whole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return whole ? std::optional{packed} : std::nullopt;
}

} // namespace spillway::demo
