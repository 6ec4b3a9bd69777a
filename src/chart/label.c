/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Labels in one or two languages, fitted to a width by a ladder, per language:
 * natural → balanced over two lines → dictionary short form → smaller, down to the role's minimum → a third line of
 * a second language → it is left out, and stands in the alternative text. What still does not fit wraps on: a name is
 * never cut.
 */
#include "chart/internal.h"

#define LEADING_ZH 1.26 /* of a label; the pair's baselines are then one Chinese size apart */
#define LEADING_EN 1.22

gboolean
jb_shows_zh(const JbChartContext *context)
{
  return (context->lang & JB_LANG_ZH) != 0;
}

gboolean
jb_shows_en(const JbChartContext *context)
{
  return (context->lang & JB_LANG_EN) != 0;
}

JbLang
jb_number_lang(const JbChartContext *context)
{
  return jb_shows_zh(context) ? JB_LANG_ZH : JB_LANG_EN;
}

double
jb_en_size(const JbTheme *theme, double zh_size_pt)
{
  return MAX(zh_size_pt * theme->en_ratio, theme->en_min_pt);
}

JbTextStyle
jb_style(const JbChartContext *context, JbLang lang, JbFace face, double size_pt, JbColour colour)
{
  return (JbTextStyle){.face = face, .size_pt = size_pt, .colour = colour, .lang = lang, .halo = context->theme->paper};
}

static gboolean
is_empty(const char *text)
{
  return text == NULL || text[0] == '\0';
}

/* What is shown of the words: first and second line's text and language. What reads the same in both stands once. */
typedef struct {
  const char *first, *second;
  JbLang first_lang;
} Shown;

static Shown
shown(const JbChartContext *context, JbWords words)
{
  Shown text = {.first = words.zh, .first_lang = JB_LANG_ZH};
  if (!jb_shows_zh(context) && !is_empty(words.en))
    text = (Shown){.first = words.en, .first_lang = JB_LANG_EN};
  else if (jb_shows_zh(context) && jb_shows_en(context) && !is_empty(words.en) && g_strcmp0(words.zh, words.en) != 0)
    text.second = words.en;
  if (is_empty(text.first))
    text.first = "";
  return text;
}

/* ---- One line -------------------------------------------------------------------------------------- */

#define INLINE_GAP 0.45 /* em between the languages */

double
jb_inline_width(const JbChartContext *context, JbFace face, double size_pt, JbWords words)
{
  Shown text = shown(context, words);
  JbTextStyle style = jb_style(context, text.first_lang, face, size_pt, context->theme->ink);
  double width = text.first[0] != '\0' ? jb_text_width(context->fonts, &style, text.first) : 0;
  if (text.second != NULL) {
    style = jb_style(context, JB_LANG_EN, JB_FACE_REGULAR, jb_en_size(context->theme, size_pt), context->theme->muted);
    width += size_pt * INLINE_GAP + jb_text_width(context->fonts, &style, text.second);
  }
  return width;
}

double
jb_inline_draw(JbDrawing *drawing, const JbChartContext *context, JbPoint at, JbAlign align, JbFace face,
               double size_pt, JbColour colour, JbWords words)
{
  double width = jb_inline_width(context, face, size_pt, words);
  double x = align == JB_ALIGN_LEFT ? at.x : align == JB_ALIGN_CENTRE ? at.x - width / 2 : at.x - width;
  Shown text = shown(context, words);
  JbTextStyle style = jb_style(context, text.first_lang, face, size_pt, colour);
  if (text.first[0] != '\0')
    x += jb_text_draw(drawing, context->fonts, &style, (JbPoint){x, at.y}, JB_ALIGN_LEFT, text.first).w;
  if (text.second != NULL) {
    style = jb_style(context, JB_LANG_EN, JB_FACE_REGULAR, jb_en_size(context->theme, size_pt), context->theme->muted);
    jb_text_draw(drawing, context->fonts, &style, (JbPoint){x + size_pt * INLINE_GAP, at.y}, JB_ALIGN_LEFT,
                 text.second);
  }
  return width;
}

