/* SPDX-License-Identifier: Apache-2.0 */
/* Type: which fonts, how wide, where lines may end. */
#include <jianbao/typeset.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support.h"
#include "fonts.h"

static const JbTextStyle chinese = {.size_pt = 10, .colour = JB_RGB(0x000000), .lang = JB_LANG_ZH};
static const JbTextStyle english = {.size_pt = 10, .colour = JB_RGB(0x000000), .lang = JB_LANG_EN};

static const char chinese_text[] =
    "本年全县生产总值达到163.8亿元，同比增长6.5%左右，实现了“十三五”良好收官；2021—2025年累计引进亿元以上项目100多个——"
    "其中工业项目32个，人均产出（万元/"
    "人）稳步提高……截至9月30日，新建住房1200万平方米，能耗下降0.7个百分点。经济总量居全市第12位。";
static const char english_text[] =
    "The county’s gross product reached CNY 163.8 billion, up 6.5 percent year-on-year — “a record” — while "
    "1,200 million square metres of housing were built; industrialization continued throughout the period.";

static void
faces(void **state)
{
  static const char *const styles[] = {[JB_FACE_REGULAR] = "Regular", [JB_FACE_BOLD] = "Bold"};
  for (JbFace face = 0; face < JB_N_FACES; face++) {
    const JbFaceInfo *info = jb_fonts_info(*state, face);
    assert_string_equal(info->family, "Noto Sans CJK SC");
    assert_string_equal(info->style, styles[face]);
    assert_true(g_str_has_prefix(info->version, "Version "));
  }
}

/* A directory that is named is the only one: other fonts must not come in its stead. */
static void
font_directory_without_fonts(void **state)
{
  (void)state;
  g_autoptr(GError) error = NULL;
  char *folder = test_folder();
  g_setenv("JIANBAO_FONT_DIR", folder, TRUE);
  assert_null(jb_fonts_open(&error));
  assert_true(g_error_matches(error, JB_ERROR, JB_ERROR_CONFIG));
  assert_non_null(strstr(error->message, "Noto Sans CJK SC Regular"));
  assert_non_null(strstr(error->message, folder));
  assert_non_null(strstr(error->message, "fonts-noto-cjk"));
  g_clear_error(&error);
  g_autofree char *file = g_build_filename(folder, "NotoSansCJK-Regular.ttc", NULL);
  assert_true(g_file_set_contents(file, "this is no font", -1, NULL));
  assert_null(jb_fonts_open(&error));
  assert_non_null(strstr(error->message, "holds no face"));
  g_unsetenv("JIANBAO_FONT_DIR");
  test_remove(folder);
}

static void
assert_near(double found, double expected)
{
  if (fabs(found - expected) > 1e-6)
    fail_msg("%.3f is not %.3f", found, expected);
}

static void
assert_width(JbFonts *fonts, const JbTextStyle *style, const char *text, double units)
{
  double width = jb_text_width(fonts, style, text) / style->size_pt * 1000;
  if (fabs(width - units) > 1e-6)
    fail_msg("“%s” is %.3f units wide, not %.0f", text, width, units);
}

static void
widths(void **state)
{
  for (char digit = '0'; digit <= '9'; digit++)
    for (char other = '0'; other <= '9'; other++) {
      const char pair[] = {digit, other, '\0'};
      assert_width(*state, &chinese, pair, 1110);
      assert_width(*state, &english, pair, 1110);
    }
  assert_width(*state, &chinese, "增长", 2000);
  assert_width(*state, &chinese, "增长6", 2000 + 125 + 555);  /* a gap between Han and a digit */
  assert_width(*state, &chinese, "6亿", 555 + 125 + 1000);    /* and on the other side */
  assert_width(*state, &chinese, "6%亿", 555 + 921 + 1000);   /* none at a sign */
  assert_width(*state, &chinese, "6 亿", 555 + 224 + 1000);   /* none where a space is */
  assert_width(*state, &chinese, "中，中", 3000);             /* a stop in a line keeps its square */
  assert_width(*state, &chinese, "中）。中", 4000 - 500);     /* two marks close up */
  assert_width(*state, &chinese, "中）（中", 4000 - 500);     /* also back to back */
  assert_width(*state, &chinese, "中《“中", 4000 - 500);      /* and side by side */
  assert_width(*state, &chinese, "（中）", 3000 - 500 - 500); /* and at the ends of a line */
  assert_width(*state, &chinese, "中——中", 4000);             /* a dash of two squares */
  assert_width(*state, &english, "““", 475 + 475);            /* English quotes are as narrow as its letters */
  assert_width(*state, &chinese, "", 0);
}

