// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/workspaceeditor.h"

#include "connection/servicename.h"
#include "controls/connectiontestview.h"
#include "style/theme.h"
#include "style/themeicon.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTimeZone>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// Of what QT_TR_NOOP() marks in this class.
QString translated(const char *text)
{
    return QCoreApplication::translate("spillway::WorkspaceEditor", text);
}

QStringList words(const QString &text)
{
    QString parted = text;
    parted.replace(u',', u' ');
    return parted.simplified().split(u' ', Qt::SkipEmptyParts);
}

} // namespace

WorkspaceEditor::WorkspaceEditor(const Workspace &workspace, ConnectionTester *tester,
                                 QWidget *parent)
    : QDialog(parent)
    , m_initial(workspace)
    , m_tabs(new QTabWidget(this))
    , m_name(new QLineEdit(this))
    , m_url(new QLineEdit(this))
    , m_service(new QLineEdit(this))
    , m_authKind(new QComboBox(this))
    , m_user(new QLineEdit(this))
    , m_secret(new QLineEdit(this))
    , m_tokenFile(new QLineEdit(this))
    , m_certificate(new QLineEdit(this))
    , m_key(new QLineEdit(this))
    , m_ca(new QLineEdit(this))
    , m_proxy(new QLineEdit(this))
    , m_headers(new QPlainTextEdit(this))
    , m_kubeconfig(new QLineEdit(this))
    , m_context(new QLineEdit(this))
    , m_namespaces(new QLineEdit(this))
    , m_components(new QPlainTextEdit(this))
    , m_zone(new QLineEdit(this))
    , m_protected(new QCheckBox(this))
    , m_test(new ConnectionTestView(tester, this))
    , m_notice(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::l, spacing::l, spacing::l, spacing::l);
    layout->setSpacing(spacing::m);
    layout->addWidget(m_tabs, 1);
    m_tabs->addTab(makeConnectionTab(), QString{});
    m_tabs->addTab(makeSystemTab(), QString{});
    m_tabs->addTab(makeKubeTab(), QString{});
    for (QLabel *label : {m_notice, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    m_notice->setProperty("role", u"muted"_s);
    m_notice->hide();
    m_problem->setProperty("role", u"critical"_s);
    layout->addWidget(m_buttons);
    fill(workspace);
    for (const QLineEdit *edit : findChildren<QLineEdit *>()) {
        connect(edit, &QLineEdit::textChanged, this, &WorkspaceEditor::revalidate);
    }
    connect(m_headers, &QPlainTextEdit::textChanged, this, &WorkspaceEditor::revalidate);
    connect(m_components, &QPlainTextEdit::textChanged, this, &WorkspaceEditor::revalidate);
    connect(m_authKind, &QComboBox::currentIndexChanged, this, &WorkspaceEditor::revalidate);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    resize(580, 640);
}

void WorkspaceEditor::setCopyOf(const QString &file)
{
    m_copyOf = file;
    updateNotice();
}

void WorkspaceEditor::updateNotice()
{
    m_notice->setVisible(m_copyOf.has_value());
    if (m_copyOf) {
        m_notice->setText(
            m_copyOf->isEmpty()
                ? tr("This workspace has no file. Saving makes a copy among your own workspaces.")
                : tr("Opened from %1. Saving makes a copy among your own workspaces and leaves "
                     "that file as it is.")
                      .arg(*m_copyOf));
    }
}

void WorkspaceEditor::retranslate()
{
    const QString name = m_initial.name;
    setWindowTitle(name.isEmpty() ? tr("New workspace") : tr("Workspace “%1”").arg(name));
    m_tabs->setTabText(0, tr("Connection"));
    m_tabs->setTabText(1, tr("Watched system"));
    m_tabs->setTabText(2, tr("Kubernetes"));
    for (const auto &[label, text] : m_labels) {
        label->setText(translated(text));
    }
    const QStringList kinds{tr("None"), tr("User and password"), tr("Bearer token"),
                            tr("Token file"), tr("Client certificate")};
    for (int i = 0; i < kinds.size(); ++i) {
        m_authKind->setItemText(i, kinds.at(i));
    }
    m_secret->setPlaceholderText(tr("Unchanged"));
    m_ca->setPlaceholderText(tr("The system's"));
    m_proxy->setPlaceholderText(tr("From the environment; “none” for none"));
    m_kubeconfig->setPlaceholderText(tr("The usual one"));
    m_context->setPlaceholderText(tr("None: no cluster is shown"));
    m_namespaces->setPlaceholderText(tr("All; several parted by commas"));
    m_components->setToolTip(tr("One name a line"));
    m_zone->setPlaceholderText(tr("This machine's"));
    m_protected->setText(tr("&Production: read-only until unlocked"));
    for (QToolButton *browse : m_browse) {
        browse->setToolTip(tr("Choose a file"));
        browse->setAccessibleName(tr("Choose a file"));
    }
    updateNotice();
    revalidate();
}

void WorkspaceEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

QWidget *WorkspaceEditor::makeConnectionTab()
{
    auto *tab = new QWidget(this);
    auto *layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, spacing::m, 0, 0);
    layout->setSpacing(spacing::m);
    auto *form = new QFormLayout;
    m_connectionForm = form;
    form->setHorizontalSpacing(spacing::l);
    form->setVerticalSpacing(spacing::s);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addRow(form, QT_TR_NOOP("&Name"), m_name);
    addRow(form, QT_TR_NOOP("&Address of Prometheus"), m_url);
    m_url->setPlaceholderText(u"https://prometheus.example/prefix"_s);
    addRow(form, QT_TR_NOOP("or se&rvice in the cluster"), m_service);
    m_service->setPlaceholderText(u"monitoring/prometheus:9090"_s);
    m_service->setObjectName(u"service"_s);
    for (const AuthKind kind : {AuthKind::None, AuthKind::Basic, AuthKind::Bearer,
                                AuthKind::TokenFile, AuthKind::ClientCertificate}) {
        m_authKind->addItem(QString{}, static_cast<int>(kind));
    }
    addRow(form, QT_TR_NOOP("&Sign in with"), m_authKind);
    addRow(form, QT_TR_NOOP("&User"), m_user);
    m_name->setObjectName(u"name"_s);
    m_url->setObjectName(u"url"_s);
    m_secret->setObjectName(u"secret"_s);
    m_secret->setEchoMode(QLineEdit::Password);
    addRow(form, QT_TR_NOOP("&Password or token"), m_secret);
    m_tokenFileRow =
        addRow(form, QT_TR_NOOP("&Token file"), withBrowse(m_tokenFile, QT_TR_NOOP("Token file")));
    m_certificateRow = addRow(form, QT_TR_NOOP("&Certificate (PEM)"),
                              withBrowse(m_certificate, QT_TR_NOOP("Certificate (PEM)")));
    m_keyRow = addRow(form, QT_TR_NOOP("&Key (PEM)"), withBrowse(m_key, QT_TR_NOOP("Key (PEM)")));
    m_caRow = addRow(form, QT_TR_NOOP("Certificate au&thority"),
                     withBrowse(m_ca, QT_TR_NOOP("Certificate authority")));
    addRow(form, QT_TR_NOOP("Pro&xy"), m_proxy);
    addRow(form, QT_TR_NOOP("&Headers"), m_headers);
    m_headers->setPlaceholderText(u"X-Scope-OrgID: tenant"_s);
    m_headers->setObjectName(u"headers"_s);
    m_headers->setFixedHeight(64);
    m_headers->setTabChangesFocus(true);
    layout->addLayout(form);
    layout->addWidget(m_test);
    layout->addStretch(1);
    return tab;
}

