/* The role of a phrase or clause in its clause: head and preposition in, time, place, cause, … out, by the entity that the head
 * is a mention of, its type, and the classes of the lexicon. O(children of the head). */
#include <semantics/argument_role.h>

#include <string.h>

static gboolean
is_year (const gchar *form)
{
  return strlen (form) == 4 && (form[0] == '1' || form[0] == '2') && g_ascii_isdigit (form[1])
         && g_ascii_isdigit (form[2]) && g_ascii_isdigit (form[3]);
}

gboolean
rel_view_is_time (const RelView *view, gint32 head)
{
  const RelMention *mention = rel_document_find_mention (view->document, view->sentence, head);

  if (mention && (mention->form == REL_MENTION_TIME || mention->type == REL_ENTITY_TIME))
    return TRUE;
  if (mention && mention->form == REL_MENTION_NAME)
    return FALSE;
  return view->tokens[head].etype == REL_ENTITY_TIME + 1 || rel_view_is (view, head, REL_CLASS_TIME_NOUN)
         || (view->tokens[head].upos == REL_UPOS_NUM && is_year (view->tokens[head].form));
}

gboolean
rel_view_is_place (const RelView *view, gint32 head)
{
  const RelMention *mention = rel_document_find_mention (view->document, view->sentence, head);

  if (mention)
    return mention->type == REL_ENTITY_PLACE;
  if (view->tokens[head].etype != 0)
    return view->tokens[head].etype == REL_ENTITY_PLACE + 1;
  return view->tokens[head].name == REL_NAME_LOC || rel_view_is (view, head, REL_CLASS_PLACE_NOUN);
}

gboolean
rel_view_has_case (const RelView *view, gint32 head, RelWordClasses classes)
{
  REL_TREE_EACH_CHILD (view->tree, head, child)
    if (view->tokens[child].deprel == REL_DEPREL_CASE && rel_view_is (view, child, classes))
      return TRUE;
  return FALSE;
}

/* "for an end", "of the year" are no times; "for two days", "for years" are. */
static gboolean
is_untimely (const RelView *view, gint32 head, const gchar *preposition)
{
  const RelMention *mention = rel_document_find_mention (view->document, view->sentence, head);

  if (g_strcmp0 (preposition, "of") == 0)
    return TRUE;
  return g_strcmp0 (preposition, "for") == 0 && view->tokens[head].upos == REL_UPOS_NOUN
         && !rel_token_has_feature (&view->tokens[head], "Number=Plur")
         && rel_view_child (view, head, REL_DEPREL_NUMMOD) < 0 && !(mention && mention->form == REL_MENTION_TIME);
}

RelRole
rel_argument_find_role (const RelView *view, gint32 head, const gchar *preposition)
{
  if (rel_view_is_time (view, head) && !is_untimely (view, head, preposition))
    return REL_ROLE_TIME;
  if (!preposition)
    return REL_ROLE_OBLIQUE;
  if (rel_view_has_case (view, head, REL_CLASS_CAUSE_MARKER) && !rel_view_has_case (view, head, REL_CLASS_TIME_MARKER))
    return REL_ROLE_CAUSE;
  if (rel_view_has_case (view, head, REL_CLASS_PLACE_PREPOSITION) && rel_view_is_place (view, head))
    return REL_ROLE_PLACE;
  if (rel_view_is (view, head, REL_CLASS_MANNER_NOUN))
    return REL_ROLE_MANNER;
  return REL_ROLE_OBLIQUE;
}

RelRole
rel_clause_find_role (const RelView *view, gint32 clause, gint32 *marker)
{
  RelRole role = REL_ROLE_MANNER;

  *marker = -1;
  REL_TREE_EACH_CHILD (view->tree, clause, child) {
    const RelToken *word = &view->tokens[child];

    if (word->deprel != REL_DEPREL_MARK && word->deprel != REL_DEPREL_CASE
        && !(word->deprel == REL_DEPREL_ADVMOD && g_strcmp0 (word->xpos, "WRB") == 0))
      continue;
    if (*marker < 0)
      *marker = child;
    if (rel_view_is (view, child, REL_CLASS_PURPOSE_MARKER) || word->upos == REL_UPOS_PART)
      return REL_ROLE_PURPOSE;
    if (rel_view_is (view, child, REL_CLASS_CONDITION))
      return REL_ROLE_CLAUSE;
    if (rel_view_is (view, child, REL_CLASS_TIME_MARKER))
      role = REL_ROLE_TIME;
    else if (rel_view_is (view, child, REL_CLASS_CAUSE_MARKER))
      role = REL_ROLE_CAUSE;
    else if (rel_view_is (view, child, REL_CLASS_PLACE_MARKER))
      role = REL_ROLE_PLACE;
  }
  return role;
}
