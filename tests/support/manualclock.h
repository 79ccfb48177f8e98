// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

namespace spillway {

/// A clock that stands still until a test moves it.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(EpochMs start = 1'700'000'000'000)
        : m_now(start)
    {}
    [[nodiscard]] EpochMs now() const override { return m_now; }
    void set(EpochMs now) { m_now = now; }
    void advance(std::chrono::milliseconds by) { m_now += by.count(); }

private:
    EpochMs m_now;
};

} // namespace spillway
