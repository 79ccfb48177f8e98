// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/breakerform.h"

#include "itemmodels/breakertablemodel.h"
#include "style/theme.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

#include <array>

namespace spillway {

using namespace Qt::StringLiterals;
using Mode = PolicyOverride::Mode;

namespace {

constexpr std::array modes{Mode::ForcedOpen, Mode::Disabled, Mode::MetricsOnly};
/// Minutes; 0: at a time that is typed.
constexpr std::array lengths{15, 60, 240, 1440, 0};

} // namespace

BreakerForm::BreakerForm(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_breaker(new QComboBox(this))
    , m_mode(new QComboBox(this))
    , m_until(new QComboBox(this))
    , m_end(new QDateTimeEdit(QDateTime::currentDateTime().addSecs(3600), this))
    , m_then(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_ticket(new QLineEdit(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(spacing::m);
    m_form->setVerticalSpacing(spacing::s);
    m_breaker->setEditable(true);
    m_breaker->setInsertPolicy(QComboBox::NoInsert);
    m_end->setCalendarPopup(true);
    auto *until = new QWidget(this);
    auto *row = new QHBoxLayout(until);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::s);
    row->addWidget(m_until);
    row->addWidget(m_end);
    row->addStretch(1);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_breaker, m_mode, until, m_then, m_reason, m_ticket}) {
        m_form->addRow(new QLabel(this), field); // an empty text would make none
    }
    fill();
    retranslate();
    connect(m_breaker, &QComboBox::currentTextChanged, this, &BreakerForm::changed);
    connect(m_until, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_end->setVisible(lengths.at(static_cast<std::size_t>(std::max(0, index))) == 0);
        Q_EMIT changed();
    });
    connect(m_reason, &QLineEdit::textChanged, this, &BreakerForm::changed);
    m_end->hide();
}

void BreakerForm::fill()
{
    for (const Mode mode : modes) {
        m_mode->addItem({}, static_cast<int>(mode));
    }
    for (const int length : lengths) {
        m_until->addItem({}, length);
    }
    m_until->setCurrentIndex(1);
    m_then->addItem(QString{}, QVariant{u"HALF_OPEN"_s}); // not an icon and a text
    m_then->addItem(QString{}, QVariant{u"CLOSED"_s});
}

void BreakerForm::setBreakers(const QStringList &names)
{
    QStringList shown;
    for (int i = 0; i < m_breaker->count(); ++i) {
        shown << m_breaker->itemText(i);
    }
    if (shown == names) {
        return;
    }
    const QString typed = m_breaker->currentText();
    const QSignalBlocker blocker(m_breaker);
    m_breaker->clear();
    m_breaker->addItems(names);
    m_breaker->setCurrentText(typed.isEmpty() ? names.value(0) : typed);
}

void BreakerForm::setBreaker(const QString &name)
{
    m_breaker->setCurrentText(name);
}

QString BreakerForm::breaker() const
{
    return m_breaker->currentText().trimmed();
}

PolicyOverride BreakerForm::value(const QDateTime &now) const
{
    PolicyOverride value;
    value.breaker = breaker();
    value.mode = static_cast<Mode>(m_mode->currentData().toInt());
    const int minutes = m_until->currentData().toInt();
    value.until = minutes > 0 ? now.addSecs(minutes * 60) : m_end->dateTime();
    value.until = value.until.toUTC();
    // Whole seconds are what the contract has.
    value.until.setTime(
        QTime(value.until.time().hour(), value.until.time().minute(), value.until.time().second()));
    value.then = m_then->currentData().toString();
    value.reason = m_reason->text().trimmed();
    value.ticket = m_ticket->text().trimmed();
    return value;
}

bool BreakerForm::isComplete() const
{
    return !breaker().isEmpty() && !m_reason->text().trimmed().isEmpty();
}

void BreakerForm::setReason(const QString &reason)
{
    m_reason->setText(reason);
}

QString BreakerForm::reason() const
{
    return m_reason->text().trimmed();
}

void BreakerForm::clear()
{
    m_reason->clear();
    m_ticket->clear();
}

void BreakerForm::retranslate()
{
    const QStringList labels{tr("Breaker"), tr("What"),   tr("Until"),
                             tr("Then"),    tr("Reason"), tr("Ticket")};
    for (int row = 0; row < m_form->rowCount(); ++row) {
        auto *label = qobject_cast<QLabel *>(m_form->itemAt(row, QFormLayout::LabelRole)->widget());
        label->setText(labels.value(row));
        if (QWidget *field = m_form->itemAt(row, QFormLayout::FieldRole)->widget()) {
            field->setAccessibleName(labels.value(row));
        }
    }
    // The field of this row is only what holds the two.
    m_until->setAccessibleName(tr("Until"));
    m_end->setAccessibleName(tr("Until"));
    for (std::size_t i = 0; i < modes.size(); ++i) {
        m_mode->setItemText(static_cast<int>(i), overrideModeText(modes.at(i)));
    }
    const QStringList ends{tr("15 minutes from now"), tr("1 hour from now"), tr("4 hours from now"),
                           tr("24 hours from now"), tr("a time")};
    for (int i = 0; i < m_until->count(); ++i) {
        m_until->setItemText(i, ends.value(i));
    }
    m_then->setItemText(0, tr("half-open: it tests whether calls succeed"));
    m_then->setItemText(1, tr("closed"));
    m_reason->setPlaceholderText(tr("Needed: everybody who looks will see it"));
    m_ticket->setPlaceholderText(tr("May be empty"));
}

} // namespace spillway
