# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of importing share: making files to import, and importing them."""

import csv
import io
import json
import zipfile

from program import FRAMEWORK, done, folder, geoat

HEADINGS = {
    "en": [c["heading"]["en"] for c in FRAMEWORK["columns"]],
    "fr": ["Indicateur GEOAT", "Alignement stratégique", "Échelle d'évaluation", "Activités en cours",
           "Activités futures proposées", "Unités à associer / ressources", "Calendrier",
           "Cibles et indicateurs de suivi"],
    "es": ["Indicador GEOAT", "Alineación estratégica", "Escala de evaluación", "Actividades actuales",
           "Actividades futuras sugeridas", "Unidades participantes / recursos", "Calendario",
           "Metas e indicadores de seguimiento"],
    "pt": ["Indicador GEOAT", "Alinhamento estratégico", "Escala de avaliação", "Atividades atuais",
           "Atividades futuras sugeridas", "Unidades a envolver / recursos", "Calendário",
           "Metas e indicadores de monitorização"],
    "ar": ["مؤشر GEOAT", "المواءمة الاستراتيجية", "مقياس التقييم", "الأنشطة الحالية",
           "الأنشطة المستقبلية المقترحة", "الوحدات المعنية / الموارد", "الجدول الزمني",
           "الأهداف ومؤشرات المتابعة"],
}


def rows_to_csv(rows, delimiter=","):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def imported(content, *options, name="source.csv"):
    """The plan that is made of a file, and the lines that were said about it."""
    with folder() as place:
        source = place / name
        source.write_bytes(content)
        plan = place / "plan.geoat"
        result = geoat("import", f"--output={plan}", "--today=2026-03-08", *options, source)
        assert result.returncode == 0 and result.stdout == b"", result
        done("check", plan)
        assert len(list(place.iterdir())) == 2
        lines = [line.removeprefix(f"{source}: ") for line in result.stderr.decode().splitlines()]
        return json.loads(plan.read_text("utf-8")), lines


def zipped(members):
    """A ZIP package."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return content.getvalue()
