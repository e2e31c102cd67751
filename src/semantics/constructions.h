/* One function per construction of the inventory; propositions.c has the table that names and orders them.
 *
 * Each looks at one token and adds what it finds there to view->found. @rule is its name in the table; where a
 * clause borrows its subject the name of the way is given instead ("relative", "conjunction", ...).
 */
#pragma once

#include <semantics/view.h>

G_BEGIN_DECLS

typedef void (*RelConstructionFunc) (RelView *view, gint32 token, const gchar *rule);

void rel_find_verb_clause (RelView *view, gint32 token, const gchar *rule);
void rel_find_copula_clause (RelView *view, gint32 token, const gchar *rule);
void rel_find_existential (RelView *view, gint32 token, const gchar *rule);
void rel_find_impersonal (RelView *view, gint32 token, const gchar *rule);
void rel_find_quotation (RelView *view, gint32 token, const gchar *rule);
void rel_find_fragment (RelView *view, gint32 token, const gchar *rule);
void rel_find_light_verb (RelView *view, gint32 token, const gchar *rule);
void rel_find_apposition (RelView *view, gint32 token, const gchar *rule);
void rel_find_title (RelView *view, gint32 token, const gchar *rule);
void rel_find_possessive (RelView *view, gint32 token, const gchar *rule);
void rel_find_nominalisation (RelView *view, gint32 token, const gchar *rule);

G_END_DECLS
