/* What the file of identities says of the names of a text: marks on chains, joins, names and types. Linear in mentions. */
#include <reference/discourse.h>
#include <reference/identities.h>

#include <string.h>

/* Whether the words of tokens [first, end) are in the file: numbers of the names that hold in this document. */
static gboolean
add_marks (RelDiscourse *self, RelReferent *referent, gint32 first, gint32 end)
{
  const RelIdentities *identities = self->document->identities;
  const gchar *text = rel_discourse_dup_text (self, referent->mention.sentence, first, end);
  g_autofree gchar *words = rel_utf8_to_lower (text);
  guint n = 0;
  const guint *numbers = rel_identities_find (identities, words, &n);

  for (guint i = 0; i < n; i++) {
    const RelIdentityName *name = rel_identities_get (identities, numbers[i]);

    if (name->document != NULL && strcmp (name->document, self->document->id) != 0)
      continue;

    RelIdentityMark *mark = rel_arena_new_array (self->scratch, RelIdentityMark, 1);

    mark->number = numbers[i];
    mark->next = referent->marks;
    referent->marks = mark;
  }
  return referent->marks != NULL;
}

/* A name as it stands, with its article or title, or without. */
void
rel_discourse_mark_identities (RelDiscourse *self)
{
  if (self->document->identities == NULL)
    return;
  for (guint32 i = 0; i < self->referents->len; i++) {
    RelReferent *referent = rel_discourse_get (self, i);
    const RelMention *mention = &referent->mention;

    if (mention->form != REL_MENTION_NAME && mention->form != REL_MENTION_NOMINAL)
      continue;
    if (add_marks (self, referent, mention->first, mention->end))
      continue;
    if (mention->form == REL_MENTION_NAME)
      add_marks (self, referent, referent->name_first, referent->name_end);
    else if (mention->end - mention->first > 1
             && rel_discourse_get_tokens (self, mention->sentence)[mention->first].upos == REL_UPOS_DET)
      add_marks (self, referent, mention->first + 1, mention->end);
  }
}

gboolean
rel_discourse_are_different (const RelDiscourse *self, const RelIdentityMark *a, const RelIdentityMark *b)
{
  for (; a != NULL; a = a->next)
    for (const RelIdentityMark *other = b; other != NULL; other = other->next)
      if (rel_identities_differ (self->document->identities, a->number, other->number))
        return TRUE;
  return FALSE;
}

void
rel_discourse_link_identities (RelDiscourse *self)
{
  g_autoptr (GHashTable) firsts = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint32 i = 0; i < self->referents->len; i++) {
    const RelIdentityMark *mark = rel_discourse_get (self, i)->marks;
    gpointer group, first;

    if (mark == NULL)
      continue;
    group = GUINT_TO_POINTER (rel_identities_get (self->document->identities, mark->number)->group);
    if (g_hash_table_lookup_extended (firsts, group, NULL, &first))
      rel_discourse_join (self, GPOINTER_TO_UINT (first), i, "file of identities");
    else
      g_hash_table_insert (firsts, group, GUINT_TO_POINTER (i));
  }
}

gboolean
rel_discourse_apply_identity (const RelDiscourse *self, const RelReferent *root, RelEntity *entity)
{
  const RelIdentities *identities = self->document->identities;
  gboolean has_name = FALSE;

  for (const RelIdentityMark *mark = root->marks; mark != NULL; mark = mark->next) {
    const RelIdentityName *group
      = rel_identities_get (identities, rel_identities_get (identities, mark->number)->group);

    if (group->type >= 0)
      entity->type = (RelEntityType) group->type;
    if (group->apart != NULL)
      entity->apart = rel_arena_strdup (self->document->arena, group->apart);
    if (group->is_joined && !has_name) {
      entity->name = rel_arena_strdup (self->document->arena, rel_identities_get (identities, group->main)->name);
      has_name = TRUE;
    }
  }
  return has_name;
}
