// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/unlockdialog.h"

#include "connection/kubeconnection.h"
#include "style/theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;

UnlockDialog::UnlockDialog(KubeConnection &kube, QWidget *parent)
    : QDialog(parent)
    , m_kube(kube)
    , m_question(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::l, spacing::l, spacing::l, spacing::l);
    layout->setSpacing(spacing::m);
    for (QLabel *label : {m_question, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_problem->setProperty("role", u"critical"_s);
    m_problem->hide();
    layout->addWidget(m_question);
    layout->addWidget(m_name);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    connect(m_name, &QLineEdit::textChanged, this, &UnlockDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &UnlockDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    check();
    setMinimumWidth(440);
}

void UnlockDialog::retranslate()
{
    setWindowTitle(tr("Allow changes"));
    m_question->setText(tr("%1 is protected. Type its name to allow changes for ten minutes. After "
                           "that it is read-only again.")
                            .arg(m_kube.contextName()));
    m_name->setAccessibleName(tr("Name of the context"));
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Allow changes"));
}

void UnlockDialog::check()
{
    m_problem->hide();
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_name->text() == m_kube.contextName());
}

void UnlockDialog::accept()
{
    const Result<void> opened = m_kube.unlock(m_name->text());
    if (opened) {
        QDialog::accept();
        return;
    }
    m_problem->setText(opened.error().sentence());
    m_problem->show();
}

void UnlockDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

} // namespace spillway
