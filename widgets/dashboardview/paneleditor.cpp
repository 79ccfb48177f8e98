// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboardview/paneleditor.h"

#include "connection/connection.h"
#include "dashboardview/thresholdsedit.h"
#include "panels/panelwidget.h"
#include "style/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int unitCount = static_cast<int>(Unit::Boolean) + 1;

std::optional<double> numberIn(const QLineEdit &edit)
{
    bool isNumber = false;
    const double value = QLocale::c().toDouble(edit.text().trimmed(), &isNumber);
    return isNumber ? std::optional{value} : std::nullopt;
}

QString textOf(const std::optional<double> &value)
{
    return value ? QLocale::c().toString(*value, 'g', 10) : QString{};
}

} // namespace

PanelEditor::PanelEditor(const Panel &panel, Connection *connection, DashboardLook look,
                         QWidget *parent)
    : QDialog(parent)
    , m_panel(panel)
    , m_connection(connection)
    , m_look(std::move(look))
    , m_title(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_unit(new QComboBox(this))
    , m_style(new QComboBox(this))
    , m_reduce(new QComboBox(this))
    , m_min(new QLineEdit(this))
    , m_max(new QLineEdit(this))
    , m_topN(new QSpinBox(this))
    , m_log(new QCheckBox(tr("Logarithmic axis"), this))
    , m_compare(new QCheckBox(tr("Compare with last week"), this))
    , m_queryList(new QListWidget(this))
    , m_expr(new QPlainTextEdit(this))
    , m_legend(new QLineEdit(this))
    , m_instant(new QCheckBox(tr("Latest value only"), this))
    , m_text(new QPlainTextEdit(this))
    , m_thresholds(new ThresholdsEdit(this))
    , m_previewFrame(new QWidget(this))
{
    setWindowTitle(tr("Edit panel"));
    resize(1080, 680);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(makeForm());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_previewFrame->setMinimumSize(420, 300);
    auto *columns = new QHBoxLayout;
    columns->addWidget(scroll, 1);
    columns->addWidget(m_previewFrame, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(columns, 1);
    layout->addWidget(buttons);
    m_previewDelay.setSingleShot(true);
    m_previewDelay.setInterval(400ms);
    connect(&m_previewDelay, &QTimer::timeout, this, &PanelEditor::preview);
    fillForm();
    preview();
}

PanelEditor::~PanelEditor() = default;

QWidget *PanelEditor::makeForm()
{
    auto *form = new QWidget(this);
    auto *rows = new QFormLayout(form);
    rows->setContentsMargins(0, 0, spacing::m, 0);
    rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    rows->addRow(tr("Title"), m_title);
    rows->addRow(tr("Description"), m_description);
    m_kind->addItems({tr("Time series"), tr("Heatmap"), tr("Single value"), tr("Gauge"),
                      tr("Table"), tr("State timeline"), tr("Text"), tr("Matrix")});
    rows->addRow(tr("Kind"), m_kind);
    rows->addRow(tr("Queries"), makeQueries());
    rows->addRow(tr("Text"), m_text);
    m_text->setMaximumHeight(80);
    for (int i = 0; i < unitCount; ++i) {
        m_unit->addItem(unitTitle(static_cast<Unit>(i)));
    }
    rows->addRow(tr("Unit"), m_unit);
    m_style->addItems({tr("Lines"), tr("Areas"), tr("Stacked areas"), tr("Band"), tr("Points")});
    rows->addRow(tr("Style"), m_style);
    m_reduce->addItems({tr("Last"), tr("Mean"), tr("Largest"), tr("Smallest"), tr("Sum")});
    rows->addRow(tr("Value"), m_reduce);
    auto *bounds = new QHBoxLayout;
    m_min->setPlaceholderText(tr("automatic"));
    m_max->setPlaceholderText(tr("automatic"));
    m_min->setAccessibleName(tr("Lower end of the axis"));
    m_max->setAccessibleName(tr("Upper end of the axis"));
    bounds->addWidget(m_min);
    bounds->addWidget(new QLabel(QString{QChar{0x2013}}, form));
    bounds->addWidget(m_max);
    rows->addRow(tr("Axis"), bounds);
    rows->addRow(QString{}, m_log);
    m_topN->setRange(0, 100);
    m_topN->setSpecialValueText(tr("all"));
    rows->addRow(tr("Largest series"), m_topN);
    rows->addRow(QString{}, m_compare);
    rows->addRow(tr("Thresholds"), m_thresholds);
    m_thresholds->setMaximumHeight(170);
    for (QComboBox *box : {m_kind, m_unit, m_style, m_reduce}) {
        connect(box, &QComboBox::currentIndexChanged, this, &PanelEditor::edited);
    }
    for (QLineEdit *edit : {m_title, m_description, m_min, m_max, m_legend}) {
        connect(edit, &QLineEdit::textEdited, this, &PanelEditor::edited);
    }
    for (QCheckBox *box : {m_log, m_compare, m_instant}) {
        connect(box, &QCheckBox::toggled, this, &PanelEditor::edited);
    }
    for (QPlainTextEdit *edit : {m_expr, m_text}) {
        connect(edit, &QPlainTextEdit::textChanged, this, &PanelEditor::edited);
    }
    connect(m_topN, &QSpinBox::valueChanged, this, &PanelEditor::edited);
    connect(m_thresholds, &ThresholdsEdit::changed, this, &PanelEditor::edited);
    return form;
}

QWidget *PanelEditor::makeQueries()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::xs);
    m_queryList->setMaximumHeight(72);
    m_queryList->setAccessibleName(tr("Queries"));
    m_expr->setObjectName(u"expr"_s);
    m_expr->setFont(themeFont(FontRole::Mono, font()));
    m_expr->setMaximumHeight(110);
    m_expr->setAccessibleName(tr("PromQL"));
    m_expr->setTabChangesFocus(true);
    m_legend->setPlaceholderText(tr("Legend, such as {{job}}"));
    auto *add = new QPushButton(tr("Add"), box);
    auto *remove = new QPushButton(tr("Remove"), box);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(remove);
    buttons->addStretch(1);
    buttons->addWidget(m_instant);
    for (QWidget *widget : {static_cast<QWidget *>(m_queryList), static_cast<QWidget *>(m_expr),
                            static_cast<QWidget *>(m_legend)}) {
        layout->addWidget(widget);
    }
    layout->addLayout(buttons);
    connect(m_queryList, &QListWidget::currentRowChanged, this, &PanelEditor::showQuery);
    connect(add, &QPushButton::clicked, this, &PanelEditor::addQuery);
    connect(remove, &QPushButton::clicked, this, &PanelEditor::removeQuery);
    return box;
}

