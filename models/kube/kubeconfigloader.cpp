// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/kubeconfigloader.h"

#include "core/result.h"
#include "kube/kubeconfigreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Kubeconfig)
};

constexpr qint64 largestFile = 10LL * 1024 * 1024;

Error fileError(const QString &path, const QString &why, const QString &advice)
{
    return Error{.code = ErrorCode::File,
                 .what = Text::tr("The kubeconfig file cannot be read"),
                 .where = path,
                 .why = why,
                 .advice = advice};
}

Result<QByteArray> bytesOf(const QString &path)
{
    if (!QFileInfo(path).isFile()) {
        return fileError(path, Text::tr("it is not a file"),
                         Text::tr("Give the path of a kubeconfig file."));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fileError(path, file.errorString(), Text::tr("Check the path and its permissions."));
    }
    if (file.size() > largestFile) {
        return fileError(path, Text::tr("it is larger than 10 MB"),
                         Text::tr("Give the path of a kubeconfig file."));
    }
    return file.readAll();
}

void append(std::vector<Error> &to, const std::vector<Error> &more)
{
    to.insert(to.end(), more.begin(), more.end());
}

void loadOne(const QString &path, KubeconfigLoading &loading)
{
    const Result<QByteArray> bytes = bytesOf(path);
    if (!bytes) {
        loading.errors.push_back(bytes.error());
        return;
    }
    const KubeconfigReading reading = readKubeconfig(*bytes, path);
    append(loading.errors, reading.errors);
    append(loading.warnings, reading.warnings);
    mergeKubeconfig(loading.config, reading.config);
}

} // namespace

QStringList kubeconfigFiles(const KubeconfigSources &sources)
{
    const auto absolute = [](const QString &path) { return QFileInfo(path).absoluteFilePath(); };
    if (!sources.explicitFile.isEmpty()) {
        return {absolute(sources.explicitFile)};
    }
    const QString listed = sources.environment.value(u"KUBECONFIG"_s);
    if (listed.isEmpty()) {
        const QString home =
            sources.home.isEmpty() ? sources.environment.value(u"HOME"_s) : sources.home;
        return home.isEmpty() ? QStringList{} : QStringList{absolute(home + u"/.kube/config"_s)};
    }
    QStringList files;
    for (const QString &path : listed.split(QDir::listSeparator(), Qt::SkipEmptyParts)) {
        files << absolute(path);
    }
    files.removeDuplicates();
    return files;
}

KubeconfigLoading loadKubeconfig(const KubeconfigSources &sources)
{
    KubeconfigLoading loading;
    loading.files = kubeconfigFiles(sources);
    const bool isExplicit = !sources.explicitFile.isEmpty();
    qsizetype missing = 0;
    for (const QString &path : std::as_const(loading.files)) {
        if (QFileInfo::exists(path)) {
            loadOne(path, loading);
        } else if (isExplicit) {
            loading.errors.push_back(
                fileError(path, Text::tr("there is no such file"),
                          Text::tr("Give the path of a kubeconfig file, or none for the usual "
                                   "one.")));
        } else {
            ++missing;
        }
    }
    if (missing > 0 && missing == loading.files.size()) {
        loading.warnings.push_back(fileError(loading.files.join(QDir::listSeparator()),
                                             Text::tr("there is no such file"),
                                             Text::tr("Log in to the cluster with its own tool "
                                                      "first, or set KUBECONFIG.")));
    }
    return loading;
}

} // namespace spillway
