/* SPDX-License-Identifier: Apache-2.0 */
#ifndef JB_RENDER_BACKENDS_H
#define JB_RENDER_BACKENDS_H
/* The rows of the backend table, and what they share. */
#include <jianbao/render.h>

GBytes *jb_render_pdf(const JbDrawing *drawing, JbFonts *fonts, const JbRenderOptions *options, GError **error);
GBytes *jb_render_png(const JbDrawing *drawing, JbFonts *fonts, const JbRenderOptions *options, GError **error);
GBytes *jb_render_svg(const JbDrawing *drawing, JbFonts *fonts, const JbRenderOptions *options, GError **error);

/* "中文 · English"; the one of them that there is; "". To be freed. */
char *jb_render_title(const JbDrawing *drawing);
/* The alternative texts of a page's figures, a line each; "". To be freed. */
char *jb_render_description(const JbPage *page);

#endif