void PanelEditor::fillForm()
{
    m_filling = true;
    m_title->setText(m_panel.title);
    m_description->setText(m_panel.description);
    m_kind->setCurrentIndex(static_cast<int>(m_panel.kind));
    m_unit->setCurrentIndex(static_cast<int>(m_panel.unit.unit));
    m_style->setCurrentIndex(static_cast<int>(m_panel.style));
    m_reduce->setCurrentIndex(static_cast<int>(m_panel.reduce));
    m_min->setText(textOf(m_panel.min));
    m_max->setText(textOf(m_panel.max));
    m_topN->setValue(m_panel.topN);
    m_log->setChecked(m_panel.logAxis);
    m_compare->setChecked(m_panel.compareLastWeek);
    m_text->setPlainText(m_panel.text);
    m_thresholds->setThresholds(m_panel.thresholds);
    updateQueryList();
    m_filling = false;
    m_queryList->setCurrentRow(m_panel.queries.empty() ? -1 : 0);
    showQuery(m_queryList->currentRow());
}

void PanelEditor::updateQueryList()
{
    const int current = m_queryList->currentRow();
    m_queryList->clear();
    for (const QuerySpec &query : m_panel.queries) {
        m_queryList->addItem(query.id + u"  "_s + query.expr.simplified());
    }
    m_queryList->setCurrentRow(std::min(current, m_queryList->count() - 1));
}

