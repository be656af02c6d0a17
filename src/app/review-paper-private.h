/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/review-layout-map.h"
#include "app/review-palette.h"
#include "app/review-paper.h"
#include "app/review-span-index.h"

G_BEGIN_DECLS

typedef enum
{
  MARK_ENTITY,
  MARK_VALUE, /* the value of an indicator */
  MARK_SLOT,  /* another slot of the selected indicator */
} MarkKind;

/* One piece of an annotation, as the display shows it. */
typedef struct
{
  gint64 id;
  MarkKind kind;
  CorpusSpan span;  /* of the display */
  const char *name; /* on the chip; interned */
  GdkRGBA hue;
  CorpusState state;
  gboolean is_doubtful;
  gboolean is_first; /* of the pieces of its annotation */
  guint depth;       /* steps of others inside it */
  guint height;      /* steps of its whole nest */
} Mark;

/* The part of a mark on one display line, in buffer coordinates. */
typedef struct
{
  const Mark *mark;
  graphene_rect_t box;
  float em_top;   /* of the text inside the innermost box */
  float nest_top; /* of the tallest box of its nest */
  gboolean is_open_left;
  gboolean is_open_right;
} Fragment;

/* Where a chip goes and what it still says there. */
typedef struct
{
  graphene_rect_t area;
  PangoLayout *layout; /* borrowed from the cache */
  GdkRGBA colour;
} Chip;

struct _ReviewPaper
{
  GtkTextView parent_instance;

  /* Owned */
  ReviewDesk *desk;
  GSettings *settings; /* NULL where the schema is not installed */
  GActionGroup *actions;
  CorpusArticle *article; /* the one that is shown */
  CorpusChars *chars;     /* its text */
  ReviewLayoutMap *map;
  ReviewSpanIndex *index;   /* of marks */
  GArray *marks;            /* Mark: pieces of entities and of values */
  GArray *slots;            /* Mark: the other slots of the selected indicator */
  GArray *fragments;        /* Fragment: what the last frame showed */
  GHashTable *chip_layouts; /* string -> PangoLayout */
  guint redraw_idle;        /* 0: none */
  char *folio;              /* what stands above the article */
  char *folio_end;          /* at its right */
  PangoFontDescription *chip_font;

  /* Borrowed from the buffer's table */
  GtkTextTag *base_tag;
  GtkTextTag *value_tag;

  ReviewPalette palette;
  gint64 rule_position; /* of the display: a line is drawn above its paragraph; -1: none */
  double em;            /* of the body, in pixels */
  int lead;             /* pixels between display lines */
  gboolean shows_chips;
  gboolean shows_rejected;
  gboolean is_filling_slots;
  gboolean is_selecting; /* the paper itself changes the selection of the desk */
  guint held_key;        /* hardware code of the key that is down, 0: none */
  gboolean is_repeat;    /* the key press at work is an auto-repeat */
  int width;             /* when it was last given its place */
  double press_x, press_y;
  guint reveal_tick;
  gint64 reveal_position;
  int reveal_frames;
  gboolean reveal_prefers_top; /* the article has just been opened: begin with its head where the goal is in sight then */
};

/* review-paper-typeset.c: the article becomes text with tags, and marks */
void paper_init_tags (ReviewPaper *self);
void paper_update_metrics (ReviewPaper *self);
void paper_update_colours (ReviewPaper *self);
void paper_set_text (ReviewPaper *self);
void paper_set_marks (ReviewPaper *self);
void paper_set_slots (ReviewPaper *self);

/* review-paper-draw.c */
void paper_draw (GtkTextView *view,
                 GtkTextViewLayer layer,
                 GtkSnapshot *snapshot);
void paper_append_fragments (ReviewPaper *self,
                             const Mark *mark,
                             GArray *fragments);
GArray *paper_place_chips (ReviewPaper *self,
                           GArray *fragments); /* Chip */
void paper_forget_layouts (ReviewPaper *self);

/* review-paper.c */
gboolean paper_cycle (ReviewPaper *self);

/* review-paper-actions.c, review-paper-keys.c */
GActionGroup *paper_make_actions (ReviewPaper *self);
void paper_update_actions (ReviewPaper *self);
void paper_add_keys (ReviewPaper *self);
void paper_set_filling_slots (ReviewPaper *self,
                              gboolean is_filling);

G_END_DECLS
