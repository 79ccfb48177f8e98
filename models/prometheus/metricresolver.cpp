// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus/metricresolver.h"

#include "prometheus/logicalmetrics.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace spillway {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MetricResolver)
};

/// A suffix that an exporter adds for a unit, and what its values are worth in the logical unit.
struct UnitSuffix
{
    std::string_view suffix;
    double scale;
};

constexpr UnitSuffix secondsSuffixes[] = {{"_seconds", 1},
                                          {"", 1},
                                          {"_milliseconds", 1e-3},
                                          {"_seconds_milliseconds", 1e-3},
                                          {"_ms", 1e-3},
                                          {"_microseconds", 1e-6},
                                          {"_seconds_microseconds", 1e-6},
                                          {"_minutes", 60}};
constexpr UnitSuffix ratioSuffixes[] = {{"", 1}, {"_ratio", 1}, {"_percent", 0.01}};
constexpr UnitSuffix bytesSuffixes[] = {{"_bytes", 1},       {"", 1},
                                        {"_kilobytes", 1e3}, {"_kibibytes", 1024},
                                        {"_megabytes", 1e6}, {"_mebibytes", 1024.0 * 1024}};
constexpr UnitSuffix tokensSuffixes[] = {{"", 1}, {"_tokens", 1}, {"_ratio", 1}};
constexpr UnitSuffix plainSuffixes[] = {{"", 1}, {"_ratio", 1}, {"_requests", 1}, {"_calls", 1}};

QString text(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

std::span<const UnitSuffix> unitSuffixes(std::string_view unit)
{
    if (unit == "seconds") {
        return secondsSuffixes;
    }
    if (unit == "ratio") {
        return ratioSuffixes;
    }
    if (unit == "bytes") {
        return bytesSuffixes;
    }
    return unit == "tokens" ? std::span<const UnitSuffix>(tokensSuffixes) : plainSuffixes;
}

/// What a bare name is worth if only the metadata tells its unit.
double metadataScale(std::string_view wanted, std::string_view has)
{
    if (wanted == "seconds") {
        return has == "ms" || has == "milliseconds"   ? 1e-3
               : has == "us" || has == "microseconds" ? 1e-6
                                                      : 1;
    }
    return wanted == "ratio" && (has == "%" || has == "percent") ? 0.01 : 1;
}

bool plainCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == ':';
}

/// As OpenTelemetry's translator does: other characters become '_', runs collapse.
std::string normalized(std::string_view name)
{
    std::string out;
    out.reserve(name.size());
    for (const char c : name) {
        const char plain = plainCharacter(c) ? c : '_';
        if (plain != '_' || out.empty() || out.back() != '_') {
            out.push_back(plain);
        }
    }
    return out;
}

std::string_view withoutSuffix(std::string_view name, std::string_view suffix)
{
    return name.ends_with(suffix) ? name.substr(0, name.size() - suffix.size()) : name;
}

/// Names of a backend by their normalized form, only those that begin with a stem.
class Index
{
public:
    Index(const MetricCatalog &catalog, const std::vector<std::string> &stems)
        : m_catalog(catalog)
    {
        for (const std::string &name : catalog.names) {
            // There may be 50,000 names; most differ in the first character.
            const char first = name.empty() || !plainCharacter(name[0]) ? '_' : name[0];
            if (std::none_of(stems.begin(), stems.end(), [first](const std::string &stem) {
                    return stem.empty() || stem.front() == first;
                })) {
                continue;
            }
            const std::string plain = normalized(name);
            if (std::any_of(stems.begin(), stems.end(), [&plain](const std::string &stem) {
                    return plain.starts_with(stem);
                })) {
                std::vector<std::string> &known = m_names[plain];
                // A name that needs no translation goes before dotted ones.
                known.insert(name == plain ? known.begin() : known.end(), name);
            }
        }
    }

