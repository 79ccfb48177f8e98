// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rollout/importer.h"

#include <QJsonArray>
#include <QSet>

#include <functional>
#include <initializer_list>
#include <optional>

namespace spillway {

/// Where notes about one object go.
class ImportScope
{
public:
    /// The list must outlive it.
    ImportScope(QString object, std::vector<ImportNote> &notes);

    [[nodiscard]] const QString &object() const { return m_object; }
    void note(QLatin1String id, const QString &path, const QString &text) const;
    void omitted(const QString &path) const; ///< the policy has no place for it

private:
    QString m_object;
    std::vector<ImportNote> *m_notes;
};

/// "ScaledObject web".
[[nodiscard]] QString importedName(const QJsonObject &object);

/// A map of an object while it is read. Whatever nobody asked for when it goes out of scope is
/// noted, so that nothing of an object is dropped in silence. Values that mean nothing (false, "",
/// {}, []) are no loss.
class ImportFields
{
public:
    using Read = std::function<void(ImportFields &)>;

    /// The scope must outlive it.
    ImportFields(QJsonObject map, QString path, const ImportScope &scope);
    ~ImportFields();
    Q_DISABLE_COPY_MOVE(ImportFields)

    [[nodiscard]] bool has(QLatin1String key) const;
    [[nodiscard]] QJsonValue value(QLatin1String key);
    [[nodiscard]] QString text(QLatin1String key, const QString &fallback = {});
    [[nodiscard]] std::optional<int> integer(QLatin1String key);
    /// Metadata of triggers are texts. Nothing (and a note) if the text is no finite number.
    [[nodiscard]] std::optional<double> number(QLatin1String key);
    [[nodiscard]] std::optional<std::int64_t> wholeNumber(QLatin1String key);
    [[nodiscard]] bool flag(QLatin1String key, bool fallback);
    /// All of a map of texts.
    [[nodiscard]] PolicyTexts texts(QLatin1String key);
    /// Without a policy's place because it means nothing to one.
    void skip(std::initializer_list<QLatin1String> keys);

    void in(QLatin1String key, const Read &read);   ///< if there is such a map
    void each(QLatin1String key, const Read &read); ///< maps of a list

    [[nodiscard]] QString pathOf(QLatin1String key) const;
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const ImportScope &scope() const { return m_scope; }
    void note(QLatin1String id, QLatin1String key, const QString &text) const;
    /// One note for the map as a whole; none for its parts.
    void omit(const QString &why);
    /// Was omit() called?
    [[nodiscard]] bool isOmitted() const { return m_omitted; }

private:
    QJsonObject m_map;
    QString m_path;
    const ImportScope &m_scope;
    QSet<QString> m_read;
    bool m_omitted = false;
};

} // namespace spillway
