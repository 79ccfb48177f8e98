// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scaling/replayaxes.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReplayAxes)
};

using What = ReplayKnob::What;

/// Whole numbers from `first` to `last`, at most twelve, today's among them.
std::vector<double> counts(double first, double last, double today)
{
    constexpr double most = 12;
    std::vector<double> values{today};
    const double step = std::max(1.0, std::ceil((last - first) / (most - 1)));
    for (double value = first; value <= last; value += step) {
        values.push_back(value);
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

std::vector<double> timesOf(double today, const std::vector<double> &factors, double least)
{
    std::vector<double> values;
    for (const double factor : factors) {
        values.push_back(std::max(least, std::round(today * factor)));
    }
    values.push_back(today);
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

class Search
{
public:
    explicit Search(const ReplayPolicy &policy)
        : m_policy(policy)
    {}

    ReplaySearch take() { return std::move(m_search); }

    void addBounds(std::size_t component)
    {
        const QString name = nameOf(component);
        add({What::Min, component, 0}, name + u".min"_s, Text::tr("minimum of %1").arg(name),
            [](double today) { return counts(1, 2 * today + 2, today); });
        add({What::Max, component, 0}, name + u".max"_s, Text::tr("maximum of %1").arg(name),
            [](double today) { return counts(std::max(1.0, today / 2), 2 * today, today); });
    }

    void addTargets(std::size_t component)
    {
        const ComponentScaling &scaling = m_policy.pipeline.components[component].scaling;
        const std::size_t count = scaling.engine == ComponentScaling::Engine::Hpa
                                      ? scaling.hpa.metrics.size()
                                      : scaling.keda.triggers.size();
        for (std::size_t i = 0; i < count; ++i) {
            const bool isCron = scaling.engine == ComponentScaling::Engine::Keda &&
                                scaling.keda.triggers[i].kind == KedaTrigger::Kind::Cron;
            if (isCron) {
                continue; // its target is one, its number is the schedule's
            }
            const QString name = nameOf(component);
            add({What::Target, component, i}, u"%1.target%2"_s.arg(name).arg(i),
                Text::tr("target of metric %1 of %2").arg(i + 1).arg(name), [](double today) {
                    return timesOf(today, {0.6, 0.7, 0.8, 0.9, 1.1, 1.2, 1.3, 1.5}, 1);
                });
        }
    }

    void addWindows(std::size_t component)
    {
        const QString name = nameOf(component);
        add({What::ScaleDownWindow, component, 0}, name + u".scaleDownWindow"_s,
            Text::tr("stabilization of %1 on the way down").arg(name), [](double today) {
                std::vector<double> values{0, 60, 120, 300, 600, 900, today};
                std::sort(values.begin(), values.end());
                values.erase(std::unique(values.begin(), values.end()), values.end());
                return values;
            });
        const bool scheduled =
            component < m_policy.schedules.size() && m_policy.schedules[component].has_value();
        const std::size_t windows = scheduled ? m_policy.schedules[component]->windows.size() : 0;
        for (std::size_t i = 0; i < windows; ++i) {
            addWindow(component, i, m_policy.schedules[component]->windows[i]);
        }
    }

private:
    void addWindow(std::size_t component, std::size_t index, const ScheduleWindow &window)
    {
        const QString id = u"%1.window%2"_s.arg(nameOf(component)).arg(index);
        const auto bound = [](double today) { return counts(1, 2 * today + 2, today); };
        add({What::WindowFloor, component, index}, id + u".min"_s,
            Text::tr("minimum of “%1” of %2").arg(window.name, nameOf(component)), bound);
        add({What::WindowCap, component, index}, id + u".max"_s,
            Text::tr("maximum of “%1” of %2").arg(window.name, nameOf(component)), bound);
        if (!window.otherwise) {
            add({What::WindowFrom, component, index}, id + u".from"_s,
                Text::tr("beginning of “%1” of %2").arg(window.name, nameOf(component)),
                [](double today) {
                    std::vector<double> values;
                    for (const double earlier : {60.0, 45.0, 30.0, 15.0, 0.0}) {
                        if (today >= earlier) {
                            values.push_back(today - earlier);
                        }
                    }
                    return values;
                });
        }
    }

    [[nodiscard]] QString nameOf(std::size_t component) const
    {
        return m_policy.pipeline.components[component].name;
    }

    /// Only what the policy has.
    template<typename ValuesOf>
    void add(const ReplayKnob &knob, const QString &id, const QString &label,
             const ValuesOf &valuesOf)
    {
        const std::optional<OptimiserProblem::Values> today = knobValues(m_policy, {knob});
        if (!today) {
            return;
        }
        OptimiserAxis axis{id, label, valuesOf(today->front())};
        if (axis.values.size() > 1) {
            m_search.knobs.push_back(knob);
            m_search.axes.push_back(std::move(axis));
        }
    }

    const ReplayPolicy &m_policy;
    ReplaySearch m_search;
};

} // namespace

ReplaySearch replaySearch(const ReplayPolicy &policy, const ReplaySearchParts &parts)
{
    Search search(policy);
    for (std::size_t i = 0; i < policy.pipeline.components.size(); ++i) {
        if (policy.pipeline.components[i].scaling.engine == ComponentScaling::Engine::Fixed) {
            continue;
        }
        if (parts.bounds) {
            search.addBounds(i);
        }
        if (parts.targets) {
            search.addTargets(i);
        }
        if (parts.windows) {
            search.addWindows(i);
        }
    }
    return search.take();
}

} // namespace spillway
