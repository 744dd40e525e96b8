/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ids: short names of the parts of a plan, drawn at random so that what two people added to their
 * copies can be brought together later. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-id.h"

/* 32 letters and digits, without those that look alike. */
static const char alphabet[] = "abcdefghijkmnpqrstuvwxyz23456789";

/* 12 of them are 60 bits: among 100,000 ids the chance of one clash is below one in 10^8. */
#define LENGTH 12

/**
 * geoat_id_is_valid:
 * @id: a text
 *
 * Returns: whether @id matches `[A-Za-z0-9._-]{1,64}`
 */
gboolean
geoat_id_is_valid (const char *id)
{
  gsize i;

  g_return_val_if_fail (id != NULL, FALSE);

  for (i = 0; i <= GEOAT_ID_MAX && id[i] != '\0'; i++)
    if (!g_ascii_isalnum (id[i]) && id[i] != '.' && id[i] != '_' && id[i] != '-')
      return FALSE;

  return i > 0 && i <= GEOAT_ID_MAX;
}

/**
 * geoat_id_generate:
 *
 * Returns: (transfer full): a new id, different from every other
 */
char *
geoat_id_generate (void)
{
  guint64 bits = (guint64) g_random_int () << 32 | g_random_int ();
  char id[LENGTH + 1];

  for (guint i = 0; i < LENGTH; i++, bits >>= 5)
    id[i] = alphabet[bits & 31];
  id[LENGTH] = '\0';

  return g_strdup (id);
}
