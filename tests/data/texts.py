# SPDX-License-Identifier: GPL-3.0-or-later
"""Can everything that people read be translated?"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

import tap

XGETTEXT, MSGFMT, MSGEN = sys.argv[1:4]
ROOT = pathlib.Path(os.environ["GEOAT_SOURCE_ROOT"])
CALL = re.compile(r"\b(?:_|C_|N_|NC_|g_dgettext|g_dpgettext2?|n?gettext|g_dngettext) ?\(\s*\"")
TRANSLATABLE = re.compile(r"translatable=[\"'](?:yes|true|1)[\"']")


def entries(name):
    """The lines of a list in po/, without comments."""
    lines = (ROOT / "po" / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def with_texts():
    """The files that hold texts for people, as paths from the root of the project."""
    found = {path for path in (ROOT / "src").rglob("*.c") if CALL.search(path.read_text("utf-8"))}
    found |= {path for path in (ROOT / "ui").rglob("*.ui")
              if TRANSLATABLE.search(path.read_text("utf-8"))}
    found |= set((ROOT / "data").glob("*.in")) | set((ROOT / "data").glob("*.gschema.xml"))
    return {str(path.relative_to(ROOT)) for path in found}


def potfiles_complete():
    """Every file with texts is given to translators"""
    missing = with_texts() - set(entries("POTFILES.in"))
    assert not missing, f"not in po/POTFILES.in: {sorted(missing)}"


def potfiles_exist():
    """Every file that translators are given exists and is listed once, in order"""
    listed = entries("POTFILES.in")
    assert listed == sorted(set(listed)), "po/POTFILES.in is not in order, or has a file twice"
    missing = [name for name in listed if not (ROOT / name).is_file()]
    assert not missing, f"po/POTFILES.in names what does not exist: {missing}"


def extract(folder):
    """Takes the texts out of every file; returns the file for translators, and what was said."""
    pot = pathlib.Path(folder, "geoat-planner.pot")
    done = subprocess.run(
        [XGETTEXT, "--from-code=UTF-8", "--add-comments", "--keyword=_", "--keyword=N_",
         "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=g_dngettext:2,3",
         "--flag=C_:2:pass-c-format", f"--directory={ROOT}", f"--output={pot}",
         f"--files-from={ROOT / 'po' / 'POTFILES.in'}"],
        capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return pot, done.stderr


def mistakes(translation):
    """What keeps a translation from being compiled, placeholders that differ among it; or nothing."""
    done = subprocess.run([MSGFMT, "--check", f"--output-file={os.devnull}", translation],
                          capture_output=True, text=True, check=False)
    return done.stderr if done.returncode else ""


def texts_extract():
    """The texts can be taken out of every file, without a warning"""
    with tempfile.TemporaryDirectory() as folder:
        pot, said = extract(folder)
        assert "warning" not in said, said
        assert '"GEOAT Planner"' in pot.read_text("utf-8")


def texts_translate():
    """A translation of all texts compiles, unless it loses a placeholder"""
    with tempfile.TemporaryDirectory() as folder:
        pot, _ = extract(folder)
        translation = pathlib.Path(folder, "en.po")
        subprocess.run([MSGEN, "--lang=en", f"--output-file={translation}", pot], check=True)
        text = translation.read_text("utf-8").replace("nplurals=INTEGER; plural=EXPRESSION",
                                                      "nplurals=2; plural=(n != 1)")
        translation.write_text(text, "utf-8")
        assert not mistakes(translation), mistakes(translation)
        less = re.sub(r'(#, c-format\nmsgid ".*%s.*"\nmsgstr "[^%]*)%s', r"\1", text, count=1)
        assert less != text
        translation.write_text(less, "utf-8")
        assert "format" in mistakes(translation), mistakes(translation)


def translations_compile():
    """Every translation is listed and compiles, with the placeholders of the original"""
    listed = entries("LINGUAS")
    assert listed == sorted(set(listed))
    assert set(listed) == {path.stem for path in (ROOT / "po").glob("*.po")}
    wrong = {language: mistakes(ROOT / "po" / f"{language}.po") for language in listed}
    assert not any(wrong.values()), wrong


tap.run([potfiles_complete, potfiles_exist, texts_extract, texts_translate, translations_compile])
