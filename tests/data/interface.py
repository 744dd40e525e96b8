# SPDX-License-Identifier: GPL-3.0-or-later
"""Are the interface descriptions and the icons sound?"""

import os
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import tap

XMLLINT = sys.argv[1]
ROOT = pathlib.Path(os.environ["GEOAT_SOURCE_ROOT"])
ID = "io.github.geoat_planner.GeoatPlanner"
ICONS = ROOT / "data" / "icons" / "hicolor"
SVG = "{http://www.w3.org/2000/svg}"


def well_formed():
    """Every XML file of the project is well-formed"""
    files = sorted([*(ROOT / "ui").rglob("*.ui"), *(ROOT / "ui").rglob("*.xml"),
                    *(ROOT / "data").glob("*.xml*"), *ICONS.rglob("*.svg")])
    assert len(files) >= 6, files
    subprocess.run([XMLLINT, "--noout", "--nonet", *files], check=True)


def icons_scale():
    """Icons are square and hold nothing but drawing"""
    files = sorted(ICONS.rglob("*.svg"))
    assert files
    for file in files:
        root = ElementTree.parse(file).getroot()
        assert root.tag == SVG + "svg", file
        assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}", file
        assert root.get("width") == root.get("height"), file
        for element in root.iter():
            assert element.tag not in (SVG + "image", SVG + "text", SVG + "script"), file
            assert not any(name.endswith("href") for name in element.attrib), file


def symbolic_recolours():
    """Symbolic icons have one plain colour, so that the theme can change it"""
    files = sorted(ICONS.rglob("*-symbolic.svg"))
    assert files
    for file in files:
        root = ElementTree.parse(file).getroot()
        assert root.get("width") == "16", file
        fills = {element.get("fill") for element in root.iter() if element.get("fill")}
        assert fills == {"#2e3436"}, (file, fills)


def icons_present():
    """The icons that the desktop file and the file type name are there"""
    for name in (f"scalable/apps/{ID}", f"symbolic/apps/{ID}-symbolic",
                 f"scalable/mimetypes/{ID}.plan"):
        assert (ICONS / f"{name}.svg").is_file(), name


tap.run([well_formed, icons_scale, symbolic_recolours, icons_present])
