// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/findinglist.h"

#include "core/plainline.h"
#include "itemmodels/findingmodel.h"
#include "style/tone.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTextLayout>

#include <cmath>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int mark = 10;
constexpr qsizetype longestLine = 2000;
constexpr int textLeft = spacing::s + mark + spacing::s;

Tone toneOf(const QModelIndex &index)
{
    switch (static_cast<RowState>(index.data(RowRoles::StateRole).toInt())) {
    case RowState::Bad:
        return Tone::Critical;
    case RowState::Warning:
        return Tone::Warning;
    default:
        return Tone::Info;
    }
}

/// Text of one font and colour, wrapped; plain.
struct Paragraph
{
    QString text;
    QFont font;
    QColor color;
};

/// Draws the text if there is a painter; its height either way.
qreal layOut(const Paragraph &paragraph, QPointF at, qreal width, QPainter *painter)
{
    if (paragraph.text.isEmpty()) {
        return 0;
    }
    QStringList lines;
    for (const QString &line : paragraph.text.split(u'\n')) {
        lines << plainLine(line, longestLine); // it may quote a server
    }
    const QString text = lines.join(QChar::LineSeparator);
    QTextLayout layout(text, paragraph.font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max<qreal>(40, width));
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    if (painter != nullptr) {
        painter->setPen(paragraph.color);
        layout.draw(painter, at);
    }
    return height;
}

class FindingDelegate final : public QStyledItemDelegate
{
public:
    explicit FindingDelegate(QListView *view)
        : QStyledItemDelegate(view)
        , m_view(view)
    {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const ThemeColors &colors = themeColors(option.palette);
        const QRectF box = option.rect;
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->fillRect(box, colors.selection);
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter->fillRect(box, colors.raised);
        }
        painter->fillRect(QRectF{box.left(), box.bottom() - 1, box.width(), 1}, colors.hairline);
        const qreal first = QFontMetricsF{option.font}.height();
        drawTone(*painter,
                 QRectF{box.left() + spacing::s, box.top() + spacing::s + (first - mark) / 2, mark,
                        mark},
                 toneOf(index), colors);
        content(index, option.font, colors, box.topLeft(), box.width(), painter);
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        return {m_view->viewport()->width(),
                heightOf(index, option.font, option.palette, m_view->viewport()->width())};
    }

    [[nodiscard]] static int heightOf(const QModelIndex &index, const QFont &font,
                                      const QPalette &palette, int width)
    {
        return static_cast<int>(std::ceil(
            content(index, font, themeColors(palette), {}, width, nullptr) + 2 * spacing::s));
    }

private:
    static qreal content(const QModelIndex &index, const QFont &font, const ThemeColors &colors,
                         QPointF corner, qreal width, QPainter *painter)
    {
        const auto cell = [&index](int column) {
            return index.siblingAtColumn(column).data().toString();
        };
        const QFont small = themeFont(FontRole::Small, font);
        QPointF at = corner + QPointF{textLeft, spacing::s};
        const qreal room = width - textLeft - spacing::s;
        qreal height = 0;
        for (const Paragraph &part :
             {Paragraph{cell(FindingModel::Text), font, colors.text},
              Paragraph{cell(FindingModel::Advice), font, colors.textMuted},
              Paragraph{cell(FindingModel::Place), small, colors.textMuted}}) {
            height += layOut(part, at + QPointF{0, height}, room, painter);
        }
        return height;
    }

    QListView *m_view;
};

} // namespace

FindingList::FindingList(FindingModel *model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_proxy(new QSortFilterProxyModel(this))
{
    m_proxy->setSourceModel(model);
    m_proxy->setSortRole(RowRoles::SortRole);
    m_proxy->sort(FindingModel::Text);
    setModel(m_proxy);
    setItemDelegate(new FindingDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(false);
    setResizeMode(QListView::Adjust);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMouseTracking(true);
    connect(this, &QListView::clicked, this, &FindingList::activateRow);
}

void FindingList::setEmptyText(const QString &text, bool good)
{
    m_emptyText = text;
    m_emptyIsGood = good;
    viewport()->update();
}

QStringList FindingList::shownTexts() const
{
    QStringList texts;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        texts << m_proxy->index(row, FindingModel::Text).data().toString();
    }
    return texts;
}

int FindingList::heightForRows(int width) const
{
    int height = 0;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        height += FindingDelegate::heightOf(m_proxy->index(row, 0), font(), palette(), width);
    }
    return height;
}

int FindingList::heightForWholeRows(int width, int most) const
{
    if (const int all = heightForRows(width); all <= most) {
        return all;
    }
    const int room = width - verticalScrollBar()->sizeHint().width();
    int height = 0;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const int next = FindingDelegate::heightOf(m_proxy->index(row, 0), font(), palette(), room);
        if (row > 0 && height + next > most) {
            break;
        }
        height += next;
    }
    return height;
}

void FindingList::activateRow(const QModelIndex &index)
{
    const QModelIndex source = m_proxy->mapToSource(index);
    if (source.isValid() && m_model->row(source.row()).position.line > 0) {
        Q_EMIT placeActivated(m_model->row(source.row()).position);
    }
}

void FindingList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_proxy->rowCount() > 0 || m_emptyText.isEmpty()) {
        return;
    }
    QPainter painter(viewport());
    const ThemeColors &colors = themeColors(palette());
    const QFontMetricsF metrics{font()};
    qreal left = spacing::s;
    if (m_emptyIsGood) {
        drawTone(painter, QRectF{left, spacing::s + (metrics.height() - mark) / 2, mark, mark},
                 Tone::Ok, colors);
        left = textLeft;
    }
    painter.setFont(font());
    painter.setPen(colors.textMuted);
    painter.drawText(QRectF{left, static_cast<qreal>(spacing::s),
                            viewport()->width() - left - spacing::s,
                            static_cast<qreal>(viewport()->height())},
                     Qt::TextWordWrap, m_emptyText);
}

void FindingList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // rows are as high as their wrapped text
}

void FindingList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        activateRow(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

} // namespace spillway
