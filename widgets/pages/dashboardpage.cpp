// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dashboardpage.h"

#include "charts/timecursor.h"
#include "connection/connection.h"
#include "connection/kubeconnection.h"
#include "controls/selectorbar.h"
#include "core/plainline.h"
#include "dashboards/dashboarddocument.h"
#include "dashboards/dashboardlibrary.h"
#include "dashboards/shippedtitles.h"
#include "dashboardview/dashboardview.h"
#include "dashboardview/paneleditor.h"
#include "pages/coldstartstrip.h"
#include "style/theme.h"
#include "style/themeicon.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QUndoStack>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// Shipped texts in the user's language; ids and queries as they are.
Dashboard translated(Dashboard dashboard)
{
    dashboard.title = translatedTitle(dashboard.title);
    for (Panel &panel : dashboard.panels) {
        panel.title = translatedTitle(panel.title);
        panel.description = translatedTitle(panel.description);
        panel.text = translatedTitle(panel.text);
        for (QuerySpec &query : panel.queries) {
            query.legend = translatedTitle(query.legend);
        }
        for (Threshold &threshold : panel.thresholds) {
            threshold.label = translatedTitle(threshold.label);
        }
        for (ValueName &name : panel.valueNames) {
            name.text = translatedTitle(name.text);
        }
        for (MatrixColumn &column : panel.columns) {
            column.title = translatedTitle(column.title);
            column.advice = translatedTitle(column.advice);
        }
    }
    return dashboard;
}

/// What jobs and workloads are called, where that is not the name of their component.
QMap<QString, QString> componentNames(const Workspace &workspace)
{
    QMap<QString, QString> names;
    for (const WorkspaceComponent &component : workspace.components) {
        if (component.jobs.size() == 1) { // of several one number would hide the others
            names.insert(component.jobs.front(), component.name);
        }
        names.insert(component.workload, component.name);
    }
    for (const WorkspaceComponent &component : workspace.components) {
        names.remove(component.name); // it stands for itself
    }
    return names;
}

} // namespace

DashboardPage::DashboardPage(const PageContext &context, QString pageId, QString dashboardId,
                             PageVariables preset, QWidget *parent)
    : Page(context, parent)
    , m_pageId(std::move(pageId))
    , m_dashboardId(std::move(dashboardId))
    , m_preset(std::move(preset))
    , m_bar(new QWidget(this))
    , m_editBar(new QWidget(m_bar))
    , m_editButton(new QToolButton(this))
    , m_selectors(new SelectorBar(m_bar))
    , m_problems(new QLabel(this))
    , m_view(new DashboardView(context.connection, context.cursor, this))
    , m_edit(new QAction(this))
    , m_force(new QAction(this))
    , m_add(new QAction(this))
    , m_undo(new QAction(this))
    , m_redo(new QAction(this))
    , m_save(new QAction(this))
    , m_saveAs(new QAction(this))
    , m_revert(new QAction(this))
{
    m_problems->setTextFormat(Qt::PlainText);
    m_problems->setWordWrap(true);
    m_problems->setProperty("role", u"warning"_s);
    m_problems->setContentsMargins(spacing::l, spacing::s, spacing::l, 0);
    auto *bar = new QHBoxLayout(m_bar);
    // In line with the panels: the view's scroll bar is at their right.
    const int scrollBar = m_view->verticalScrollBar()->sizeHint().width();
    bar->setContentsMargins(spacing::s, spacing::s, spacing::s + scrollBar, 0);
    m_bar->setMaximumHeight(38);
    bar->addWidget(m_selectors, 1);
    bar->addWidget(m_editBar);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_problems);
    layout->addWidget(m_view, 1);
    makeEditBar();
    connectView();
    load();
    retranslate();
}

DashboardPage::~DashboardPage() = default;

