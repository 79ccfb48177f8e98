// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillway/demopanel.h"

#include "core/duration.h"
#include "demo/demoworld.h"
#include "pages/progresspage.h"
#include "spillway/trafficdialog.h"

#include <QApplication>
#include <QLocale>
#include <QPointer>

#include <type_traits>

namespace spillway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

DemoPanel::DemoPanel(QObject *parent)
    : QObject(parent)
{
    fillMenu();
}

DemoPanel::~DemoPanel() = default;

ProgressPage *DemoPanel::start()
{
    demo::DemoOptions options;
    options.cluster = true;
    m_world = std::make_unique<demo::DemoWorld>(options);
    auto *page = new ProgressPage(tr("Starting the demo"));
    const QPointer<ProgressPage> shown(page);
    connect(m_world.get(), &demo::DemoWorld::progress, page, &ProgressPage::setProgress);
    connect(m_world.get(), &demo::DemoWorld::ready, this, &DemoPanel::ready);
    connect(m_world.get(), &demo::DemoWorld::log, this, &DemoPanel::message);
    connect(m_world.get(), &demo::DemoWorld::failed, this, [this, shown](const Error &error) {
        if (shown) {
            shown->setFailure(error.sentence());
        }
        Q_EMIT failed(error);
    });
    connect(page, &ProgressPage::cancelRequested, this, [this] {
        stop();
        Q_EMIT cancelled();
    });
    m_world->start();
    return page;
}

void DemoPanel::stop()
{
    if (m_world) {
        m_world->disconnect(this);
        m_world->stop();
        // A slot of the world may be running.
        m_world.release()->deleteLater();
    }
}

QByteArray DemoPanel::workspaceYaml() const
{
    return m_world ? m_world->workspaceYaml() : QByteArray{};
}

void DemoPanel::retranslate()
{
    fillMenu();
}

void DemoPanel::askTraffic()
{
    auto *dialog = new TrafficDialog(QApplication::activeWindow());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (m_world) {
            m_world->spike(dialog->factor(), dialog->length());
            Q_EMIT message(tr("Traffic × %1 for %2")
                               .arg(QLocale().toString(dialog->factor(), 'g', 4),
                                    humanDuration(dialog->length())));
        }
    });
    dialog->open();
}

void DemoPanel::fillMenu()
{
    m_menu.clear();
    m_menu.setTitle(tr("Demo"));
    // An action may fail; then its reason is told and not its name.
    const auto add = [this](const QString &text, auto act) {
        connect(m_menu.addAction(text), &QAction::triggered, this, [this, act, text] {
            if (m_world == nullptr) {
                return;
            }
            QString told = text;
            if constexpr (std::is_void_v<decltype(act(*m_world))>) {
                act(*m_world);
            } else if (const Result<void> done = act(*m_world); !done) {
                told = done.error().sentence();
            }
            Q_EMIT message(told);
        });
    };
    using demo::DemoWorld;
    add(tr("Traffic × 3 for 10 minutes"), [](DemoWorld &world) { world.spike(3, 10min); });
    add(tr("Traffic × 10 for 5 minutes"), [](DemoWorld &world) { world.spike(10, 5min); });
    connect(m_menu.addAction(tr("Traffic…")), &QAction::triggered, this, &DemoPanel::askTraffic);
    m_menu.addSeparator();
    add(tr("LLM provider fails for 5 minutes"), [](DemoWorld &world) { world.llmOutage(5min); });
    for (const char *tool :
         {"query_order_status", "search_products", "create_ticket", "track_shipment"}) {
        const QString name = QString::fromLatin1(tool);
        add(tr("Tool %1 fails for 5 minutes").arg(name),
            [name](DemoWorld &world) { return world.toolOutage(name, 5min); });
    }
    add(tr("Redis gets full"), [](DemoWorld &world) { world.setRedisPressure(true); });
    m_menu.addSeparator();
    add(tr("Prometheus gets slow (8 s)"), [](DemoWorld &world) { world.setPrometheusDelay(8s); });
    add(tr("Prometheus goes away"), [](DemoWorld &world) { world.stopPrometheus(); });
    add(tr("Prometheus comes back"), [](DemoWorld &world) { world.startPrometheus(); });
    m_menu.addSeparator();
    add(tr("All back to normal"), [](DemoWorld &world) {
        world.calm();
        world.startPrometheus();
    });
}

} // namespace spillway