static const JbTextItem *
draw(JbDrawing *drawing, JbFonts *fonts, const JbTextStyle *style, JbAlign align, const char *text)
{
  if (drawing->pages->len == 0)
    jb_draw_page(drawing, 500, 500);
  const JbPage *page = drawing->pages->pdata[0];
  guint before = page->items->len;
  jb_text_draw(drawing, fonts, style, (JbPoint){100, 50}, align, text);
  return page->items->len > before ? &g_array_index(page->items, JbDrawItem, before).text : NULL;
}

static void
alignment(void **state)
{
  g_autoptr(JbDrawing) drawing = jb_drawing_new();
  assert_near(draw(drawing, *state, &chinese, JB_ALIGN_LEFT, "增长")->glyphs[0].x, 100);
  assert_near(draw(drawing, *state, &chinese, JB_ALIGN_CENTRE, "增长")->glyphs[0].x, 90);
  const JbTextItem *item = draw(drawing, *state, &chinese, JB_ALIGN_RIGHT, "增长");
  assert_near(item->glyphs[0].x, 80);
  assert_near(item->box.y, 50 - 8.8);
  assert_near(item->box.h, 11.2);
}

static void
missing_glyph(void **state)
{
  g_autoptr(JbDrawing) drawing = jb_drawing_new();
  g_autoptr(GError) error = NULL;
  gunichar missing = 0;
  assert_true(jb_fonts_cover(*state, JB_FACE_REGULAR, "鳧㵲 ok\n", &missing));
  assert_false(jb_fonts_cover(*state, JB_FACE_BOLD, "a\U0001F600", &missing));
  assert_int_equal(missing, 0x1F600);
  assert_true(jb_fonts_cover(*state, JB_FACE_REGULAR, "前1‱", NULL)); /* by an exact equivalent */
  assert_near(jb_text_width(*state, &chinese, "前1‱"), jb_text_width(*state, &chinese, "前1/10000"));
  assert_null(draw(drawing, *state, &chinese, JB_ALIGN_LEFT, "增长\U0001F600"));
  assert_false(jb_drawing_check(drawing, &error));
  assert_true(g_error_matches(error, JB_ERROR, JB_ERROR_CONFIG));
  assert_non_null(strstr(error->message, "U+1F600 \U0001F600"));
  assert_non_null(strstr(error->message, "增长"));
}

static void
what_draws_nothing(void **state)
{
  g_autoptr(JbDrawing) drawing = jb_drawing_new();
  const JbTextItem *item = draw(drawing, *state, &chinese, JB_ALIGN_LEFT,
                                "a\x01"
                                "b\tc\xE2\x80\x8B\xEF\xBB\xBF\r\nd");
  assert_string_equal(item->text, "ab c  d");
  assert_int_equal(item->n_glyphs, 7);
  assert_null(draw(drawing, *state, &chinese, JB_ALIGN_LEFT, "\x02"));
  assert_true(jb_drawing_check(drawing, NULL));
  assert_null(draw(drawing, *state, &chinese, JB_ALIGN_LEFT, "a\xFF"));
  assert_false(jb_drawing_check(drawing, NULL));
}

/* ---- Paragraphs -------------------------------------------------------------------------------- */

/* All lines put together, for comparison with the text. */
static char *
joined(const JbParagraph *paragraph)
{
  GString *all = g_string_new(NULL);
  for (guint i = 0; i < paragraph->n_lines; i++)
    g_string_append_len(all, paragraph->lines[i].text.at, (gssize)paragraph->lines[i].text.len);
  return g_string_free(all, FALSE);
}

static gboolean
starts_with_one_of(JbSlice line, const char *const *words)
{
  for (; *words != NULL; words++)
    if (jb_slice_starts(line, *words))
      return TRUE;
  return FALSE;
}

static gboolean
ends_with_one_of(JbSlice line, const char *const *words)
{
  for (; *words != NULL; words++)
    if (jb_slice_ends(line, *words))
      return TRUE;
  return FALSE;
}

/* From 8 to 60 em: no line begins with a closer, ends with an opener, is too wide or loses a character. */
static void
kinsoku(void **state)
{
  static const char *const never_first[] = {"，", "。", "；", "、", "）", "”", "》", "%", "—", "…", "/", NULL};
  static const char *const never_last[] = {"（", "“", "《", "/", NULL};
  JbArena *arena = jb_arena_new();
  for (double width = 80; width <= 600; width += 3.7)
    for (int balanced = 0; balanced < 2; balanced++) {
      const JbParagraph *p = jb_paragraph(arena, *state, &chinese, 16, width, 0, balanced, chinese_text);
      g_autofree char *all = joined(p);
      assert_string_equal(all, chinese_text);
      for (guint i = 0; i < p->n_lines; i++) {
        assert_true(p->lines[i].width_pt <= width + 1e-6);
        assert_false(starts_with_one_of(p->lines[i].text, never_first));
        assert_false(ends_with_one_of(p->lines[i].text, never_last));
      }
      JbSlice last = p->lines[p->n_lines - 1].text;
      assert_true(g_utf8_strlen(last.at, (gssize)last.len) >= 4);
    }
  jb_arena_free(arena);
}

