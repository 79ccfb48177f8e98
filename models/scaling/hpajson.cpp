// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/hpajson.h"

#include "core/quantity.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <array>
#include <limits>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HpaSpec)
};

/// What the API server accepts (pkg/apis/autoscaling/validation); the engine relies on it.
constexpr std::int32_t longestWindow = 3600;
constexpr std::int32_t longestPeriod = 1800;
constexpr std::int32_t anyCount = std::numeric_limits<std::int32_t>::max();

/// Reads one field after the other and keeps the first problem.
class Reader
{
public:
    explicit Reader(const HpaController &controller)
        : m_controller(controller)
    {}

    HpaSpec read(const QJsonObject &json)
    {
        HpaSpec spec;
        spec.minReplicas = integer(json, u"minReplicas"_s, u"spec"_s, 0).value_or(1);
        spec.maxReplicas = integer(json, u"maxReplicas"_s, u"spec"_s, 1).value_or(0);
        if (!isSet(json, u"maxReplicas"_s)) {
            complain(u"spec.maxReplicas"_s, Text::tr("it is required"));
        } else if (spec.maxReplicas < spec.minReplicas) {
            complain(u"spec.maxReplicas"_s, Text::tr("it is %1, below minReplicas, which is %2")
                                                .arg(spec.maxReplicas)
                                                .arg(spec.minReplicas));
        }
        const QJsonArray metrics = list(json, u"metrics"_s, u"spec"_s);
        for (qsizetype i = 0; i < metrics.size(); ++i) {
            spec.metrics.push_back(metric(metrics.at(i).toObject(), u"spec.metrics[%1]"_s.arg(i)));
        }
        if (spec.metrics.empty()) {
            spec.metrics.push_back(defaultMetric());
        }
        if (isSet(json, u"behavior"_s)) {
            const QJsonObject behavior = object(json, u"behavior"_s, u"spec"_s);
            spec.behavior = HpaBehavior{
                rules(behavior, u"scaleUp"_s, defaultScaleUpRules()),
                rules(behavior, u"scaleDown"_s, defaultScaleDownRules(m_controller)),
            };
        }
        return spec;
    }

    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

private:
    void complain(const QString &path, const QString &why)
    {
        if (!m_problem) {
            m_problem = Error{.code = ErrorCode::InvalidInput,
                              .what = Text::tr("The autoscaler cannot be simulated"),
                              .why = why,
                              .advice = Text::tr("Correct the field and try again."),
                              .position = DocumentPosition{.path = path}};
        }
    }

    /// null is the same as a field that is left out.
    [[nodiscard]] static bool isSet(const QJsonObject &json, const QString &key)
    {
        return json.contains(key) && !json.value(key).isNull();
    }

    QJsonArray list(const QJsonObject &json, const QString &key, const QString &path)
    {
        if (isSet(json, key) && !json.value(key).isArray()) {
            complain(path + u'.' + key, Text::tr("a list is expected"));
        }
        return json.value(key).toArray();
    }

    QJsonObject object(const QJsonObject &json, const QString &key, const QString &path)
    {
        if (isSet(json, key) && !json.value(key).isObject()) {
            complain(path + u'.' + key, Text::tr("an object is expected"));
        }
        return json.value(key).toObject();
    }

    std::optional<std::int32_t>
    integer(const QJsonObject &json, const QString &key, const QString &path, std::int32_t least,
            std::int32_t most = std::numeric_limits<std::int32_t>::max())
    {
        if (!isSet(json, key)) {
            return std::nullopt;
        }
        const qint64 number = json.value(key).toInteger(std::numeric_limits<qint64>::min());
        if (number < least || number > most) {
            complain(
                path + u'.' + key,
                most == std::numeric_limits<std::int32_t>::max()
                    ? Text::tr("a whole number of at least %1 is expected").arg(least)
                    : Text::tr("a whole number from %1 to %2 is expected").arg(least).arg(most));
            return std::nullopt;
        }
        return static_cast<std::int32_t>(number);
    }

    std::int32_t requiredInteger(const QJsonObject &json, const QString &key, const QString &path,
                                 std::int32_t most)
    {
        if (!isSet(json, key)) {
            complain(path + u'.' + key, Text::tr("it is required"));
        }
        return integer(json, key, path, 1, most).value_or(1);
    }

    /// The index of one of the names the API knows; none, with a complaint, for any other.
    template<std::size_t count>
    std::optional<std::size_t> choice(const QJsonObject &json, const QString &key,
                                      const QString &path,
                                      const std::array<QLatin1String, count> &names)
    {
        const QString text = json.value(key).toString();
        const auto *const found = std::find(names.begin(), names.end(), text);
        if (found == names.end()) {
            complain(path + u'.' + key, Text::tr("“%1” is not known here").arg(text));
            return std::nullopt;
        }
        return static_cast<std::size_t>(found - names.begin());
    }

    /// A quantity is a string or a bare number, which may have a fraction.
    std::optional<Quantity> anyQuantity(const QJsonObject &json, const QString &key,
                                        const QString &path)
    {
        if (!isSet(json, key)) {
            return std::nullopt;
        }
        const QJsonValue value = json.value(key);
        if (!value.isString() && !value.isDouble()) {
            complain(path + u'.' + key, Text::tr("a quantity is expected"));
            return std::nullopt;
        }
        const double number = value.toDouble();
        const bool whole = value.toInteger(-1) == value.toInteger(1);
        const QString text = value.isString() ? value.toString()
                             : whole          ? QString::number(value.toInteger())
                                     : QString::number(number, 'g', QLocale::FloatingPointShortest);
        const auto parsed = parseQuantity(text);
        if (!parsed.ok()) {
            complain(path + u'.' + key, parsed.error().why);
            return std::nullopt;
        }
        return *parsed;
    }

