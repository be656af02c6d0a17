/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text/corpus-calendar.h"

G_BEGIN_DECLS

/* What the Chinese and the English grammar share: how a date without a year gets one, and how periods are written. */

int corpus_calendar_year_of (int month,
                             const GDate *today);
void corpus_calendar_set_day (CorpusCalendar *self,
                              const GDate *day);
void corpus_calendar_set_days (CorpusCalendar *self,
                               int year,
                               int month,
                               int first_day,
                               int last_day);
void corpus_calendar_set_months (CorpusCalendar *self,
                                 int year,
                                 int first_month,
                                 int last_month);
void corpus_calendar_set_year (CorpusCalendar *self,
                               int year);
G_END_DECLS