    [[nodiscard]] const std::vector<std::string> *find(const std::string &plain) const
    {
        const auto found = m_names.find(plain);
        return found == m_names.end() ? nullptr : &found->second;
    }
    [[nodiscard]] MetricMetadata metadata(const std::string &family) const
    {
        auto found = m_catalog.metadata.find(family);
        // OpenMetrics' metadata of a counter has no _total, unless that is another metric.
        const std::string base(withoutSuffix(family, "_total"));
        if (found == m_catalog.metadata.end() && !find(normalized(base))) {
            found = m_catalog.metadata.find(base);
        }
        return found == m_catalog.metadata.end() ? MetricMetadata{} : found->second;
    }

private:
    const MetricCatalog &m_catalog;
    std::unordered_map<std::string, std::vector<std::string>> m_names;
};

struct Candidate
{
    std::string family; ///< as it exists
    MetricShape shape = MetricShape::Gauge;
    double scale = 1;
    bool alias = false;
};

MetricShape bareShape(const Index &index, const std::string &name, LogicalKind kind)
{
    switch (index.metadata(name).type) {
    case MetricType::Counter:
        return MetricShape::Counter;
    case MetricType::Gauge:
        return MetricShape::Gauge;
    case MetricType::Histogram:
        return MetricShape::NativeHistogram;
    case MetricType::Summary:
    case MetricType::Unknown:
        break;
    }
    const std::string plain = normalized(name);
    // "dialog_turn_count" may be the count of a histogram called "dialog_turn".
    const bool partOfHistogram =
        plain.ends_with("_count") &&
        index.find(std::string(withoutSuffix(plain, "_count")) + "_bucket") != nullptr;
    if (plain.ends_with("_total") || partOfHistogram || kind == LogicalKind::Counter) {
        return plain.ends_with("_ratio") ? MetricShape::Gauge : MetricShape::Counter;
    }
    return kind == LogicalKind::Histogram ? MetricShape::NativeHistogram : MetricShape::Gauge;
}

/// All metrics of one name, dotted and plain, classic before bare.
void addCandidates(std::vector<Candidate> &to, const Index &index, const std::string &plain,
                   LogicalKind kind, double scale, std::string_view unit, bool alias)
{
    const auto add = [&](std::string family, MetricShape shape) {
        const double byMetadata = scale == 1 && !normalized(family).ends_with(unit)
                                      ? metadataScale(unit, index.metadata(family).unit)
                                      : scale;
        const bool known = std::any_of(
            to.begin(), to.end(), [&family](const Candidate &one) { return one.family == family; });
        if (!known) {
            to.push_back({std::move(family), shape, byMetadata, alias});
        }
    };
    if (const auto *buckets = index.find(plain + "_bucket")) {
        for (const std::string &name : *buckets) {
            add(name.substr(0, name.size() - 7), MetricShape::ClassicHistogram);
        }
    }
    if (const auto *bare = index.find(plain)) {
        for (const std::string &name : *bare) {
            add(name, bareShape(index, name, kind));
        }
    }
}

std::vector<Candidate> candidatesFor(const LogicalMetric &metric, const Index &index)
{
    std::vector<Candidate> found;
    addCandidates(found, index, std::string(metric.name), metric.kind, 1, metric.unit, false);
    const auto addStem = [&](std::string_view stem, bool alias) {
        for (const UnitSuffix &unit : unitSuffixes(metric.unit)) {
            const std::string family = std::string(stem) + std::string(unit.suffix);
            if (metric.kind == LogicalKind::Counter) {
                addCandidates(found, index, family + "_total", metric.kind, unit.scale, metric.unit,
                              alias);
            }
            addCandidates(found, index, family, metric.kind, unit.scale, metric.unit, alias);
        }
        if (metric.kind == LogicalKind::Counter && metric.unit.empty()) {
            // A histogram of durations counts what it measures.
            addCandidates(found, index, std::string(stem) + "_seconds", metric.kind, 1, {}, alias);
            addCandidates(found, index, std::string(stem) + "_milliseconds", metric.kind, 1, {},
                          alias);
        }
    };
    addStem(metric.stem, false);
    for (const std::string_view alias : metric.aliases) {
        if (!alias.empty()) {
            addStem(alias, true);
        }
    }
    return found;
}

