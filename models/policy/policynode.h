// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yamldocument.h"
#include "policy/policy.h"
#include "policy/policyfields.h"

#include <chrono>
#include <optional>
#include <vector>

namespace spillway {

/// A map of a policy file that checkPolicyFields() has looked at already: what is missing or wrong
/// reads as nothing and says nothing, so that each mistake is reported once. Problems of meaning
/// are added with fail(). Refers to the document, the shape and the list; all must outlive it.
class PolicyNode
{
public:
    PolicyNode(const YamlDocument &document, const PolicyShape &shape, YamlProblems &problems);

    [[nodiscard]] bool has(QLatin1String key) const { return find(key) != nullptr; }
    [[nodiscard]] QString text(QLatin1String key, const QString &fallback = {}) const;
    [[nodiscard]] std::optional<int> integer(QLatin1String key) const;
    [[nodiscard]] std::optional<double> number(QLatin1String key) const;
    [[nodiscard]] bool boolean(QLatin1String key, bool fallback) const;
    [[nodiscard]] std::optional<std::chrono::milliseconds> duration(QLatin1String key) const;
    [[nodiscard]] std::optional<PolicyQuantity> quantity(QLatin1String key) const;
    [[nodiscard]] PolicyTexts texts(QLatin1String key) const;
    [[nodiscard]] QMap<QString, double> numbers(QLatin1String key) const;
    /// The name's index in `names` as the enum.
    template<typename Enum>
    [[nodiscard]] std::optional<Enum> choice(QLatin1String key,
                                             std::span<const QLatin1String> names) const
    {
        const QString written = text(key);
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (written == names[i]) {
                return static_cast<Enum>(i);
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<PolicyNode> map(QLatin1String key) const;
    [[nodiscard]] std::vector<PolicyNode> maps(QLatin1String key) const;
    /// The scalars of a list; maps beside them are left out.
    [[nodiscard]] QStringList scalars(QLatin1String key) const;
    /// The only key of a map of which exactly one is expected; empty if there are none or several.
    [[nodiscard]] QString onlyKey() const;

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] DocumentPosition position() const;
    /// Notes a problem at the value of the key, or at the map itself if the key is not there.
    void fail(QLatin1String key, const QString &why, const QString &advice = {}) const;
    void fail(const QString &why, const QString &advice = {}) const;
    /// Notes a problem at one entry of a map whose keys are data.
    void failEntry(QLatin1String key, const QString &entry, const QString &why,
                   const QString &advice = {}) const;

private:
    PolicyNode(const PolicyNode &parent, const YamlValue &value, const PolicyShape &shape,
               QString path);
    [[nodiscard]] const YamlValue *find(QLatin1String key) const;
    [[nodiscard]] const YamlValue *scalar(QLatin1String key) const;
    [[nodiscard]] QString pathOf(QLatin1String key) const;
    void note(const YamlValue &value, const QString &path, const QString &why,
              const QString &advice) const;

    const QString *m_file;
    YamlProblems *m_problems;
    const YamlValue *m_value;
    const PolicyShape *m_shape;
    QString m_path;
};

} // namespace spillway