QWidget *WorkspaceEditor::makeSystemTab()
{
    auto *tab = new QWidget(this);
    auto *form = new QFormLayout(tab);
    form->setContentsMargins(0, spacing::m, 0, 0);
    form->setHorizontalSpacing(spacing::l);
    form->setVerticalSpacing(spacing::s);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addRow(form, QT_TR_NOOP("&Components"), m_components);
    m_components->setTabChangesFocus(true);
    addRow(form, QT_TR_NOOP("Time &zone"), m_zone);
    form->addRow(m_protected);
    return tab;
}

QWidget *WorkspaceEditor::makeKubeTab()
{
    auto *tab = new QWidget(this);
    auto *form = new QFormLayout(tab);
    form->setContentsMargins(0, spacing::m, 0, 0);
    form->setHorizontalSpacing(spacing::l);
    form->setVerticalSpacing(spacing::s);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_kubeconfig->setObjectName(u"kubeconfig"_s);
    m_context->setObjectName(u"context"_s);
    addRow(form, QT_TR_NOOP("&Kubeconfig file"),
           withBrowse(m_kubeconfig, QT_TR_NOOP("Kubeconfig file")));
    addRow(form, QT_TR_NOOP("Con&text"), m_context);
    addRow(form, QT_TR_NOOP("Name&spaces"), m_namespaces);
    return tab;
}