bool fits(LogicalKind kind, MetricShape shape)
{
    const bool histogram =
        shape == MetricShape::ClassicHistogram || shape == MetricShape::NativeHistogram;
    switch (kind) {
    case LogicalKind::Histogram:
        return histogram;
    case LogicalKind::Counter:
        return shape == MetricShape::Counter || histogram;
    case LogicalKind::Gauge:
        return shape == MetricShape::Gauge;
    }
    return false;
}

/// A name that is not in the table: its own suffix tells what it is.
LogicalMetric generic(std::string_view name)
{
    LogicalMetric metric{.name = name, .kind = LogicalKind::Gauge, .stem = name, .unit = {}};
    if (name.ends_with("_total")) {
        metric.kind = LogicalKind::Counter;
        metric.stem = withoutSuffix(name, "_total");
        return metric;
    }
    for (const std::string_view unit : {"seconds", "bytes", "ratio"}) {
        if (name.ends_with(unit) && name.size() > unit.size() + 1) {
            metric.unit = unit;
            metric.stem = name.substr(0, name.size() - unit.size() - 1);
        }
    }
    if (metric.unit == "seconds") {
        metric.kind = LogicalKind::Histogram;
    }
    return metric;
}

QString shapeText(MetricShape shape)
{
    switch (shape) {
    case MetricShape::Gauge:
        return Text::tr("gauge");
    case MetricShape::Counter:
        return Text::tr("counter");
    case MetricShape::ClassicHistogram:
        return Text::tr("histogram with buckets");
    case MetricShape::NativeHistogram:
        return Text::tr("native histogram");
    case MetricShape::Derived:
        break;
    }
    return Text::tr("computed");
}

QString whyText(const LogicalMetric &metric, const Candidate &chosen)
{
    const QString name = QString::fromStdString(chosen.family);
    const QString shape = shapeText(chosen.shape);
    if (!fits(metric.kind, chosen.shape)) {
        return Text::tr(
                   "%1 is what comes closest, but it is a %2: rates and quantiles of it may be "
                   "wrong.")
            .arg(name, shape);
    }
    if (chosen.scale != 1) {
        return Text::tr("%1 (%2) has another unit; its values are multiplied by %3.")
            .arg(name, shape, QString::number(chosen.scale));
    }
    if (chosen.alias) {
        return Text::tr("%1 (%2) is another name for the same thing.").arg(name, shape);
    }
    if (chosen.family == metric.name) {
        return Text::tr("It exists under this name (%1).").arg(shape);
    }
    return Text::tr("%1 (%2): the exporter changed the name.").arg(name, shape);
}

std::vector<std::string> stemsOf(const LogicalMetric &metric)
{
    std::vector<std::string> stems{std::string(metric.stem)};
    for (const std::string_view alias : metric.aliases) {
        if (!alias.empty()) {
            stems.emplace_back(alias);
        }
    }
    // For "dialog_turn_count" being a part of a histogram "dialog_turn".
    if (metric.stem.ends_with("_count")) {
        stems.emplace_back(withoutSuffix(metric.stem, "_count"));
    }
    return stems;
}

void choose(MetricResolution &result, const LogicalMetric &metric,
            const std::vector<Candidate> &candidates)
{
    auto best = std::find_if(candidates.begin(), candidates.end(), [&metric](const Candidate &one) {
        return fits(metric.kind, one.shape);
    });
    if (best == candidates.end()) {
        best = candidates.begin();
    }
    result.found = true;
    result.name = QString::fromStdString(best->family);
    result.shape = best->shape;
    result.scale = best->scale;
    result.counterPart =
        metric.kind == LogicalKind::Counter ? metric.counterPart : MetricPart::Bucket;
    result.why = whyText(metric, *best);
    // What an exporter has added up beside its parts is not another metric.
    const auto isSum = [&candidates](const Candidate &one) {
        return std::any_of(candidates.begin(), candidates.end(), [&one](const Candidate &part) {
            return one.family == part.family + "_sum";
        });
    };
    for (const Candidate &other : candidates) {
        // A histogram of durations beside a counter of calls is no rival of it.
        const bool rival = fits(metric.kind, other.shape) && !isSum(other) &&
                           (!other.alias || metric.counterPart == MetricPart::Sum);
        if (rival && other.family != best->family) {
            result.ambiguous.append(QString::fromStdString(other.family));
        }
    }
    if (!result.ambiguous.isEmpty()) {
        result.why = Text::tr("%1 Not used: %2.").arg(result.why, result.ambiguous.join(", "_L1));
    }
}