void PanelEditor::showQuery(int index)
{
    const bool known = index >= 0 && index < static_cast<int>(m_panel.queries.size());
    for (QWidget *widget : {static_cast<QWidget *>(m_expr), static_cast<QWidget *>(m_legend),
                            static_cast<QWidget *>(m_instant)}) {
        widget->setEnabled(known);
    }
    if (m_filling || !known) {
        return;
    }
    m_filling = true;
    const QuerySpec &query = m_panel.queries[static_cast<std::size_t>(index)];
    m_expr->setPlainText(query.expr);
    m_legend->setText(query.legend);
    m_instant->setChecked(query.instant);
    m_filling = false;
}

void PanelEditor::addQuery()
{
    QuerySpec query;
    for (char16_t letter = u'A'; letter <= u'Z'; ++letter) {
        const QString id{QChar{letter}};
        const bool taken = std::any_of(m_panel.queries.begin(), m_panel.queries.end(),
                                       [&](const QuerySpec &one) { return one.id == id; });
        if (!taken) {
            query.id = id;
            break;
        }
    }
    if (query.id.isEmpty()) {
        return; // 26 queries are enough
    }
    m_panel.queries.push_back(query);
    m_filling = true;
    updateQueryList();
    m_filling = false;
    m_queryList->setCurrentRow(m_queryList->count() - 1);
    m_expr->setFocus();
}

void PanelEditor::removeQuery()
{
    const int row = m_queryList->currentRow();
    if (row < 0) {
        return;
    }
    m_panel.queries.erase(m_panel.queries.begin() + row);
    m_filling = true;
    updateQueryList();
    m_filling = false;
    showQuery(m_queryList->currentRow());
    m_previewDelay.start();
}

void PanelEditor::edited()
{
    if (m_filling) {
        return;
    }
    takeForm();
    takeQuery();
    m_previewDelay.start();
}

void PanelEditor::takeForm()
{
    m_panel.title = m_title->text();
    m_panel.description = m_description->text();
    m_panel.kind = static_cast<PanelKind>(m_kind->currentIndex());
    m_panel.unit.unit = static_cast<Unit>(m_unit->currentIndex());
    m_panel.style = static_cast<DrawStyle>(m_style->currentIndex());
    m_panel.reduce = static_cast<Reduce>(m_reduce->currentIndex());
    m_panel.min = numberIn(*m_min);
    m_panel.max = numberIn(*m_max);
    m_panel.topN = m_topN->value();
    m_panel.logAxis = m_log->isChecked();
    m_panel.compareLastWeek = m_compare->isChecked();
    m_panel.text = m_text->toPlainText();
    m_panel.thresholds = m_thresholds->thresholds();
}

void PanelEditor::takeQuery()
{
    const int row = m_queryList->currentRow();
    if (row < 0 || row >= static_cast<int>(m_panel.queries.size())) {
        return;
    }
    QuerySpec &query = m_panel.queries[static_cast<std::size_t>(row)];
    query.expr = m_expr->toPlainText();
    query.legend = m_legend->text();
    query.instant = m_instant->isChecked();
    m_queryList->item(row)->setText(query.id + u"  "_s + query.expr.simplified());
}

void PanelEditor::preview()
{
    if (!m_slot || !m_slot->setPanel(m_panel)) {
        m_slot = std::make_unique<PanelSlot>(m_panel, m_connection, m_previewFrame, nullptr);
        if (m_previewFrame->layout() == nullptr) {
            auto *layout = new QVBoxLayout(m_previewFrame);
            layout->setContentsMargins(0, 0, 0, 0);
        }
        m_previewFrame->layout()->addWidget(m_slot->widget());
        m_slot->setLook(m_look);
        m_slot->setVisible(true);
    }
    if (m_connection != nullptr) {
        m_slot->widget()->setNow(m_connection->clock().now());
    }
}

} // namespace spillway
