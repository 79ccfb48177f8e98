// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/revisionsview.h"

#include "controls/rowtable.h"
#include "editors/diffview.h"
#include "itemmodels/policydocument.h"
#include "itemmodels/revisionmodel.h"
#include "rollout/policyrollout.h"
#include "style/theme.h"

#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// Empty if one of the two is not kept.
QByteArray linesBetween(const std::vector<Revision> &revisions, int from, int to)
{
    const Result<RevisionDiff> diff = diffRevisions(revisions, from, to);
    return diff ? objectLines(*diff) : QByteArray{};
}

} // namespace

RevisionsView::RevisionsView(PolicyDocument &document, PolicyRollout &rollout, const Clock &clock,
                             QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_rollout(rollout)
    , m_clock(clock)
    , m_model(new RevisionModel(this))
    , m_note(new QLabel(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_table(new RowTable(m_model, RevisionModel::Number, RevisionModel::Reason, m_splitter))
    , m_diffTitle(new QLabel(m_splitter))
    , m_against(new QComboBox(m_splitter))
    , m_rollBack(new QPushButton(m_splitter))
    , m_diff(new DiffView(m_splitter))
{
    build();
    connect(m_table, &RowTable::selectedKeyChanged, this, &RevisionsView::showDiff);
    connect(m_against, &QComboBox::currentIndexChanged, this, &RevisionsView::showDiff);
    connect(m_rollBack, &QPushButton::clicked, this, [this] {
        if (const Revision *revision = selected()) {
            Q_EMIT rollBackRequested(revision->policyText, revision->number);
        }
    });
    connect(&m_rollout, &PolicyRollout::revisionsChanged, this, &RevisionsView::refresh);
    connect(&m_document, &PolicyDocument::analysed, this, [this] {
        if (isVisible()) {
            showDiff();
        }
    });
    retranslate();
}

RevisionsView::~RevisionsView()
{
    m_table->disconnect(this);
}

void RevisionsView::build()
{
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setProperty("role", u"muted"_s);
    m_diffTitle->setFont(themeFont(FontRole::Title, font()));
    for (int i = 0; i < 3; ++i) {
        m_against->addItem({});
    }
    auto *top = new QFrame(m_splitter);
    top->setProperty("role", u"card"_s);
    auto *topLayout = new QVBoxLayout(top);
    topLayout->setContentsMargins(1, 1, 1, 1);
    topLayout->addWidget(m_table);
    auto *bottom = new QFrame(m_splitter);
    bottom->setProperty("role", u"card"_s);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(spacing::m, spacing::s, spacing::s, spacing::xs);
    row->setSpacing(spacing::s);
    row->addWidget(m_diffTitle);
    row->addWidget(m_against);
    row->addStretch(1);
    row->addWidget(m_rollBack);
    auto *bottomLayout = new QVBoxLayout(bottom);
    bottomLayout->setContentsMargins(1, 1, 1, 1);
    bottomLayout->setSpacing(0);
    bottomLayout->addLayout(row);
    bottomLayout->addWidget(m_diff, 1);
    m_splitter->addWidget(top);
    m_splitter->addWidget(bottom);
    m_splitter->setProperty("role", u"gap"_s);
    m_splitter->setHandleWidth(spacing::s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_note);
    layout->addWidget(m_splitter, 1);
}

QString RevisionsView::policy() const
{
    const PolicyAnalysisPtr &analysis = m_document.analysis();
    return analysis ? analysis->reading.policy.name : QString{};
}

void RevisionsView::read()
{
    if (const PolicyAnalysisPtr &analysis = m_document.analysis()) {
        m_rollout.readRevisions(analysis->reading.policy.nameSpace, analysis->reading.policy.name);
    }
}

void RevisionsView::tick()
{
    m_model->setNow(m_clock.now());
}

void RevisionsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tick();
    read();
}

QString RevisionsView::text() const
{
    return m_note->isHidden() ? QString{} : m_note->text();
}

void RevisionsView::refresh()
{
    m_model->setRows(revisionRows(m_rollout.revisions(), policy()));
    m_model->setNow(m_clock.now());
    // Who looks at the newest goes on looking at the newest.
    const QString newest = m_table->model()->index(0, 0).data(RowRoles::KeyRole).toString();
    const QString selected = m_table->selectedKey();
    if (!newest.isEmpty() && (selected.isEmpty() || selected == m_newest)) {
        m_table->selectKey(newest);
    }
    m_newest = newest;
    const bool empty = m_model->rowCount() == 0;
    QString note;
    if (m_rollout.revisionsError()) {
        note = m_rollout.revisionsError()->sentence();
    } else if (m_rollout.client() == nullptr) {
        note = tr("There is no cluster to ask.");
    } else if (empty) {
        note = m_rollout.isReadingRevisions() ? tr("Reading the revisions…")
                                              : tr("Nothing was pushed of this policy yet.");
    }
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_splitter->setVisible(!empty);
    showDiff();
}

const Revision *RevisionsView::find(int number) const
{
    const auto &all = m_rollout.revisions();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Revision &one) {
        return one.number == number && one.policy == policy();
    });
    return found == all.end() ? nullptr : &*found;
}

