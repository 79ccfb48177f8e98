// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Not a test: writes sheets with every kind of panel in every state, light and dark, at three
// sizes, into the folder given, to be looked at by a person. *_doubts.png has, in full size, what
// may be wrong with data that is shown: late, partial, truncated, and what the server says of it.
#include "panels/panelexport.h"
#include "panels/panelnotices.h"
#include "panels/panelwidget.h"
#include "panelsamples.h"
#include "support/imagebaseline.h"

#include <QApplication>
#include <QDir>
#include <QPainter>

#include <array>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

/// As a state, and what is only different in a flag or a reason.
enum class Look { Live, Refreshing, Kept, Partial, Truncated, Empty, Failed, Late, HalfFailed };
constexpr std::array allLooks{Look::Live,      Look::Refreshing, Look::Kept,
                              Look::Late,      Look::Partial,    Look::HalfFailed,
                              Look::Truncated, Look::Empty,      Look::Failed};

PanelSnapshot snapshotFor(PanelKind kind, Look look)
{
    if (look == Look::Late) {
        PanelSnapshot late = samples::snapshot(kind, PanelState::Kept);
        late.error.reset();
        late.refreshing = true;
        late.reason = u"The answer is late."_s;
        return late;
    }
    if (look == Look::HalfFailed) {
        PanelSnapshot half = samples::snapshot(kind, PanelState::Live);
        half.state = PanelState::Partial;
        half.error = samples::snapshot(kind, PanelState::Failed).error;
        half.reason = u"1 of 2 queries failed: no answer within 30 s"_s;
        return half;
    }
    return samples::snapshot(kind, static_cast<PanelState>(look));
}

QImage picture(PanelKind kind, Look look, const QSize &size)
{
    const std::unique_ptr<PanelWidget> widget{createPanelWidget(samples::panel(kind))};
    widget->setNow(samples::now + 2000);
    widget->resize(size);
    widget->setSnapshot(snapshotFor(kind, look));
    widget->show();
    QCoreApplication::processEvents();
    return panelImage(*widget, 1);
}

template<typename Kinds, typename Looks>
QImage sheet(const QSize &size, const Kinds &kinds, const Looks &looks)
{
    const QSize cell{size.width() + 12, size.height() + 12};
    QImage image{cell.width() * static_cast<int>(looks.size()),
                 cell.height() * static_cast<int>(kinds.size()), QImage::Format_RGB32};
    image.fill(QGuiApplication::palette().color(QPalette::Window));
    QPainter painter{&image};
    for (std::size_t row = 0; row < kinds.size(); ++row) {
        for (std::size_t column = 0; column < looks.size(); ++column) {
            painter.drawImage(QPoint{static_cast<int>(column) * cell.width() + 6,
                                     static_cast<int>(row) * cell.height() + 6},
                              picture(kinds.at(row), looks.at(column), size));
        }
    }
    return image;
}

/// The popovers below the panels that they are of.
QImage doubts()
{
    const QSize size{330, 200};
    const std::array looks{Look::Late, Look::Partial, Look::HalfFailed, Look::Truncated};
    const QImage panels =
        sheet(size, std::vector{PanelKind::TimeSeries, PanelKind::Stat, PanelKind::Table}, looks);
    constexpr int popoverHeight = 130;
    QImage image{panels.width(), panels.height() + popoverHeight, QImage::Format_RGB32};
    image.fill(QGuiApplication::palette().color(QPalette::Window));
    QPainter painter{&image};
    painter.drawImage(0, 0, panels);
    QWidget anchor;
    for (std::size_t column = 0; column < looks.size(); ++column) {
        const std::unique_ptr<QWidget> popover{
            showPanelNotices(&anchor, snapshotFor(PanelKind::Stat, looks.at(column)))};
        QCoreApplication::processEvents();
        painter.drawPixmap(
            static_cast<int>(column) * panels.width() / static_cast<int>(looks.size()) + 6,
            panels.height() + 6, popover->grab().scaledToWidth(size.width()));
    }
    return image;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application{argc, argv};
    const QString folder = QCoreApplication::arguments().value(1, QDir::currentPath());
    for (const bool dark : {false, true}) {
        applyTestLook(dark);
        const QString name = folder + (dark ? u"/dark_"_s : u"/light_"_s);
        for (const QSize size : {QSize{200, 120}, QSize{400, 250}, QSize{760, 420}}) {
            const QImage image = size.width() < 700
                                     ? sheet(size, samples::kinds(), allLooks)
                                     : sheet(size, samples::kinds(), std::array{Look::Live});
            if (!image.save(name + QString::number(size.width()) + u".png"_s)) {
                return 1;
            }
        }
        if (!doubts().save(name + u"doubts.png"_s)) {
            return 1;
        }
    }
    return 0;
}
