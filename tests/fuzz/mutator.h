// SPDX-FileCopyrightText: The Spillway developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <random>

namespace spillway {

/// Damages documents in the ways files and answers get damaged: bytes flipped, parts cut, repeated,
/// swapped with parts of other documents, and words put in that parsers stumble over. The same seed
/// gives the same documents on every machine.
class Mutator
{
public:
    /// words: fragments that mean something in the format, e.g. "NaN" or "&anchor".
    Mutator(QByteArrayList seeds, QByteArrayList words, unsigned seed)
        : m_seeds(std::move(seeds))
        , m_words(std::move(words))
        , m_random(seed)
    {}

    [[nodiscard]] QByteArray next()
    {
        QByteArray document = pick(m_seeds);
        for (std::size_t rounds = 1 + upTo(6); rounds > 0; --rounds) {
            change(document);
        }
        constexpr qsizetype largest = 256 * 1024;
        document.truncate(largest);
        return document;
    }

private:
    [[nodiscard]] std::size_t upTo(std::size_t bound)
    {
        return bound == 0 ? 0 : m_random() % bound;
    }
    [[nodiscard]] qsizetype place(const QByteArray &document)
    {
        return static_cast<qsizetype>(upTo(static_cast<std::size_t>(document.size()) + 1));
    }
    [[nodiscard]] const QByteArray &pick(const QByteArrayList &list)
    {
        return list.at(static_cast<qsizetype>(upTo(static_cast<std::size_t>(list.size()))));
    }
    [[nodiscard]] QByteArray part(const QByteArray &document)
    {
        return document.mid(place(document), static_cast<qsizetype>(upTo(60)));
    }

    void change(QByteArray &document)
    {
        const qsizetype at = place(document);
        switch (upTo(8)) {
        case 0:
            if (at < document.size()) {
                document[at] = static_cast<char>(upTo(256));
            }
            break;
        case 1: // one bit
            if (at < document.size()) {
                document[at] = static_cast<char>(document.at(at) ^ (1 << upTo(8)));
            }
            break;
        case 2:
            document.truncate(at);
            break;
        case 3:
            document.remove(at, static_cast<qsizetype>(upTo(40)));
            break;
        case 4:
            document.insert(at, part(document));
            break;
        case 5:
            document.insert(at, part(pick(m_seeds)));
            break;
        case 6: // deep nesting and long runs
            document.insert(at, part(document).repeated(static_cast<qsizetype>(1 + upTo(300))));
            break;
        default:
            document.insert(at, pick(m_words));
        }
    }

    QByteArrayList m_seeds;
    QByteArrayList m_words;
    std::minstd_rand m_random;
};

} // namespace spillway