static void
assert_whole(const JbParagraph *paragraph, const char *const *pieces)
{
  for (; *pieces != NULL; pieces++) {
    gboolean found = FALSE;
    for (guint i = 0; i < paragraph->n_lines; i++)
      found = found || jb_slice_find(paragraph->lines[i].text, *pieces) >= 0;
    if (!found)
      fail_msg("“%s” was broken", *pieces);
  }
}

static void
quantities_stay_whole(void **state)
{
  static const char *const zh[] = {"163.8亿元", "6.5%",         "2021—2025年", "100多个", "32个",
                                   "9月30日",   "1200万平方米", "0.7个百分点", "第12位",  NULL};
  static const char *const en[] = {"CNY 163.8 billion", "6.5 percent", "1,200 million", "industrialization", NULL};
  JbArena *arena = jb_arena_new();
  for (double width = 100; width <= 600; width += 3.1) {
    assert_whole(jb_paragraph(arena, *state, &chinese, 16, width, 0, FALSE, chinese_text), zh);
    assert_whole(jb_paragraph(arena, *state, &english, 13, width, 0, FALSE, english_text), en);
  }
  jb_arena_free(arena);
}

static void
too_narrow(void **state)
{
  JbArena *arena = jb_arena_new();
  const JbParagraph *p = jb_paragraph(arena, *state, &english, 13, 40, 0, FALSE, "an industrialization");
  assert_true(p->n_lines >= 3);
  for (guint i = 0; i < p->n_lines; i++)
    assert_true(p->lines[i].width_pt <= 40);
  /* Not even a character fits: one a line, and an end. */
  assert_int_equal(jb_paragraph(arena, *state, &chinese, 16, 0, 0, FALSE, "增长")->n_lines, 2);
  assert_int_equal(jb_paragraph(arena, *state, &chinese, 16, 50, 0, FALSE, "")->n_lines, 1);
  jb_arena_free(arena);
}

static void
limits_and_line_ends(void **state)
{
  JbArena *arena = jb_arena_new();
  const JbParagraph *cut = jb_paragraph(arena, *state, &chinese, 16, 100, 2, FALSE, chinese_text);
  assert_int_equal(cut->n_lines, 2);
  assert_true(cut->truncated);
  const JbParagraph *whole = jb_paragraph(arena, *state, &chinese, 16, 100, 3, FALSE, " 一 \n二\n\n");
  assert_true(whole->truncated);
  assert_int_equal(whole->lines[0].text.len, strlen("一"));
  const JbParagraph *title = jb_paragraph(arena, *state, &chinese, 16, 155, 0, TRUE,
                                          "全年主要经济指标全部好于年初预期");
  assert_int_equal(title->n_lines, 2);
  assert_true(fabs(title->lines[0].width_pt - title->lines[1].width_pt) <= 20);
  assert_near(title->height_pt, 32);
  jb_arena_free(arena);
}

/* A title, a name: its lines end where a reader pauses, and no word of it goes over two. */
static void
titles_break_where_a_reader_pauses(void **state)
{
  static const struct {
    const char *text;
    double width;
    const char *first;
  } cases[] = {
      {"主要指标年均增速：五项全部增长，2017—2021年目标不高于实际", 300, "主要指标年均增速：五项全部增长，"},
      {"生产总值增至3万亿元，五年年均增长7.1%", 200, "生产总值增至3万亿元，"},
      {"平均浓度降至39微克/立方米，四年年均下降10.9%", 230, "平均浓度降至39微克/立方米，"},
      {"浓度降至39微克/立方米", 120, "浓度降至"},
      {"城乡常住居民人均可支配收入", 130, "城乡常住居民"},
      {"规模以上工业增加值", 90, "规模以上"},
  };
  JbArena *arena = jb_arena_new();
  const JbTextStyle bold = {.face = JB_FACE_BOLD, .size_pt = 16, .lang = JB_LANG_ZH};
  for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
    const JbParagraph *title = jb_paragraph(arena, *state, &bold, 20, cases[i].width, 0, TRUE, cases[i].text);
    g_autofree char *first = g_strndup(title->lines[0].text.at, title->lines[0].text.len);
    assert_string_equal(first, cases[i].first);
    assert_int_equal(title->n_lines, 2);
  }
  jb_arena_free(arena);
}

int
main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(faces),         cmocka_unit_test(font_directory_without_fonts),
      cmocka_unit_test(widths),        cmocka_unit_test(alignment),
      cmocka_unit_test(missing_glyph), cmocka_unit_test(what_draws_nothing),
      cmocka_unit_test(kinsoku),       cmocka_unit_test(quantities_stay_whole),
      cmocka_unit_test(too_narrow),    cmocka_unit_test(limits_and_line_ends),
      cmocka_unit_test(titles_break_where_a_reader_pauses),
  };
  return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