/* ---- Two lines ------------------------------------------------------------------------------------- */

double
jb_label_natural(const JbChartContext *context, const JbLabelWish *wish)
{
  Shown text = shown(context, wish->words);
  JbTextStyle style = jb_style(context, text.first_lang, wish->face, wish->size_pt, wish->colour);
  double width = text.first[0] != '\0' ? jb_text_width(context->fonts, &style, text.first) : 0;
  if (text.second != NULL) {
    style = jb_style(context, JB_LANG_EN, JB_FACE_REGULAR, jb_en_size(context->theme, wish->size_pt),
                     context->theme->muted);
    width = MAX(width, jb_text_width(context->fonts, &style, text.second));
  }
  return width;
}

static const JbParagraph *
one_try(JbArena *arena, const JbChartContext *context, const JbTextStyle *style, double width_pt, guint max_lines,
        gboolean balanced, const char *text)
{
  double leading = style->size_pt * (style->lang == JB_LANG_EN ? LEADING_EN : LEADING_ZH);
  const JbParagraph *paragraph = jb_paragraph(arena, context->fonts, style, leading, width_pt, max_lines, balanced, text);
  gboolean fits = !paragraph->truncated && !paragraph->torn && paragraph->width_pt <= width_pt + 0.01;
  return fits || max_lines == 0 ? paragraph : NULL;
}

/* Climbs the ladder for one language; NULL when even the last rung is too narrow. */
static const JbParagraph *
climb(JbArena *arena, const JbChartContext *context, JbTextStyle style, double min_pt, double width_pt, guint max_lines,
      gboolean balanced, const char *text, const char *shorter)
{
  const JbParagraph *hit = one_try(arena, context, &style, width_pt, max_lines, balanced, text);
  if (hit == NULL && !is_empty(shorter))
    hit = one_try(arena, context, &style, width_pt, max_lines, balanced, shorter);
  for (int step = 1; hit == NULL && style.size_pt > min_pt + 0.01 && step <= 4; step++) {
    style.size_pt = MAX(style.size_pt - 0.5, min_pt);
    hit = one_try(arena, context, &style, width_pt, max_lines, balanced, text);
    if (hit == NULL && !is_empty(shorter))
      hit = one_try(arena, context, &style, width_pt, max_lines, balanced, shorter);
  }
  return hit;
}

JbLabel
jb_label_fit(JbArena *arena, const JbChartContext *context, const JbLabelWish *wish, double width_pt)
{
  const JbTheme *theme = context->theme;
  guint lines = wish->max_lines != 0 ? wish->max_lines : 2;
  double min_pt = MIN(wish->min_pt > 0 ? wish->min_pt : theme->min_pt, wish->size_pt);
  Shown text = shown(context, wish->words), shorter = shown(context, wish->shorter);
  JbTextStyle style = jb_style(context, text.first_lang, wish->face, wish->size_pt, wish->colour);
  JbLabel label = {0};
  label.first = climb(arena, context, style, min_pt, width_pt, lines, !wish->filled, text.first, shorter.first);
  if (label.first == NULL) {
    style.size_pt = min_pt;
    label.first = one_try(arena, context, &style, width_pt, 0, !wish->filled, text.first);
  }
  if (text.second != NULL) {
    JbTextStyle second = jb_style(context, JB_LANG_EN, JB_FACE_REGULAR, jb_en_size(theme, label.first->style.size_pt),
                                  theme->muted);
    if (wish->prefer_short)
      label.second = climb(arena, context, second, second.size_pt, width_pt, 1, TRUE, text.second, shorter.second);
    if (label.second == NULL)
      label.second = climb(arena, context, second, theme->en_min_pt, width_pt, lines, !wish->filled, text.second, shorter.second);
    if (label.second == NULL && wish->max_lines == 0) /* a name: a line more rather than none at all */
      label.second = climb(arena, context, second, theme->en_min_pt, width_pt, lines + 1, !wish->filled, text.second, shorter.second);
  }
  label.width_pt = MAX(label.first->width_pt, label.second != NULL ? label.second->width_pt : 0);
  label.height_pt = label.first->height_pt + (label.second != NULL ? label.second->height_pt : 0);
  return label;
}

