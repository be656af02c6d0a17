/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The annotations of an article in the native format. */

#define G_LOG_DOMAIN "corpus-exchange"

#include "exchange/corpus-native-members.h"
#include "exchange/corpus-native.h"

/* Writes an entity as an object. */
void
corpus_native_write_entity (CorpusNativeWriter *self,
                            CorpusEntity *entity)
{
  corpus_json_writer_begin_object (self->json);
  corpus_native_add_id (self, "id", entity->id);
  corpus_native_add_string (self, "label", entity->label);
  corpus_native_add_anchor (self, entity->pieces, NULL);
  corpus_native_add_string (self, "norm", entity->norm);
  corpus_native_add_strings (self, "ref", entity->refs);
  corpus_json_writer_add_name (self->json, "attributes");
  corpus_json_writer_add_json (self->json, entity->attributes != NULL ? entity->attributes : "{}");
  corpus_native_add_decision (self, &entity->provenance);
  corpus_native_add_was_and_note (self, &entity->provenance, entity->note);
  corpus_native_add_extra (self, entity->extra, corpus_native_entity_members);
  corpus_json_writer_end_object (self->json);
}

static void
write_slot (CorpusNativeWriter *self,
            CorpusIndicator *indicator,
            CorpusSlot slot)
{
  GPtrArray *fillers = indicator->slots[slot];

  corpus_json_writer_add_name (self->json, corpus_slot_to_string (slot));
  corpus_json_writer_begin_array (self->json);
  for (guint i = 0; i < fillers->len; i++)
    {
      CorpusFiller *filler = g_ptr_array_index (fillers, i);

      corpus_json_writer_begin_object (self->json);
      corpus_native_add_anchor (self, filler->pieces, filler->text);
      corpus_native_add_extra (self, filler->extra, corpus_native_filler_members);
      corpus_json_writer_end_object (self->json);
    }
  corpus_json_writer_end_array (self->json);
}

static void
write_period (CorpusNativeWriter *self,
              CorpusIndicator *indicator,
              const CorpusJson *extra)
{
  corpus_json_writer_add_name (self->json, "period");
  if (indicator->period_iso == NULL && indicator->period_start == NULL &&
      indicator->period_end == NULL && indicator->period_role == CORPUS_PERIOD_DURING &&
      extra == NULL)
    {
      corpus_json_writer_add_null (self->json);
      return;
    }
  corpus_json_writer_begin_object (self->json);
  corpus_native_add_string (self, "iso", indicator->period_iso);
  corpus_native_add_string (self, "start", indicator->period_start);
  corpus_native_add_string (self, "end", indicator->period_end);
  corpus_native_add_string (self, "role", corpus_period_role_to_string (indicator->period_role));
  corpus_native_add_others (self, extra, corpus_native_period_members);
  corpus_json_writer_end_object (self->json);
}

/* Writes an indicator as an object. */
void
corpus_native_write_indicator (CorpusNativeWriter *self,
                               CorpusIndicator *indicator)
{
  g_autoptr (CorpusJson) extra = corpus_native_parse_extra (indicator->extra);

  corpus_json_writer_begin_object (self->json);
  corpus_native_add_id (self, "id", indicator->id);
  corpus_json_writer_add_name (self->json, "slots");
  corpus_json_writer_begin_object (self->json);
  for (CorpusSlot slot = 0; slot < CORPUS_N_SLOTS; slot++)
    write_slot (self, indicator, slot);
  corpus_native_add_others (self, corpus_json_find (extra, "slots"), corpus_native_slots_members);
  corpus_json_writer_end_object (self->json);
  corpus_native_add_string (self, "number", indicator->number);
  corpus_native_add_string (self, "number_max", indicator->number_max);
  corpus_native_add_string (self, "unit", indicator->unit);
  corpus_native_add_string (self, "unit_text", indicator->unit_text);
  corpus_native_add_string (self, "cmp", corpus_cmp_to_string (indicator->cmp));
  corpus_native_add_string (self, "kind", corpus_kind_to_string (indicator->kind));
  corpus_native_add_string (self, "direction", corpus_direction_to_string (indicator->direction));
  corpus_native_add_string (self, "basis", corpus_basis_to_string (indicator->basis));
  corpus_native_add_string (self, "status", corpus_status_to_string (indicator->status));
  write_period (self, indicator, corpus_json_find (extra, "period"));
  corpus_native_add_id (self, "of", indicator->of);
  corpus_native_add_id (self, "same_as", indicator->same_as);
  corpus_native_add_string (self, "series", indicator->series);
  corpus_native_add_decision (self, &indicator->provenance);
  corpus_native_add_was_and_note (self, &indicator->provenance, indicator->note);
  corpus_native_add_others (self, extra, corpus_native_indicator_members);
  corpus_json_writer_end_object (self->json);
}

/* Writes a relation as an object. */
void
corpus_native_write_relation (CorpusNativeWriter *self,
                              CorpusRelation *relation)
{
  corpus_json_writer_begin_object (self->json);
  corpus_native_add_id (self, "id", relation->id);
  corpus_native_add_string (self, "type", relation->type);
  corpus_native_add_id (self, "from", relation->from_id);
  corpus_native_add_id (self, "to", relation->to_id);
  corpus_native_add_decision (self, &relation->provenance);
  corpus_native_add_extra (self, relation->extra, corpus_native_relation_members);
  corpus_json_writer_end_object (self->json);
}
