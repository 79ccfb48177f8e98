// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/hpaspec.h"

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

std::int32_t HpaRules::longestPeriod() const
{
    std::int32_t longest = 0;
    for (const HpaPolicy &policy : policies) {
        longest = std::max(longest, policy.periodSeconds);
    }
    return longest;
}

HpaRules defaultScaleUpRules()
{
    HpaRules rules;
    rules.policies = {{HpaPolicy::Type::Pods, 4, 15}, {HpaPolicy::Type::Percent, 100, 15}};
    return rules;
}

HpaRules defaultScaleDownRules(const HpaController &controller)
{
    HpaRules rules;
    rules.stabilizationWindowSeconds =
        static_cast<std::int32_t>(controller.downscaleStabilizationSeconds);
    rules.policies = {{HpaPolicy::Type::Percent, 100, 15}};
    return rules;
}

HpaMetric defaultMetric()
{
    HpaMetric metric;
    metric.name = u"cpu"_s;
    metric.averageUtilization = 80;
    return metric;
}

} // namespace spillway
