// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace spillway {

/// Milliseconds since 1970-01-01T00:00:00Z: the unit of every time column and time range.
using EpochMs = qint64;

/// Source of "now", so that tests can set it and panels can use the server's time. Any thread.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock();
    [[nodiscard]] virtual EpochMs now() const = 0;
};

/// This machine's clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] EpochMs now() const override;
};

/// Another clock plus an offset: the server's time, once the offset is measured.
class OffsetClock final : public Clock
{
public:
    explicit OffsetClock(const Clock &base)
        : m_base(base)
    {}
    [[nodiscard]] EpochMs now() const override { return m_base.now() + m_offset.count(); }
    /// Server time minus local time.
    void setOffset(std::chrono::milliseconds offset) { m_offset = offset; }
    [[nodiscard]] std::chrono::milliseconds offset() const { return m_offset; }

private:
    const Clock &m_base;
    std::chrono::milliseconds m_offset{0};
};

} // namespace spillway
