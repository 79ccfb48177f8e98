// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboards/dashboarddocument.h"

#include "dashboards/gridlayout.h"

#include <QUndoCommand>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

Panel *findPanel(std::vector<Panel> &panels, const QString &id)
{
    const auto found = std::find_if(panels.begin(), panels.end(),
                                    [&id](const Panel &panel) { return panel.id == id; });
    return found == panels.end() ? nullptr : &*found;
}

} // namespace

/// The panels before and after: a dashboard is small, so that no command needs its own inverse.
class PanelsCommand final : public QUndoCommand
{
public:
    PanelsCommand(DashboardDocument &document, std::vector<Panel> after, const QString &text,
                  QString mergeKey)
        : QUndoCommand(text)
        , m_document(document)
        , m_before(document.m_dashboard.panels)
        , m_after(std::move(after))
        , m_mergeKey(std::move(mergeKey))
    {}

    void undo() override { m_document.setPanels(m_before); }
    void redo() override { m_document.setPanels(m_after); }
    [[nodiscard]] int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = dynamic_cast<const PanelsCommand *>(other);
        if (next == nullptr || next->m_mergeKey != m_mergeKey) {
            return false;
        }
        m_after = next->m_after;
        setObsolete(m_after == m_before); // dragged away and back
        return true;
    }

private:
    DashboardDocument &m_document;
    std::vector<Panel> m_before;
    std::vector<Panel> m_after;
    QString m_mergeKey;
};

DashboardDocument::DashboardDocument(Dashboard dashboard, QObject *parent)
    : QObject(parent)
    , m_dashboard(std::move(dashboard))
{
    connect(&m_stack, &QUndoStack::cleanChanged, this,
            [this](bool clean) { Q_EMIT modifiedChanged(!clean); });
}

const Panel *DashboardDocument::panel(const QString &id) const
{
    const auto found = std::find_if(m_dashboard.panels.begin(), m_dashboard.panels.end(),
                                    [&id](const Panel &one) { return one.id == id; });
    return found == m_dashboard.panels.end() ? nullptr : &*found;
}

void DashboardDocument::setPanels(const std::vector<Panel> &panels)
{
    m_dashboard.panels = panels;
    Q_EMIT panelsChanged();
}

void DashboardDocument::push(std::vector<Panel> panels, const QString &text, Change change,
                             const QString &id)
{
    if (panels == m_dashboard.panels) {
        return;
    }
    const QString key = change == Change::Other
                            ? QString{}
                            : u"%1/%2/%3"_s.arg(static_cast<int>(change)).arg(m_gesture).arg(id);
    m_stack.push(new PanelsCommand(*this, std::move(panels), text, key));
}

QString DashboardDocument::addPanel(Panel panel)
{
    const QString base = panel.id.isEmpty() ? u"panel"_s : panel.id;
    panel.id = base;
    for (int number = 2; this->panel(panel.id) != nullptr; ++number) {
        panel.id = u"%1-%2"_s.arg(base).arg(number);
    }
    panel.rect = freePlace(m_dashboard.panels, panel.rect.columns, panel.rect.rows);
    std::vector<Panel> panels = m_dashboard.panels;
    panels.push_back(panel);
    push(std::move(panels), tr("Add panel “%1”").arg(panel.title), Change::Other, panel.id);
    return panel.id;
}

void DashboardDocument::removePanel(const QString &id)
{
    const Panel *found = panel(id);
    if (found == nullptr) {
        return;
    }
    const QString text = tr("Remove panel “%1”").arg(found->title);
    std::vector<Panel> panels = m_dashboard.panels;
    std::erase_if(panels, [&id](const Panel &one) { return one.id == id; });
    push(std::move(panels), text, Change::Other, id);
}

