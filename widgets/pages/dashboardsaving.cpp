// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What becomes of the edits of a dashboard: saved, saved as another one, or given up.
#include "dashboards/dashboarddocument.h"
#include "dashboards/dashboardlibrary.h"
#include "pages/dashboardpage.h"

#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// Made of a title: letters and digits of ASCII, and a number if that is taken.
QString freeId(const DashboardLibrary &library, const QString &title)
{
    constexpr qsizetype longest = 50;
    QString stem;
    for (const QChar c : title.toLower()) {
        if (c.unicode() < 128 && c.isLetterOrNumber()) {
            stem += c;
        } else if (!stem.isEmpty() && !stem.endsWith(u'-')) {
            stem += u'-';
        }
    }
    stem = stem.left(longest);
    while (stem.endsWith(u'-')) {
        stem.chop(1);
    }
    if (stem.isEmpty()) {
        stem = u"dashboard"_s;
    }
    QString id = stem;
    for (int number = 2; library.find(id) != nullptr; ++number) {
        id = stem + u'-' + QString::number(number);
    }
    return id;
}

} // namespace

void DashboardPage::save()
{
    DashboardLibrary *library = context().library;
    if (library == nullptr) {
        return;
    }
    const Result<void> saved = library->save(m_document->dashboard());
    if (saved.ok()) {
        m_document->markSaved();
        Q_EMIT message(tr("Saved as your own version of “%1”.").arg(title()));
        return;
    }
    if (saved.error().code != ErrorCode::Conflict) {
        Q_EMIT message(saved.error().sentence());
        return;
    }
    auto *question = new QMessageBox(QMessageBox::Warning, tr("The file was changed meanwhile"),
                                     saved.error().sentence(), QMessageBox::Cancel, this);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *overwrite =
        question->addButton(tr("Save mine, keep the other as .orig"), QMessageBox::AcceptRole);
    const QPushButton *elsewhere = question->addButton(tr("Save as…"), QMessageBox::ActionRole);
    connect(question, &QMessageBox::buttonClicked, this,
            [this, overwrite, elsewhere](const QAbstractButton *clicked) {
                if (clicked == static_cast<const QObject *>(elsewhere)) {
                    saveAs();
                    return;
                }
                if (clicked != static_cast<const QObject *>(overwrite)) {
                    return;
                }
                const Result<void> forced = context().library->overwrite(m_document->dashboard());
                if (forced.ok()) {
                    m_document->markSaved();
                } else {
                    Q_EMIT message(forced.error().sentence());
                }
            });
    question->open();
}

void DashboardPage::saveAs()
{
    auto *question = new QInputDialog(this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setWindowTitle(tr("Save as a new dashboard"));
    question->setLabelText(tr("Title"));
    question->setTextValue(tr("%1, copy").arg(title()));
    connect(question, &QInputDialog::textValueSelected, this, &DashboardPage::saveCopy);
    question->open();
}

void DashboardPage::saveCopy(const QString &name)
{
    DashboardLibrary *library = context().library;
    if (library == nullptr || name.trimmed().isEmpty()) {
        return;
    }
    Dashboard copy = m_document->dashboard();
    copy.title = name.trimmed();
    // Elsewhere nobody presets them.
    for (Variable &variable : copy.variables) {
        const QStringList preset = m_preset.value(variable.name);
        if (!preset.isEmpty()) {
            variable.kind = preset.size() == 1 ? VariableKind::Constant : VariableKind::Custom;
            variable.multi = variable.multi || preset.size() > 1;
            variable.values = preset;
            variable.current = preset.first();
        }
    }
    const QString id = freeId(*library, copy.title);
    const Result<void> saved = library->saveAs(copy, id);
    if (!saved.ok()) {
        Q_EMIT message(saved.error().sentence());
        return;
    }
    load(); // the edits are in the copy
    Q_EMIT message(tr("Saved as “%1”.").arg(copy.title));
    Q_EMIT pageRequested(u"dashboard-"_s + id, {});
}

void DashboardPage::revert()
{
    if (context().library == nullptr) {
        return;
    }
    if (m_document->isModified()) {
        load(); // first give up what was not saved
        return;
    }
    const Result<void> reverted = context().library->revert(m_dashboardId);
    if (reverted.ok()) {
        load();
        Q_EMIT message(tr("Back to the shipped version; yours is kept beside it as .orig."));
    } else {
        Q_EMIT message(reverted.error().sentence());
    }
}

} // namespace spillway
