// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartaccessible.h"

#include "charts/timeserieschart.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace spillway {

namespace {

class ChartAccessible : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit ChartAccessible(TimeSeriesChart *chart)
        : QAccessibleWidget(chart, QAccessible::Chart)
    {}

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const QString value = chart()->valueText();
        if ((kind == QAccessible::Value || kind == QAccessible::Description) && !value.isEmpty()) {
            return value;
        }
        return QAccessibleWidget::text(kind);
    }

    [[nodiscard]] QVariant currentValue() const override { return chart()->valueText(); }
    void setCurrentValue(const QVariant & /*value*/) override {}
    [[nodiscard]] QVariant maximumValue() const override { return chart()->mapping().values().max; }
    [[nodiscard]] QVariant minimumValue() const override { return chart()->mapping().values().min; }
    [[nodiscard]] QVariant minimumStepSize() const override { return {}; }

private:
    [[nodiscard]] TimeSeriesChart *chart() const
    {
        return static_cast<TimeSeriesChart *>(widget());
    }
};

QAccessibleInterface *chartFactory(const QString & /*className*/, QObject *object)
{
    auto *chart = qobject_cast<TimeSeriesChart *>(object);
    return chart != nullptr ? new ChartAccessible(chart) : nullptr; // owned by QAccessible's cache
}

} // namespace

void installChartAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(chartFactory);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace spillway
