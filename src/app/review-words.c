/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words the window uses for what the model says in code: short, the user's, translated. Nothing here is ever
 * written to a file; the words of the native format are in corpus-enums.c. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-words.h"

#include <glib/gi18n.h>

static const char *const state_words[] = { N_ ("suggested"), N_ ("accepted"), N_ ("rejected") };
static const char *const state_glyphs[] = { "○", "✓", "✗" };
/* Translators: who proposed something: the built-in rules, a language model, an imported file, a person */
static const char *const origin_words[] = { N_ ("rule"), N_ ("model"), N_ ("imported"), N_ ("reviewer") };
static const char *const cmp_words[] = { N_ ("exactly"), N_ ("more than"), N_ ("at least"), N_ ("less than"),
                                         N_ ("at most"), N_ ("about"), N_ ("from … to") };
static const char *const cmp_glyphs[] = { "=", ">", "≥", "<", "≤", "≈", "–" };
/* Translators: what sort of figure an indicator is */
static const char *const kind_words[] = { N_ ("level"), N_ ("change"), N_ ("share"), N_ ("ratio"), N_ ("rank") };
static const char *const direction_words[] = { N_ ("no direction"), N_ ("up"), N_ ("down") };
static const char *const direction_glyphs[] = { "", "▲", "▼" };
/* Translators: what a change is measured against */
static const char *const basis_words[] = { N_ ("nothing"), N_ ("a year earlier"), N_ ("a month earlier"), N_ ("a quarter earlier"),
                                           N_ ("yearly average"), N_ ("a fixed time"), N_ ("the plan"), N_ ("others") };
/* Translators: the same in one short word or sign, for a narrow list; “yoy” is year on year */
static const char *const basis_short_words[] = { "", N_ ("yoy"), N_ ("mom"), N_ ("qoq"), N_ ("a year"), N_ ("fixed"),
                                                 N_ ("plan"), N_ ("others") };
/* Translators: whether a figure is so, is to be, or is expected */
static const char *const status_words[] = { N_ ("actual"), N_ ("target"), N_ ("forecast") };
/* Translators: how the period of a figure is meant */
static const char *const period_role_words[] = { N_ ("during"), N_ ("as of"), N_ ("by"), N_ ("since"), N_ ("per") };
static const char *const slot_words[] = { N_ ("Value"), N_ ("Name"), N_ ("Subject"), N_ ("Period"),
                                          N_ ("Comparator"), N_ ("Basis"), N_ ("Compared with") };
static const char *const slot_keys[] = { "V", "N", "S", "P", "C", "B", "D" };
static const char *const task_words[] = { N_ ("Structure"), N_ ("Metadata"), N_ ("Entities"), N_ ("Indicators") };
static const char *const review_words[] = { N_ ("To do"), N_ ("Doing"), N_ ("Done"), N_ ("Check again") };
static const char *const credit_role_words[] = { N_ ("Reporter"), N_ ("Correspondent"), N_ ("Photographer"),
                                                 N_ ("Editor"), N_ ("Translator") };
static const char *const field_words[] = { N_ ("Kicker"), N_ ("Headline"), N_ ("Subhead"), N_ ("Column"), N_ ("Section"),
                                           N_ ("Agency"), N_ ("Continues on page"), N_ ("Continued from page"), N_ ("Genre") };

G_STATIC_ASSERT (G_N_ELEMENTS (slot_words) == CORPUS_N_SLOTS);
G_STATIC_ASSERT (G_N_ELEMENTS (slot_keys) == CORPUS_N_SLOTS);
G_STATIC_ASSERT (G_N_ELEMENTS (task_words) == CORPUS_N_TASKS);
G_STATIC_ASSERT (G_N_ELEMENTS (field_words) == CORPUS_N_FIELDS);