void DashboardDocument::place(const QString &id, const GridRect &rect, Change change,
                              const QString &text)
{
    // A drag always starts from the layout before it, so that panels pushed away come back.
    const QString key =
        u"%1/%2/%3/%4"_s.arg(static_cast<int>(change)).arg(m_gesture).arg(id).arg(m_stack.index());
    // After an undo another change may stand at the same place of the stack.
    const bool goesOn = key == m_dragKey && m_dashboard.panels == m_afterDrag;
    if (!goesOn) {
        m_beforeDrag = m_dashboard.panels;
    }
    std::vector<Panel> panels = m_beforeDrag;
    Panel *moved = findPanel(panels, id);
    moved->rect = fitted(rect);
    if (moved->rect != panel(id)->rect) {
        resolveOverlaps(panels, static_cast<int>(moved - panels.data()));
        push(std::move(panels), text, change, id);
    }
    m_afterDrag = m_dashboard.panels;
    m_dragKey =
        u"%1/%2/%3/%4"_s.arg(static_cast<int>(change)).arg(m_gesture).arg(id).arg(m_stack.index());
}

void DashboardDocument::movePanel(const QString &id, int column, int row)
{
    if (const Panel *found = panel(id)) {
        place(id, {column, row, found->rect.columns, found->rect.rows}, Change::Move,
              tr("Move panel “%1”").arg(found->title));
    }
}

void DashboardDocument::resizePanel(const QString &id, int columns, int rows)
{
    if (const Panel *found = panel(id)) {
        const int widest = gridColumns - found->rect.column;
        place(id, {found->rect.column, found->rect.row, std::min(columns, widest), rows},
              Change::Resize, tr("Resize panel “%1”").arg(found->title));
    }
}

void DashboardDocument::setPanelTitle(const QString &id, const QString &title)
{
    std::vector<Panel> panels = m_dashboard.panels;
    if (Panel *found = findPanel(panels, id)) {
        const QString text = tr("Rename panel “%1”").arg(found->title);
        found->title = title;
        push(std::move(panels), text, Change::Title, id);
    }
}

void DashboardDocument::setPanelQueries(const QString &id, const std::vector<QuerySpec> &queries)
{
    std::vector<Panel> panels = m_dashboard.panels;
    if (Panel *found = findPanel(panels, id)) {
        found->queries = queries;
        const QString text = tr("Change queries of “%1”").arg(found->title);
        push(std::move(panels), text, Change::Other, id);
    }
}

void DashboardDocument::setPanelUnit(const QString &id, const UnitSpec &unit)
{
    std::vector<Panel> panels = m_dashboard.panels;
    if (Panel *found = findPanel(panels, id)) {
        found->unit = unit;
        const QString text = tr("Change unit of “%1”").arg(found->title);
        push(std::move(panels), text, Change::Other, id);
    }
}

void DashboardDocument::setThresholds(const QString &id, const std::vector<Threshold> &thresholds)
{
    std::vector<Panel> panels = m_dashboard.panels;
    if (Panel *found = findPanel(panels, id)) {
        found->thresholds = thresholds;
        const QString text = tr("Change thresholds of “%1”").arg(found->title);
        push(std::move(panels), text, Change::Other, id);
    }
}

void DashboardDocument::setPanel(const Panel &panel)
{
    const Panel *old = this->panel(panel.id);
    if (old == nullptr) {
        return;
    }
    // One aspect alone has a text of its own.
    const auto only = [&](auto Panel::*member) {
        Panel like = *old;
        like.*member = panel.*member;
        like.rect = panel.rect;
        return like == panel;
    };
    if (only(&Panel::title)) {
        setPanelTitle(panel.id, panel.title);
    } else if (only(&Panel::queries)) {
        setPanelQueries(panel.id, panel.queries);
    } else if (only(&Panel::unit)) {
        setPanelUnit(panel.id, panel.unit);
    } else if (only(&Panel::thresholds)) {
        setThresholds(panel.id, panel.thresholds);
    } else {
        std::vector<Panel> panels = m_dashboard.panels;
        Panel *found = findPanel(panels, panel.id);
        const GridRect place = found->rect;
        const QString text = tr("Change panel “%1”").arg(found->title);
        *found = panel;
        found->rect = place;
        push(std::move(panels), text, Change::Other, panel.id);
    }
}

} // namespace spillway
