// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QStringView>

#include <cstdint>

namespace spillway {

/// An exact Kubernetes quantity ("500m", "1.5Gi", "2e3") in two whole numbers that the API's users
/// ask for. https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
struct Quantity
{
    std::int64_t milli =
        0; ///< thousandths, rounded away from zero as resource.Quantity.MilliValue() does
    std::int64_t micro = 0; ///< millionths, rounded away from zero; saturated if they do not fit
    bool wholeMilli = true; ///< milli is exact

    friend bool operator==(const Quantity &, const Quantity &) = default;
};

/// Fails with InvalidInput for anything that is not a quantity or does not fit in 64-bit
/// thousandths.
[[nodiscard]] Result<Quantity> parseQuantity(QStringView text);

} // namespace spillway