QWidget *WorkspaceEditor::addRow(QFormLayout *form, const char *label, QWidget *field)
{
    auto *title = new QLabel(this);
    m_labels.emplace_back(title, label);
    auto *edit = field->findChild<QLineEdit *>();
    title->setBuddy(edit != nullptr ? edit : field);
    form->addRow(title, field);
    return field;
}

QWidget *WorkspaceEditor::withBrowse(QLineEdit *edit, const char *title)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::xs);
    auto *browse = new QToolButton(row);
    browse->setIcon(themeIcon(u"folder"));
    layout->addWidget(edit, 1);
    layout->addWidget(browse);
    m_browse.push_back(browse);
    connect(browse, &QToolButton::clicked, this, [this, edit, title] {
        const QString file = QFileDialog::getOpenFileName(this, translated(title), edit->text());
        if (!file.isEmpty()) {
            edit->setText(file);
        }
    });
    return row;
}

void WorkspaceEditor::fill(const Workspace &workspace)
{
    const WorkspacePrometheus &prometheus = workspace.prometheus;
    m_name->setText(workspace.name);
    m_url->setText(prometheus.url.toString());
    m_service->setText(prometheus.service);
    m_authKind->setCurrentIndex(
        std::max(0, m_authKind->findData(static_cast<int>(prometheus.auth.kind))));
    m_user->setText(prometheus.auth.user);
    m_tokenFile->setText(prometheus.auth.tokenFile);
    m_certificate->setText(prometheus.auth.certificate);
    m_key->setText(prometheus.auth.key);
    m_ca->setText(prometheus.ca);
    m_proxy->setText(prometheus.proxy);
    QStringList headers;
    for (auto it = prometheus.headers.cbegin(); it != prometheus.headers.cend(); ++it) {
        headers << u"%1: %2"_s.arg(it.key(), it.value());
    }
    m_headers->setPlainText(headers.join(u'\n'));
    m_kubeconfig->setText(workspace.kube.config);
    m_context->setText(workspace.kube.context);
    m_namespaces->setText(workspace.namespaces.join(u", "_s));
    QStringList components;
    for (const WorkspaceComponent &component : workspace.components) {
        components << component.name;
    }
    m_components->setPlainText(components.join(u'\n'));
    m_zone->setText(workspace.timezone);
    m_protected->setChecked(workspace.isProtected);
}

WorkspaceAuth WorkspaceEditor::auth() const
{
    WorkspaceAuth auth = m_initial.prometheus.auth;
    auth.kind = static_cast<AuthKind>(m_authKind->currentData().toInt());
    auth.user = m_user->text().trimmed();
    auth.tokenFile = m_tokenFile->text().trimmed();
    auth.certificate = m_certificate->text().trimmed();
    auth.key = m_key->text().trimmed();
    return auth;
}

QMap<QString, QString> WorkspaceEditor::headers() const
{
    QMap<QString, QString> headers;
    const QStringList lines = m_headers->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const qsizetype colon = line.indexOf(u':');
        if (colon > 0) {
            headers.insert(line.first(colon).trimmed(), line.sliced(colon + 1).trimmed());
        }
    }
    return headers;
}

std::vector<WorkspaceComponent> WorkspaceEditor::components() const
{
    std::vector<WorkspaceComponent> list;
    for (const QString &name : words(m_components->toPlainText())) {
        const auto known =
            std::find_if(m_initial.components.begin(), m_initial.components.end(),
                         [&name](const auto &component) { return component.name == name; });
        if (known != m_initial.components.end()) {
            list.push_back(*known);
        } else {
            WorkspaceComponent added;
            added.name = name;
            list.push_back(added);
        }
    }
    return list;
}

