// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/commandpalette.h"

#include "mainwindow/fuzzymatch.h"
#include "style/theme.h"
#include "style/themeicon.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int detailRole = Qt::UserRole;
constexpr int mostShown = 60;
constexpr int rowHeight = 32;

/// Title at the left, what it is at the right; data is never taken for rich text.
class RowDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const ThemeColors &colors = themeColors(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colors.selection);
            painter->drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), spacing::radiusSmall,
                                     spacing::radiusSmall);
        }
        QRect rect = option.rect.adjusted(spacing::m, 0, -spacing::l, 0);
        const QRect iconRect(rect.left(), rect.center().y() - spacing::icon / 2 + 1, spacing::icon,
                             spacing::icon);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, iconRect);
        rect.setLeft(iconRect.right() + spacing::m);
        const QString detail = index.data(detailRole).toString();
        painter->setFont(themeFont(FontRole::Small, option.font));
        painter->setPen(colors.textMuted);
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, detail);
        rect.setRight(rect.right() - painter->fontMetrics().horizontalAdvance(detail) - spacing::m);
        painter->setFont(option.font);
        painter->setPen(colors.text);
        painter->drawText(
            rect, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &) const override
    {
        return {100, std::max(rowHeight, option.fontMetrics.height() + spacing::m)};
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint)
    , m_edit(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_nothing(new QLabel(this))
{
    setObjectName(u"commandPalette"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::s, spacing::s, spacing::s, spacing::s);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    m_edit->addAction(themeIcon(u"search"), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setProperty("role", u"muted"_s);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::applyFilter);
    connect(m_list, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { runRow(m_list->row(item)); });
}

void CommandPalette::setItems(std::vector<PaletteItem> items)
{
    m_items = std::move(items);
    applyFilter(m_edit->text());
}

void CommandPalette::setInterpreter(Interpreter interpreter)
{
    m_interpreter = std::move(interpreter);
}

void CommandPalette::setFilter(const QString &text)
{
    m_edit->setText(text);
}

QStringList CommandPalette::shown() const
{
    QStringList titles;
    for (const PaletteItem &item : m_shown) {
        titles << item.title;
    }
    return titles;
}

void CommandPalette::runRow(int row)
{
    if (row < 0 || row >= static_cast<int>(m_shown.size())) {
        return;
    }
    const auto run = m_shown.at(static_cast<std::size_t>(row)).run;
    accept();
    if (run) {
        run();
    }
}

void CommandPalette::applyFilter(const QString &text)
{
    std::vector<std::pair<int, const PaletteItem *>> ranked;
    for (const PaletteItem &item : m_items) {
        if (const auto match = fuzzyMatch(text, item.title)) {
            ranked.emplace_back(match->score, &item);
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    m_shown = m_interpreter && !text.trimmed().isEmpty() ? m_interpreter(text.trimmed())
                                                         : std::vector<PaletteItem>{};
    for (const auto &one : ranked) {
        if (m_shown.size() < mostShown) {
            m_shown.push_back(*one.second);
        }
    }
    m_list->clear();
    for (const PaletteItem &item : m_shown) {
        auto *row = new QListWidgetItem(item.icon, item.title, m_list);
        row->setData(detailRole, item.detail);
    }
    m_list->setCurrentRow(m_shown.empty() ? -1 : 0);
    m_list->setVisible(!m_shown.empty());
    m_nothing->setVisible(m_shown.empty());
    m_nothing->setText(tr("Nothing fits"));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int rows = m_list->count();
        const auto move = [this, rows](int by) {
            if (rows > 0) {
                m_list->setCurrentRow(std::clamp(m_list->currentRow() + by, 0, rows - 1));
            }
            return true;
        };
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            return move(1);
        case Qt::Key_Up:
            return move(-1);
        case Qt::Key_PageDown:
            return move(8);
        case Qt::Key_PageUp:
            return move(-8);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            runRow(m_list->currentRow());
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::showEvent(QShowEvent *event)
{
    m_edit->setPlaceholderText(tr("Page, panel, command, time range or link"));
    m_edit->setAccessibleName(tr("Search and commands"));
    m_edit->clear();
    m_edit->setFocus();
    applyFilter({});
    if (const QWidget *window = parentWidget()) {
        const int width = std::clamp(window->width() / 2, 420, 640);
        const int height = std::clamp(window->height() / 2, 280, 480);
        resize(width, height);
        move(window->mapToGlobal(QPoint((window->width() - width) / 2, spacing::xl * 3)));
    }
    QDialog::showEvent(event);
}

} // namespace spillway
