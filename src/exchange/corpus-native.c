/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-exchange"

#include "exchange/corpus-native.h"

#define DEFINE_MEMBERS(object, ...) const char *const corpus_native_##object##_members[] = { __VA_ARGS__, NULL };

DEFINE_MEMBERS (corpus, "format", "version", "title", "tagset", "people", "producer")
DEFINE_MEMBERS (person, "id", "name")
DEFINE_MEMBERS (tagset, "name", "version", "labels", "attributes", "relations", "guidelines")
DEFINE_MEMBERS (label, "name", "title", "colour", "key", "description", "parent")
DEFINE_MEMBERS (page,
                "format",
                "version",
                "sha256",
                "file",
                "encoding",
                "publication",
                "date",
                "edition",
                "number",
                "section",
                "text",
                "blocks")
DEFINE_MEMBERS (article,
                "format",
                "version",
                "id",
                "pages",
                "metadata",
                "text",
                "blocks",
                "entities",
                "indicators",
                "relations",
                "review")
DEFINE_MEMBERS (page_ref, "sha256", "file", "publication", "date", "edition", "number")
DEFINE_MEMBERS (metadata,
                "kicker",
                "headline",
                "subhead",
                "column",
                "section",
                "agency",
                "dateline",
                "credits",
                "jump",
                "genre")
DEFINE_MEMBERS (dateline, "place", "date", "source")
DEFINE_MEMBERS (credit, "name", "role", "affiliation", "source")
DEFINE_MEMBERS (jump, "to", "from")
DEFINE_MEMBERS (block,
                "role",
                "start",
                "end",
                "source",
                "joins",
                "corrections",
                "origin",
                "state",
                "confidence",
                "doubts")
DEFINE_MEMBERS (correction, "source", "text")
DEFINE_MEMBERS (entity,
                "id",
                "label",
                "spans",
                "source",
                "text",
                "norm",
                "ref",
                "attributes",
                "origin",
                "state",
                "confidence",
                "by",
                "at",
                "was",
                "note")
DEFINE_MEMBERS (indicator,
                "id",
                "slots",
                "number",
                "number_max",
                "unit",
                "unit_text",
                "cmp",
                "kind",
                "direction",
                "basis",
                "status",
                "period",
                "of",
                "same_as",
                "series",
                "origin",
                "state",
                "confidence",
                "by",
                "at",
                "was",
                "note")
DEFINE_MEMBERS (slots, "value", "name", "subject", "period", "comparator", "basis", "base")
DEFINE_MEMBERS (filler, "spans", "source", "text")
DEFINE_MEMBERS (period, "iso", "start", "end", "role")
DEFINE_MEMBERS (relation, "id", "type", "from", "to", "origin", "state", "confidence", "by", "at")
DEFINE_MEMBERS (
    review, "structure", "metadata", "entities", "indicators", "flags", "excluded", "note")
DEFINE_MEMBERS (task, "status", "by", "at")