const Revision *RevisionsView::selected() const
{
    const int place = m_model->placeOf(m_table->selectedKey());
    return place < 0 ? nullptr : find(m_model->row(place).number);
}

QByteArray RevisionsView::difference(const Revision &revision) const
{
    const QString name = tr("revision %1").arg(revision.number);
    switch (static_cast<Against>(m_against->currentIndex())) {
    case Against::Editor:
        return unifiedDiff(revision.policyText, m_document.text(), name, tr("the editor"));
    case Against::Live: {
        const std::vector<RevisionRow> rows = revisionRows(m_rollout.revisions(), policy());
        const auto live =
            std::find_if(rows.begin(), rows.end(), [](const RevisionRow &row) { return row.live; });
        const Revision *newest = live == rows.end() ? nullptr : find(live->number);
        if (newest == nullptr || newest->number == revision.number) {
            return {};
        }
        return unifiedDiff(revision.policyText, newest->policyText, name,
                           tr("revision %1, live").arg(newest->number)) +
               linesBetween(m_rollout.revisions(), revision.number, newest->number);
    }
    case Against::Before:
        break;
    }
    const Revision *before = find(revision.number - 1);
    const QByteArray text =
        unifiedDiff(before != nullptr ? before->policyText : QByteArray{}, revision.policyText,
                    tr("revision %1").arg(revision.number - 1), name);
    return before != nullptr
               ? text + linesBetween(m_rollout.revisions(), before->number, revision.number)
               : text;
}

void RevisionsView::showDiff()
{
    const Revision *revision = selected();
    m_rollBack->setEnabled(revision != nullptr && !revision->policyText.isEmpty() &&
                           revision->policyText != m_document.text());
    if (revision == nullptr) {
        m_diff->setDiff({}, {});
        return;
    }
    m_rollBack->setText(tr("Put revision %1 into the editor").arg(revision->number));
    m_diff->setDiff(difference(*revision), tr("There is no difference."));
}

void RevisionsView::retranslate()
{
    m_diffTitle->setText(tr("Difference"));
    m_diff->setAccessibleName(tr("Difference"));
    m_against->setItemText(static_cast<int>(Against::Before), tr("What the push changed"));
    m_against->setItemText(static_cast<int>(Against::Editor), tr("To the text in the editor"));
    m_against->setItemText(static_cast<int>(Against::Live), tr("To what is live"));
    m_against->setAccessibleName(tr("What is compared"));
    m_rollBack->setText(tr("Put it into the editor"));
    m_rollBack->setToolTip(tr("As an edit that can be undone; then plan and push it"));
    m_table->setAccessibleName(tr("Revisions"));
    m_model->retranslate();
    refresh();
}

} // namespace spillway