void
jb_label_draw(JbDrawing *drawing, const JbChartContext *context, const JbLabel *label, JbPoint top_left,
              double width_pt, JbAlign align)
{
  jb_paragraph_draw(drawing, context->fonts, label->first, top_left, width_pt, align);
  if (label->second != NULL) {
    top_left.y += label->first->height_pt;
    jb_paragraph_draw(drawing, context->fonts, label->second, top_left, width_pt, align);
  }
}

/* ---- Source marks ---------------------------------------------------------------------------------- */

#define MARK_GAP 3.0

static guint
entry_of(const JbChartContext *context, const JbFact *fact)
{
  if (fact == NULL || context->source_entries == NULL || fact->number >= context->n_source_entries)
    return 0;
  return context->source_entries[fact->number];
}

double
jb_source_width(const JbChartContext *context, const JbFact *fact)
{
  guint entry = entry_of(context, fact);
  if (entry == 0)
    return 0;
  char text[24];
  g_snprintf(text, sizeof text, "[%u]", entry);
  JbTextStyle style = jb_style(context, JB_LANG_EN, JB_FACE_REGULAR, context->theme->en_min_pt, context->theme->muted);
  return MARK_GAP + jb_text_width(context->fonts, &style, text);
}

/* What a screen reader says of the mark: "来源 3：地区生产总值 / source 3: Gross regional product". */
static const char *
mark_words(const JbChartContext *context, JbArena *arena, guint entry, const JbFact *named)
{
  JbWords name = named != NULL ? jb_fact_name(arena, context, named, TRUE) : (JbWords){NULL, NULL};
  const char *en = name.en != NULL ? name.en : name.zh;
  const char *zh_words = jb_arena_printf(arena, "来源 %u%s%s", entry, name.zh != NULL ? "：" : "",
                                         name.zh != NULL ? name.zh : ""),
             *en_words = jb_arena_printf(arena, "source %u%s%s", entry, en != NULL ? ": " : "", en != NULL ? en : "");
  if (context->lang == JB_LANG_BOTH)
    return jb_arena_printf(arena, "%s / %s", zh_words, en_words);
  return context->lang == JB_LANG_EN ? en_words : zh_words;
}

double
jb_source_draw(JbDrawing *drawing, const JbChartContext *context, JbPoint at, const JbFact *fact, gboolean alone)
{
  guint entry = entry_of(context, fact);
  if (entry == 0)
    return 0;
  char *text = jb_arena_printf(drawing->arena, "[%u]", entry);
  JbTextStyle style = jb_style(context, JB_LANG_EN, JB_FACE_REGULAR, context->theme->en_min_pt, context->theme->muted);
  JbRect box = jb_text_draw(drawing, context->fonts, &style, (JbPoint){at.x + MARK_GAP, at.y}, JB_ALIGN_LEFT, text);
  jb_draw_link(drawing, box, jb_arena_printf(drawing->arena, "#source-%u", entry),
               mark_words(context, drawing->arena, entry, alone ? fact : NULL));
  return MARK_GAP + box.w;
}

void
jb_named_draw(JbDrawing *drawing, const JbChartContext *context, const JbLabel *label, JbPoint top_left,
              double width_pt, const JbFact *fact)
{
  jb_label_draw(drawing, context, label, top_left, width_pt, JB_ALIGN_LEFT);
  const JbParagraph *last = label->second != NULL ? label->second : label->first;
  if (last->n_lines == 0)
    return;
  double top = top_left.y + label->height_pt - last->leading_pt;
  JbPoint at = {top_left.x + last->lines[last->n_lines - 1].width_pt,
                top + jb_baseline(last->style.size_pt, last->leading_pt)};
  jb_source_draw(drawing, context, at, fact, TRUE);
}
