// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/problemsdialog.h"

#include "core/plainline.h"
#include "style/theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

QString fileOf(const Error &error)
{
    return error.position ? error.position->file : error.where;
}

} // namespace

ProblemsDialog::ProblemsDialog(QWidget *parent)
    : QDialog(parent)
    , m_intro(new QLabel(this))
    , m_tree(new QTreeWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::l, spacing::l, spacing::l, spacing::l);
    layout->setSpacing(spacing::s);
    m_intro->setWordWrap(true);
    layout->addWidget(m_intro);
    layout->addWidget(m_tree, 1);
    m_tree->setRootIsDecorated(false);
    m_tree->setWordWrap(true);
    m_tree->setColumnCount(3);
    m_tree->header()->setMinimumSectionSize(96);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_open = buttons->addButton(QString{}, QDialogButtonBox::ActionRole);
    m_copy = buttons->addButton(QString{}, QDialogButtonBox::ActionRole);
    m_open->setEnabled(false);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_tree, &QTreeWidget::currentItemChanged, this,
            [this] { m_open->setEnabled(!chosenFile().isEmpty()); });
    connect(m_open, &QPushButton::clicked, this,
            [this] { Q_EMIT openFolderRequested(chosenFile()); });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(asText(m_problems)); });
    resize(820, 420);
    retranslate();
}

void ProblemsDialog::retranslate()
{
    setWindowTitle(tr("Problems in files"));
    m_intro->setText(m_problems.empty()
                         ? tr("All files are in order.")
                         : tr("What could be understood is in use. Spillway does not change files "
                              "with errors."));
    m_tree->setHeaderLabels({tr("Where"), tr("What"), tr("Why and what to do")});
    m_open->setText(tr("Open folder"));
    m_copy->setText(tr("Copy"));
    m_copy->setEnabled(!m_problems.empty());
}

void ProblemsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

void ProblemsDialog::setProblems(const std::vector<Error> &problems)
{
    m_problems = problems;
    m_tree->clear();
    for (const Error &error : problems) {
        QString where = error.where;
        if (error.position) {
            DocumentPosition shortened = *error.position;
            shortened.file = QFileInfo(shortened.file).fileName();
            where = shortened.toString();
        }
        QString why = error.why;
        if (!error.advice.isEmpty()) {
            why += u'\n' + error.advice;
        }
        auto *row = new QTreeWidgetItem(m_tree, {where, error.what, why});
        row->setToolTip(0, plainTip(fileOf(error)));
    }
    if (m_tree->topLevelItemCount() > 0) {
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    }
    m_tree->resizeColumnToContents(1);
    retranslate();
}

int ProblemsDialog::count() const
{
    return m_tree->topLevelItemCount();
}

QString ProblemsDialog::asText(const std::vector<Error> &problems)
{
    QStringList lines;
    for (const Error &error : problems) {
        const QString where = error.position ? error.position->toString() : error.where;
        Error rest = error;
        rest.position.reset();
        rest.where.clear();
        lines << u"%1: %2"_s.arg(where, rest.sentence());
    }
    return lines.join(u'\n');
}

QString ProblemsDialog::chosenFile() const
{
    const int row = m_tree->indexOfTopLevelItem(m_tree->currentItem());
    return row < 0 ? QString{} : fileOf(m_problems.at(static_cast<std::size_t>(row)));
}

} // namespace spillway
