// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/generationquery.h"

#include "spillwayctl/metricssession.h"
#include "spillwayctl/terminal.h"

#include <QCoreApplication>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

} // namespace

Result<QueryResult> queryGenerations(const Workspace &workspace)
{
    const Result<std::unique_ptr<MetricsSession>> session = MetricsSession::open(workspace);
    if (!session) {
        return session.error();
    }
    const QString metric = u"breaker_override_generation"_s;
    Result<QueryResult> result = MetricsSession::await(
        (*session)->client().query({.expr = workspace.metrics.value(metric, metric)}, nullptr));
    if (result) {
        for (const QString &warning : result->notes.warnings) {
            say(Text::tr("warning: %1").arg(warning));
        }
    }
    return result;
}

} // namespace spillway
