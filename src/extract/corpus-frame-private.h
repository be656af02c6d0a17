/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/corpus-frame.h"

G_BEGIN_DECLS

/* corpus-frame-time.c */
void corpus_frame_read_period (const CorpusFrameText *text,
                               CorpusFrame *frame,
                               CorpusSpan sentence);
void corpus_frame_read_status (const CorpusFrameText *text,
                               CorpusFrame *frame,
                               CorpusSpan sentence);

G_END_DECLS
