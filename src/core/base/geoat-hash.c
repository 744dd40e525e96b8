/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The hash of texts that come from files.
 *
 * How it works: g_str_hash() is the same everywhere, so that anybody can write a file whose names
 * all fall into one place of a table, which then takes the square of their number. This one,
 * SipHash-1-3 (Aumasson and Bernstein, 2012), has a key that is drawn anew in each process: nobody
 * can know beforehand where a name falls. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-hash.h"

#include <string.h>

#define WORD (sizeof (guint64))

static guint64
rotate (guint64 value, guint bits)
{
  return value << bits | value >> (64 - bits);
}

static void
mix (guint64 v[4])
{
  v[0] += v[1];
  v[1] = rotate (v[1], 13) ^ v[0];
  v[0] = rotate (v[0], 32);
  v[2] += v[3];
  v[3] = rotate (v[3], 16) ^ v[2];
  v[0] += v[3];
  v[3] = rotate (v[3], 21) ^ v[0];
  v[2] += v[1];
  v[1] = rotate (v[1], 17) ^ v[2];
  v[2] = rotate (v[2], 32);
}

static guint64
draw (void)
{
  return (guint64) g_random_int () << 32 | g_random_int ();
}

static const guint64 *
get_key (void)
{
  static guint64 key[2];
  static gsize drawn = 0;

  if (g_once_init_enter (&drawn))
    {
      key[0] = draw ();
      key[1] = draw ();
      g_once_init_leave (&drawn, 1);
    }
  return key;
}

/*
 * geoat_hash_bytes:
 * @bytes: (array length=length): anything
 * @length: its length
 *
 * Returns: a hash that differs from one process to the next
 */
guint64
geoat_hash_bytes (const void *bytes, gsize length)
{
  const guint64 *key = get_key ();
  const guint8 *at = bytes;
  guint64 v[4] = {
    key[0] ^ G_GUINT64_CONSTANT (0x736f6d6570736575),
    key[1] ^ G_GUINT64_CONSTANT (0x646f72616e646f6d),
    key[0] ^ G_GUINT64_CONSTANT (0x6c7967656e657261),
    key[1] ^ G_GUINT64_CONSTANT (0x7465646279746573),
  };
  for (gsize left = length;; left -= WORD, at += WORD)
    {
      guint64 word = 0;
      gsize n = MIN (left, WORD);

      memcpy (&word, at, n);
      if (n < WORD)
        word ^= (guint64) length << 56;
      v[3] ^= word;
      mix (v);
      v[0] ^= word;
      if (n < WORD)
        break;
    }
  v[2] ^= 0xff;
  for (guint i = 0; i < 3; i++)
    mix (v);
  return v[0] ^ v[1] ^ v[2] ^ v[3];
}

/**
 * geoat_hash_text:
 * @text: a text
 *
 * For tables whose keys come from files, with g_str_equal().
 *
 * Returns: its hash
 */
guint
geoat_hash_text (gconstpointer text)
{
  return (guint) geoat_hash_bytes (text, strlen (text));
}
