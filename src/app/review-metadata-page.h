/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/review-desk.h"

G_BEGIN_DECLS

/* The form of what is said of the article as a whole. */
#define REVIEW_TYPE_METADATA_PAGE (review_metadata_page_get_type ())
G_DECLARE_FINAL_TYPE (ReviewMetadataPage, review_metadata_page, REVIEW, METADATA_PAGE, GtkWidget)

GtkWidget *review_metadata_page_new (ReviewDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
gboolean review_metadata_page_commit (ReviewMetadataPage *self);

G_END_DECLS
