# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes one round in several dialects, with shuffled rows and varied but equivalent cells."""

import os
import random
import re
from types import SimpleNamespace

import names

ENGLISH = SimpleNamespace(name="english", delimiter=",", danish=False, encoding="utf-8")
DANISH = SimpleNamespace(name="danish", delimiter=";", danish=True, encoding="utf-8-sig")
WINDOWS = SimpleNamespace(name="windows", delimiter=";", danish=True, encoding="cp1252")
DIALECTS = (ENGLISH, DANISH, WINDOWS)
TABBED = SimpleNamespace(name="tabbed", delimiter="\t", danish=False, encoding="utf-8")


class Writer:
    """`shuffle` None keeps rows, columns and forms plain; else it seeds their variation."""

    def __init__(self, dialect, shuffle=None):
        self.dialect = dialect
        self.varied = shuffle is not None
        self.random = random.Random(f"{shuffle}/{dialect.name}")
        self.decimal = "." if dialect.delimiter == "," else ","

    def maybe(self, chance):
        return self.varied and self.random.random() < chance

    def write(self, tables, folder):
        os.makedirs(folder, exist_ok=True)
        for table, rows in tables.items():
            name = names.FILES[table] if self.dialect.danish else table
            path = os.path.join(folder, name + ".csv")
            with open(path, "wb") as file:
                file.write(self.table(table, rows).encode(self.dialect.encoding))

    def table(self, table, rows):
        columns = [c for c in names.COLUMNS[table] + self._measures(rows) if c[3] is names.REQUIRED
                   or any(row.get(c[0]) not in (None, c[3]) for row in rows)]
        rows = list(rows)
        if self.varied:
            self.random.shuffle(columns)
            self.random.shuffle(rows)
        lines = [[self._header(name, alias) for name, alias, _, _ in columns]]
        lines += [[self._cell(table, row, name, form, default)
                   for name, _, form, default in columns] for row in rows]
        line_end = "\r\n" if self.maybe(0.5) else "\n"
        head = f"sep={self.dialect.delimiter}{line_end}" if self.maybe(0.1) else ""
        return head + "".join(self.dialect.delimiter.join(map(self._quoted, line)) + line_end
                              for line in lines)

    @staticmethod
    def _measures(rows):
        """The columns access_* and points_* that the rows have, as in names.COLUMNS."""
        found = sorted({column for row in rows for column in row
                        if column.split("_")[0] in names.MEASURES})
        return [(column, f"{names.MEASURES[prefix]}_{rest}", "signed", None)
                for column in found for prefix, rest in [column.split("_", 1)]]

    def _header(self, name, alias):
        word = alias if self.dialect.danish and alias else name
        return word.capitalize() if self.maybe(0.2) else word

    def _quoted(self, cell):
        if re.search('[\",;\t\r\n]', cell) or self.maybe(0.1):
            return '"' + cell.replace('"', '""') + '"'
        return " " + cell + "  " if self.maybe(0.05) else cell

    def _cell(self, table, row, name, form, default):
        if table == "rules":
            return self._rule_cell(row, name)
        value = row.get(name)
        if value is None:
            return ""
        if default is not names.REQUIRED and value == default and self.maybe(0.5):
            return ""
        return self.form(form, value)

    @staticmethod
    def _rule(rule):
        for english, danish in names.MEASURE_WEIGHTS.items():
            if rule not in names.RULES and rule.startswith(english):
                return danish + rule[len(english):], "whole", None
        return names.RULES[rule]

    def _rule_cell(self, row, name):
        danish, form, _ = self._rule(row["rule"])
        if name == "rule":
            return danish if self.dialect.danish else row["rule"]
        if name == "source":
            return row["source"] or ""
        if row["value"] is None:
            return "ingen" if self.dialect.danish else "none"
        if form == "text":
            words = names.RULE_WORDS[row["rule"]] if self.dialect.danish else {}
            return " ".join(words.get(word, word) for word in row["value"].split())
        return self.form(form.replace("_or_none", ""), row["value"])

    def form(self, form, value):
        """One value as a cell."""
        if form in ("whole", "signed"):
            return self._grouped(str(value))
        if form == "money":
            return self._money(value)
        if form == "share":
            return self._share(value)
        if form == "date":
            return value.strftime(self._one_of("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y"))
        if form == "bool":
            words = names.YES if value else names.NO
            return self._one_of(words[1 if self.dialect.danish else 0], *words)
        if form == "kind":
            return names.KINDS[value] if self.dialect.danish else value
        if form == "decision":
            return names.DECISIONS[value] if self.dialect.danish else value
        if form == "lifted":
            return names.LIFTED[value] if self.dialect.danish else value
        if form == "status":
            return names.STATUSES[value] if self.dialect.danish else value
        if form == "benefit_class":
            return names.BENEFIT_CLASSES[value] if self.dialect.danish else value
        if form == "words":
            danish = names.HOUSEHOLD_WORDS if self.dialect.danish else {}
            return " ".join(danish.get(word, word) for word in value)
        if form == "ids":
            return " ".join(value)
        if form == "decimal":
            return value.replace(".", self.decimal)
        return self._guarded(value)

    def _one_of(self, first, *others):
        return self.random.choice((first,) + others) if self.varied else first

    def _grouped(self, digits):
        if self.dialect.delimiter == "," or not self.maybe(0.5):
            return digits
        sign, digits = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
        return sign + re.sub(r"(?<=\d)(?=(\d{3})+$)", ".", digits)

    def _money(self, value):
        whole, part = divmod(value, 100)
        if part == 0 and not self.maybe(0.2):
            return self._grouped(str(whole))
        digits = f"{part:02d}"
        if digits.endswith("0") and self.maybe(0.5):
            digits = digits[0]
        return self._grouped(str(whole)) + self.decimal + digits

    def _share(self, value):
        part, whole = value
        if whole != 10000:
            return f"{part}/{whole}"
        digits = f"{part % 100:02d}"
        if digits == "00" and not self.maybe(0.3):
            return str(part // 100)
        return f"{part // 100}{self.decimal}{digits}"

    @staticmethod
    def _guarded(value):
        """A text that a spreadsheet could run gets one apostrophe, which the reader takes off."""
        return "'" + value if re.match(r"'*[=+@\t\r-]", value) else value
