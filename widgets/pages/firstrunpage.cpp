// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/firstrunpage.h"

#include "controls/connectiontestview.h"
#include "style/theme.h"
#include "style/themeicon.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 560;

/// "prometheus:9090" is what people type.
QUrl urlFromText(const QString &text)
{
    const QString trimmed = text.trimmed();
    const QUrl url(trimmed.contains(u"://"_s) ? trimmed : QString{u"http://"_s + trimmed},
                   QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return url.isValid() && web && !url.host().isEmpty() ? url : QUrl{};
}

} // namespace

FirstRunPage::FirstRunPage(ConnectionTester *tester, QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_intro(new QLabel(this))
    , m_demoTitle(new QLabel(this))
    , m_demoText(new QLabel(this))
    , m_demo(new QPushButton(this))
    , m_connectTitle(new QLabel(this))
    , m_connectText(new QLabel(this))
    , m_url(new QLineEdit(this))
    , m_urlError(new QLabel(this))
    , m_test(new ConnectionTestView(tester, this))
    , m_connect(new QPushButton(this))
    , m_more(new QPushButton(this))
    , m_fileTitle(new QLabel(this))
    , m_fileText(new QLabel(this))
    , m_file(new QPushButton(this))
{
    build();
    connect(m_demo, &QPushButton::clicked, this, &FirstRunPage::demoRequested);
    connect(m_file, &QPushButton::clicked, this, &FirstRunPage::openFileRequested);
    connect(m_url, &QLineEdit::textChanged, this, &FirstRunPage::urlChanged);
    connect(m_url, &QLineEdit::returnPressed, m_test, &ConnectionTestView::start);
    connect(m_connect, &QPushButton::clicked, this,
            [this] { Q_EMIT connectRequested(typedWorkspace()); });
    connect(m_more, &QPushButton::clicked, this,
            [this] { Q_EMIT editorRequested(typedWorkspace()); });
    retranslate();
    urlChanged();
}

QWidget *FirstRunPage::makeCard(QLabel *title, QLabel *text, const QList<QWidget *> &parts)
{
    auto *card = new QFrame(this);
    card->setProperty("role", u"card"_s);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(spacing::l, spacing::l, spacing::l, spacing::l);
    layout->setSpacing(spacing::s);
    title->setFont(themeFont(FontRole::Title, font()));
    text->setWordWrap(true);
    text->setProperty("role", u"muted"_s);
    layout->addWidget(title);
    layout->addWidget(text);
    for (QWidget *part : parts) {
        layout->addWidget(part);
    }
    return card;
}

void FirstRunPage::build()
{
    m_heading->setFont(themeFont(FontRole::Heading, font()));
    m_intro->setWordWrap(true);
    m_urlError->setProperty("role", u"critical"_s);
    m_urlError->setWordWrap(true);
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::s);
    row->addWidget(m_connect);
    row->addWidget(m_more);
    row->addStretch(1);
    m_demo->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_file->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_demo->setProperty("primary", true);
    m_demo->setObjectName(u"tryDemo"_s);
    m_connect->setObjectName(u"connect"_s);

    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout;
    column->setSpacing(spacing::l);
    column->addStretch(1);
    column->addWidget(m_heading);
    column->addWidget(m_intro);
    column->addWidget(makeCard(m_demoTitle, m_demoText, {m_demo}));
    column->addWidget(
        makeCard(m_connectTitle, m_connectText, {m_url, m_urlError, m_test, buttons}));
    column->addWidget(makeCard(m_fileTitle, m_fileText, {m_file}));
    column->addStretch(2);
    auto *center = new QHBoxLayout(content);
    center->setContentsMargins(spacing::xl, spacing::xl, spacing::xl, spacing::xl);
    auto *columnWidget = new QWidget(content);
    columnWidget->setLayout(column);
    columnWidget->setFixedWidth(columnWidth);
    center->addWidget(columnWidget, 0, Qt::AlignHCenter);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

Workspace FirstRunPage::typedWorkspace() const
{
    Workspace workspace;
    workspace.prometheus.url = urlFromText(m_url->text());
    workspace.name = workspace.prometheus.url.host();
    return workspace;
}

void FirstRunPage::urlChanged()
{
    const bool empty = m_url->text().trimmed().isEmpty();
    const bool valid = urlFromText(m_url->text()).isValid();
    m_urlError->setVisible(!empty && !valid);
    m_connect->setEnabled(valid);
    m_test->setEnabled(valid);
    if (valid) {
        m_test->setWorkspace(typedWorkspace());
    }
}

void FirstRunPage::retranslate()
{
    m_heading->setText(tr("Welcome to Spillway"));
    m_intro->setText(tr("See where an LLM system on Kubernetes gets stuck, and what would help."));
    m_demoTitle->setText(tr("Try the demo"));
    m_demoText->setText(
        tr("A complete system with a week of history, simulated on this machine and "
           "measured by a real Prometheus. Nothing leaves this machine."));
    m_demo->setText(tr("Start the demo"));
    m_demo->setIcon(themeIcon(u"play", themeColors(palette()).accentText));
    m_connectTitle->setText(tr("Connect to Prometheus"));
    m_connectText->setText(tr("Prometheus, Thanos, Mimir or VictoriaMetrics. Only reads."));
    m_url->setPlaceholderText(u"http://prometheus.example:9090"_s);
    m_url->setAccessibleName(tr("Address of Prometheus"));
    m_urlError->setText(tr("This is not an http or https address."));
    m_connect->setText(tr("Connect"));
    m_more->setText(tr("More settings…"));
    m_fileTitle->setText(tr("Open a workspace file"));
    m_fileText->setText(tr("A YAML file that a colleague gave you."));
    m_file->setText(tr("Open…"));
    m_file->setIcon(themeIcon(u"folder"));
}

void FirstRunPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace spillway
