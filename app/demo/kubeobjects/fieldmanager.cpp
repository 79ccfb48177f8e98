// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "kubeobjects/fieldmanager.h"

#include "kubeobjects/jsontools.h"
#include "kubeobjects/versions.h"

#include <set>

using namespace Qt::StringLiterals;

namespace spillway::demo {

namespace {

/// What nobody owns: the server writes it, or it names the object.
const FieldSet &strippedFields()
{
    static const FieldSet fields = [] {
        FieldSet set;
        const PathStep meta = PathStep::field(u"metadata"_s);
        set.insert({PathStep::field(u"apiVersion"_s)});
        set.insert({PathStep::field(u"kind"_s)});
        set.insert({meta});
        for (const QString &name :
             {u"name"_s, u"namespace"_s, u"creationTimestamp"_s, u"selfLink"_s, u"uid"_s,
              u"clusterName"_s, u"generation"_s, u"managedFields"_s, u"resourceVersion"_s}) {
            set.insert({meta, PathStep::field(name)});
        }
        return set;
    }();
    return fields;
}

QJsonObject withoutManagedFields(QJsonObject object)
{
    removeAt(object, {u"metadata"_s, u"managedFields"_s});
    return object;
}

void dropEmpty(ManagedFields &managed)
{
    std::erase_if(managed, [](const auto &entry) { return entry.second.set.isEmpty(); });
}

void storeManaged(QJsonObject &object, const ManagedFields &managed)
{
    const QJsonArray entries = encodeManagedFields(managed);
    setAt(object, {u"metadata"_s, u"managedFields"_s},
          entries.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(entries));
}

QJsonArray entriesOf(const QJsonObject &object)
{
    return valueAt(object, {u"metadata"_s, u"managedFields"_s}).toArray();
}

} // namespace

FieldManager::FieldManager(Scope scope)
    : m_scope(std::move(scope))
{}

QString FieldManager::timestamp() const
{
    return m_scope.now.toUTC().toString(Qt::ISODate);
}

QJsonObject FieldManager::inVersion(const QJsonObject &object, const QString &apiVersion) const
{
    if (apiVersion == m_scope.apiVersion) {
        return object;
    }
    return convertObject(m_scope.type, object, m_scope.version, apiVersion.section(u'/', -1));
}

const SchemaNode *FieldManager::schemaOf(const QString &apiVersion) const
{
    if (apiVersion == m_scope.apiVersion) {
        return m_scope.schema.get();
    }
    return m_scope.type.schema(apiVersion.section(u'/', -1)).get();
}

/// Whoever else owns a field that changes loses it, or objects.
FieldManager::Step FieldManager::takeOver(const QJsonObject &live, const QJsonObject &fresh,
                                          ManagedFields managed, const ManagerId &self,
                                          bool force) const
{
    Step step;
    std::map<QString, Comparison> byVersion;
    const auto compareIn = [&](const QString &apiVersion) -> const Comparison & {
        const auto found = byVersion.find(apiVersion);
        if (found != byVersion.end()) {
            return found->second;
        }
        Comparison compared = compareValues(schemaOf(apiVersion), inVersion(live, apiVersion),
                                            inVersion(fresh, apiVersion));
        compared.added = compared.added.withoutTrees(m_scope.ignored);
        compared.modified = compared.modified.withoutTrees(m_scope.ignored);
        compared.removed = compared.removed.withoutTrees(m_scope.ignored);
        return byVersion.emplace(apiVersion, std::move(compared)).first->second;
    };
    step.comparison = compareIn(m_scope.apiVersion);
    for (const auto &[id, entry] : managed) {
        if (id == self) {
            continue;
        }
        const Comparison &changes = compareIn(entry.apiVersion);
        FieldSet touched = entry.set.common(changes.modified.united(changes.added));
        if (!touched.isEmpty()) {
            step.conflicts[id] = {std::move(touched), entry.apiVersion, {}};
        }
    }
    if (!force && !step.conflicts.empty()) {
        return step;
    }
    for (auto &[id, entry] : managed) {
        if (id == self) {
            continue;
        }
        if (const auto lost = step.conflicts.find(id); lost != step.conflicts.end()) {
            entry.set = entry.set.without(lost->second.set);
        }
        entry.set = entry.set.without(compareIn(entry.apiVersion).removed);
    }
    step.conflicts.clear();
    dropEmpty(managed);
    step.managed = std::move(managed);
    return step;
}

ManagedFields FieldManager::updated(const QJsonObject &live, const QJsonObject &fresh,
                                    ManagedFields managed, const ManagerId &self) const
{
    // The write is its own manager first: what the same manager owned before is treated like
    // anybody's, and joined afterwards.
    const ManagerId current{u"current-operation"_s, u"Update"_s, {}, {}};
    Step step = takeOver(live, fresh, std::move(managed), current, true);
    FieldSet taken =
        step.comparison.modified.united(step.comparison.added).without(strippedFields());
    if (!taken.isEmpty()) {
        ManagerEntry &entry = step.managed[self];
        entry.set = entry.set.united(taken);
        entry.apiVersion = m_scope.apiVersion;
        entry.time = timestamp();
    }
    return std::move(step.managed);
}

ManagedFields FieldManager::managedForUpdate(const QJsonObject &live,
                                             const QJsonObject &fresh) const
{
    const QJsonArray sent = entriesOf(fresh);
    if (m_scope.subresource.isEmpty() && sent.size() == 1 && sent[0].toObject().isEmpty()) {
        return {}; // [{}] is the way to reset ownership
    }
    std::optional<ManagedFields> managed;
    if (m_scope.subresource.isEmpty() && !sent.isEmpty()) {
        managed = decodeManagedFields(sent);
    }
    if (!managed || managed->empty()) {
        managed = decodeManagedFields(entriesOf(live));
    }
    return managed.value_or(ManagedFields());
}

void FieldManager::update(const QJsonObject &live, QJsonObject &fresh, const QString &manager) const
{
    ManagedFields managed = managedForUpdate(live, fresh);
    const QJsonObject before = withoutManagedFields(live);
    fresh = withoutManagedFields(fresh);
    const bool creating = textAt(live, {u"metadata"_s, u"uid"_s}).isEmpty();
    if (managed.empty() && !creating) {
        return; // nobody tracks this object: it stays so until somebody applies
    }
    const ManagerId self{manager, u"Update"_s, m_scope.apiVersion, m_scope.subresource};
    storeManaged(fresh, updated(before, fresh, std::move(managed), self));
}

FieldManager::Applied FieldManager::apply(const QJsonObject &live, const QJsonObject &applied,
                                          const QString &manager, bool force) const
{
    const QJsonObject before = withoutManagedFields(live);
    ManagedFields managed = decodeManagedFields(entriesOf(live)).value_or(ManagedFields());
    if (managed.empty()) {
        // What was there before the first apply belongs to a manager of that name.
        const QJsonObject nothing = emptyObject(m_scope.type, m_scope.version);
        const ManagerId earlier{u"before-first-apply"_s, u"Update"_s, m_scope.apiVersion,
                                m_scope.subresource};
        managed = updated(nothing, before, {}, earlier);
    }
    const ManagerId self{manager, u"Apply"_s, {}, m_scope.subresource};
    const std::optional<ManagerEntry> last =
        managed.contains(self) ? std::optional(managed.at(self)) : std::nullopt;
    FieldSet set = fieldsOf(m_scope.schema.get(), applied).withoutTrees(m_scope.ignored);
    set = set.without(strippedFields());
    managed[self] = {std::move(set), m_scope.apiVersion, last ? last->time : QString()};

    QJsonObject merged = mergeValues(m_scope.schema.get(), before, applied).toObject();
    if (last && !last->set.isEmpty()) {
        merged = pruned(merged, managed, *last);
    }
    Step step = takeOver(before, merged, managed, self, force);
    if (!step.conflicts.empty()) {
        return {applyConflict(step.conflicts), {}};
    }
    if (step.comparison.isSame()) {
        merged = before; // nothing changes: not even the time of the entry
    } else if (const auto own = step.managed.find(self); own != step.managed.end()) {
        own->second.time = timestamp();
    }
    dropEmpty(step.managed);
    storeManaged(merged, step.managed);
    return {std::nullopt, merged};
}

/// Without what this manager owned, does not name any more, and nobody else owns.
QJsonObject FieldManager::pruned(const QJsonObject &merged, const ManagedFields &managed,
                                 const ManagerEntry &last) const
{
    const SchemaNode *schema = schemaOf(last.apiVersion);
    const QJsonObject converted = inVersion(merged, last.apiVersion);
    const FieldSet owned = last.set.withNamedParents(schema);
    QJsonObject kept = removeFields(schema, converted, owned).toObject();
    if (last.apiVersion != m_scope.apiVersion) {
        kept =
            convertObject(m_scope.type, kept, last.apiVersion.section(u'/', -1), m_scope.version);
    }
    kept = addedBack(merged, kept, managed);
    // Fields that dangle below something that was removed, but that this manager never owned.
    const SchemaNode *own = m_scope.schema.get();
    const FieldSet all = fieldsOf(own, merged).withNamedParents(own);
    const FieldSet left = fieldsOf(own, kept).withNamedParents(own);
    return removeFields(own, merged, all.without(left).common(last.set.withNamedParents(own)))
        .toObject();
}

QJsonObject FieldManager::addedBack(const QJsonObject &merged, const QJsonObject &pruned,
                                    const ManagedFields &managed) const
{
    std::map<QString, FieldSet> byVersion;
    for (const auto &entry : managed) {
        FieldSet &set = byVersion[entry.second.apiVersion];
        set = set.united(entry.second.set);
    }
    QJsonObject result = pruned;
    for (const auto &[apiVersion, set] : byVersion) {
        const SchemaNode *schema = schemaOf(apiVersion);
        const QJsonObject full = inVersion(merged, apiVersion);
        const FieldSet all = fieldsOf(schema, full).withNamedParents(schema);
        const FieldSet left =
            fieldsOf(schema, inVersion(result, apiVersion)).withNamedParents(schema);
        const FieldSet gone = all.without(left).without(set.withNamedParents(schema));
        result = removeFields(schema, full, gone).toObject();
        if (apiVersion != m_scope.apiVersion) {
            result =
                convertObject(m_scope.type, result, apiVersion.section(u'/', -1), m_scope.version);
        }
    }
    return result;
}

} // namespace spillway::demo
