// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The API server of the demo as a program of its own, to look at it with kubectl, curl and
// tests/data/wire/replay.py: kubeserverhost FOLDER [bare]
// writes admin.kubeconfig, oncall.kubeconfig, viewer.kubeconfig, ca.crt, admin.crt and admin.key
// into the folder, prints its address and the tokens' users, and ends with its standard input.
#include "kubeserver/kubeapiserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace spillway;
using namespace spillway::demo;

namespace {

bool write(const QString &path, const QByteArray &bytes)
{
    QFile::remove(path);
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
           file.write(bytes) == bytes.size();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QTextStream out(stdout);
    if (arguments.size() < 2 || !QDir().mkpath(arguments.at(1))) {
        out << "usage: kubeserverhost FOLDER [bare]\n";
        return 2;
    }
    const QDir folder(arguments.at(1));
    KubeApiServer::Options options;
    options.users = {{u"oncall"_s, u"1001"_s, {u"ops"_s}, {}},
                     {u"viewer"_s, {}, {u"viewers"_s}, {}}};
    options.controllers = arguments.value(2) != "bare"_L1;
    const auto started = KubeApiServer::start(options);
    if (!started) {
        out << started.error().sentence() << '\n';
        return 1;
    }
    const KubeApiServer &server = **started;
    bool written = write(folder.filePath(u"ca.crt"_s), server.authority()) &&
                   write(folder.filePath(u"admin.crt"_s), server.adminCertificate().certificate) &&
                   write(folder.filePath(u"admin.key"_s), server.adminCertificate().key);
    for (const QString &user : {u"admin"_s, u"oncall"_s, u"viewer"_s}) {
        written =
            written &&
            server.writeKubeconfig(folder.filePath(user + u".kubeconfig"_s), user, u"kotaemon"_s)
                .ok() &&
            write(folder.filePath(user + u".token"_s), server.token(user));
    }
    out << server.url() << '\n';
    out.flush();
    QTextStream(stdin).readAll();
    return written ? 0 : 1;
}
