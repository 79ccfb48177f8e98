#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Spillway developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks themselves can fail: each is shown a tree with one offence, and one without."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import heads  # noqa: E402
import layers  # noqa: E402
import sizes  # noqa: E402


class Tree:
    def __init__(self, **files):
        self.folder = tempfile.TemporaryDirectory()
        self.root = pathlib.Path(self.folder.name)
        for name, text in files.items():
            path = self.root / name.replace("__", "/").replace("_h", ".h").replace("_cpp", ".cpp")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


class Layers(unittest.TestCase):
    def test_upward_include_is_found(self):
        tree = Tree(models__core__a_h='#include "net/b.h"\n')
        self.assertIn("core must not include net", "".join(layers.offences(tree.root)))

    def test_widget_header_in_models_is_found(self):
        tree = Tree(models__core__a_h="#include <QWidget>\n")
        self.assertEqual(len(list(layers.offences(tree.root))), 1)

    def test_unknown_folder_is_found(self):
        tree = Tree(models__misc__a_h="\n")
        self.assertIn("not in the table", "".join(layers.offences(tree.root)))

    def test_downward_include_is_fine(self):
        tree = Tree(models__net__a_h='#include "core/b.h"\n#include <QObject>\n')
        self.assertEqual(list(layers.offences(tree.root)), [])


class Sizes(unittest.TestCase):
    def test_long_file_and_function_are_found(self):
        body = "int f()\n{\n" + "    g();\n" * 70 + "}\n"
        tree = Tree(models__core__a_cpp=body + "\n" * 600, tests__t_cpp="\n" * 700)
        text = "\n".join(sizes.offences(tree.root))
        self.assertIn("at most 600", text)
        self.assertIn("f has 73 lines, at most 60", text)

    def test_too_few_tests_are_found(self):
        tree = Tree(models__core__a_cpp="\n" * 100)
        self.assertIn("lines of tests", "\n".join(sizes.offences(tree.root)))

    def test_a_table_is_not_a_function(self):
        tree = Tree(models__core__a_cpp="constexpr std::array rows =\n{\n" + "  {1},\n" * 100 + "};\n", tests__t_cpp="\n" * 200)
        self.assertEqual(list(sizes.offences(tree.root)), [])


class Heads(unittest.TestCase):
    GOOD = "// SPDX-FileCopyrightText: The Spillway developers\n// SPDX-License-Identifier: GPL-3.0-or-later\n#pragma once\n"

    def check(self, text):
        tree = Tree(a_h=text)
        return "\n".join(heads.offences(tree.root, [pathlib.Path("a.h")]))

    def test_good_head(self):
        self.assertEqual(self.check(self.GOOD), "")

    def test_each_offence_is_found(self):
        self.assertIn("SPDX", self.check("#pragma once\n"))
        self.assertIn("pragma", self.check(self.GOOD.replace("#pragma once\n", "")))
        for bad in ("// TO" + "DO later", "QTest::q" + "Wait(5);", "QS" + "KIP(\"x\");", "label.setTextFormat(Qt::Rich" + "Text);"):
            self.assertIn("a.h:4", self.check(self.GOOD + bad), bad)


if __name__ == "__main__":
    unittest.main()