void DashboardPage::makeEditBar()
{
    m_editBar->setObjectName(u"editBar"_s);
    auto *tools = new QHBoxLayout(m_editBar);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(spacing::xs);
    m_editButton->setObjectName(u"editDashboard"_s);
    m_editButton->setDefaultAction(m_edit);
    m_editButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_editButton->setIconSize({spacing::icon, spacing::icon});
    m_view->setFooter(m_editButton);
    m_edit->setCheckable(true);
    m_force->setShortcut(QKeySequence(u"Ctrl+Shift+B"_s));
    m_edit->setShortcut(QKeySequence(u"F2"_s));
    m_add->setShortcut(QKeySequence(u"Ctrl+Shift+N"_s));
    m_undo->setShortcut(QKeySequence(u"Ctrl+Z"_s));
    m_redo->setShortcuts({QKeySequence(u"Ctrl+Shift+Z"_s), QKeySequence(u"Ctrl+Y"_s)});
    m_save->setShortcut(QKeySequence(u"Ctrl+S"_s));
    m_saveAs->setShortcut(QKeySequence(u"Ctrl+Alt+S"_s));
    m_revert->setShortcut(QKeySequence(u"Ctrl+Alt+Z"_s));
    for (QAction *action : {m_force, m_add, m_undo, m_redo, m_revert, m_saveAs, m_save, m_edit}) {
        // Wherever the focus is in the window; a hidden page's actions do not hear it.
        action->setShortcutContext(Qt::WindowShortcut);
        addAction(action);
        auto *button = new QToolButton(m_editBar);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({spacing::icon, spacing::icon});
        tools->addWidget(button);
        connect(action, &QAction::visibleChanged, button,
                [action, button] { button->setVisible(action->isVisible()); });
    }
    connect(m_force, &QAction::triggered, this, [this] { showBreakers({}); });
    connect(m_edit, &QAction::toggled, this, &DashboardPage::setEditing);
    connect(m_add, &QAction::triggered, this, &DashboardPage::addPanel);
    connect(m_undo, &QAction::triggered, this, [this] { m_document->undoStack().undo(); });
    connect(m_redo, &QAction::triggered, this, [this] { m_document->undoStack().redo(); });
    connect(m_save, &QAction::triggered, this, &DashboardPage::save);
    connect(m_saveAs, &QAction::triggered, this, &DashboardPage::saveAs);
    connect(m_revert, &QAction::triggered, this, &DashboardPage::revert);
}

void DashboardPage::connectView()
{
    connect(m_view, &DashboardView::settled, this, &DashboardPage::tellSettled);
    connect(m_view, &DashboardView::panelMoved, this,
            [this](const QString &panel, const GridRect &place) {
                m_document->endGesture();
                m_document->movePanel(panel, place.column, place.row);
            });
    connect(m_view, &DashboardView::panelResized, this,
            [this](const QString &panel, const GridRect &place) {
                m_document->endGesture();
                m_document->resizePanel(panel, place.columns, place.rows);
            });
    connect(m_view, &DashboardView::panelEditRequested, this, &DashboardPage::editPanel);
    connect(m_view, &DashboardView::panelRemoveRequested, this,
            [this](const QString &panel) { m_document->removePanel(panel); });
    connect(m_view, &DashboardView::rowActivated, this, &DashboardPage::activateRow);
    connect(m_selectors, &SelectorBar::valuesChanged, this, &DashboardPage::choose);
    if (TimeCursor *cursor = context().cursor) {
        connect(cursor, &TimeCursor::rangeRequested, this, [this](const TimeRange &range) {
            if (isActive()) {
                Q_EMIT timeRequested(TimeSelection::between(range));
            }
        });
    }
    if (Connection *connection = context().connection) {
        connect(connection, &Connection::opened, this, &DashboardPage::fetchValues);
        connect(connection, &Connection::catalogChanged, this, &DashboardPage::fetchValues);
    }
    if (DashboardLibrary *library = context().library) {
        connect(library, &DashboardLibrary::changed, this, [this] {
            if (!m_document->isModified()) {
                load();
            }
        });
    }
}

void DashboardPage::addColdStarts(const QString &component)
{
    KubeConnection *kube = context().kube;
    if (kube == nullptr || !kube->isConfigured()) {
        return;
    }
    m_coldStarts = new ColdStartStrip(*kube, component, this);
    auto *row = new QHBoxLayout; // in line with the panels
    const int scrollBar = m_view->verticalScrollBar()->sizeHint().width();
    row->setContentsMargins(spacing::s, spacing::s, spacing::s + scrollBar, 0);
    row->addWidget(m_coldStarts);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertLayout(column->indexOf(m_view), row);
    connect(m_coldStarts, &ColdStartStrip::refreshed, this, &DashboardPage::tellSettled);
}

/// The view and the strip both wait for first answers.
void DashboardPage::tellSettled()
{
    if (isSettled()) {
        Q_EMIT settled();
    }
}

void DashboardPage::load()
{
    const DashboardLibrary::Entry *entry =
        context().library != nullptr ? context().library->find(m_dashboardId) : nullptr;
    m_document = std::make_unique<DashboardDocument>(entry != nullptr ? entry->reading.dashboard
                                                                      : Dashboard{});
    connect(m_document.get(), &DashboardDocument::panelsChanged, this,
            &DashboardPage::showDocument);
    connect(m_document.get(), &DashboardDocument::modifiedChanged, this,
            &DashboardPage::updateActions);
    connect(&m_document->undoStack(), &QUndoStack::indexChanged, this,
            &DashboardPage::updateActions);
    updateSelectors();
    updateLook();
    showDocument();
    showProblems();
    fetchValues();
    updateActions();
}

