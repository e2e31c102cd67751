/* A picture as a page that needs nothing else: SVG, facts, evidence and the script that shows them in one file. */
#pragma once

#include "writers/dot_labels.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the page around @svg, which shows @picture and was made with its for_page */
GBytes *rel_html_page_new (const RelPicture *picture, GBytes *svg);

/* html_data.c: what the script of the page reads, as JSON that may stand inside <script>. (transfer full) */
gchar *rel_html_data_new (const RelPicture *picture, gboolean has_themes);

/* html_svg.c: @svg to stand inside HTML: without prolog, comments, titles and families of fonts. (transfer full) */
gchar *rel_html_svg_new (GBytes *svg);

G_END_DECLS
