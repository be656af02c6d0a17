/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Entities of English text: runs of words in capitals, told by a word at their end, a title before them, or a verb of
 * speech beside them. */

#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-mentions.h"

#define MAX_WORDS 8

static const char *const org_ends[] = {
  "Trust", "Council", "Association", "Office", "Company", "Corporation", "College", "University", "School", "Bank", "Ministry", "Department", "Agency", "Committee", "Party", "Union",
  "Group", "Authority", "Board", "Institute", "Commission", "Federation", "Society", "Club", "Ltd", "Inc", "Plc", "Hospital", "Court", "Parliament", "Senate", "Congress",
  "Foundation", "Fund", "Museum Trust", "Service", "Police", "Mill Company", NULL
};
static const char *const place_ends[] = {
  "Bay", "Valley", "Quay", "River", "Street", "Road", "Avenue", "Point", "Hill", "Park", "Port", "Harbour", "Harbor", "Bridge", "Island", "Islands", "County", "Square", "Lake", "Mountain",
  "Airport", "Station", "Castle", "Museum", "Library", "Mill", "Coast", "Sea", "Ocean", "City", NULL
};
static const char *const titles[] = {
  "Deputy Mayor", "Mayor", "Councillor", "Prime Minister", "Minister", "President", "Senator", "Governor", "Professor", "Dr", "Dr.", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Sir",
  "Judge", "Captain", "Inspector", "Chief Executive", "Secretary", "King", "Queen", NULL
};
static const char *const civil[] = { "Dr", "Dr.", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", NULL };
static const char *const openers[] = {
  "The", "A", "An", "In", "On", "At", "But", "And", "When", "While", "Last", "This", "Under", "Not", "For", "From", "By", "It", "He", "She", "They", "We", "All", "Its", "His", "Her",
  "Most", "Work", "Revenue", "After", "Before", "Since", "Three", "Two", "One", "New", "What", "My", "Old", NULL
};

static gboolean
is_word_char (gunichar c)
{
  return corpus_char_is_latin (c) || c == '\'' || c == 0x2019 || c == '-';
}

/* The end of the word that begins at a position. The s of a genitive is not a part of it. */
static gint64
word_end (const CorpusReading *reading,
          gint64 at)
{
  gint64 end = at;

  while (end < reading->length && is_word_char (reading->chars[end]))
    end++;
  if (end - at > 2 && reading->chars[end - 1] == 's' &&
      (reading->chars[end - 2] == '\'' || reading->chars[end - 2] == 0x2019))
    end -= 2;
  return end;
}

static gboolean
equals_any (const CorpusReading *reading,
            gint64 start,
            gint64 end,
            const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (corpus_reading_match (reading, start, end, words[i]) == end)
      return TRUE;
  return FALSE;
}

static gboolean
is_said_beside (const CorpusReading *reading,
                gint64 start,
                gint64 end)
{
  static const char *const before[] = { "said ", "says ", "added ",
                                        "chairman, ", "executive, ", "says its director, ",
                                        "by ", NULL };
  static const char *const after[] = { " said", " says", " told", " added", " replied",
                                       ", the ", ", who ", ", a ", NULL };

  if (corpus_reading_match_any_before (reading, 0, start, before) >= 0 ||
      corpus_reading_match_any (reading, end, reading->length, after) > 0)
    return TRUE;
  /* Aisha Rahman, 19, */
  return end + 3 < reading->length && reading->chars[end] == ',' &&
         reading->chars[end + 1] == ' ' && corpus_char_is_digit (reading->chars[end + 2]);
}

static void
judge_run (CorpusMentions *self,
           const gint64 *starts,
           const gint64 *ends,
           guint n)
{
  const CorpusReading *reading = self->reading;
  guint first = 0;
  gint64 start, end;

  while (first + 1 < n && equals_any (reading, starts[first], ends[first], openers))
    first++;
  if (first >= n)
    return;
  start = starts[first];
  end = ends[n - 1];

  /* A title of one or two words, and a name. */
  for (guint take = 2; take >= 1; take--)
    if (first + take < n && equals_any (reading, start, ends[first + take - 1], titles))
      {
        if (!equals_any (reading, start, ends[first + take - 1], civil))
          corpus_mentions_add (self, start, ends[first + take - 1], CORPUS_MENTION_POSITION, 0.8);
        corpus_mentions_add (self, starts[first + take], end, CORPUS_MENTION_PERSON, 0.85);
        return;
      }
  if (equals_any (reading, starts[n - 1], end, org_ends) && n - first >= 2)
    corpus_mentions_add (self, start, end, CORPUS_MENTION_ORG, 0.8);
  else if (equals_any (reading, starts[n - 1], end, place_ends) && n - first >= 2)
    corpus_mentions_add (self, start, end, CORPUS_MENTION_LOC, 0.75);
  else if (n - first >= 2 && n - first <= 3 && is_said_beside (reading, start, end))
    corpus_mentions_add (self, start, end, CORPUS_MENTION_PERSON, 0.75);
}

void
corpus_mentions_find_english (CorpusMentions *self)
{
  const CorpusReading *reading = self->reading;
  gint64 at = 0;

  while (at < reading->length)
    {
      gint64 starts[MAX_WORDS], ends[MAX_WORDS];
      guint n = 0;

      if (!(reading->chars[at] >= 'A' && reading->chars[at] <= 'Z') ||
          (at > 0 && (corpus_char_is_latin (reading->chars[at - 1]) ||
                      corpus_char_is_digit (reading->chars[at - 1]))))
        {
          at++;
          continue;
        }
      while (n < MAX_WORDS && at < reading->length && reading->chars[at] >= 'A' &&
             reading->chars[at] <= 'Z')
        {
          starts[n] = at;
          ends[n] = word_end (reading, at);
          at = ends[n++];
          /* Dr. and Ms. keep their dot. */
          if (at < reading->length && reading->chars[at] == '.' &&
              ends[n - 1] - starts[n - 1] <= 3 && at + 1 < reading->length &&
              reading->chars[at + 1] == ' ')
            at = ++ends[n - 1];
          if (at < reading->length && reading->chars[at] == ' ')
            at++;
          else
            break;
        }
      judge_run (self, starts, ends, n);
      at = MAX (at, ends[n - 1]);
    }
}
