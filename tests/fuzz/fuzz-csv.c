/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoat-csv-reader.h"
#include "geoat-text-reader.h"
#include "fuzz-import.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  fuzz_import (bytes, geoat_csv_read);
  fuzz_import (bytes, geoat_text_read);
  return 0;
}
