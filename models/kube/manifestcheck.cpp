// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kube/manifestcheck.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace spillway::kube {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Kube)
};

/// The fields of the kinds we write that are 64 bits wide; all other whole numbers of the API are
/// int32. https://kubernetes.io/docs/reference/kubernetes-api/
constexpr std::array wideFields{
    "startingDeadlineSeconds"_L1,
    "activeDeadlineSeconds"_L1,
    "terminationGracePeriodSeconds"_L1,
    "deletionGracePeriodSeconds"_L1,
    "tolerationSeconds"_L1,
    "expirationSeconds"_L1,
    "runAsUser"_L1,
    "runAsGroup"_L1,
    "fsGroup"_L1,
    "supplementalGroups"_L1,
    "generation"_L1,
    "observedGeneration"_L1,
};

bool isTooWide(const QJsonValue &value)
{
    const double number = value.toDouble();
    return std::trunc(number) == number && (number < double{std::numeric_limits<qint32>::min()} ||
                                            number > double{std::numeric_limits<qint32>::max()});
}

void checkNumbers(const QJsonValue &value, const QString &path, QList<StatusCause> &causes)
{
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const bool isWide = std::any_of(wideFields.begin(), wideFields.end(),
                                            [&it](QLatin1String wide) { return it.key() == wide; });
            if (!isWide) {
                checkNumbers(it.value(), path.isEmpty() ? it.key() : path + u'.' + it.key(),
                             causes);
            }
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            checkNumbers(array.at(i), path + u'[' + QString::number(i) + u']', causes);
        }
    } else if (value.isDouble() && isTooWide(value)) {
        causes.append({u"FieldValueInvalid"_s,
                       Text::tr("%1 does not fit in 32 bits; the server would store another number "
                                "without saying so")
                           .arg(value.toDouble(), 0, 'f', 0),
                       path});
    }
}

void expect(const QString &found, const QString &wanted, const QString &field,
            QList<StatusCause> &causes)
{
    if (found != wanted) {
        causes.append({u"FieldValueInvalid"_s,
                       Text::tr("is \"%1\" and must be \"%2\"").arg(found, wanted), field});
    }
}

/// As the server calls it.
QString reasonOf(ManifestProblem::Kind kind)
{
    switch (kind) {
    case ManifestProblem::Kind::UnknownField:
        return u"FieldValueNotSupported"_s;
    case ManifestProblem::Kind::WrongType:
        return u"FieldValueTypeInvalid"_s;
    case ManifestProblem::Kind::DuplicateKey:
        return u"FieldValueDuplicate"_s;
    case ManifestProblem::Kind::Missing:
        return u"FieldValueRequired"_s;
    case ManifestProblem::Kind::NotAChoice:
        return u"FieldValueNotSupported"_s;
    default:
        return u"FieldValueInvalid"_s;
    }
}

} // namespace

QList<StatusCause> checkManifest(const ObjectRef &object, const QJsonObject &manifest,
                                 const SchemaNode *schema, ManifestValidator::Extent extent)
{
    QList<StatusCause> causes;
    const QJsonObject meta = manifest.value("metadata"_L1).toObject();
    expect(manifest.value("apiVersion"_L1).toString(), object.resource.apiVersion(),
           u"apiVersion"_s, causes);
    expect(manifest.value("kind"_L1).toString(), object.resource.kind, u"kind"_s, causes);
    expect(meta.value("name"_L1).toString(), object.name, u"metadata.name"_s, causes);
    if (object.resource.namespaced && meta.contains("namespace"_L1)) {
        expect(meta.value("namespace"_L1).toString(), object.ns, u"metadata.namespace"_s, causes);
    }
    if (meta.contains("managedFields"_L1)) {
        causes.append(
            {u"FieldValueForbidden"_s, Text::tr("must not be sent"), u"metadata.managedFields"_s});
    }
    if (schema == nullptr) {
        checkNumbers(manifest, {}, causes);
        return causes;
    }
    const std::vector<ManifestProblem> problems =
        ManifestValidator::check(*schema, manifest, extent);
    causes.reserve(causes.size() + static_cast<qsizetype>(problems.size()));
    for (const ManifestProblem &problem : problems) {
        causes.append({reasonOf(problem.kind), problem.message, problem.path});
    }
    return causes;
}

Result<QJsonObject> checkedManifest(const ObjectRef &object, const QByteArray &body,
                                    const SchemaNode *schema, ManifestValidator::Extent extent,
                                    QList<StatusCause> &causes)
{
    Error error{.code = ErrorCode::InvalidInput,
                .what = Text::tr("This cannot be sent to the cluster"),
                .where = object.toString()};
    // The server reads JSON with a YAML parser, which does not put such pairs together (S2).
    static const QRegularExpression surrogate(QStringLiteral(R"((?<!\\)(?:\\\\)*\\u[dD][89abAB])"));
    if (surrogate.match(QString::fromUtf8(body)).hasMatch()) {
        error.why = Text::tr("it writes characters as pairs of escapes, which the server does not "
                             "understand; it must hold them as UTF-8");
        return error;
    }
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (!document.isObject()) {
        error.why = problem.error == QJsonParseError::NoError ? Text::tr("it is not a JSON object")
                                                              : problem.errorString();
        return error;
    }
    causes = checkManifest(object, document.object(), schema, extent);
    if (causes.isEmpty()) {
        return document.object();
    }
    QStringList sentences;
    sentences.reserve(causes.size());
    for (const StatusCause &cause : std::as_const(causes)) {
        sentences.append(cause.field.isEmpty() ? cause.message
                                               : QString{cause.field + u": "_s + cause.message});
    }
    error.why = sentences.join(u"; "_s);
    return error;
}

} // namespace spillway::kube
