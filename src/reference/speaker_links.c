/* First and second persons: who speaks in a quotation, who writes and reads outside of them. O(1) a mention. */
#include <reference/discourse.h>

/* "I" in a quotation is who says it; outside, all of them are the writer, all "you" the reader. */
gboolean
rel_discourse_link_speaker (RelDiscourse *self, guint32 index)
{
  RelReferent *pronoun = rel_discourse_get (self, index);
  guint slot = pronoun->person == 2 ? 2 : pronoun->is_plural;

  if (pronoun->is_quoted) {
    if (pronoun->person != 1 || pronoun->is_plural || pronoun->speaker == REL_NO_REFERENT || pronoun->speaker == index)
      return FALSE;

    const RelReferent *speaker = rel_discourse_get (self, rel_discourse_find (self, pronoun->speaker));

    if (speaker->mention.type != REL_ENTITY_PERSON || speaker->is_plural)
      return FALSE;
    rel_discourse_join (self, pronoun->speaker, index, "speaker");
    return TRUE;
  }
  if (self->speaker_of_text[slot] == REL_NO_REFERENT) {
    self->speaker_of_text[slot] = index;
    return FALSE;
  }
  rel_discourse_join (self, self->speaker_of_text[slot], index, "speaker");
  return TRUE;
}
