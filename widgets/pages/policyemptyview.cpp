// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/policyemptyview.h"

#include "core/plainline.h"
#include "style/theme.h"
#include "style/themeicon.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 560;
constexpr int mostRecent = 5;

} // namespace

PolicyEmptyView::PolicyEmptyView(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_explanation(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_open(new QPushButton(this))
    , m_example(new QPushButton(this))
    , m_draft(new QPushButton(this))
    , m_recentHeading(new QLabel(this))
    , m_recent(new QVBoxLayout)
{
    m_heading->setFont(themeFont(FontRole::Heading, font()));
    for (QLabel *label : {m_heading, m_explanation, m_problem, m_recentHeading}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_explanation->setProperty("role", u"muted"_s);
    m_problem->setProperty("role", u"warning"_s);
    m_problem->hide();
    m_draft->hide();
    m_recentHeading->setFont(themeFont(FontRole::Title, font()));
    m_open->setProperty("primary", true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::s);
    buttons->addWidget(m_open);
    buttons->addWidget(m_example);
    buttons->addWidget(m_draft);
    buttons->addStretch(1);
    m_recent->setSpacing(0);
    auto *column = new QWidget(this);
    column->setFixedWidth(columnWidth);
    auto *inside = new QVBoxLayout(column);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(spacing::m);
    inside->addWidget(m_heading);
    inside->addWidget(m_explanation);
    inside->addWidget(m_problem);
    inside->addLayout(buttons);
    inside->addSpacing(spacing::s);
    inside->addWidget(m_recentHeading);
    inside->addLayout(m_recent);
    auto *layout = new QVBoxLayout(this);
    // Not by an alignment: then wrapped texts would not get their height.
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(column);
    middle->addStretch(1);
    layout->addStretch(2);
    layout->addLayout(middle);
    layout->addStretch(3);
    connect(m_open, &QPushButton::clicked, this, &PolicyEmptyView::openRequested);
    connect(m_example, &QPushButton::clicked, this, &PolicyEmptyView::exampleRequested);
    connect(m_draft, &QPushButton::clicked, this, &PolicyEmptyView::draftRequested);
    fillRecent();
    retranslate();
}

void PolicyEmptyView::setRecent(const QStringList &files)
{
    m_files = files.first(std::min<qsizetype>(mostRecent, files.size()));
    fillRecent();
}

void PolicyEmptyView::fillRecent()
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString &file : std::as_const(m_files)) {
        auto *button = new QPushButton(this);
        const QString path = QDir::toNativeSeparators(file);
        QString shown = fontMetrics().elidedText(path, Qt::ElideMiddle, columnWidth - 60);
        shown.replace(u'&', u"&&"_s);
        button->setText(shown);
        button->setToolTip(plainTip(path));
        button->setProperty("flat", true);
        button->setIcon(themeIcon(u"policy"));
        button->setCursor(Qt::PointingHandCursor);
        m_recent->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this, [this, file] { Q_EMIT fileRequested(file); });
    }
    m_recentHeading->setVisible(!m_files.isEmpty());
}

void PolicyEmptyView::setHasDraft(bool has)
{
    m_draft->setVisible(has);
}

void PolicyEmptyView::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

QString PolicyEmptyView::text() const
{
    QStringList parts{m_heading->text(), m_explanation->text()};
    if (!m_problem->isHidden()) {
        parts << m_problem->text();
    }
    return parts.join(u'\n');
}

void PolicyEmptyView::retranslate()
{
    m_heading->setText(tr("No policy is open"));
    m_explanation->setText(
        tr("A policy is one YAML file that says how the parts of a system are scaled: by what, "
           "between which bounds, and how the bounds change through the week and on days of a "
           "sale. Keep it in your repository. Here you see what it means, compare it with the "
           "cluster, push it, and take it back."));
    m_open->setText(tr("Open a file…"));
    m_example->setText(tr("Start from the example"));
    m_draft->setText(tr("Go on with unsaved edits"));
    m_recentHeading->setText(tr("Opened lately"));
}

} // namespace spillway
