// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/preferencesdialog.h"

#include "controls/refreshcontrol.h"
#include "core/duration.h"
#include "style/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

void select(QComboBox *box, const QVariant &value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

} // namespace

PreferencesDialog::PreferencesDialog(const Preferences &preferences, QWidget *parent)
    : QDialog(parent)
    , m_initial(preferences)
    , m_form(new QFormLayout)
    , m_theme(new QComboBox(this))
    , m_language(new QComboBox(this))
    , m_time(new QLineEdit(this))
    , m_timeHint(new QLabel(this))
    , m_refresh(new QComboBox(this))
    , m_zone(new QComboBox(this))
    , m_secondZone(new QComboBox(this))
    , m_rotation(new QSpinBox(this))
    , m_reopen(new QCheckBox(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    build();
    fill(preferences);
    connect(m_theme, &QComboBox::currentIndexChanged, this, &PreferencesDialog::preview);
    connect(m_language, &QComboBox::currentIndexChanged, this, &PreferencesDialog::preview);
    connect(m_time, &QLineEdit::textChanged, this, &PreferencesDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT applied(this->preferences());
        accept();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &PreferencesDialog::reject);
}

void PreferencesDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::l, spacing::l, spacing::l, spacing::l);
    layout->setSpacing(spacing::l);
    layout->addLayout(m_form);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
    m_form->setHorizontalSpacing(spacing::l);
    m_form->setVerticalSpacing(spacing::s);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_theme, m_language, m_time, m_timeHint, m_refresh,
                                          m_zone, m_secondZone, m_rotation}) {
        auto *label = new QLabel(this);
        label->setBuddy(field);
        m_form->addRow(label, field);
    }
    m_form->addRow(m_reopen);
    m_timeHint->setTextFormat(Qt::PlainText);
    m_timeHint->setWordWrap(true);
    m_timeHint->setFont(themeFont(FontRole::Small, font()));
    m_rotation->setRange(5, 3600);
    for (QComboBox *box : {m_zone, m_secondZone}) {
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        box->completer()->setCompletionMode(QCompleter::PopupCompletion);
        box->completer()->setFilterMode(Qt::MatchContains);
        box->setMaxVisibleItems(16);
    }
    setMinimumWidth(460);
}

void PreferencesDialog::fill(const Preferences &preferences)
{
    const QScopedValueRollback<bool> filling(m_filling, true);
    m_theme->clear();
    m_theme->addItem(tr("As the system"), themeModeName(ThemeMode::System));
    m_theme->addItem(tr("Light"), themeModeName(ThemeMode::Light));
    m_theme->addItem(tr("Dark"), themeModeName(ThemeMode::Dark));
    select(m_theme, themeModeName(preferences.theme));
    m_language->clear();
    m_language->addItem(tr("As the system"), QString{});
    for (const LanguageChoice &choice : languageChoices()) {
        m_language->addItem(choice.name, choice.code);
    }
    select(m_language, preferences.language);
    m_time->setText(preferences.time.toString());
    m_refresh->clear();
    for (const std::chrono::milliseconds interval : RefreshControl::intervals()) {
        m_refresh->addItem(interval.count() == 0 ? tr("Off") : humanDuration(interval),
                           static_cast<qlonglong>(interval.count()));
    }
    if (m_refresh->findData(static_cast<qlonglong>(preferences.refresh.count())) < 0) {
        m_refresh->addItem(humanDuration(preferences.refresh),
                           static_cast<qlonglong>(preferences.refresh.count()));
    }
    select(m_refresh, static_cast<qlonglong>(preferences.refresh.count()));
    fillZones(m_zone, tr("This machine's"), preferences.timeZone);
    fillZones(m_secondZone, tr("None"), preferences.secondTimeZone);
    m_rotation->setValue(static_cast<int>(preferences.wallRotation.count()));
    m_reopen->setChecked(preferences.reopenWorkspace);
    retranslate();
}

void PreferencesDialog::fillZones(QComboBox *box, const QString &none, const QString &current)
{
    box->clear();
    box->addItem(none, QString{});
    const QList<QByteArray> zones = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &zone : zones) {
        const QString id = QString::fromUtf8(zone);
        box->addItem(id, id);
    }
    select(box, current);
}

Preferences PreferencesDialog::preferences() const
{
    Preferences chosen = m_initial;
    chosen.theme = themeModeFromName(m_theme->currentData().toString()).value_or(m_initial.theme);
    chosen.language = m_language->currentData().toString();
    if (const auto time = parseTimeSelection(m_time->text(), QTimeZone::systemTimeZone())) {
        chosen.time = *time;
    }
    chosen.refresh = std::chrono::milliseconds{m_refresh->currentData().toLongLong()};
    const auto zone = [](const QComboBox *box) {
        const int row = box->findText(box->currentText());
        return row < 0 ? QString{} : box->itemData(row).toString();
    };
    chosen.timeZone = zone(m_zone);
    chosen.secondTimeZone = zone(m_secondZone);
    chosen.wallRotation = std::chrono::seconds{m_rotation->value()};
    chosen.reopenWorkspace = m_reopen->isChecked();
    return chosen;
}

void PreferencesDialog::check()
{
    const auto time = parseTimeSelection(m_time->text(), QTimeZone::systemTimeZone());
    m_timeHint->setProperty("role", time ? u"muted"_s : u"critical"_s);
    m_timeHint->setText(time ? time->title(QTimeZone::systemTimeZone(), locale())
                             : time.error().sentence());
    m_timeHint->setStyleSheet({}); // the role is another now
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(time.ok());
}

void PreferencesDialog::preview()
{
    if (m_filling) {
        return;
    }
    Preferences shown = m_initial;
    shown.theme = preferences().theme;
    shown.language = preferences().language;
    Q_EMIT applied(shown);
}

void PreferencesDialog::reject()
{
    Q_EMIT applied(m_initial);
    QDialog::reject();
}

void PreferencesDialog::retranslate()
{
    setWindowTitle(tr("Preferences"));
    const QStringList labels{tr("&Theme"),
                             tr("&Language"),
                             tr("Time &range at start"),
                             QString{},
                             tr("Re&fresh"),
                             tr("Time &zone"),
                             tr("&Second time zone"),
                             tr("&Wall mode: next page after")};
    for (int row = 0; row < labels.size(); ++row) {
        auto *label = qobject_cast<QLabel *>(m_form->itemAt(row, QFormLayout::LabelRole)->widget());
        label->setText(labels.at(row));
    }
    m_rotation->setSuffix(tr(" s"));
    m_reopen->setText(tr("&Open the last workspace at start"));
    check();
}

void PreferencesDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        fill(preferences());
    }
    QDialog::changeEvent(event);
}

} // namespace spillway
