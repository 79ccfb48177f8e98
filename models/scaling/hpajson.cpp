// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/hpajson.h"

#include "core/quantity.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <array>
#include <limits>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(HpaSpec)
};

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
        if (!json.contains(u"maxReplicas"_s)) {
            complain(u"spec.maxReplicas"_s, Text::tr("it is required"));
        } else if (spec.maxReplicas < spec.minReplicas) {
            complain(u"spec.maxReplicas"_s, Text::tr("it is %1, below minReplicas, which is %2")
                                                .arg(spec.maxReplicas)
                                                .arg(spec.minReplicas));
        }
        const QJsonArray metrics = json.value(u"metrics"_s).toArray();
        for (qsizetype i = 0; i < metrics.size(); ++i) {
            spec.metrics.push_back(metric(metrics.at(i).toObject(), u"spec.metrics[%1]"_s.arg(i)));
        }
        if (spec.metrics.empty()) {
            spec.metrics.push_back(defaultMetric());
        }
        if (json.contains(u"behavior"_s)) {
            const QJsonObject behavior = json.value(u"behavior"_s).toObject();
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

    std::optional<std::int32_t> integer(const QJsonObject &json, const QString &key,
                                        const QString &path, std::int32_t least)
    {
        if (!json.contains(key)) {
            return std::nullopt;
        }
        const QJsonValue value = json.value(key);
        const qint64 number = value.toInteger(std::numeric_limits<qint64>::min());
        if (number < least || number > std::numeric_limits<std::int32_t>::max()) {
            complain(path + u'.' + key,
                     Text::tr("a whole number of at least %1 is expected").arg(least));
            return std::nullopt;
        }
        return static_cast<std::int32_t>(number);
    }

    std::optional<std::int64_t> quantity(const QJsonObject &json, const QString &key,
                                         const QString &path)
    {
        if (!json.contains(key)) {
            return std::nullopt;
        }
        const QJsonValue value = json.value(key);
        const auto parsed =
            parseQuantity(value.isString() ? value.toString() : QString::number(value.toInteger()));
        if (!parsed.ok()) {
            complain(path + u'.' + key, parsed.error().why);
            return std::nullopt;
        }
        return parsed->milli;
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
        const QString type = json.value(u"type"_s).toString();
        metric.targetType = type == u"Utilization"    ? HpaMetric::TargetType::Utilization
                            : type == u"AverageValue" ? HpaMetric::TargetType::AverageValue
                                                      : HpaMetric::TargetType::Value;
        metric.averageUtilization = integer(json, u"averageUtilization"_s, path, 1);
        metric.averageValue = quantity(json, u"averageValue"_s, path);
        metric.value = quantity(json, u"value"_s, path);
        if (metric.averageValue == 0 || metric.value == 0) {
            complain(path, Text::tr("the target is zero"));
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
        if (!behavior.contains(direction)) {
            return defaults;
        }
        const QJsonObject json = behavior.value(direction).toObject();
        const QString path = u"spec.behavior."_s + direction;
        HpaRules rules = std::move(defaults);
        rules.stabilizationWindowSeconds = integer(json, u"stabilizationWindowSeconds"_s, path, 0)
                                               .value_or(rules.stabilizationWindowSeconds);
        const QString select = json.value(u"selectPolicy"_s).toString(u"Max"_s);
        rules.select = select == u"Min"        ? HpaRules::Select::Min
                       : select == u"Disabled" ? HpaRules::Select::Disabled
                                               : HpaRules::Select::Max;
        if (json.contains(u"policies"_s)) {
            rules.policies.clear();
            const QJsonArray policies = json.value(u"policies"_s).toArray();
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
        policy.type = json.value(u"type"_s).toString() == u"Percent" ? HpaPolicy::Type::Percent
                                                                     : HpaPolicy::Type::Pods;
        policy.value = integer(json, u"value"_s, path, 1).value_or(1);
        policy.periodSeconds = integer(json, u"periodSeconds"_s, path, 1).value_or(1);
        return policy;
    }

    std::optional<double> tolerance(const QJsonObject &json, const QString &path)
    {
        if (!json.contains(u"tolerance"_s)) {
            return std::nullopt;
        }
        const QJsonValue value = json.value(u"tolerance"_s);
        const auto parsed =
            parseQuantity(value.isString() ? value.toString() : QString::number(value.toInteger()));
        if (!parsed.ok()) {
            complain(path + u".tolerance"_s, parsed.error().why);
            return std::nullopt;
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