void DashboardPage::showDocument()
{
    Dashboard shown = translated(m_document->dashboard());
    const VariableValues all = values();
    for (spillway::Panel &panel : shown.panels) {
        panel.title = expandTitle(panel.title, all);
        panel.description = expandTitle(panel.description, all);
        panel.text = expandTitle(panel.text, all);
        // "$currency": the currency of the prices in the panel's query.
        panel.unit.currency = expandTitle(panel.unit.currency, all);
        for (MatrixColumn &column : panel.columns) {
            column.unit.currency = expandTitle(column.unit.currency, all);
        }
    }
    m_view->setDashboard(shown);
}

void DashboardPage::showProblems()
{
    const DashboardLibrary::Entry *entry =
        context().library != nullptr ? context().library->find(m_dashboardId) : nullptr;
    QStringList lines;
    if (entry == nullptr) {
        lines << tr("There is no dashboard “%1”.").arg(m_dashboardId);
    } else {
        for (const Error &problem : entry->reading.problems) {
            lines << problem.sentence();
        }
    }
    m_problems->setText(lines.join(u'\n'));
    m_problems->setVisible(!lines.isEmpty());
}

QString DashboardPage::title() const
{
    return m_name.isEmpty() ? translatedTitle(expandTitle(m_document->dashboard().title, values()))
                            : m_name;
}

VariableValues DashboardPage::values() const
{
    VariableValues all = initialValues(m_document->dashboard().variables);
    for (const Variable &variable : m_document->dashboard().variables) {
        const QStringList fixed = m_preset.value(variable.name);
        const bool known = m_chosen.contains(variable.name);
        if (fixed.isEmpty() && !known) {
            continue;
        }
        VariableValue &value = all[variable.name];
        value.values = fixed.isEmpty() ? m_chosen.value(variable.name) : fixed;
        value.all = value.values.isEmpty();
        value.regex = variable.multi || variable.includeAll;
    }
    return all;
}

void DashboardPage::setVariables(const PageVariables &variables)
{
    m_chosen = variables;
    updateSelectors();
    updateLook();
    showDocument(); // titles may name them
}

PageVariables DashboardPage::variables() const
{
    return m_chosen;
}

void DashboardPage::choose(const QString &variable, const QStringList &values)
{
    m_chosen.insert(variable, values);
    updateSelectors();
    updateLook();
    showDocument();
    Q_EMIT variablesChanged();
}

void DashboardPage::updateSelectors()
{
    std::vector<Selector> selectors;
    const VariableValues current = values();
    for (const Variable &variable : m_document->dashboard().variables) {
        if (variable.kind == VariableKind::Constant || m_preset.contains(variable.name)) {
            continue;
        }
        Selector selector;
        selector.name = variable.name;
        selector.label = translatedTitle(variable.label);
        selector.values = variable.kind == VariableKind::LabelValues
                              ? m_offered.value(variable.name)
                              : variable.values;
        const VariableValue value = current.value(variable.name);
        selector.current = value.all ? QStringList{} : value.values;
        selector.multi = variable.multi;
        selector.includeAll = variable.includeAll;
        selectors.push_back(selector);
    }
    m_selectors->setSelectors(selectors);
    m_force->setVisible(hasBreakers()); // of the component that may have been chosen
    updateBar();
}

/// A row for the sake of one button would take it from the panels.
void DashboardPage::updateBar()
{
    const bool needed = m_editing || !m_selectors->selectors().empty();
    m_bar->setVisible(needed);
    m_editButton->setVisible(!needed);
    m_view->setFooter(m_editButton);
}

void DashboardPage::fetchValues()
{
    Connection *connection = context().connection;
    if (connection == nullptr || !isActive() || !connection->hasCatalog()) {
        return; // with the catalog it is known what metrics are called
    }
    for (const Variable &variable : m_document->dashboard().variables) {
        if (variable.kind != VariableKind::LabelValues || m_preset.contains(variable.name)) {
            continue;
        }
        LabelValuesAnswer *answer =
            connection->labelValues(variable.labelName, variable.metric, currentRange(), this);
        connect(answer, &LabelValuesAnswer::finished, this, [this, answer, name = variable.name] {
            const Result<QStringList> offered = answer->takeResult();
            if (offered.ok()) {
                m_offered.insert(name, offered.value());
                updateSelectors();
            }
            answer->deleteLater();
        });
    }
}

