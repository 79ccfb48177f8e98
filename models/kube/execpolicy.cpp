// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/execpolicy.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExecPolicy)
};

bool isProgram(const QString &path)
{
    const QFileInfo info(path);
    return info.isFile() && info.isExecutable();
}

Error refused(const ExecQuestion &question, const QString &program)
{
    return execError(
        question, Text::tr("it may not run: it is not among the allowed helpers"),
        Text::tr("If you trust it, add %1 to plugins under kube in the workspace.").arg(program));
}

} // namespace

ExecPolicy ExecPolicy::fromWords(const QStringList &words)
{
    if (words == QStringList{u"all"_s}) {
        return {Kind::AllowAll, {}};
    }
    if (words == QStringList{u"none"_s}) {
        return {Kind::DenyAll, {}};
    }
    return {Kind::Allowlist, words.isEmpty() ? knownLoginHelpers() : words};
}

QStringList knownLoginHelpers()
{
    return {u"aws"_s,
            u"aws-iam-authenticator"_s,
            u"gke-gcloud-auth-plugin"_s,
            u"gcloud"_s,
            u"kubelogin"_s,
            u"kubectl"_s,
            u"doctl"_s,
            u"oci"_s,
            u"ibmcloud"_s,
            u"aliyun"_s,
            u"tsh"_s,
            u"kubectl-oidc_login"_s,
            u"pinniped"_s};
}

QString findProgram(const QString &command, const QString &path)
{
    if (command.contains(u'/')) {
        const QString absolute = QDir::cleanPath(command);
        return QDir::isAbsolutePath(absolute) && isProgram(absolute) ? absolute : QString{};
    }
    if (command.isEmpty()) {
        return {};
    }
    for (const QString &folder : path.split(QDir::listSeparator(), Qt::SkipEmptyParts)) {
        const QString candidate = QDir::cleanPath(folder + u'/' + command);
        if (QDir::isAbsolutePath(folder) && isProgram(candidate)) {
            return candidate;
        }
    }
    return {};
}

Result<QString> permittedProgram(const ExecQuestion &question, const ExecPolicy &policy,
                                 const QString &path)
{
    if (policy.kind == ExecPolicy::Kind::DenyAll) {
        return execError(question, Text::tr("it may not run: the workspace allows no helpers"),
                         Text::tr("If you trust it, add it to plugins under kube in the "
                                  "workspace."));
    }
    const QString program = findProgram(question.exec.command, path);
    if (program.isEmpty()) {
        const bool isPath = question.exec.command.contains(u'/');
        return execError(question,
                         isPath ? Text::tr("there is no program %1").arg(question.exec.command)
                                : Text::tr("there is no program “%1” in the folders of PATH")
                                      .arg(question.exec.command),
                         question.exec.installHint.isEmpty()
                             ? Text::tr("Install it, or give its whole path as command.")
                             : question.exec.installHint);
    }
    if (policy.kind == ExecPolicy::Kind::AllowAll) {
        return program;
    }
    const bool allowed =
        std::any_of(policy.allowed.begin(), policy.allowed.end(),
                    [&](const QString &entry) { return findProgram(entry, path) == program; });
    return allowed ? Result<QString>{program} : refused(question, program);
}

} // namespace spillway
