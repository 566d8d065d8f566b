# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a folder of CSV files into plain values. Valid input only: anything else raises ValueError.

Money is held in øre, shares as (part, whole), dates as datetime.date.
"""

import csv
import datetime
import io
import os
import re
from types import SimpleNamespace

import names


class Dialect(SimpleNamespace):
    """delimiter, decimal, line_end, bom, cp1252."""


def decode(data):
    """Text of a file and (had a BOM, was Windows-1252)."""
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8"), True, False
    try:
        return data.decode("utf-8"), False, False
    except UnicodeDecodeError:
        return data.decode("cp1252"), False, True


def read_cells(path):
    """(dialect, header, rows of cells) of one CSV file."""
    with open(path, "rb") as file:
        text, bom, cp1252 = decode(file.read())
    line_end = "\r\n" if "\r\n" in text else "\n"
    separator = re.match(r"sep=(.)\r?\n", text)
    if separator:
        delimiter, text = separator.group(1), text[separator.end():]
    else:
        first = text.split("\n", 1)[0]
        delimiter = next((mark for mark in ";,\t" if mark in first), ",")
    rows = [[cell.strip(" ") for cell in row] for row in
            csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True) if row]
    dialect = Dialect(delimiter=delimiter, decimal="." if delimiter == "," else ",",
                      line_end=line_end, bom=bom, cp1252=cp1252)
    return dialect, rows[0], rows[1:]


def plain_text(cell):
    """A text cell without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if re.match(r"''*[=+@\t\r-]", cell) else cell


def ungroup(cell, dialect):
    if dialect.delimiter != "," and re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", cell):
        return cell.replace(".", "")
    return cell


def parse_whole(cell, dialect):
    cell = ungroup(cell, dialect)
    if not re.fullmatch(r"-?\d+", cell):
        raise ValueError(f"not a whole number: {cell}")
    return int(cell)


def parse_hundredths(cell, dialect):
    cell = ungroup(cell, dialect)
    match = re.fullmatch(r"(-?)(\d+)(?:%s(\d{1,2}))?" % re.escape(dialect.decimal), cell)
    if not match:
        raise ValueError(f"not an amount: {cell}")
    sign, whole, part = match.groups()
    value = int(whole) * 100 + int((part or "0").ljust(2, "0"))
    return -value if sign else value


def parse_share(cell, dialect):
    fraction = re.fullmatch(r"(\d+)/(\d+)", cell)
    if fraction:
        return int(fraction.group(1)), int(fraction.group(2))
    return parse_hundredths(cell, dialect), 10000


def parse_date(cell):
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", cell)
    if match:
        return datetime.date(*map(int, match.groups()))
    match = re.fullmatch(r"(\d\d)([-./])(\d\d)\2(\d{4})", cell)
    if not match:
        raise ValueError(f"not a date: {cell}")
    day, _, month, year = match.groups()
    return datetime.date(int(year), int(month), int(day))


def parse_bool(cell):
    if cell.lower() in names.YES:
        return True
    if cell.lower() in names.NO:
        return False
    raise ValueError(f"neither yes nor no: {cell}")


def from_names(table, cell):
    for english, danish in table.items():
        if cell.lower() in (english, danish):
            return english
    raise ValueError(f"unknown value: {cell}")


def parse(form, cell, dialect):
    """One non-empty cell as a value."""
    if form.endswith("_or_none"):
        if cell.lower() in ("none", "ingen"):
            return None
        form = form[:-len("_or_none")]
    if form in ("whole", "signed"):
        return parse_whole(cell, dialect)
    if form == "money":
        return parse_hundredths(cell, dialect)
    if form == "share":
        return parse_share(cell, dialect)
    if form == "date":
        return parse_date(cell)
    if form == "bool":
        return parse_bool(cell)
    if form == "kind":
        return from_names(names.KINDS, cell)
    if form == "decision":
        return from_names(names.DECISIONS, cell)
    if form == "status":
        return from_names(names.STATUSES, cell)
    if form == "benefit_class":
        return "integration" if cell.lower() == "sho" else from_names(names.BENEFIT_CLASSES, cell)
    if form == "words":
        english = {danish: word for word, danish in names.HOUSEHOLD_WORDS.items()}
        english.update({word: word for word in names.HOUSEHOLD_WORDS})
        return tuple(english.get(word.lower(), word) for word in cell.split())
    if form == "lifted":
        return from_names(names.LIFTED, cell)
    if form == "ids":
        return tuple(cell.split())
    if form == "decimal":
        return cell.replace(dialect.decimal, ".")
    return plain_text(cell)


