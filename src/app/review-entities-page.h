/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/review-annotation-list.h"

G_BEGIN_DECLS

/* The entities of the article, and the selected one to be decided and mended. */
#define REVIEW_TYPE_ENTITIES_PAGE (review_entities_page_get_type ())
G_DECLARE_FINAL_TYPE (ReviewEntitiesPage, review_entities_page, REVIEW, ENTITIES_PAGE, GtkWidget)

GtkWidget *review_entities_page_new (ReviewDesk *desk) G_GNUC_WARN_UNUSED_RESULT;
gboolean review_entities_page_commit (ReviewEntitiesPage *self);
gboolean review_entities_page_focus_selected (ReviewEntitiesPage *self);
ReviewAnnotationList *review_entities_page_get_list (ReviewEntitiesPage *self);

G_END_DECLS