void DashboardPage::updateLook()
{
    DashboardLook look;
    look.time = Page::view().time;
    look.zone = Page::view().zone;
    look.secondZone = Page::view().secondZone;
    look.compareLastWeek = Page::view().compareLastWeek;
    look.variables = values();
    if (Connection *connection = context().connection) {
        look.rowNames = componentNames(connection->workspace());
    }
    m_view->setLook(look);
}

void DashboardPage::viewChanged()
{
    updateLook();
}

void DashboardPage::activeChanged()
{
    m_view->setActive(isActive());
    if (m_coldStarts != nullptr) {
        m_coldStarts->setActive(isActive());
    }
    if (isActive()) {
        fetchValues();
    }
}

void DashboardPage::refresh()
{
    m_view->refresh();
}

void DashboardPage::setComplete(bool complete)
{
    m_view->setAllVisible(complete);
}

void DashboardPage::setWall(bool wall)
{
    m_view->setFitting(wall);
}

bool DashboardPage::isSettled() const
{
    return m_view->isSettled() && (m_coldStarts == nullptr || m_coldStarts->isSettled());
}

QJsonObject DashboardPage::summary() const
{
    QJsonObject found = m_view->summary();
    if (m_coldStarts != nullptr) {
        found.insert(u"coldStarts"_s, m_coldStarts->summary());
    }
    return found;
}

bool DashboardPage::hasUnsavedEdits() const
{
    return m_document->isModified();
}

bool DashboardPage::saveEdits()
{
    save();
    return !m_document->isModified();
}

std::vector<PageItem> DashboardPage::items() const
{
    std::vector<PageItem> found;
    for (const Panel &panel : m_view->dashboard().panels) {
        if (panel.kind != PanelKind::Text) {
            found.push_back({panel.id, panel.title, tr("Panel")});
        }
    }
    return found;
}

void DashboardPage::showItem(const QString &itemId)
{
    m_view->showPanel(itemId);
}

void DashboardPage::setEditing(bool editing)
{
    m_editing = editing;
    m_edit->setChecked(editing);
    m_view->setEditing(editing);
    updateActions();
    updateBar();
}

void DashboardPage::addPanel()
{
    Panel panel;
    panel.id = u"panel"_s;
    panel.title = tr("New panel");
    panel.queries = {{u"A"_s, u"up"_s, u"{{job}}"_s}};
    const QString id = m_document->addPanel(panel);
    m_view->showPanel(id);
    editPanel(id);
}

void DashboardPage::editPanel(const QString &panelId)
{
    const Panel *panel = m_document->panel(panelId);
    if (panel == nullptr) {
        return;
    }
    DashboardLook look;
    look.time = Page::view().time;
    look.zone = Page::view().zone;
    look.variables = values();
    auto *editor = new PanelEditor(*panel, context().connection, look, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &QDialog::accepted, this,
            [this, editor] { m_document->setPanel(editor->panel()); });
    editor->open();
}

void DashboardPage::updateActions()
{
    const DashboardLibrary::Entry *entry =
        context().library != nullptr ? context().library->find(m_dashboardId) : nullptr;
    QUndoStack &stack = m_document->undoStack();
    for (QAction *action : {m_add, m_undo, m_redo, m_save, m_saveAs, m_revert}) {
        action->setVisible(m_editing);
    }
    m_edit->setEnabled(entry != nullptr);
    m_force->setVisible(hasBreakers());
    m_undo->setEnabled(stack.canUndo());
    m_redo->setEnabled(stack.canRedo());
    m_undo->setToolTip(plainTip(stack.undoText()));
    m_redo->setToolTip(plainTip(stack.redoText()));
    m_save->setEnabled(m_document->isModified());
    m_revert->setEnabled(m_document->isModified() || (entry != nullptr && entry->overlays));
}

void DashboardPage::retranslate()
{
    m_force->setText(tr("Force a breaker…"));
    m_force->setToolTip(tr("Keep a breaker open or closed for a while"));
    m_force->setIcon(themeIcon(u"connection"));
    m_edit->setText(tr("Edit"));
    m_edit->setToolTip(tr("Move, resize, add and change panels"));
    m_add->setText(tr("Add panel"));
    m_undo->setText(tr("Undo"));
    m_redo->setText(tr("Redo"));
    m_save->setText(tr("Save"));
    m_saveAs->setText(tr("Save as…"));
    m_revert->setText(tr("Revert"));
    for (const auto &[action, name] :
         {std::pair{m_edit, "edit"_L1}, std::pair{m_add, "add"_L1}, std::pair{m_undo, "undo"_L1},
          std::pair{m_redo, "redo"_L1}, std::pair{m_save, "save"_L1}}) {
        action->setIcon(themeIcon(QString{name}));
    }
    updateSelectors();
    showDocument();
    showProblems();
    updateActions();
    Q_EMIT titleChanged();
}

} // namespace spillway
