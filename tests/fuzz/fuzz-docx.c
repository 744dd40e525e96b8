/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoat-docx-reader.h"
#include "fuzz-import.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = fuzz_package (data, size);

  fuzz_import (bytes, geoat_docx_read);
  return 0;
}