    std::optional<std::int64_t> quantity(const QJsonObject &json, const QString &key,
                                         const QString &path)
    {
        const std::optional<Quantity> read = anyQuantity(json, key, path);
        return read ? std::optional{read->milli} : std::nullopt;
    }

    HpaMetric metric(const QJsonObject &json, const QString &path)
    {
        struct Kind
        {
            QLatin1String type;
            QLatin1String field;
            HpaMetric::Source source;
        };
        static constexpr std::array kinds{
            Kind{"Resource"_L1, "resource"_L1, HpaMetric::Source::Resource},
            Kind{"ContainerResource"_L1, "containerResource"_L1,
                 HpaMetric::Source::ContainerResource},
            Kind{"Pods"_L1, "pods"_L1, HpaMetric::Source::Pods},
            Kind{"Object"_L1, "object"_L1, HpaMetric::Source::Object},
            Kind{"External"_L1, "external"_L1, HpaMetric::Source::External},
        };
        const QString type = json.value(u"type"_s).toString();
        const auto *kind =
            std::find_if(kinds.begin(), kinds.end(), [&](const Kind &k) { return type == k.type; });
        if (kind == kinds.end()) {
            complain(path + u".type"_s, Text::tr("“%1” is not a kind of metric").arg(type));
            return {};
        }
        const QJsonObject source = json.value(kind->field).toObject();
        HpaMetric metric;
        metric.source = kind->source;
        metric.name = source.contains(u"name"_s)
                          ? source.value(u"name"_s).toString()
                          : source.value(u"metric"_s).toObject().value(u"name"_s).toString();
        target(metric, source.value(u"target"_s).toObject(),
               path + u'.' + kind->field + u".target"_s);
        return metric;
    }

    void target(HpaMetric &metric, const QJsonObject &json, const QString &path)
    {
        static constexpr std::array names{"Utilization"_L1, "AverageValue"_L1, "Value"_L1};
        metric.targetType =
            static_cast<HpaMetric::TargetType>(choice(json, u"type"_s, path, names).value_or(0));
        metric.averageUtilization = integer(json, u"averageUtilization"_s, path, 1);
        metric.averageValue = quantity(json, u"averageValue"_s, path);
        metric.value = quantity(json, u"value"_s, path);
        if (metric.averageValue.value_or(1) <= 0 || metric.value.value_or(1) <= 0) {
            complain(path, Text::tr("the target is not above zero"));
        }
        const bool perPod = metric.isPerPodSample();
        const bool usable = perPod ? metric.averageValue || metric.averageUtilization
                                   : metric.averageValue || metric.value;
        if (!usable) {
            complain(path, Text::tr("there is no target that this kind of metric can use"));
        }
    }

    HpaRules rules(const QJsonObject &behavior, const QString &direction, HpaRules defaults)
    {
        if (!isSet(behavior, direction)) {
            return defaults;
        }
        const QJsonObject json = object(behavior, direction, u"spec.behavior"_s);
        const QString path = u"spec.behavior."_s + direction;
        HpaRules rules = std::move(defaults);
        rules.stabilizationWindowSeconds =
            integer(json, u"stabilizationWindowSeconds"_s, path, 0, longestWindow)
                .value_or(rules.stabilizationWindowSeconds);
        if (isSet(json, u"selectPolicy"_s)) {
            static constexpr std::array names{"Max"_L1, "Min"_L1, "Disabled"_L1};
            rules.select = static_cast<HpaRules::Select>(
                choice(json, u"selectPolicy"_s, path, names).value_or(0));
        }
        if (isSet(json, u"policies"_s)) {
            rules.policies.clear();
            const QJsonArray policies = list(json, u"policies"_s, path);
            if (policies.isEmpty()) {
                complain(path + u".policies"_s, Text::tr("at least one policy is expected"));
            }
            for (qsizetype i = 0; i < policies.size(); ++i) {
                rules.policies.push_back(
                    policy(policies.at(i).toObject(), path + u".policies[%1]"_s.arg(i)));
            }
        }
        rules.tolerance = tolerance(json, path);
        return rules;
    }

    HpaPolicy policy(const QJsonObject &json, const QString &path)
    {
        HpaPolicy policy;
        static constexpr std::array names{"Pods"_L1, "Percent"_L1};
        policy.type =
            static_cast<HpaPolicy::Type>(choice(json, u"type"_s, path, names).value_or(0));
        policy.value = requiredInteger(json, u"value"_s, path, anyCount);
        policy.periodSeconds = requiredInteger(json, u"periodSeconds"_s, path, longestPeriod);
        return policy;
    }

    std::optional<double> tolerance(const QJsonObject &json, const QString &path)
    {
        const std::optional<Quantity> parsed = anyQuantity(json, u"tolerance"_s, path);
        if (!parsed) {
            return std::nullopt;
        }
        if (parsed->milli < 0) {
            complain(path + u".tolerance"_s, Text::tr("it is below zero"));
        }
        // The same product as resource.Quantity.AsApproximateFloat64() makes: the last bit is
        // visible.
        if (!parsed->wholeMilli) {
            return static_cast<double>(parsed->micro) * 1e-6;
        }
        const bool whole = parsed->milli % 1000 == 0;
        return whole ? static_cast<double>(parsed->milli / 1000)
                     : static_cast<double>(parsed->milli) * 1e-3;
    }

    const HpaController &m_controller;
    std::optional<Error> m_problem;
};

} // namespace

Result<HpaSpec> hpaSpecFromJson(const QJsonObject &spec, const HpaController &controller)
{
    Reader reader(controller);
    HpaSpec read = reader.read(spec);
    if (reader.problem()) {
        return *reader.problem();
    }
    return read;
}

} // namespace spillway
