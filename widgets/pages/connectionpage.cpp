// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connectionpage.h"

#include "connection/connection.h"
#include "core/duration.h"
#include "core/unit.h"
#include "style/theme.h"

#include <QDateTime>
#include <QFormLayout>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {
constexpr int columnWidth = 760;
}

ConnectionPage::ConnectionPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_heading(new QLabel(this))
    , m_error(new QLabel(this))
    , m_form(new QFormLayout)
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(spacing::xl, spacing::xl, spacing::xl, spacing::xl);
    column->setSpacing(spacing::l);
    auto *card = new QFrame(content);
    card->setProperty("role", u"card"_s);
    card->setMaximumWidth(columnWidth);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(spacing::l, spacing::l, spacing::l, spacing::l);
    layout->setSpacing(spacing::m);
    m_heading->setFont(themeFont(FontRole::Title, font()));
    m_heading->setTextFormat(Qt::PlainText);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setProperty("role", u"critical"_s);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_form->setHorizontalSpacing(spacing::xl);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_form->setVerticalSpacing(spacing::s);
    layout->addWidget(m_heading);
    layout->addWidget(m_error);
    layout->addLayout(m_form);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(card, 1000);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    m_tick.setInterval(std::chrono::seconds{5});
    connect(&m_tick, &QTimer::timeout, this, &ConnectionPage::rebuild);
    if (Connection *connection = this->context().connection) {
        connect(connection, &Connection::stateChanged, this, &ConnectionPage::rebuild);
        connect(connection, &Connection::catalogChanged, this, &ConnectionPage::rebuild);
    }
    rebuild();
}

QString ConnectionPage::pageId()
{
    return u"connection"_s;
}

QString ConnectionPage::pageTitle()
{
    return tr("Connection");
}

QString ConnectionPage::id() const
{
    return pageId();
}

QString ConnectionPage::title() const
{
    return pageTitle();
}

void ConnectionPage::refresh()
{
    if (context().connection != nullptr) {
        context().connection->reconnect();
    }
}

bool ConnectionPage::isSettled() const
{
    const Connection *connection = context().connection;
    return connection == nullptr || connection->state() != ConnectionState::Connecting;
}

QJsonObject ConnectionPage::summary() const
{
    const Connection *connection = context().connection;
    if (connection == nullptr) {
        return {};
    }
    QJsonObject summary{{u"connection"_s, QString(connectionStateName(connection->state()))},
                        {u"product"_s, connection->backend().product},
                        {u"version"_s, connection->backend().version}};
    if (connection->error()) {
        summary.insert(u"error"_s, connection->error()->sentence());
    }
    return summary;
}

bool ConnectionPage::usesTime() const
{
    return false;
}

void ConnectionPage::activeChanged()
{
    if (isActive()) {
        rebuild();
        m_tick.start();
    } else {
        m_tick.stop();
    }
}

void ConnectionPage::retranslate()
{
    rebuild();
}

void ConnectionPage::add(const QString &name, const QString &value)
{
    if (value.isEmpty()) {
        return;
    }
    m_rows.emplace_back(name, value);
}

/// Labels that stay keep what is selected in them: this runs every few seconds.
void ConnectionPage::showRows()
{
    const auto shown = static_cast<std::size_t>(m_form->rowCount());
    for (std::size_t i = m_rows.size(); i < shown; ++i) {
        m_form->removeRow(m_form->rowCount() - 1);
    }
    for (std::size_t i = shown; i < m_rows.size(); ++i) {
        auto *left = new QLabel(this);
        auto *right = new QLabel(this);
        left->setProperty("role", u"muted"_s);
        left->setTextFormat(Qt::PlainText);
        right->setTextFormat(Qt::PlainText);
        right->setWordWrap(true);
        right->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_form->addRow(left, right);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const auto text = [&](QFormLayout::ItemRole role, const QString &wanted) {
            auto *label =
                qobject_cast<QLabel *>(m_form->itemAt(static_cast<int>(i), role)->widget());
            if (label->text() != wanted) {
                label->setText(wanted);
            }
        };
        text(QFormLayout::LabelRole, m_rows[i].first);
        text(QFormLayout::FieldRole, m_rows[i].second);
    }
}

void ConnectionPage::addFacts(Connection &connection)
{
    const BackendFacts &facts = connection.backend();
    add(tr("Backend"), tr("%1 %2").arg(facts.product, facts.version).trimmed());
    add(tr("Limits"), facts.lacks.join(u'\n'));
    add(tr("Scrape interval"), humanDuration(connection.scrapeInterval()));
    add(tr("Look-back"), humanDuration(facts.lookback));
    const auto offset = facts.clockOffset;
    if (std::chrono::abs(offset) < std::chrono::seconds{1}) {
        add(tr("Server clock"), tr("The same as this machine's"));
    } else {
        add(tr("Server clock"), offset.count() > 0
                                    ? tr("%1 ahead of this machine's").arg(humanDuration(offset))
                                    : tr("%1 behind this machine's").arg(humanDuration(-offset)));
    }
    const GovernorCounts counts = connection.governor().counts();
    add(tr("Queries"), tr("%1 asked by panels, %2 shared, %3 sent, %4 failed")
                           .arg(counts.asked)
                           .arg(counts.shared)
                           .arg(counts.sent)
                           .arg(counts.failed));
    add(tr("Received"), formatValue(static_cast<double>(counts.bytes), {.unit = Unit::Bytes}));
}

void ConnectionPage::rebuild()
{
    Connection *connection = context().connection;
    if (connection == nullptr) {
        return;
    }
    m_rows.clear();
    m_heading->setText(connectionStateTitle(connection->state()));
    m_error->setVisible(connection->error().has_value());
    m_error->setText(connection->error() ? connection->error()->sentence() : QString{});
    add(tr("Workspace"), connection->workspace().name);
    const Workspace &workspace = connection->workspace();
    const QString &service = workspace.prometheus.service;
    add(tr("Address"), service.isEmpty() ? workspace.prometheus.url.toDisplayString()
                                         : tr("%1 through the cluster").arg(service));
    // Before the first answer these would be assumptions that look like facts.
    if (connection->lastAnswerTime() != 0) {
        addFacts(*connection);
    }
    for (const QString &name : logicalMetrics()) {
        if (connection->hasCatalog()) {
            const MetricResolution found = connection->resolve(name);
            add(name, found.why);
        }
    }
    showRows();
    if (isSettled() && !m_wasSettled) {
        m_wasSettled = true;
        Q_EMIT settled();
    }
}

} // namespace spillway