Workspace WorkspaceEditor::workspace() const
{
    Workspace edited = m_initial;
    edited.name = m_name->text().trimmed();
    edited.prometheus.url = QUrl(m_url->text().trimmed(), QUrl::StrictMode);
    edited.prometheus.service = m_service->text().trimmed();
    // A service is reached as the kubeconfig says.
    const bool direct = edited.prometheus.service.isEmpty();
    edited.prometheus.auth = direct ? auth() : WorkspaceAuth{};
    edited.prometheus.ca = direct ? m_ca->text().trimmed() : QString{};
    edited.prometheus.proxy = direct ? m_proxy->text().trimmed() : QString{};
    edited.prometheus.headers = headers();
    edited.kube.config = m_kubeconfig->text().trimmed();
    edited.kube.context = m_context->text().trimmed();
    edited.namespaces = words(m_namespaces->text());
    edited.components = components();
    edited.timezone = m_zone->text().trimmed();
    edited.isProtected = m_protected->isChecked();
    return edited;
}

QString WorkspaceEditor::secret() const
{
    return m_secret->text();
}

/// Of the service, or of the address where there is none.
QString WorkspaceEditor::addressProblem(const Workspace &edited) const
{
    const QString &service = edited.prometheus.service;
    const QUrl &url = edited.prometheus.url;
    if (!service.isEmpty()) {
        if (!m_url->text().trimmed().isEmpty()) {
            return tr("Give either an address or a service in the cluster.");
        }
        if (!ServiceName::fromString(service)) {
            return tr("“%1” is not a service; write namespace/name:port.").arg(service);
        }
        return edited.kube.isNamed() ? QString{}
                                     : tr("Name the context of the cluster under Kubernetes.");
    }
    if (!url.isValid() || url.host().isEmpty() ||
        (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)) {
        return tr("The address must start with http:// or https://.");
    }
    if (!url.userInfo().isEmpty()) {
        return tr("Do not write the password into the address; choose “User and password”.");
    }
    return {};
}

QString WorkspaceEditor::problem() const
{
    const Workspace edited = workspace();
    if (edited.name.isEmpty()) {
        return tr("Give the workspace a name.");
    }
    if (const QString why = addressProblem(edited); !why.isEmpty()) {
        return why;
    }
    const QStringList lines = m_headers->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.indexOf(u':') <= 0) {
            return tr("“%1” is not a header; write Name: value.").arg(line);
        }
    }
    const WorkspaceAuth &auth = edited.prometheus.auth;
    if (auth.kind == AuthKind::TokenFile && auth.tokenFile.isEmpty()) {
        return tr("Choose the token file.");
    }
    if (auth.kind == AuthKind::ClientCertificate && auth.certificate.isEmpty()) {
        return tr("Choose the certificate.");
    }
    if (!edited.timezone.isEmpty() && !QTimeZone(edited.timezone.toUtf8()).isValid()) {
        return tr("“%1” is not a time zone; write Asia/Shanghai or UTC.").arg(edited.timezone);
    }
    return {};
}

void WorkspaceEditor::setRowVisible(QWidget *field, bool visible)
{
    m_connectionForm->setRowVisible(field, visible);
}

void WorkspaceEditor::revalidate()
{
    const bool direct = m_service->text().trimmed().isEmpty();
    const auto kind =
        direct ? static_cast<AuthKind>(m_authKind->currentData().toInt()) : AuthKind::None;
    setRowVisible(m_authKind, direct);
    setRowVisible(m_caRow, direct);
    setRowVisible(m_proxy, direct);
    setRowVisible(m_user, kind == AuthKind::Basic);
    setRowVisible(m_secret, kind == AuthKind::Basic || kind == AuthKind::Bearer);
    setRowVisible(m_tokenFileRow, kind == AuthKind::TokenFile);
    setRowVisible(m_certificateRow, kind == AuthKind::ClientCertificate);
    setRowVisible(m_keyRow, kind == AuthKind::ClientCertificate);
    const QString why = problem();
    m_problem->setText(why);
    m_problem->setVisible(!why.isEmpty());
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(why.isEmpty());
    m_test->setEnabled(why.isEmpty());
    m_test->setWorkspace(workspace(), secret());
}

} // namespace spillway
