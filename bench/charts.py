# SPDX-License-Identifier: GPL-3.0-or-later
"""Line charts as SVG, readable on screen and on paper; an axis is logarithmic, or per cent."""

import math
from dataclasses import dataclass, field

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 436, 300, 66, 34, 84, 46
INK, FAINT, GRID = "#222222", "#666666", "#e2e2e2"
# Colour, dashes, width and mark: a series is known without its colour too.
STYLES = {
    "husly": ("#0b4f8a", "", 2.6, "circle"), "highs": ("#b8520b", "7 3", 1.7, "square"),
    "highs-wasm": ("#b8520b", "2 2", 1.7, "square"), "cbc": ("#2f7d4f", "2 3", 1.7, "diamond"),
    "glpsol": ("#7a4a94", "9 3 2 3", 1.7, "triangle"), "clp": ("#777777", "4 4", 1.7, "diamond"),
}


@dataclass
class Axis:
    label: str
    first: float
    last: float
    name_of: object = field(default=lambda tick: f"{tick:,.10g}".replace(",", " "))

    def place(self, value):
        """From 0 to 1."""
        value = min(max(value, self.first), self.last)
        return math.log(value / self.first) / math.log(self.last / self.first)

    def ticks(self):
        power = math.floor(math.log10(self.first))
        while 10 ** power <= self.last * 1.0001:
            if 10 ** power >= self.first * 0.9999:
                yield 10.0 ** power
            power += 1


class Shares(Axis):
    """Per cent from 0 to 100, not logarithmic."""

    def __init__(self, label):
        super().__init__(label, 0, 100, lambda tick: f"{tick} %")

    def place(self, value):
        return value / 100

    def ticks(self):
        yield from (0, 25, 50, 75, 100)


@dataclass
class Panel:
    title: str
    x: Axis
    y: Axis
    # (name, points, whether the line goes in steps); a point may have True as its third: its mark is hollow.
    series: list


def axis_around(label, values, least_decades=1):
    """Whole powers of ten around the values."""
    values = [value for value in values if value > 0] or [1]
    first = math.floor(math.log10(min(values)) + 1e-9)
    last = max(math.ceil(math.log10(max(values)) - 1e-9), first + least_decades)
    return Axis(label, 10.0 ** first, 10.0 ** last)


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def text(x, y, words, size=12, anchor="start", colour=INK, more=""):
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{colour}"{more}>'
            f'{escaped(words)}</text>')


def mark(shape, x, y, colour, hollow=False):
    paint = f'fill="{"#ffffff" if hollow else colour}" stroke="{colour}" stroke-width="1.4"'
    if shape == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.4" {paint}/>'
    corners = {"square": [(-3, -3), (3, -3), (3, 3), (-3, 3)], "diamond": [(0, -4), (4, 0), (0, 4), (-4, 0)],
               "triangle": [(0, -4), (3.6, 3), (-3.6, 3)]}[shape]
    points = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in corners)
    return f'<polygon points="{points}" {paint}/>'


class Frame:
    """A panel's place on the sheet."""

    def __init__(self, panel, number):
        self.panel = panel
        self.left = number * WIDTH + LEFT
        self.width, self.height = WIDTH - LEFT - RIGHT, HEIGHT - 10

    def at(self, point):
        return (self.left + self.width * self.panel.x.place(point[0]),
                TOP + self.height * (1 - self.panel.y.place(point[1])))

    def drawn(self):
        return [*self.grid(), *(line for series in self.panel.series for line in self.line(*series))]

    def grid(self):
        bottom, middle = TOP + self.height, TOP + self.height / 2
        yield text(self.left, TOP - 12, self.panel.title, 13, more=' font-weight="600"')
        for tick in self.panel.x.ticks():
            x = self.at((tick, self.panel.y.first))[0]
            yield f'<path d="M{x:.1f} {TOP}V{bottom}" stroke="{GRID}"/>'
            yield text(x, bottom + 17, self.panel.x.name_of(tick), 11, "middle", FAINT)
        for tick in self.panel.y.ticks():
            y = self.at((self.panel.x.first, tick))[1]
            yield f'<path d="M{self.left} {y:.1f}H{self.left + self.width}" stroke="{GRID}"/>'
            yield text(self.left - 6, y + 4, self.panel.y.name_of(tick), 11, "end", FAINT)
        yield f'<path d="M{self.left} {TOP}V{bottom}H{self.left + self.width}" fill="none" stroke="{FAINT}"/>'
        yield text(self.left + self.width / 2, bottom + 36, self.panel.x.label, 12, "middle")
        yield text(0, 0, self.panel.y.label, 12, "middle",
                   more=f' transform="translate({self.left - 50} {middle:.1f}) rotate(-90)"')

    def line(self, name, points, in_steps):
        colour, dashes, width, shape = STYLES[name]
        places = [self.at(point) for point in points]
        if not places:
            return
        path = f"M{places[0][0]:.1f} {places[0][1]:.1f}"
        for x, y in places[1:]:
            path += f"H{x:.1f}V{y:.1f}" if in_steps else f"L{x:.1f} {y:.1f}"
        yield (f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}" '
               f'stroke-dasharray="{dashes}" stroke-linejoin="round"/>')
        marked = list(zip(places, points))
        for (x, y), point in marked[-1:] if in_steps else marked:
            yield mark(shape, x, y, colour, len(point) > 2 and point[2])


def legend(names):
    x = LEFT
    for name, words in names.items():
        colour, dashes, width, shape = STYLES[name]
        yield (f'<path d="M{x} 46H{x + 30}" stroke="{colour}" stroke-width="{width}" '
               f'stroke-dasharray="{dashes}"/>')
        yield mark(shape, x + 15, 46, colour)
        yield text(x + 36, 50, words)
        x += 56 + 7 * len(words)


def write_chart(path, title, panels, names):
    """names: what the legend calls each series."""
    width, height = WIDTH * len(panels), TOP + HEIGHT - 10 + BOTTOM
    used = {name for panel in panels for name, points, _ in panel.series if points}
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
             f'viewBox="0 0 {width} {height}" font-family="system-ui, Helvetica, Arial, sans-serif">',
             f"<title>{escaped(title)}</title>", f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
             text(LEFT, 26, title, 15, more=' font-weight="600"'),
             *legend({name: words for name, words in names.items() if name in used})]
    for number, panel in enumerate(panels):
        lines += Frame(panel, number).drawn()
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join([*lines, "</svg>", ""]))
