// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillwayctl/completion.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <set>

namespace spillway {

namespace {

using Words = std::vector<std::string>;

bool startsWith(const std::string &text, const std::string &start)
{
    return text.compare(0, start.size(), start) == 0;
}

/// "--name" of a long option, "-n" of one that has none; empty: a positional.
std::string shownName(const CLI::Option &option)
{
    if (!option.get_lnames().empty()) {
        return "--" + option.get_lnames().front();
    }
    return option.get_snames().empty() ? std::string{} : "-" + option.get_snames().front();
}

bool isNamed(const CLI::Option &option, const std::string &word)
{
    const auto has = [](const std::vector<std::string> &names, const std::string &name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    return startsWith(word, "--") ? has(option.get_lnames(), word.substr(2))
                                  : has(option.get_snames(), word.substr(1));
}

const CLI::Option *optionNamed(const CLI::App &app, const std::string &word)
{
    for (const CLI::Option *const option : app.get_options()) {
        if (isNamed(*option, word)) {
            return option;
        }
    }
    return nullptr;
}

bool takesValue(const CLI::Option &option)
{
    return option.get_items_expected_max() > 0;
}

bool isHidden(const CLI::Option &option)
{
    return option.get_group().empty();
}

/// The members of "{a,b}", which validators write into the name of the type.
Words choicesOf(const CLI::Option &option)
{
    const std::string type = option.get_type_name();
    const std::size_t open = type.find('{');
    const std::size_t close = type.find('}', open);
    Words choices;
    if (open == std::string::npos || close == std::string::npos) {
        return choices;
    }
    for (std::size_t from = open + 1; from < close;) {
        const std::size_t to = std::min(type.find(',', from), close);
        choices.push_back(type.substr(from, to - from));
        from = to + 1;
    }
    return choices;
}

bool takesFile(const CLI::Option &option)
{
    return startsWith(option.get_type_name(), "FILE");
}

std::string firstLine(const std::string &text)
{
    return text.substr(0, text.find('\n'));
}

/// Where the cursor is in the tree.
class Place
{
public:
    Place(const CLI::App &root, const CompletionValues &values)
        : m_app(&root)
        , m_values(values)
    {}

    void pass(const std::string &word)
    {
        if (m_pending != nullptr) {
            m_pending = nullptr;
        } else if (!m_onlyPositionals && word == "--") {
            m_onlyPositionals = true;
        } else if (!m_onlyPositionals && word.size() > 1 && word.front() == '-') {
            passOption(word);
        } else if (const CLI::App *const sub = subcommand(word)) {
            m_app = sub;
            m_positionals = 0;
            m_given.clear();
        } else {
            ++m_positionals;
            m_lost = m_lost || m_positionals > positionalsTaken();
        }
    }

    [[nodiscard]] Completion complete(const std::string &current) const
    {
        Completion found;
        if (m_lost) {
            return found; // there is a word too many, or an unknown command
        }
        const std::size_t equals = current.find('=');
        if (m_pending != nullptr) {
            addValues(*m_pending, {}, current, found);
        } else if (m_onlyPositionals || !startsWith(current, "-")) {
            addSubcommands(current, found);
            addPositional(current, found);
        } else if (equals == std::string::npos) {
            addOptions(current, found);
        } else if (const CLI::Option *const option = optionNamed(*m_app, current.substr(0, equals));
                   option != nullptr && takesValue(*option)) {
            addValues(*option, current.substr(0, equals + 1), current, found);
        }
        return found;
    }

private:
    void passOption(const std::string &word)
    {
        const std::size_t equals = word.find('=');
        const CLI::Option *const option = optionNamed(*m_app, word.substr(0, equals));
        if (option == nullptr) {
            return;
        }
        m_given.insert(option);
        if (equals == std::string::npos && takesValue(*option)) {
            m_pending = option;
        }
    }

    /// How many words the present command takes.
    [[nodiscard]] std::size_t positionalsTaken() const
    {
        std::size_t taken = 0;
        for (const CLI::Option *const option : m_app->get_options()) {
            const bool isPositional = option->get_positional() && shownName(*option).empty();
            taken += isPositional ? static_cast<std::size_t>(option->get_items_expected_max()) : 0;
        }
        return taken;
    }

    [[nodiscard]] std::vector<const CLI::App *> subcommands() const
    {
        if (m_positionals > 0 || m_onlyPositionals) {
            return {};
        }
        return m_app->get_subcommands(
            [](const CLI::App *sub) { return !sub->get_group().empty(); });
    }

    [[nodiscard]] const CLI::App *subcommand(const std::string &word) const
    {
        for (const CLI::App *const sub : subcommands()) {
            if (sub->get_name() == word) {
                return sub;
            }
        }
        return nullptr;
    }

    void addSubcommands(const std::string &current, Completion &found) const
    {
        for (const CLI::App *const sub : subcommands()) {
            if (startsWith(sub->get_name(), current)) {
                found.candidates.push_back({sub->get_name(), firstLine(sub->get_description())});
            }
        }
    }

    void addPositional(const std::string &current, Completion &found) const
    {
        std::size_t passed = 0;
        for (const CLI::Option *const option : m_app->get_options()) {
            if (!option->get_positional() || !shownName(*option).empty()) {
                continue;
            }
            const auto most = static_cast<std::size_t>(option->get_items_expected_max());
            if (m_positionals < passed + most) {
                addValues(*option, {}, current, found);
                return;
            }
            passed += most;
        }
        if (current.empty() && found.candidates.empty() && !m_onlyPositionals) {
            addOptions(current, found);
        }
    }

    void addOptions(const std::string &current, Completion &found) const
    {
        for (const CLI::Option *const option : m_app->get_options()) {
            const std::string name = shownName(*option);
            const bool again = option->get_items_expected_max() > 1 ||
                               option->get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
            if (!name.empty() && !isHidden(*option) && startsWith(name, current) &&
                (again || m_given.count(option) == 0)) {
                found.candidates.push_back({name, firstLine(option->get_description())});
            }
        }
    }

    void addValues(const CLI::Option &option, const std::string &prefix, const std::string &current,
                   Completion &found) const
    {
        Words values = choicesOf(option);
        if (values.empty() && m_values && !option.get_lnames().empty()) {
            values = m_values(option.get_lnames().front());
        }
        for (const std::string &value : values) {
            if (startsWith(prefix + value, current)) {
                found.candidates.push_back({prefix + value, {}});
            }
        }
        found.files = takesFile(option);
    }

    const CLI::App *m_app;
    const CompletionValues &m_values;
    const CLI::Option *m_pending = nullptr; ///< waits for its value
    std::set<const CLI::Option *> m_given;
    std::size_t m_positionals = 0; ///< given to the present command
    bool m_onlyPositionals = false;
    bool m_lost = false;
};

} // namespace

Completion completeWords(const CLI::App &root, const std::vector<std::string> &words,
                         const CompletionValues &values)
{
    Place place(root, values);
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        place.pass(words[i]);
    }
    return place.complete(words.empty() ? std::string{} : words.back());
}

QByteArray completionText(const Completion &completion)
{
    QByteArray text;
    for (const Completion::Candidate &candidate : completion.candidates) {
        text += QByteArray::fromStdString(candidate.text);
        if (!candidate.help.empty()) {
            text += '\t' + QByteArray::fromStdString(candidate.help);
        }
        text += '\n';
    }
    return text + (completion.files ? ":0\n" : ":4\n");
}

} // namespace spillway
