/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-text"

#include "text/corpus-decimal.h"

#include <string.h>

/**
 * corpus_decimal_is_valid:
 * @decimal: a string
 *
 * Returns: whether it is digits, and optionally a point and more digits
 */
gboolean
corpus_decimal_is_valid (const char *decimal)
{
  gsize n_whole = strspn (decimal, "0123456789"), n_fraction;

  if (n_whole == 0)
    return FALSE;
  if (decimal[n_whole] == '\0')
    return TRUE;
  if (decimal[n_whole] != '.')
    return FALSE;
  n_fraction = strspn (decimal + n_whole + 1, "0123456789");
  return n_fraction > 0 && decimal[n_whole + 1 + n_fraction] == '\0';
}

/* The digits of a decimal without its point, and how many of them stand behind it. */
static GString *
take_digits (const char *decimal,
             gsize *n_fraction)
{
  const char *point = strchr (decimal, '.');
  GString *digits = g_string_new (NULL);

  *n_fraction = point != NULL ? strlen (point + 1) : 0;
  g_string_append_len (digits, decimal,
                       point != NULL ? point - decimal : (gssize) strlen (decimal));
  if (point != NULL)
    g_string_append (digits, point + 1);
  return digits;
}

/* Digits with a point @n_fraction before their end, leading zeros cut to one. */
static char *
put_point (GString *digits,
           gsize n_fraction)
{
  gsize n_zeros;

  if (digits->len <= n_fraction)
    {
      g_autofree char *zeros = g_strnfill (n_fraction + 1 - digits->len, '0');

      g_string_prepend (digits, zeros);
    }
  n_zeros = strspn (digits->str, "0");
  n_zeros = MIN (n_zeros, digits->len - n_fraction - 1);
  g_string_erase (digits, 0, (gssize) n_zeros);
  if (n_fraction > 0)
    g_string_insert_c (digits, (gssize) (digits->len - n_fraction), '.');
  return g_string_free (digits, FALSE);
}

/**
 * corpus_decimal_shift:
 * @decimal: a decimal
 * @places: the power of ten to multiply it by: 4 for 万, -2 for cents
 *
 * Moves the point. Digits behind it that were printed stay, zeros too: they say
 * how exact a figure is.
 *
 * Returns: (transfer full): the product
 */
char *
corpus_decimal_shift (const char *decimal,
                      int places)
{
  gsize n_fraction;
  GString *digits = take_digits (decimal, &n_fraction);

  if (places < 0)
    {
      n_fraction += (gsize) -places;
    }
  else
    {
      gsize n_moved = MIN (n_fraction, (gsize) places);
      g_autofree char *zeros = g_strnfill ((gsize) places - n_moved, '0');

      n_fraction -= n_moved;
      g_string_append (digits, zeros);
    }
  return put_point (digits, n_fraction);
}

/* Both numbers as digit strings of one length with the same number of them behind the point. */
static gsize
align (const char *a,
       const char *b,
       GString **x,
       GString **y)
{
  gsize n_a, n_b, n_fraction;

  *x = take_digits (a, &n_a);
  *y = take_digits (b, &n_b);
  n_fraction = MAX (n_a, n_b);
  for (; n_a < n_fraction; n_a++)
    g_string_append_c (*x, '0');
  for (; n_b < n_fraction; n_b++)
    g_string_append_c (*y, '0');
  while ((*x)->len < (*y)->len)
    g_string_prepend_c (*x, '0');
  while ((*y)->len < (*x)->len)
    g_string_prepend_c (*y, '0');
  return n_fraction;
}

/**
 * corpus_decimal_add:
 * @a: a decimal
 * @b: another
 *
 * Returns: (transfer full): their sum
 */
char *
corpus_decimal_add (const char *a,
                    const char *b)
{
  GString *x, *y;
  gsize n_fraction = align (a, b, &x, &y);
  int carry = 0;

  for (gsize i = x->len; i-- > 0;)
    {
      int sum = (x->str[i] - '0') + (y->str[i] - '0') + carry;

      x->str[i] = (char) ('0' + sum % 10);
      carry = sum / 10;
    }
  if (carry > 0)
    g_string_prepend_c (x, '1');
  g_string_free (y, TRUE);
  return put_point (x, n_fraction);
}

/**
 * corpus_decimal_compare:
 * @a: a decimal
 * @b: another
 *
 * Returns: below 0, 0 or above 0, as @a is less than, equal to or greater than @b
 */
int
corpus_decimal_compare (const char *a,
                        const char *b)
{
  GString *x, *y;
  int result;

  align (a, b, &x, &y);
  result = strcmp (x->str, y->str);
  g_string_free (x, TRUE);
  g_string_free (y, TRUE);
  return result;
}
