// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/workspaceargument.h"

#include "spillwayctl/optionerror.h"
#include "spillwayctl/textfile.h"
#include "spillwayctl/timeargument.h"

#include <QCoreApplication>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SpillwayCtl)
};

Result<Workspace> fromFile(const QString &name)
{
    const Result<QByteArray> bytes = readBytes(name);
    if (!bytes) {
        return bytes.error();
    }
    WorkspaceReading reading = readWorkspace(*bytes, name);
    if (!reading.errors.empty()) {
        return reading.errors.front();
    }
    return std::move(reading.workspace);
}

bool isSameServer(const QUrl &one, const QUrl &other)
{
    const auto port = [](const QUrl &url) {
        return url.port(url.scheme() == "https"_L1 ? 443 : 80);
    };
    return one.scheme() == other.scheme() && one.host() == other.host() && port(one) == port(other);
}

Result<void> setAddress(Workspace &workspace, const std::string &text)
{
    const QUrl url(QString::fromStdString(text), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() ||
        (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)) {
        return badOption(Text::tr("Cannot use the URL \"%1\"").arg(QString::fromStdString(text)),
                         Text::tr("expected http://HOST[:PORT][/PREFIX] or https://..."));
    }
    if (!url.userInfo().isEmpty()) {
        return badOption(Text::tr("Cannot use the URL"),
                         Text::tr("credentials do not belong on a command line"));
    }
    if (!isSameServer(workspace.prometheus.url, url)) {
        workspace.prometheus.auth = {}; // not for anybody else
        workspace.prometheus.headers.clear();
    }
    workspace.prometheus.url = url;
    workspace.prometheus.service.clear();
    return {};
}

Result<void> setTimeout(Workspace &workspace, const WorkspaceArgument &argument)
{
    const bool isWritten = workspace.prometheus.timeout != WorkspacePrometheus{}.timeout;
    if (argument.timeout.empty() && isWritten) {
        return {};
    }
    const Result<std::chrono::milliseconds> timeout = parseSpanArgument(QString::fromStdString(
        argument.timeout.empty() ? argument.usualTimeout : argument.timeout));
    if (!timeout) {
        return timeout.error();
    }
    if (timeout->count() <= 0) {
        return badOption(Text::tr("Cannot use the timeout"), Text::tr("it must be above zero"));
    }
    workspace.prometheus.timeout = *timeout;
    return {};
}

Result<void> setHeaders(Workspace &workspace, const std::vector<std::string> &headers)
{
    for (const std::string &header : headers) {
        const QString text = QString::fromStdString(header);
        const qsizetype colon = text.indexOf(u':');
        if (colon < 1) {
            return badOption(Text::tr("Cannot use the header \"%1\"").arg(text),
                             Text::tr("expected \"Name: value\""));
        }
        workspace.prometheus.headers.insert(text.left(colon).trimmed(),
                                            text.sliced(colon + 1).trimmed());
    }
    return {};
}

} // namespace

void addWorkspaceFileOption(CLI::App &command, WorkspaceArgument &argument)
{
    command
        .add_option("--workspace", argument.file,
                    "Workspace file: address, components, prices, names of metrics")
        ->type_name("FILE");
}

void addServerOptions(CLI::App &command, WorkspaceArgument &argument)
{
    command.add_option("--prometheus", argument.url, "Base URL, path prefix included")
        ->type_name("URL");
    command
        .add_option("--header", argument.headers,
                    "Extra header, such as 'X-Scope-OrgID: team'; may be repeated")
        ->type_name("NAME:VALUE")
        ->expected(1)
        ->take_all();
    command.add_option("--bearer-token-file", argument.tokenFile, "File with a bearer token")
        ->type_name("FILE");
    command.add_option("--ca", argument.ca, "File with the CA certificates to trust (PEM)")
        ->type_name("FILE");
    command
        .add_option("--timeout", argument.timeout,
                    "Deadline of a request; the workspace's, else " + argument.usualTimeout)
        ->type_name("DURATION");
}

void addWorkspaceOptions(CLI::App &command, WorkspaceArgument &argument)
{
    addWorkspaceFileOption(command, argument);
    addServerOptions(command, argument);
    command
        .add_option("--namespace", argument.namespaces,
                    "Namespace of the components, if there is no workspace; may be repeated")
        ->type_name("NAME")
        ->expected(1)
        ->take_all();
}

Result<Workspace> readWorkspaceArgument(const WorkspaceArgument &argument)
{
    Result<Workspace> read = argument.file.empty()
                                 ? Result<Workspace>(workspaceForUrl({}, {}))
                                 : fromFile(QString::fromStdString(argument.file));
    if (!read) {
        return read.error();
    }
    Workspace workspace = std::move(read).value();
    if (!argument.url.empty()) {
        if (const Result<void> set = setAddress(workspace, argument.url); !set) {
            return set.error();
        }
    }
    if (const Result<void> set = setHeaders(workspace, argument.headers); !set) {
        return set.error();
    }
    if (!workspace.prometheus.service.isEmpty() &&
        (!argument.tokenFile.empty() || !argument.ca.empty())) {
        return badOption(Text::tr("Cannot use --bearer-token-file and --ca"),
                         Text::tr("the workspace reaches its metrics server through the cluster, "
                                  "as its kubeconfig says"));
    }
    if (!argument.tokenFile.empty()) {
        workspace.prometheus.auth = {};
        workspace.prometheus.auth.kind = AuthKind::TokenFile;
        workspace.prometheus.auth.tokenFile = QString::fromStdString(argument.tokenFile);
    }
    if (!argument.ca.empty()) {
        workspace.prometheus.ca = QString::fromStdString(argument.ca);
    }
    if (!argument.namespaces.empty()) {
        workspace.namespaces.clear();
        for (const std::string &name : argument.namespaces) {
            workspace.namespaces << QString::fromStdString(name);
        }
    }
    if (const Result<void> set = setTimeout(workspace, argument); !set) {
        return set.error();
    }
    return workspace;
}

} // namespace spillway
