// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Not a test: writes sheets with every kind of panel in every state, light and dark, at three
// sizes, into the folder given, to be looked at by a person.
#include "panels/panelexport.h"
#include "panels/panelwidget.h"
#include "panelsamples.h"
#include "support/imagebaseline.h"

#include <QApplication>
#include <QPainter>

using namespace spillway;
using namespace Qt::StringLiterals;

namespace {

QImage picture(PanelKind kind, PanelState state, const QSize &size)
{
    const std::unique_ptr<PanelWidget> widget{createPanelWidget(samples::panel(kind))};
    widget->setNow(samples::now + 2000);
    widget->resize(size);
    widget->setSnapshot(samples::snapshot(kind, state));
    widget->show();
    QCoreApplication::processEvents();
    return panelImage(*widget, 1);
}

QImage sheet(const QSize &size, bool allStates)
{
    const int columns = allStates ? 7 : 3;
    const int count = allStates ? 49 : 7;
    const int rows = (count + columns - 1) / columns;
    const QSize cell{size.width() + 12, size.height() + 12};
    QImage image{cell.width() * columns, cell.height() * rows, QImage::Format_RGB32};
    image.fill(QGuiApplication::palette().color(QPalette::Window));
    QPainter painter{&image};
    for (int i = 0; i < count; ++i) {
        const PanelKind kind = samples::kinds().at(static_cast<std::size_t>(allStates ? i / 7 : i));
        const PanelState state =
            allStates ? samples::states().at(static_cast<std::size_t>(i % 7)) : PanelState::Live;
        painter.drawImage(QPoint{i % columns * cell.width() + 6, i / columns * cell.height() + 6},
                          picture(kind, state, size));
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
        for (const QSize size : {QSize{200, 120}, QSize{400, 250}, QSize{760, 420}}) {
            const QString file = QString{u"%1/%2_%3.png"_s}.arg(
                folder, dark ? u"dark"_s : u"light"_s, QString::number(size.width()));
            if (!sheet(size, size.width() < 700).save(file)) {
                return 1;
            }
        }
    }
    return 0;
}
