// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/preferences.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace spillway {

/// Changes the preferences. Theme and language are applied while the dialog is open (applied()), so
/// that one sees what one chooses; cancelling brings the old ones back the same way.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PreferencesDialog(const Preferences &preferences, QWidget *parent = nullptr);

    [[nodiscard]] Preferences preferences() const;

Q_SIGNALS:
    void applied(const spillway::Preferences &preferences);

protected:
    void changeEvent(QEvent *event) override;
    void reject() override;

private:
    void build();
    void fill(const Preferences &preferences);
    void fillZones(QComboBox *box, const QString &none, const QString &current);
    void retranslate();
    void check();
    void preview();

    Preferences m_initial;
    bool m_filling = false;
    QFormLayout *m_form;
    QComboBox *m_theme;
    QComboBox *m_language;
    QLineEdit *m_time;
    QLabel *m_timeHint;
    QComboBox *m_refresh;
    QComboBox *m_zone;
    QComboBox *m_secondZone;
    QSpinBox *m_rotation;
    QCheckBox *m_reopen;
    QDialogButtonBox *m_buttons;
};

} // namespace spillway