void bind(MetricResolution &result, const LogicalMetric &metric, const MetricCatalog &catalog,
          const QString &name)
{
    const std::string wanted = name.toStdString();
    const std::string plain = normalized(wanted);
    const Index index(catalog, {plain, std::string(withoutSuffix(plain, "_count"))});
    double scale = 1;
    std::size_t longest = 0;
    for (const UnitSuffix &unit : unitSuffixes(metric.unit)) {
        if (plain.ends_with(unit.suffix) && unit.suffix.size() > longest) {
            scale = unit.scale;
            longest = unit.suffix.size();
        }
    }
    std::vector<Candidate> candidates;
    addCandidates(candidates, index, plain, metric.kind, scale, metric.unit, false);
    std::erase_if(candidates, [&wanted](const Candidate &one) { return one.family != wanted; });
    if (candidates.empty()) {
        result.name = name;
        result.why =
            Text::tr("The workspace says that it is called %1, but there is no such metric.")
                .arg(name);
        return;
    }
    choose(result, metric, candidates);
    result.why = Text::tr("The workspace says that it is called %1.").arg(name);
}

/// From other metrics, if they exist.
template<typename Exists>
void derive(MetricResolution &result, const LogicalMetric &metric, Exists exists)
{
    const QString numerator = text(metric.numerator);
    const QString denominator = text(metric.denominator);
    if (!exists(numerator) || (!denominator.isEmpty() && !exists(denominator))) {
        return;
    }
    result.found = true;
    result.shape = MetricShape::Derived;
    if (denominator.isEmpty()) {
        result.derived = u"rate($metric(%1){%3}[$__rate_interval])"_s.arg(numerator);
        result.why = Text::tr("The rate of %1.").arg(numerator);
        return;
    }
    result.derived = u"(rate($metric(%1){%3}[$__rate_interval]) / "
                     "rate($metric(%2){%3}[$__rate_interval]))"_s.arg(numerator, denominator);
    result.why = Text::tr("Computed from %1 and %2.").arg(numerator, denominator);
}

} // namespace

QStringList logicalMetrics()
{
    QStringList names;
    for (const LogicalMetric &one : logicalMetricTable()) {
        names.append(text(one.name));
    }
    return names;
}

MetricResolution resolveMetric(const QString &logical, const MetricCatalog &catalog,
                               const QMap<QString, QString> &bindings)
{
    MetricResolution result;
    result.logical = logical;
    const std::string name = logical.toStdString();
    const LogicalMetric *row = findLogicalMetric(name);
    const LogicalMetric metric = row ? *row : generic(name);
    if (const QString bound = bindings.value(logical); !bound.isEmpty()) {
        bind(result, metric, catalog, bound);
        return result;
    }
    const Index index(catalog, stemsOf(metric));
    const std::vector<Candidate> candidates = candidatesFor(metric, index);
    if (!candidates.empty()) {
        choose(result, metric, candidates);
        return result;
    }
    result.name = logical;
    result.why =
        Text::tr("The backend has no metric of this name, with or without the suffixes that "
                 "exporters add.");
    if (metric.numerator.empty()) {
        return result;
    }
    derive(result, metric,
           [&](const QString &one) { return resolveMetric(one, catalog, bindings).found; });
    return result;
}

} // namespace spillway
