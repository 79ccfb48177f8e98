// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout/importer.h"

#include "policy/manifest.h"
#include "policy/policychecker.h"
#include "policy/policywriter.h"
#include "rollout/importdraft.h"

#include <QCoreApplication>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

Error failure(ErrorCode code, const ImportInput &input, const QString &why, const QString &advice)
{
    return Error{.code = code,
                 .what = Text::tr("The namespace cannot be imported"),
                 .where = input.nameSpace,
                 .why = why,
                 .advice = advice};
}

/// Names of the policies that wrote something here, sorted.
QStringList policiesIn(const std::vector<QJsonObject> &objects)
{
    QStringList names;
    for (const QJsonObject &object : objects) {
        const QString name = importOwner(object);
        if (!name.isEmpty() && !names.contains(name)) {
            names << name;
        }
    }
    names.sort();
    return names;
}

Result<QString> chooseName(const ImportInput &input)
{
    const QStringList found = policiesIn(input.objects);
    if (input.name.isEmpty() && found.size() > 1) {
        return failure(ErrorCode::InvalidInput, input,
                       Text::tr("there are several policies: %1").arg(found.join(u", "_s)),
                       Text::tr("Say which one, with its name."));
    }
    const QString name = !input.name.isEmpty() ? input.name
                         : found.isEmpty()     ? input.nameSpace
                                               : found.front();
    if (!isDnsLabel(name)) {
        return failure(ErrorCode::InvalidInput, input,
                       Text::tr("“%1” cannot be the name of a policy").arg(name),
                       Text::tr("Use lower case letters, digits and “-”, at most 63 of them."));
    }
    return name;
}

/// The last words about what was left out, for an import of which nothing is left.
QString reasons(const std::vector<ImportNote> &notes)
{
    constexpr qsizetype most = 5;
    QStringList texts;
    for (const ImportNote &note : notes) {
        if (note.id == u"omitted" && texts.size() < most) {
            texts << u"%1: %2"_s.arg(note.object, note.text);
        }
    }
    return texts.isEmpty() ? Text::tr("there is no autoscaler, and no circuit breaker of a mesh")
                           : texts.join(u' ');
}

} // namespace

Result<ImportedPolicy> importPolicy(const ImportInput &input)
{
    const Result<QString> name = chooseName(input);
    if (!name) {
        return name.error();
    }
    ImportDraft draft(input, *name);
    if (draft.takeRevision()) {
        return draft.takeResult();
    }
    draft.takeObjects();
    if (!draft.settle()) {
        return failure(ErrorCode::NotFound, input, reasons(draft.notes()), {});
    }
    return draft.takeResult();
}

} // namespace spillway