def parse_rule(name, cell, dialect):
    """rules.csv mixes forms in one column; words may be Danish."""
    form = names.RULES[name][1]
    if form != "text":
        return parse(form, cell, dialect)
    english = {danish: word for word, danish in names.RULE_WORDS[name].items()}
    return " ".join(english.get(word.lower(), word) for word in cell.split())


def measure_name(cell):
    """access_X or points_X, where a column of areas.csv is one."""
    for english, danish in names.MEASURES.items():
        match = re.match(f"({english}|{danish})_(.+)", cell)
        if match:
            rest = match.group(2)
            return f"{english}_{'school' if rest == 'skole' else rest}"
    return None


def header_names(table, header):
    known = {}
    for name, alias, form, _ in names.COLUMNS[table]:
        known[name] = (name, form)
        if alias:
            known[alias] = (name, form)
    found = []
    for cell in header:
        cell = cell.lower()
        measure = measure_name(cell) if table == "areas" else None
        if measure:
            found.append((measure, "whole" if measure.startswith("access_") else "signed"))
        elif cell in known:
            found.append(known[cell])
        else:
            raise ValueError(f"{table}: unknown column {cell}")
    return found


def read_table(table, path):
    """(dialect, rows as namespaces with every column of the table, header)."""
    dialect, header, rows = read_cells(path)
    columns = header_names(table, header)
    missing = {name for name, _, _, default in names.COLUMNS[table]
               if default is names.REQUIRED} - {name for name, _ in columns}
    if missing:
        raise ValueError(f"{table}: missing {missing}")
    result = []
    for row in rows:
        values = {name: default for name, _, _, default in names.COLUMNS[table]}
        if table == "rules":
            values.update({name: cell for (name, _), cell in zip(columns, row)})
        else:
            values.update({name: parse(form, cell, dialect)
                           for (name, form), cell in zip(columns, row) if cell != ""})
        if table == "areas":
            values["measures"] = {name: values.pop(name) for name, _ in columns
                                  if name in values and measure_name(name)}
        if table == "dwellings":
            written = [cell for (name, _), cell in zip(columns, row) if name == "for"]
            values["for_as_written"] = tuple(" ".join(written).split())
        result.append(SimpleNamespace(**values))
    return dialect, result, header


def find_file(folder, table):
    found = [os.path.join(folder, name + ".csv") for name in (table, names.FILES[table])
             if os.path.exists(os.path.join(folder, name + ".csv"))]
    if len(found) > 1:
        raise ValueError(f"{table}: both names in one folder")
    return found[0] if found else None


def weighed_measure(rule):
    """access_X of the rule weight_access_X."""
    for english, danish in names.MEASURE_WEIGHTS.items():
        for prefix in (english, danish):
            if rule.startswith(prefix):
                rest = rule[len(prefix):]
                return english.split("_", 1)[1] + ("school" if rest == "skole" else rest)
    return None


def read_rules(rows, dialect):
    english = {danish: name for name, (danish, _, _) in names.RULES.items()}
    rules = {name: default for name, (_, _, default) in names.RULES.items()}
    sources, rules["measure_weights"] = {}, {}
    for row in rows:
        name = english.get(row.rule, row.rule)
        measure = weighed_measure(name)
        if measure and name not in names.RULES:
            rules["measure_weights"][measure] = parse("whole", row.value, dialect)
            continue
        if name not in names.RULES:
            raise ValueError(f"unknown rule {row.rule}")
        rules[name] = parse_rule(name, row.value, dialect)
        sources[name] = row.source
    return SimpleNamespace(**rules), sources


def read_round(folder):
    """The folder's tables by name (None where absent), rules, and the dialect of households.csv."""
    tables, dialects, headers = {}, {}, {}
    for table in names.FILES:
        path = find_file(folder, table)
        tables[table] = None
        if path:
            dialects[table], tables[table], headers[table] = read_table(table, path)
    rules, sources = read_rules(tables["rules"] or [], dialects.get("rules"))
    return SimpleNamespace(rules=rules, sources=sources, dialect=dialects["households"],
                           header=headers["households"],
                           **{name: rows for name, rows in tables.items() if name != "rules"})
