// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policymigration.h"

#include <QCoreApplication>

#include <algorithm>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Policy)
};

YamlValue *versionOf(YamlValue &root)
{
    const auto found =
        std::find_if(root.entries.begin(), root.entries.end(),
                     [](const YamlEntry &entry) { return entry.key == "apiVersion"_L1; });
    return found == root.entries.end() ? nullptr : &found->value;
}

Error unknownVersion(const QString &file, const YamlValue &version)
{
    Error error;
    error.code = ErrorCode::UnsupportedVersion;
    error.what = Text::tr("The policy is of another version of Spillway");
    error.where = file;
    error.why =
        Text::tr("its format is %1, this program knows %2").arg(version.text, policyApiVersion);
    error.advice = Text::tr("Update Spillway. The file was not changed.");
    error.position = DocumentPosition{file, version.line, version.column, u"apiVersion"_s};
    return error;
}

} // namespace

std::span<const PolicyMigration> policyMigrations()
{
    return {};
}

Result<YamlDocument> migratePolicy(YamlDocument document, std::span<const PolicyMigration> steps)
{
    std::optional<Error> refused;
    document.edit([&](YamlValue &root) {
        YamlValue *version = versionOf(root);
        while (version != nullptr && version->text != policyApiVersion &&
               version->text.startsWith(u"spillway.dev/"_s)) {
            const auto step =
                std::find_if(steps.begin(), steps.end(),
                             [&](const PolicyMigration &one) { return one.from == version->text; });
            if (step == steps.end()) {
                refused = unknownVersion(document.file(), *version);
                return;
            }
            step->change(root);
            version = versionOf(root);
            if (version != nullptr) {
                version->text = step->to;
            }
        }
    });
    if (refused) {
        return *std::move(refused);
    }
    return document;
}

} // namespace spillway
