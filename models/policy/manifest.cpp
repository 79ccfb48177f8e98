// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/manifest.h"

#include "policy/policy.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

/// What may stand in an object's name; everything else becomes "-".
QString allowed(QString text)
{
    static const QRegularExpression strange(u"[^a-z0-9.-]+"_s);
    static const QRegularExpression edges(u"^[-.]+|[-.]+$"_s);
    return text.toLower().replace(strange, u"-"_s).remove(edges);
}

QString shortHash(const QStringList &parts)
{
    const QByteArray whole = parts.join(QChar(u'\0')).toUtf8();
    constexpr qsizetype digits = 8;
    return QString::fromLatin1(
        QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex().first(digits));
}

} // namespace

QString Manifest::kind() const
{
    return object.value("kind"_L1).toString();
}

QString Manifest::name() const
{
    return object.value("metadata"_L1).toObject().value("name"_L1).toString();
}

QString Manifest::nameSpace() const
{
    return object.value("metadata"_L1).toObject().value("namespace"_L1).toString();
}

QString Manifest::sourceOf(const QString &fieldPath) const
{
    QString path = fieldPath.startsWith(u'.') ? fieldPath.sliced(1) : fieldPath;
    while (!path.isEmpty() && !sources.contains(path)) {
        const qsizetype end = std::max(path.lastIndexOf(u'.'), path.lastIndexOf(u'['));
        path.truncate(std::max<qsizetype>(end, 0));
    }
    return sources.value(path);
}

QString objectName(const QStringList &parts, qsizetype limit)
{
    QStringList clean;
    std::transform(parts.begin(), parts.end(), std::back_inserter(clean), allowed);
    const QString joined = clean.join(u'.');
    const bool sameParts = clean == parts;
    if (sameParts && joined.size() <= limit) {
        return joined;
    }
    const QString hash = shortHash(parts);
    const QString start = allowed(joined.left(limit - hash.size() - 1));
    return start.isEmpty() ? u"x-"_s + hash : QString{start + u'-' + hash};
}

QString scalerName(const Policy &policy, const PolicyComponent &component)
{
    const bool keda = component.engine == PolicyComponent::Engine::Keda;
    return objectName({policy.name, component.name},
                      keda ? longestScaledObjectName : longestLabelName);
}

QString scheduleName(const Policy &policy)
{
    return objectName({u"spillway-schedule-"_s + policy.name}, longestCronJobName);
}

QString settingsName(const Policy &policy)
{
    return objectName({u"spillway-settings-"_s + policy.name}, longestName);
}

QString alertsName(const Policy &policy)
{
    return objectName({u"spillway-"_s + policy.name}, longestName);
}

QString meshName(const Policy &policy, const PolicyComponent &component,
                 const PolicyBreaker &breaker)
{
    return objectName({policy.name, component.name, breaker.spec.name}, longestName);
}

QString revisionName(const Policy &policy, int revision)
{
    return u"spillway-revision-%1-%2"_s.arg(policy.name).arg(revision);
}

Manifest newManifest(const Policy &policy, const QString &apiVersion, const QString &kind,
                     const QString &name, const PolicyComponent *component)
{
    QJsonObject labels;
    for (auto label = policy.labels.begin(); label != policy.labels.end(); ++label) {
        labels.insert(label.key(), label.value());
    }
    labels.insert(managedByLabel, u"spillway"_s);
    labels.insert(policyLabel, policy.name);
    if (component != nullptr) {
        labels.insert(componentLabel, component->name);
    }
    Manifest manifest;
    manifest.object = QJsonObject{{u"apiVersion"_s, apiVersion},
                                  {u"kind"_s, kind},
                                  {u"metadata"_s, QJsonObject{{u"name"_s, name},
                                                              {u"namespace"_s, policy.nameSpace},
                                                              {u"labels"_s, labels}}}};
    manifest.sources.insert({}, u"metadata"_s);
    manifest.sources.insert(u"metadata.labels"_s, u"metadata.labels"_s);
    return manifest;
}

} // namespace spillway
