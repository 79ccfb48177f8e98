// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/panelnotices.h"

#include "panels/panelvalues.h"
#include "style/themeicon.h"

#include <QCoreApplication>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PanelNotices)
};

constexpr int popoverWidth = 360;

void addSection(QGridLayout *grid, Tone tone, const QString &title, const QStringList &lines)
{
    if (lines.isEmpty()) {
        return;
    }
    QWidget *parent = grid->parentWidget();
    auto *icon = new QLabel{parent};
    icon->setPixmap(themeIcon(tone == Tone::Warning ? u"warning" : u"notice",
                              toneColor(tone, themeColors(parent->palette())))
                        .pixmap(QSize{16, 16}, parent->devicePixelRatioF()));
    auto *head = new QLabel{title, parent};
    head->setTextFormat(Qt::PlainText);
    head->setFont(themeFont(FontRole::Title, parent->font()));
    const int row = grid->rowCount();
    grid->addWidget(icon, row, 0, Qt::AlignTop);
    grid->addWidget(head, row, 1);
    for (const QString &line : lines) {
        auto *label = new QLabel{parent};
        label->setTextFormat(Qt::PlainText);
        label->setText(line);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        grid->addWidget(label, grid->rowCount(), 1);
    }
}

} // namespace

PanelDoubts panelDoubts(const PanelSnapshot &snapshot)
{
    const DataNotes notes = snapshot.notes();
    PanelDoubts doubts{notes.warnings, notes.infos};
    switch (snapshot.state) {
    case PanelState::Kept:
    case PanelState::Partial:
    case PanelState::Truncated:
        doubts.warnings.prepend(snapshot.reason);
        break;
    case PanelState::Live:
        doubts.hints.prepend(snapshot.reason);
        break;
    case PanelState::Refreshing:
    case PanelState::Empty:
    case PanelState::Failed:
        break;
    }
    for (QStringList *lines : {&doubts.warnings, &doubts.hints}) {
        for (QString &line : *lines) {
            line = plainLine(line);
        }
        lines->removeAll(QString{});
        lines->removeDuplicates();
    }
    return doubts;
}

QWidget *showPanelNotices(QWidget *anchor, const PanelSnapshot &snapshot)
{
    auto *popover = new QFrame{anchor, Qt::Popup};
    popover->setAttribute(Qt::WA_DeleteOnClose);
    popover->setObjectName(u"panelNotices"_s);
    popover->setAutoFillBackground(true);
    popover->setBackgroundRole(QPalette::Base);
    popover->setFrameShape(QFrame::StyledPanel);
    auto *content = new QWidget;
    auto *grid = new QGridLayout{content};
    grid->setColumnStretch(1, 1);
    grid->setContentsMargins(spacing::m, spacing::s, spacing::m, spacing::m);
    const PanelDoubts doubts = panelDoubts(snapshot);
    addSection(grid, Tone::Warning, Text::tr("Something may be wrong or missing"), doubts.warnings);
    addSection(grid, Tone::Info, Text::tr("Hints, possibly harmless"), doubts.hints);
    auto *scroll = new QScrollArea{popover};
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout{popover};
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(scroll);
    const int frame = 2 * (popover->frameWidth() + 1);
    const int height = std::max(content->heightForWidth(popoverWidth - frame),
                                content->minimumSizeHint().height());
    popover->resize(popoverWidth, std::clamp(height + frame, 60, 320));
    popover->move(anchor->mapToGlobal(QPoint{anchor->width() - popoverWidth, anchor->height()}));
    popover->show();
    return popover;
}

} // namespace spillway