#define DEFINE_WORDS(Type, name)                                              \
  const char *                                                                \
      review_words_##name (Type value)                                        \
  {                                                                           \
    g_return_val_if_fail ((guint) value < G_N_ELEMENTS (name##_words), NULL); \
    return _ (name##_words[value]);                                           \
  }

#define DEFINE_GLYPHS(Type, name)                                              \
  const char *                                                                 \
      review_words_##name##_glyph (Type value)                                 \
  {                                                                            \
    g_return_val_if_fail ((guint) value < G_N_ELEMENTS (name##_glyphs), NULL); \
    return name##_glyphs[value];                                               \
  }

DEFINE_WORDS (CorpusState, state)
DEFINE_GLYPHS (CorpusState, state)
DEFINE_WORDS (CorpusOrigin, origin)
DEFINE_WORDS (CorpusCmp, cmp)
DEFINE_GLYPHS (CorpusCmp, cmp)
DEFINE_WORDS (CorpusKind, kind)
DEFINE_WORDS (CorpusDirection, direction)
DEFINE_GLYPHS (CorpusDirection, direction)
DEFINE_WORDS (CorpusBasis, basis)
DEFINE_WORDS (CorpusStatus, status)
DEFINE_WORDS (CorpusPeriodRole, period_role)
DEFINE_WORDS (CorpusSlot, slot)
DEFINE_WORDS (CorpusTask, task)
DEFINE_WORDS (CorpusReviewStatus, review)
DEFINE_WORDS (CorpusCreditRole, credit_role)
DEFINE_WORDS (CorpusFieldName, field)

/**
 * review_words_basis_short:
 * @value: what a change is measured against
 *
 * Returns: (transfer none): one short word, empty where there is nothing
 */
const char *
review_words_basis_short (CorpusBasis value)
{
  const char *word;

  g_return_val_if_fail ((guint) value < G_N_ELEMENTS (basis_short_words), NULL);
  word = basis_short_words[value];
  /* The translation of the empty string is the header of the catalogue. */
  return *word != '\0' ? _ (word) : word;
}

/**
 * review_words_slot_key:
 * @value: a slot
 *
 * Returns: (transfer none): the letter that fills it from the selection, after I
 */
const char *
review_words_slot_key (CorpusSlot value)
{
  g_return_val_if_fail ((guint) value < G_N_ELEMENTS (slot_keys), NULL);
  return slot_keys[value];
}

/**
 * review_words_dup_number:
 * @number: (nullable): a plain decimal
 *
 * Sets a number in groups of three, parted by a narrow space that no line breaks at; the same in every language, so that it
 * cannot be mistaken for another number. Four digits stay together.
 *
 * Returns: (transfer full) (nullable): the number as people read it
 */
char *
review_words_dup_number (const char *number)
{
  g_autoptr (GString) grouped = NULL;
  gsize n_sign, n_digits;

  if (number == NULL)
    return NULL;

  n_sign = number[0] == '-' ? 1 : 0;
  n_digits = strspn (number + n_sign, "0123456789");
  if (n_digits <= 4)
    return g_strdup (number);

  grouped = g_string_new_len (number, (gssize) n_sign);
  for (gsize i = 0; i < n_digits; i++)
    {
      if (i > 0 && (n_digits - i) % 3 == 0)
        g_string_append (grouped, "\u202f");
      g_string_append_c (grouped, number[n_sign + i]);
    }
  g_string_append (grouped, number + n_sign + n_digits);
  return g_string_free (g_steal_pointer (&grouped), FALSE);
}

/* A code that is better read as a sign or as words. */
static const char *
unit_in_words (const char *unit)
{
  if (g_strcmp0 (unit, "percent") == 0)
    return "%";
  if (g_strcmp0 (unit, "percentage_point") == 0)
    return _ ("percentage points");
  if (g_strcmp0 (unit, "person") == 0)
    return _ ("persons");
  return unit;
}

static char *
dup_number_and_unit (CorpusIndicator *indicator)
{
  g_autofree char *low = review_words_dup_number (indicator->number);
  g_autofree char *high = review_words_dup_number (indicator->number_max);
  const char *unit = unit_in_words (indicator->unit);
  g_autofree char *number = NULL;

  if (low != NULL && high != NULL)
    number = g_strdup_printf ("%s–%s", low, high);
  else if (low != NULL || high != NULL)
    number = g_strdup (low != NULL ? low : high);
  else
    return NULL;

  return unit != NULL && *unit != '\0' ? g_strdup_printf ("%s\u00a0%s", number, unit) : g_steal_pointer (&number);
}

/**
 * review_words_dup_amount:
 * @indicator: an indicator
 *
 * Returns: (transfer full) (nullable): its number as it is meant, `≥ 10 070 000 TEU`; %NULL where it has none
 */
char *
review_words_dup_amount (CorpusIndicator *indicator)
{
  g_autofree char *amount = dup_number_and_unit (indicator);

  if (amount == NULL)
    return NULL;
  if (indicator->cmp == CORPUS_CMP_RANGE)
    return g_steal_pointer (&amount);
  return g_strdup_printf ("%s\u00a0%s", review_words_cmp_glyph (indicator->cmp), amount);
}

/**
 * review_words_dup_slot:
 * @indicator: an indicator
 * @slot: a slot
 *
 * Returns: (transfer full) (nullable): what stands in the slot, several fillers parted by “; ”
 */
char *
review_words_dup_slot (CorpusIndicator *indicator,
                       CorpusSlot slot)
{
  GPtrArray *fillers = indicator->slots[slot];
  g_autoptr (GString) words = NULL;

  for (guint i = 0; i < fillers->len; i++)
    {
      CorpusFiller *filler = g_ptr_array_index (fillers, i);

      if (filler->text == NULL || *filler->text == '\0')
        continue;
      if (words == NULL)
        words = g_string_new (NULL);
      else
        g_string_append (words, "; ");
      g_string_append (words, filler->text);
    }
  return words != NULL ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

static char *
dup_bold (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return g_strdup_printf ("<b>%s</b>", escaped);
}

/* What the figure is about: “<name> of <subject>”, or what is known of it. */
static char *
dup_topic (CorpusIndicator *indicator)
{
  g_autofree char *name = review_words_dup_slot (indicator, CORPUS_SLOT_NAME);
  g_autofree char *subject = review_words_dup_slot (indicator, CORPUS_SLOT_SUBJECT);
  g_autofree char *bold_name = name != NULL ? dup_bold (name) : NULL;
  g_autofree char *bold_subject = subject != NULL ? dup_bold (subject) : NULL;

  if (bold_name != NULL && bold_subject != NULL)
    /* Translators: the name of a figure and whose it is: “container throughput of the whole port” */
    return g_strdup_printf (_ ("%1$s of %2$s"), bold_name, bold_subject);
  if (bold_name != NULL)
    return g_steal_pointer (&bold_name);
  if (bold_subject != NULL)
    /* Translators: a figure without a name, and whose it is */
    return g_strdup_printf (_ ("a figure of %s"), bold_subject);
  return g_strdup (_ ("a figure without a name"));
}

/* Whole sentences, so that a language can put its words where they belong. */
static char *
dup_claim (CorpusIndicator *indicator,
           const char *topic)
{
  gboolean is_change = indicator->kind == CORPUS_KIND_CHANGE && indicator->direction != CORPUS_DIRECTION_NONE;
  gboolean is_up = indicator->direction == CORPUS_DIRECTION_UP;

  switch (indicator->status)
    {
    case CORPUS_STATUS_TARGET:
      if (is_change && is_up)
        /* Translators: what a figure is about; the amount follows on a line of its own. So in the next ones. */
        return g_strdup_printf (_ ("%s is to rise by"), topic);
      return is_change ? g_strdup_printf (_ ("%s is to fall by"), topic) : g_strdup_printf (_ ("%s is to be"), topic);
    case CORPUS_STATUS_FORECAST:
      if (is_change && is_up)
        return g_strdup_printf (_ ("%s is expected to rise by"), topic);
      return is_change ? g_strdup_printf (_ ("%s is expected to fall by"), topic)
                       : g_strdup_printf (_ ("%s is expected to be"), topic);
    case CORPUS_STATUS_ACTUAL:
    default:
      if (is_change && is_up)
        return g_strdup_printf (_ ("%s rose by"), topic);
      return is_change ? g_strdup_printf (_ ("%s fell by"), topic) : g_strdup_printf (_ ("%s was"), topic);
    }
}

static char *
dup_when (CorpusIndicator *indicator,
          const char *claim)
{
  g_autofree char *slot = review_words_dup_slot (indicator, CORPUS_SLOT_PERIOD);
  const char *period = indicator->period_iso != NULL ? indicator->period_iso : slot;
  g_autofree char *bold = NULL;

  if (period == NULL)
    return g_strdup (claim);

  bold = dup_bold (period);
  switch (indicator->period_role)
    {
    case CORPUS_PERIOD_AS_OF:
      /* Translators: the period of a figure, then what is said of it */
      return g_strdup_printf (_ ("As of %1$s, %2$s"), bold, claim);
    case CORPUS_PERIOD_BY:
      return g_strdup_printf (_ ("By %1$s, %2$s"), bold, claim);
    case CORPUS_PERIOD_SINCE:
      return g_strdup_printf (_ ("Since %1$s, %2$s"), bold, claim);
    case CORPUS_PERIOD_PER:
      return g_strdup_printf (_ ("Per %1$s, %2$s"), bold, claim);
    case CORPUS_PERIOD_DURING:
    default:
      return g_strdup_printf (_ ("In %1$s, %2$s"), bold, claim);
    }
}

/* What a change is measured against, as the end of the sentence. */
static char *
dup_against (CorpusIndicator *indicator)
{
  g_autofree char *base = review_words_dup_slot (indicator, CORPUS_SLOT_BASE);
  g_autofree char *bold = base != NULL ? dup_bold (base) : NULL;

  if (bold != NULL)
    /* Translators: the end of the read-back sentence: what a figure is compared with */
    return g_strdup_printf (_ ("compared with %s"), bold);

  switch (indicator->basis)
    {
    case CORPUS_BASIS_YOY:
      return g_strdup (_ ("year on year"));
    case CORPUS_BASIS_MOM:
      return g_strdup (_ ("month on month"));
    case CORPUS_BASIS_QOQ:
      return g_strdup (_ ("quarter on quarter"));
    case CORPUS_BASIS_AVG_ANNUAL:
      return g_strdup (_ ("a year on average"));
    case CORPUS_BASIS_FIXED:
      return g_strdup (_ ("against a fixed time"));
    case CORPUS_BASIS_PLAN:
      return g_strdup (_ ("against the plan"));
    case CORPUS_BASIS_PEER:
      return g_strdup (_ ("against others"));
    case CORPUS_BASIS_NONE:
    default:
      return NULL;
    }
}

/**
 * review_words_dup_sentence:
 * @indicator: an indicator
 *
 * Reads an indicator back as a sentence: what it says, and on a line of its own how much.
 *
 * Returns: (transfer full): Pango markup
 */
char *
review_words_dup_sentence (CorpusIndicator *indicator)
{
  g_autofree char *topic = dup_topic (indicator);
  g_autofree char *claim = dup_claim (indicator, topic);
  g_autofree char *sentence = dup_when (indicator, claim);
  g_autofree char *amount = review_words_dup_amount (indicator);
  g_autofree char *value = amount == NULL ? review_words_dup_slot (indicator, CORPUS_SLOT_VALUE) : NULL;
  const char *shown = amount != NULL ? amount : (value != NULL ? value : _ ("an amount without a number"));
  g_autofree char *escaped = g_markup_escape_text (shown, -1);
  g_autofree char *against = dup_against (indicator);

  return g_strdup_printf ("%s\n<span size=\"x-large\" weight=\"bold\">%s</span>%s%s", sentence, escaped,
                          against != NULL ? " " : "", against != NULL ? against : "");
}

/**
 * review_words_dup_time:
 * @iso: (nullable): a time in UTC
 *
 * Returns: (transfer full): the time here, as people write it; “today” and “yesterday” for the last two days
 */
char *
review_words_dup_time (const char *iso)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = iso != NULL ? g_date_time_new_from_iso8601 (iso, utc) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);

  if (local == NULL)
    return g_strdup (iso != NULL ? iso : "");

  if (g_date_time_get_year (local) == g_date_time_get_year (now) &&
      g_date_time_get_day_of_year (local) == g_date_time_get_day_of_year (now))
    /* Translators: a time of today, see g_date_time_format() */
    return g_date_time_format (local, _ ("today %H:%M"));
  if (g_date_time_get_year (local) == g_date_time_get_year (yesterday) &&
      g_date_time_get_day_of_year (local) == g_date_time_get_day_of_year (yesterday))
    return g_date_time_format (local, _ ("yesterday %H:%M"));
  /* Translators: a day and a time, see g_date_time_format() */
  return g_date_time_format (local, _ ("%Y-%m-%d %H:%M"));
}
